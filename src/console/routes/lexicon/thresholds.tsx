import type { Label, TuningStep } from '../../../types.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import type { FieldFault, Filled } from '../../pages/lexicon/fields.js'
import { COLUMNS, ThresholdsPage, thresholdName, thresholdValue } from '../../pages/lexicon/thresholds.js'
import { numberOf, typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route } from '../../route.js'
import { does, page, shows, wholeNumber } from './page.js'

/** How much wording it takes until a hint comes. */
export const thresholdRoutes: readonly Route[] = [
  shows('/lexicon/thresholds', async (visit) => {
    const desk = await openDesk(visit)
    const set = await published(desk)
    const typed = typedFrom(
      Object.fromEntries(
        names(desk).map((name) => [name, thresholdValue(desk, name, set.get(name)?.weight)]),
      ),
    )
    return shown(desk, { typed, faults: new Map() }, bases(desk, set), 200)
  }),

  does('/lexicon/thresholds', async (visit) => {
    const desk = await openDesk(visit)
    const set = await published(desk)
    const faults = new Map<string, FieldFault[]>()
    const steps: TuningStep[] = []
    for (const name of names(desk)) {
      const text = visit.field(name).trim()
      const was = thresholdValue(desk, name, set.get(name)?.weight)
      const weight = numberOf(text)
      if (text === was || weight === numberOf(was)) continue
      if (text !== '' && !(weight >= 0.5 && weight <= 10))
        faults.set(name, [{ text: desk.words.thresholds.bad }])
      const base = wholeNumber(visit.field(`base-${name}`))
      steps.push({ scope: 'company', kind: 'threshold', name, value: text === '' ? null : { weight }, base })
    }
    if (faults.size > 0) {
      const sent = new Map(names(desk).map((name) => [name, wholeNumber(visit.field(`base-${name}`))]))
      return shown(desk, { typed: typedBy(visit), faults }, sent, 422)
    }
    if (steps.length === 0) return { goTo: '/lexicon/thresholds', said: 'lexicon-no-change' }
    await visit.house.store.tuning.saveSteps(visit.actor, steps)
    return { goTo: '/lexicon/thresholds', said: 'lexicon-saved' }
  }),
]

const names = ({ labels }: Desk) =>
  (Object.keys(labels) as Label[]).flatMap((label) =>
    COLUMNS.map((audience) => thresholdName(label, audience)),
  )

/** What is set now, by its name. */
async function published({ visit, labels }: Desk) {
  const { tuning } = visit.house.store
  // The kinds of one scope stand beside each other, thresholds last: from their first name on, there is nothing else of the company's.
  const after = { scope: 'company', kind: 'threshold', name: '' } as const
  const items = await tuning.items(await tuning.version(), after, COLUMNS.length * Object.keys(labels).length)
  return new Map(
    items.flatMap((item) =>
      item.scope === 'company' && item.kind === 'threshold'
        ? [[item.name, { weight: item.value.weight, since: item.since }] as const]
        : [],
    ),
  )
}

const bases = (desk: Desk, set: ReadonlyMap<string, { readonly since: number }>) =>
  new Map(
    names(desk).flatMap((name) => {
      const step = desk.draft?.steps.find((one) => one.kind === 'threshold' && one.name === name)
      const base = step?.base ?? set.get(name)?.since ?? 0
      return base > 0 ? [[name, base] as const] : []
    }),
  )

function shown(desk: Desk, filled: Filled, since: ReadonlyMap<string, number>, status: number): Reply {
  return page(
    desk.words.thresholds.title,
    <ThresholdsPage
      desk={desk}
      shipped={desk.visit.house.workbench.thresholds()}
      filled={filled}
      bases={since}
    />,
    status,
  )
}
