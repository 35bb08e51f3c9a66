import { PlatformError } from '../errors.js'
import type { Removal } from '../types.js'
import { waitOf } from './after-failure.js'
import { fault } from './fault.js'
import { oneAtATime } from './one-at-a-time.js'
import type { Running } from './parts.js'

/** Removals a round. */
const MOST = 100

const MOST_ATTEMPTS = 5

/** By how much each wait is longer than the one before: the five attempts span five hours, not two minutes. */
const PATIENCE = 8

/** Seconds to wait where the platform is not connected at all. */
const ABSENT = 3600

/**
 * Makes the round that removes nudges from the chat, one after the other: those of deleted messages, those that have
 * stood there long enough, and those of people who were erased.
 */
export function createRemovals({
  store,
  adapters,
  clock,
  log,
  tally,
  isStopping,
}: Running): () => Promise<void> {
  async function remove({ id, to, posted, attempts }: Removal): Promise<void> {
    const adapter = adapters.get(to.platform)
    let wait = ABSENT
    try {
      if (adapter) {
        await adapter.retract(to, posted)
        tally.retracted++
        return await store.removed(id)
      }
    } catch (error) {
      log.warn(fault(error, 'retract'), 'a nudge was not removed')
      if (error instanceof PlatformError && error.status === 'refused') return store.removed(id)
      wait = waitOf(error)
    }
    // Removing twice does no harm, so an unknown end is tried again as well.
    if (attempts + 1 >= MOST_ATTEMPTS) return store.removed(id)
    await store.removed(id, new Date(clock().getTime() + wait * PATIENCE ** attempts * 1000))
  }

  return oneAtATime(async () => {
    for (const removal of await store.removals(clock(), MOST)) {
      await remove(removal)
      if (isStopping()) return
    }
  })
}
