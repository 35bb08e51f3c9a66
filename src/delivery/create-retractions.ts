import { PlatformError } from '../errors.js'
import type { Person } from '../types.js'
import { waitOf } from './after-failure.js'
import { fault } from './fault.js'
import type { Running } from './parts.js'

const MOST_ATTEMPTS = 3

interface Retraction {
  readonly to: Person
  readonly posted: string
  attempts: number
  notBefore: Date
}

/** Nudges to be removed because their message is gone. */
export interface Retractions {
  add(to: Person, posted: string): void
  /** Removes what is due, one after the other. */
  run(): Promise<void>
}

/** Starts without any; they live in memory, as the platform tells of a deletion again if we crash before the commit. */
export function createRetractions({ adapters, clock, log, tally }: Running): Retractions {
  const waiting = new Set<Retraction>()

  async function retract(item: Retraction): Promise<void> {
    item.attempts++
    try {
      await adapters.get(item.to.platform)?.retract(item.to, item.posted)
      tally.retracted++
    } catch (error) {
      log.warn(fault(error, 'retract'), 'a nudge was not removed')
      // Removing twice does no harm, so an unknown end is tried again as well.
      const again =
        error instanceof PlatformError && error.status !== 'refused' && item.attempts < MOST_ATTEMPTS
      if (!again) return
      item.notBefore = new Date(clock().getTime() + waitOf(error) * 1000)
      waiting.add(item)
    }
  }

  return {
    add(to, posted) {
      waiting.add({ to, posted, attempts: 0, notBefore: clock() })
    },
    async run() {
      for (const item of [...waiting]) {
        if (item.notBefore > clock() || !waiting.delete(item)) continue
        await retract(item)
      }
    },
  }
}
