import { UserError } from '../errors.js'
import type { StoredNudge } from '../types.js'
import { fault } from './fault.js'
import type { Running } from './parts.js'

/** Writes that a nudge has reached its reader; @throws where the store does */
export async function settleSent(
  { store, clock, log }: Running,
  nudge: StoredNudge,
  posted: string,
): Promise<void> {
  try {
    await store.settle(nudge.id, 'sent', clock(), posted, nudge)
  } catch (error) {
    // Where the store was at fault, it is asked what became of it after the next start.
    if (!(error instanceof UserError)) throw error
    // An id that cannot be kept must not make a delivered nudge look undelivered.
    log.error(fault(error, 'settle'), 'a nudge was sent, but what was posted cannot be kept')
    await store.settle(nudge.id, 'sent', clock(), undefined, nudge)
  }
}
