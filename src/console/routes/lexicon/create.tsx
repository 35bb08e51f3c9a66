import { UserError } from '../../../errors.js'
import type { OwnEntry, Scope, TuningStep } from '../../../types.js'
import type { EntryDetail } from '../../../workbench/workbench.js'
import { CREATE_FIELDS, type CreateKind, CreatePage } from '../../pages/lexicon/create.js'
import { type Desk, drafted, openDesk } from '../../pages/lexicon/desk.js'
import { entryName } from '../../pages/lexicon/entry-name.js'
import { faultsByField } from '../../pages/lexicon/faults.js'
import type { FieldFault, FieldFaults } from '../../pages/lexicon/fields.js'
import { linesOf, type Typed, typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route, Visit } from '../../route.js'
import { withEntry } from './entry.js'
import { does, page, shows, wholeNumber } from './page.js'
import { entryTyped, proposedId, readEntry } from './read-entry.js'
import { readScope } from './read-scope.js'
import { saveStep } from './save-step.js'

const NONE: FieldFaults = new Map()

/** An entry that is edited: where it stands and what it says, as drafted, else as published. */
interface Edited {
  readonly id: string
  readonly scope: Scope
  readonly value: OwnEntry
  readonly base: number
}

/** Entries of the company's own: new ones, and those that are edited. */
export const createRoutes: readonly Route[] = [
  shows('/lexicon/new', async (visit) => {
    const desk = await openDesk(visit)
    const kind = kindOf(visit.query('kind'))
    const typed = typedFrom({
      scope: 'company',
      label: kind === 'term' ? 'anglicism' : 'jargon',
      language: 'de',
      kind: 'noun',
      status: 'active',
      weight: '1',
      term: visit.query('term').slice(0, 100),
    })
    return shown(desk, kind, typed)
  }),

  does('/lexicon/new', async (visit) =>
    save(visit, await openDesk(visit), kindOf(visit.query('kind')), null),
  ),

  shows('/lexicon/entry/:id/edit', (visit) =>
    withEntry(visit, async (desk, detail) => {
      const edited = editedOf(desk, detail)
      if (!edited) return { refuse: 404 }
      const typed = typedFrom({ ...entryTyped(edited.value, desk), base: String(edited.base) })
      return shown(desk, edited.value.patterns ? 'pattern' : 'term', typed, { edited: edited.id })
    }),
  ),

  does('/lexicon/entry/:id/edit', (visit) =>
    withEntry(visit, async (desk, detail) => {
      const edited = editedOf(desk, detail)
      return edited ? save(visit, desk, edited.value.patterns ? 'pattern' : 'term', edited) : { refuse: 404 }
    }),
  ),
]

const kindOf = (text: string): CreateKind => (text === 'pattern' ? 'pattern' : 'term')

function editedOf(desk: Desk, { items, line }: EntryDetail): Edited | null {
  const item = items.find(({ kind }) => kind === 'entry')
  if (!item) return null
  const step = drafted(desk, item)
  const value = (step?.value ?? item.value) as OwnEntry
  return { id: line.id, scope: item.scope, value, base: step?.base ?? item.since }
}

async function save(visit: Visit, desk: Desk, kind: CreateKind, edited: Edited | null): Promise<Reply> {
  const typed = typedBy(visit)
  const faults = new Map<string, FieldFault[]>()
  const value = readEntry(typed, kind, desk, faults, edited?.value ?? null)
  const scope = edited ? edited.scope : readScope(typed, desk, faults)
  const name = edited?.id ?? idOf(typed, kind)
  const again = (some: FieldFaults, forms: readonly string[] | null = null) =>
    shown(desk, kind, withId(typed, name), { faults: some, forms, edited: edited?.id })

  if (visit.field('act') === 'forms') {
    const shownForms = faults.has('term') ? null : formsOf(visit, value, desk, faults)
    const wrong = faults.get('term')
    return again(wrong ? new Map([['term', wrong]]) : NONE, shownForms)
  }
  if (!/^(?:eigen|own)-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || name.length > 64)
    faults.set('id', [{ text: desk.words.badId }])
  const key = { scope, kind: 'entry', name } as const
  const isNewInDraft =
    !edited && desk.draft?.steps.some((step) => step.kind === 'entry' && step.name === name)
  if (isNewInDraft) faults.set('id', [{ text: desk.words.inDraftAlready }])
  if (faults.size > 0) return again(faults)

  const base = edited ? wholeNumber(visit.field('base')) : 0
  const step: TuningStep = { ...key, value, base }
  const found = await visit.house.workbench.check([step])
  if (found.length > 0)
    return again(faultsByField(found, desk, CREATE_FIELDS, kind === 'term' ? 'term' : 'patterns'))
  await saveStep(desk, key, value, base)
  return { goTo: '/lexicon/draft', said: 'lexicon-saved' }
}

/** Forms depend on the term alone; the rest may still be missing. */
function formsOf(visit: Visit, value: OwnEntry, desk: Desk, faults: Map<string, FieldFault[]>) {
  try {
    return visit.house.workbench.formsOf({ ...value, why: value.why || '-' })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    faults.set('term', [{ text: desk.words.fault.codes.schema[0], detail: error.message }])
    return null
  }
}

function idOf(typed: Typed, kind: CreateKind): string {
  const typedId = typed.one('id').trim()
  if (typedId !== '') return typedId
  const [pattern = ''] = linesOf(typed.one('patterns'))
  return proposedId(kind === 'term' ? typed.one('term') : typed.one('name') || pattern)
}

/** The form as it was sent, its id proposed where none was typed. */
const withId = (typed: Typed, id: string): Typed => ({
  one: (name) => (name === 'id' ? id : typed.one(name)),
  all: typed.all,
})

function shown(
  desk: Desk,
  kind: CreateKind,
  typed: Typed,
  more: { faults?: FieldFaults; forms?: readonly string[] | null; edited?: string } = {},
): Reply {
  const { faults = NONE, forms = null, edited = null } = more
  const { create } = desk.words
  const name = edited && entryName({ id: edited, name: typed.one('term') || typed.one('name') || null }, desk)
  const title = name ? create.editTitle(name) : kind === 'term' ? create.title : create.patternTitle
  return page(
    title,
    <CreatePage desk={desk} kind={kind} filled={{ typed, faults }} edited={edited} forms={forms} />,
    faults.size > 0 ? 422 : 200,
  )
}
