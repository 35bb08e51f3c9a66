import type { RunningClock } from '../../proofs/crash/createRunningClock.js'
import type { Attempted } from '../../proofs/crash/world.js'
import type { Attempt, Envelope, Teams } from '../stand-in/index.js'

/** Teams hands nothing over more often than this. */
const TRIES = 4
/** Milliseconds from one try to the next. */
const BETWEEN = 15_000

/** Hands over until it is taken, each time the same to the letter, and waits for what is under way. */
export function createTelling({ deliver }: Teams, clock: RunningClock) {
  const underWay = new Set<Promise<void>>()

  function track(work: Promise<void>): Promise<void> {
    underWay.add(work)
    return work.finally(() => underWay.delete(work))
  }

  async function attempt(envelope: Envelope, attempts: Attempt[]): Promise<void> {
    const delivery = await deliver(envelope, { retries: false })
    attempts.push(...delivery.attempts)
    if (delivery.acked || attempts.length >= TRIES) return
    clock.at(clock.now() + BETWEEN, () => track(attempt(envelope, attempts)))
  }

  return {
    async tell(envelope: Envelope): Promise<Attempted> {
      const attempts: Attempt[] = []
      await track(attempt(envelope, attempts))
      return {
        attempts,
        get acked() {
          return attempts.some(({ status }) => status === 200)
        },
      }
    },
    /** Until nothing is under way; tries that are due later apart. */
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
