import type { Settings, StoredNudge } from '../types.js'

/** Minutes after which a nudge is no longer worth sending. */
export const LATEST_MINUTES = 15

/** The moment after which this nudge is not sent any more. */
export const deadline = ({ createdAt }: StoredNudge) =>
  new Date(createdAt.getTime() + LATEST_MINUTES * 60_000)

/** Why a nudge must not be sent now; null where nothing speaks against it. */
export function reasonToDrop(
  nudge: StoredNudge,
  settings: Settings,
  now: Date,
): 'late' | 'opted out' | 'paused' | null {
  if (now > deadline(nudge)) return 'late'
  if (!settings.optedIn) return 'opted out'
  if (settings.pausedUntil && settings.pausedUntil > now) return 'paused'
  return null
}
