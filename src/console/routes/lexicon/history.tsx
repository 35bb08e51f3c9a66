import type { TuningVersion } from '../../../types.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import type { Filled } from '../../pages/lexicon/fields.js'
import { HistoryPage, VersionPage } from '../../pages/lexicon/history.js'
import { MissingPage } from '../../pages/lexicon/missing.js'
import { typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route, Visit } from '../../route.js'
import { does, page, shows, wholeNumber } from './page.js'
import { publishSteps } from './publish-steps.js'
import { readReason } from './read-reason.js'

/** Versions that are kept. */
const KEPT = 50

/** How many differences a page shows. */
const MOST = 500

/** What was published, and the way back to it. */
export const historyRoutes: readonly Route[] = [
  shows('/lexicon/history', async (visit) => {
    const desk = await openDesk(visit)
    const versions = await visit.house.store.tuning.versions(KEPT)
    return page(desk.words.history.title, <HistoryPage desk={desk} versions={versions} />)
  }),

  shows('/lexicon/history/:version', (visit) =>
    withVersion(visit, (desk, version) => {
      const typed = typedFrom({ reason: desk.words.history.backReason(version.version) })
      return shown(desk, version, { typed, faults: new Map() })
    }),
  ),

  does('/lexicon/history/:version/back', (visit) =>
    withVersion(visit, async (desk, version) => {
      const reason = readReason(visit, desk.words)
      const again = (text: string): Promise<Reply> =>
        shown(desk, version, { typed: typedBy(visit), faults: new Map([['reason', [{ text }]]]) })
      if ('faults' in reason) return shown(desk, version, { typed: typedBy(visit), faults: reason.faults })
      const { tuning, console: kept } = visit.house.store
      const steps = await tuning.stepsBackTo(version.version)
      if (!steps || steps.length === 0) return { goTo: '/lexicon/history', said: 'lexicon-same-state' }
      // What could be set then may have been reserved by an update since.
      const refused = (await visit.house.workbench.check(steps.filter(({ value }) => value !== null))).find(
        ({ code }) => code === 'reserved' || code === 'too-wide',
      )
      if (refused) return again(desk.words.fault.codes[refused.code].join(' '))
      const { actor, now } = visit
      if (visit.house.fourEyes) {
        // They would be mixed with what is in the draft, and nobody could tell them apart.
        if (desk.draft && desk.draft.steps.length > 0) return again(desk.words.history.backDraft)
        await tuning.saveSteps(actor, steps)
        await tuning.submit(actor, reason.text, now)
        await kept.audit({ actor, role: 'admin', action: 'lexicon.submit', subject: '-' }, now)
        return { goTo: '/lexicon/draft', said: 'lexicon-submitted' }
      }
      const how = { author: actor, approver: null, reason: reason.text, backTo: version.version }
      const done = await publishSteps(visit, steps, how)
      if (typeof done === 'object') return again(desk.words.history.conflict)
      return {
        goTo: '/lexicon/history',
        said: done === 'published' ? 'lexicon-published' : 'lexicon-unchanged',
      }
    }),
  ),
]

async function withVersion(
  visit: Visit,
  answer: (desk: Desk, version: TuningVersion) => Promise<Reply>,
): Promise<Reply> {
  const desk = await openDesk(visit)
  const wanted = wholeNumber(visit.param('version'))
  const version = (await visit.house.store.tuning.versions(KEPT)).find((one) => one.version === wanted)
  if (version) return answer(desk, version)
  const { unknown, unknownText } = desk.words.history
  return page(unknown, <MissingPage desk={desk} here="history" text={unknownText} />, 404)
}

async function shown(desk: Desk, version: TuningVersion, back: Filled): Promise<Reply> {
  const { tuning } = desk.visit.house.store
  const differences = await tuning.differences(version.version, MOST + 1)
  const isNow = version.version === (await tuning.version())
  return page(
    desk.words.history.version(version.version),
    <VersionPage
      desk={desk}
      version={version}
      differences={differences.slice(0, MOST)}
      cut={differences.length > MOST}
      back={isNow ? null : back}
    />,
    back.faults.size > 0 ? 422 : 200,
  )
}
