import { PlatformError } from '../errors.js'
import type { StoredNudge } from '../types.js'
import { MOST_ATTEMPTS, waitOf } from './after-failure.js'
import { fault } from './fault.js'
import { oneAtATime } from './one-at-a-time.js'
import type { Running } from './parts.js'
import { deadline } from './reason-to-drop.js'
import { settleSent } from './settle-sent.js'

/** Milliseconds that a message may still be on its way: not asked for earlier. */
const UNDER_WAY = 60_000

/** Nudges a round; those of platforms that cannot tell are among them, until they expire after a day. */
const MOST = 500

/** Seconds between two questions that were not answered, at most. */
const LONGEST_WAIT = 3600

interface Pause {
  readonly until: number
  /** In seconds. */
  readonly wait: number
}

/**
 * Makes the round that asks platforms what became of sends whose end nobody knows. What did arrive is sent; what did
 * not is sent again, while it is worth sending.
 * @param wake a nudge may be due
 */
export function createReconciliation(running: Running, wake: () => void): () => Promise<void> {
  const { store, adapters, settingsOf, clock, log, tally, isStopping } = running
  let pauses = new Map<string, Pause>()

  async function ask(nudge: StoredNudge): Promise<void> {
    const { id, to } = nudge
    let posted: string | null
    try {
      const place = nudge.place ?? (await settingsOf(to)).place
      posted = (await adapters.get(to.platform)?.find?.({ id, to, place })) ?? null
    } catch (error) {
      log.warn(fault(error, 'find'), 'what became of a nudge could not be learned')
      pauses.set(id, pauseAfter(error, pauses.get(id)))
      return
    }
    const now = clock()
    if (posted !== null) {
      tally.found++
      await settleSent(running, nudge, posted)
    } else if (now <= deadline(nudge) && nudge.attempts < MOST_ATTEMPTS) {
      tally.resent++
      await store.settle(id, 'pending', now, undefined, nudge)
      wake()
    } else {
      tally.failed++
      await store.settle(id, 'failed', now, undefined, nudge)
    }
  }

  function pauseAfter(error: unknown, last: Pause | undefined): Pause {
    // The platform can never tell: it stays unknown.
    if (error instanceof PlatformError && error.status === 'refused') return { until: Infinity, wait: 0 }
    const wait = Math.min(LONGEST_WAIT, Math.max(waitOf(error), 2 * (last?.wait ?? 0)))
    return { until: clock().getTime() + wait * 1000, wait }
  }

  return oneAtATime(async () => {
    if (![...adapters.values()].some(({ find }) => find)) return
    const unknown = await store.unknowns(new Date(clock().getTime() - UNDER_WAY), MOST)
    const ids = new Set(unknown.map(({ id }) => id))
    pauses = new Map([...pauses].filter(([id]) => ids.has(id)))
    for (const nudge of unknown) {
      const paused = (pauses.get(nudge.id)?.until ?? 0) > clock().getTime()
      if (!paused && adapters.get(nudge.to.platform)?.find) await ask(nudge)
      if (isStopping()) return
    }
  })
}
