import type { TuningDraft } from '../../../types.js'
import { ApprovalPage, ApprovalsPage } from '../../pages/lexicon/approvals.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import type { Reply, Route, Visit } from '../../route.js'
import { ownActors } from '../own-actors.js'
import { checkSteps, sealOf } from './check-steps.js'
import { takeBack } from './draft.js'
import { does, page, shows, wholeNumber } from './page.js'
import { publishSteps } from './publish-steps.js'

/** Drafts that wait for a second pair of eyes, where the house asks for one. */
export const approvalRoutes: readonly Route[] = [
  shows('/lexicon/approvals', async (visit) => {
    if (!visit.house.fourEyes) return { refuse: 404 }
    const desk = await openDesk(visit)
    const drafts = await visit.house.store.tuning.submitted()
    return page(desk.words.approvals.title, <ApprovalsPage desk={desk} drafts={drafts} />)
  }),

  shows('/lexicon/approvals/:author', (visit) =>
    withWaiting(visit, async (draft) => shown(await openDesk(visit), draft, false)),
  ),

  does('/lexicon/approvals/:author', (visit) =>
    withWaiting(visit, async (draft) => {
      const act = visit.field('act')
      if (act === 'approve') return approve(visit, draft)
      if (act !== 'back') return { refuse: 404 }
      await takeBack(visit, draft.author)
      const { actor, now, house } = visit
      await house.store.console.audit(
        { actor, role: 'admin', action: 'lexicon.send-back', subject: '-' },
        now,
      )
      return { goTo: '/lexicon/approvals', said: 'lexicon-sent-back' }
    }),
  ),
]

/** Answers with a draft that waits; nobody approves their own, by whichever of their accounts. */
async function withWaiting(visit: Visit, answer: (draft: TuningDraft) => Promise<Reply>): Promise<Reply> {
  const { house, param } = visit
  if (!house.fourEyes) return { refuse: 404 }
  if ((await ownActors(visit)).includes(param('author'))) return { refuse: 403 }
  const draft = await house.store.tuning.draft(param('author'))
  return draft?.submitted ? answer(draft) : { goTo: '/lexicon/approvals' }
}

async function shown(desk: Desk, draft: TuningDraft, stale: boolean): Promise<Reply> {
  const { visit, words } = desk
  const checked = await checkSteps(visit.house, draft.steps, wholeNumber(visit.query('page')))
  return page(
    words.approvals.title,
    <ApprovalPage desk={desk} draft={draft} checked={checked} stale={stale} />,
    stale ? 409 : 200,
  )
}

async function approve(visit: Visit, draft: TuningDraft): Promise<Reply> {
  const { house, actor } = visit
  const { author, steps, submitted } = draft
  const isSeen = visit.field('seal') === sealOf(steps)
  if (!isSeen || (await house.workbench.check(steps)).length > 0)
    return shown(await openDesk(visit), draft, true)
  const how = { author, approver: actor, reason: submitted!.reason, backTo: null }
  const done = await publishSteps(visit, steps, how)
  if (typeof done === 'object') return shown(await openDesk(visit), draft, true)
  await house.store.tuning.dropPublished(author, steps)
  return { goTo: '/lexicon/history', said: done === 'published' ? 'lexicon-published' : 'lexicon-unchanged' }
}
