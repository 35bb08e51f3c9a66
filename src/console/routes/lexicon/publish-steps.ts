import type { TuningConflict, TuningStep, TuningVersion } from '../../../types.js'
import type { Visit } from '../../route.js'

/** What came of publishing: a new version; nothing new, as all of it held already; or two versions of one item. */
export type Published = 'published' | 'unchanged' | { readonly conflicts: readonly TuningConflict[] }

/** Makes steps the next version, notes it in the audit log and puts it in force here. */
export async function publishSteps(
  { house, actor, now }: Visit,
  steps: readonly TuningStep[],
  how: Pick<TuningVersion, 'author' | 'approver' | 'reason' | 'backTo'>,
): Promise<Published> {
  const { tuning, console: kept } = house.store
  const before = await tuning.version()
  const done = await tuning.publish(steps, { ...how, at: now })
  if ('conflicts' in done) return done
  if (!(await isOurs(tuning, before, done.version, how.author, now))) return 'unchanged'
  await kept.audit({ actor, role: 'admin', action: 'lexicon.publish', subject: String(done.version) }, now)
  await house.lexicon.refresh()
  return 'published'
}

/** A version that is not new was not made here; neither was one that came of the same form sent twice. */
async function isOurs(
  tuning: Visit['house']['store']['tuning'],
  before: number,
  version: number,
  author: string,
  at: Date,
): Promise<boolean> {
  if (version <= before) return false
  const made = (await tuning.versions(50)).find((one) => one.version === version)
  return made?.author === author && made.at.getTime() === at.getTime()
}
