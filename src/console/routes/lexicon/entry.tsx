import type { Audience, EntryChange } from '../../../types.js'
import type { EntryDetail } from '../../../workbench/workbench.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import { EntryPage } from '../../pages/lexicon/entry.js'
import { changeSoFar, changeTyped } from '../../pages/lexicon/entry-change.js'
import { entryName } from '../../pages/lexicon/entry-name.js'
import { faultsByField } from '../../pages/lexicon/faults.js'
import type { FieldFault, FieldFaults, Filled } from '../../pages/lexicon/fields.js'
import { MissingPage } from '../../pages/lexicon/missing.js'
import { linesOf, numberOf, type Typed, typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route, Visit } from '../../route.js'
import { backFrom, does, page, shows, wholeNumber } from './page.js'
import { keyFrom } from './read-key.js'
import { readScope } from './read-scope.js'
import { baseOf, saveStep } from './save-step.js'

const CHANGED: ReadonlySet<string> = new Set(['why', 'instead', 'weight', 'audience', 'status'])

const NONE: FieldFaults = new Map()
const nobody = (): Filled => ({ typed: typedFrom({ scope: 'company' }), faults: NONE })

/** One entry: all that is known of it, and what the company sets about it. */
export const entryRoutes: readonly Route[] = [
  shows('/lexicon/entry/:id', (visit) => withEntry(visit, async (desk, detail) => shown(desk, detail))),

  does('/lexicon/entry/:id', (visit) =>
    withEntry(visit, async (desk, detail) => {
      const typed = typedBy(visit)
      const faults = new Map<string, FieldFault[]>()
      const value = readChange(typed, desk, detail, faults)
      if (faults.size > 0) return shown(desk, detail, { change: { typed, faults } })
      if (sameFields(value, changeSoFar(desk, detail).value))
        return { goTo: visit.path, said: 'lexicon-no-change' }
      const key = { scope: 'company', kind: 'change', name: detail.line.id } as const
      const base = wholeNumber(visit.field('base'))
      const found = await visit.house.workbench.check([{ ...key, value, base }])
      if (found.length > 0)
        return shown(desk, detail, { change: { typed, faults: faultsByField(found, desk, CHANGED, 'why') } })
      await saveStep(desk, key, value, base)
      return { goTo: visit.path, said: 'lexicon-saved' }
    }),
  ),

  does('/lexicon/entry/:id/allow', (visit) =>
    withEntry(visit, async (desk, detail) => {
      const typed = typedBy(visit)
      const faults = new Map<string, FieldFault[]>()
      const scope = readScope(typed, desk, faults)
      if (faults.size > 0) return shown(desk, detail, { permit: { typed, faults } })
      const key = { scope, kind: 'allow', name: detail.line.id } as const
      await saveStep(desk, key, {}, await baseOf(desk, key))
      return { goTo: `/lexicon/entry/${detail.line.id}`, said: 'lexicon-saved' }
    }),
  ),

  does('/lexicon/take-back', async (visit) => {
    const key = keyFrom(visit.field('scope'), visit.field('kind'), visit.field('name'))
    if (!key) return { refuse: 404 }
    const desk = await openDesk(visit)
    await saveStep(desk, key, null, wholeNumber(visit.field('base')))
    return { goTo: backFrom(visit), said: 'lexicon-saved' }
  }),
]

/** Answers with an entry, or says that there is none. */
export async function withEntry(
  visit: Visit,
  answer: (desk: Desk, detail: EntryDetail) => Promise<Reply>,
): Promise<Reply> {
  const desk = await openDesk(visit)
  const detail = await visit.house.workbench.entry(visit.param('id'))
  if (detail) return answer(desk, detail)
  const { unknown, unknownText } = desk.words.entry
  return page(unknown, <MissingPage desk={desk} here="home" text={unknownText} />, 404)
}

function shown(desk: Desk, detail: EntryDetail, faulty: { change?: Filled; permit?: Filled } = {}): Reply {
  const change = faulty.change ?? { typed: changeTyped(desk, detail), faults: NONE }
  const permit = faulty.permit ?? nobody()
  return page(
    entryName(detail.line, desk),
    <EntryPage desk={desk} detail={detail} change={change} permit={permit} />,
    faulty.change || faulty.permit ? 422 : 200,
  )
}

/** What the company changes: all that it changed so far, and what is different in the form from what it showed. */
function readChange(
  typed: Typed,
  desk: Desk,
  detail: EntryDetail,
  faults: Map<string, FieldFault[]>,
): EntryChange {
  const so = changeSoFar(desk, detail).value
  const shownValue = { ...detail.entry, ...so }
  const why = typed.one('why').trim()
  const instead = linesOf(typed.one('instead'))
  const weight = numberOf(typed.one('weight'))
  const audience = typed
    .all('audience')
    .filter((name): name is Audience => Object.hasOwn(desk.words.audiences, name))
  const status = (['active', 'probation', 'retired'] as const).find((one) => one === typed.one('status'))
  if (why === '') faults.set('why', [{ text: desk.words.needed }])
  if (!(weight > 0 && weight <= 2)) faults.set('weight', [{ text: desk.words.badWeight }])
  return {
    ...so,
    ...(why !== shownValue.why && { why }),
    ...(instead.join('\n') !== shownValue.instead.join('\n') && { instead }),
    ...(weight !== shownValue.weight && { weight }),
    ...(audience.join() !== shownValue.audience.join() && { audience }),
    ...(status && status !== shownValue.status && { status }),
  }
}

const sameFields = (a: EntryChange, b: EntryChange) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
