import { ConflictsPage, type ShownConflict } from '../../pages/lexicon/conflicts.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import { DraftPage, DropDraft, EmptyDraft } from '../../pages/lexicon/draft.js'
import type { FieldFaults } from '../../pages/lexicon/fields.js'
import { typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route, Visit } from '../../route.js'
import { checkSteps, conflictsOf, sealOf } from './check-steps.js'
import { does, page, shows, wholeNumber } from './page.js'
import { publishSteps } from './publish-steps.js'
import { readKey } from './read-key.js'
import { readReason } from './read-reason.js'

const NONE: FieldFaults = new Map()

/** The admin's draft: looked at, checked, published, or thrown away. */
export const draftRoutes: readonly Route[] = [
  shows('/lexicon/draft', async (visit) => shown(await openDesk(visit))),
  does('/lexicon/draft/publish', publish),

  shows('/lexicon/draft/drop', async (visit) => {
    const desk = await openDesk(visit)
    return desk.draft
      ? page(desk.words.draft.dropAllTitle, <DropDraft desk={desk} />)
      : { goTo: '/lexicon/draft' }
  }),

  does('/lexicon/draft/drop', async (visit) => {
    const { tuning } = visit.house.store
    if (visit.field('all') !== '') {
      await tuning.dropSteps(visit.actor, null)
      return { goTo: '/lexicon/draft', said: 'lexicon-draft-gone' }
    }
    const key = readKey(visit.field('key'))
    if (!key) return { refuse: 404 }
    await tuning.dropSteps(visit.actor, key)
    return { goTo: '/lexicon/draft', said: 'lexicon-dropped' }
  }),

  does('/lexicon/draft/keep', async (visit) => {
    await takeBack(visit, visit.actor)
    return { goTo: '/lexicon/draft', said: 'lexicon-sent-back' }
  }),

  shows('/lexicon/draft/conflicts', async (visit) => {
    const desk = await openDesk(visit)
    return showConflicts(desk, 200)
  }),

  does('/lexicon/draft/conflicts', async (visit) => {
    const { tuning } = visit.house.store
    const draft = await tuning.draft(visit.actor)
    for (let index = 0; visit.field(`key-${index}`) !== ''; index++) {
      const key = readKey(visit.field(`key-${index}`))
      const choice = visit.field(`choice-${index}`)
      const step = draft?.steps.find(
        ({ scope, kind, name }) => scope === key?.scope && kind === key.kind && name === key.name,
      )
      if (!key || !step) continue
      const base = wholeNumber(visit.field(`base-${index}`))
      if (choice === 'theirs') await tuning.dropSteps(visit.actor, key)
      if (choice === 'mine') await tuning.saveSteps(visit.actor, [{ ...step, base }])
    }
    return { goTo: '/lexicon/draft', said: 'lexicon-resolved' }
  }),
]

/** Any change takes a draft back from those who might approve it, also one that changes nothing. */
export async function takeBack({ house }: Visit, author: string): Promise<void> {
  const draft = await house.store.tuning.draft(author)
  if (draft?.submitted) await house.store.tuning.saveSteps(author, draft.steps.slice(0, 1))
}

async function shown(
  desk: Desk,
  { faults = NONE, stale = false }: { faults?: FieldFaults; stale?: boolean } = {},
): Promise<Reply> {
  const { visit, draft, words } = desk
  if (!draft || draft.steps.length === 0) return page(words.draft.title, <EmptyDraft desk={desk} />)
  const checked = await checkSteps(visit.house, draft.steps, wholeNumber(visit.query('page')))
  const typed = faults.size > 0 || stale ? typedBy(visit) : typedFrom({ reason: draft.submitted?.reason })
  return page(
    words.draft.title,
    <DraftPage desk={desk} checked={checked} publish={{ typed, faults }} stale={stale} />,
    faults.size > 0 ? 422 : stale ? 409 : 200,
  )
}

async function publish(visit: Visit): Promise<Reply> {
  const desk = await openDesk(visit)
  const { house, actor, now } = visit
  const { tuning, console: kept } = house.store
  const { draft, words } = desk
  if (!draft || draft.steps.length === 0) return { goTo: '/lexicon/draft', said: 'lexicon-empty' }
  const reason = readReason(visit, words)
  if ('faults' in reason) return shown(desk, reason)
  if (visit.field('seal') !== sealOf(draft.steps)) return shown(desk, { stale: true })
  // What was faultless when it was shown may not be so any more; the page then says why.
  if ((await house.workbench.check(draft.steps)).length > 0) return shown(desk, { stale: true })
  if (house.fourEyes) {
    await tuning.submit(actor, reason.text, now)
    await kept.audit({ actor, role: 'admin', action: 'lexicon.submit', subject: '-' }, now)
    return { goTo: '/lexicon/draft', said: 'lexicon-submitted' }
  }
  const done = await publishSteps(visit, draft.steps, {
    author: actor,
    approver: null,
    reason: reason.text,
    backTo: null,
  })
  if (typeof done === 'object') return showConflicts(desk, 409)
  await tuning.dropPublished(actor, draft.steps)
  return { goTo: '/lexicon/history', said: done === 'published' ? 'lexicon-published' : 'lexicon-unchanged' }
}

async function showConflicts(desk: Desk, status: number): Promise<Reply> {
  const { visit, draft, words } = desk
  const { house } = visit
  const found = await conflictsOf(house, draft?.steps ?? [])
  if (found.length === 0) return { goTo: '/lexicon/draft' }
  const versions = await house.store.tuning.versions(50)
  const conflicts = found.map(
    (conflict): ShownConflict => ({
      ...conflict,
      version: versions.find(({ version }) => version === conflict.current?.since) ?? null,
    }),
  )
  return page(words.conflicts.title, <ConflictsPage desk={desk} conflicts={conflicts} />, status)
}
