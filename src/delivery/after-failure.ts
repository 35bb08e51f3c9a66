import { PlatformError } from '../errors.js'
import type { StoredNudge } from '../types.js'
import { deadline } from './reason-to-drop.js'

/** How often a platform is asked before the nudge counts as failed. */
export const MOST_ATTEMPTS = 3

/** Seconds to wait where the platform named none. */
const WAIT = 30

/** What becomes of a nudge whose delivery threw; `at` is when it may be tried again. */
export type AfterFailure =
  | { readonly state: 'failed' | 'unknown' | 'dropped' }
  | { readonly state: 'pending'; readonly at: Date }

/**
 * Decides by the error's status. Only a platform that says that nothing happened is asked again: whatever else
 * was thrown may have been thrown after the nudge arrived.
 */
export function afterFailure(error: unknown, nudge: StoredNudge, now: Date): AfterFailure {
  if (!(error instanceof PlatformError) || error.status === 'unknown') return { state: 'unknown' }
  if (error.status === 'refused' || nudge.attempts >= MOST_ATTEMPTS) return { state: 'failed' }
  const at = new Date(now.getTime() + waitOf(error) * 1000)
  return at > deadline(nudge) ? { state: 'dropped' } : { state: 'pending', at }
}

/** Seconds to wait before the platform is asked again. */
export function waitOf(error: unknown): number {
  const after = error instanceof PlatformError ? error.retryAfter : undefined
  return after !== undefined && after >= 0 ? Math.max(1, after) : WAIT
}
