import { setTimeout as wait } from 'node:timers/promises'
import { PlatformError } from '../../src/errors.js'

/** Milliseconds that a call may wait for its turn; who would have to wait longer comes again later. */
const PATIENCE = 10_000

/** So many calls in so many milliseconds. */
export type Limit = readonly [count: number, ms: number]

/** What Teams allows in one conversation, and for all calls of an app in one company. */
export const PER_CONVERSATION: readonly Limit[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
]
export const PER_APP: readonly Limit[] = [[30, 1000]]

/** Keeps within Teams' limits without being told. */
export interface Pace {
  /**
   * Waits for a turn.
   * @returns to be called once Teams has answered: a call counts from then on, as nobody knows when it arrived
   * @param conversation where something is shown or removed; null for all other calls
   * @throws PlatformError `later` where the turn is too far off, or Teams has asked for patience
   */
  turn(operation: string, conversation: string | null): Promise<() => void>
  /** Teams asked to leave this operation alone for so many seconds. */
  rest(operation: string, seconds: number): void
}

/** A call, and when it counts. */
interface Stamp {
  at: number
}

/**
 * @param unlimited for tests whose clock stands still: only what Teams asks for is kept
 * @param sleep for so many milliseconds
 */
export function createPace(
  clock: () => Date,
  unlimited = false,
  sleep: (ms: number) => Promise<unknown> = wait,
): Pace {
  const lanes = new Map<string, Stamp[]>()
  const rests = new Map<string, number>()

  /** When the next call of a lane may go. */
  function nextIn(lane: string, limits: readonly Limit[], now: number): number {
    const past = lanes.get(lane) ?? []
    // What took longer than others counts later than they do.
    past.sort((one, other) => one.at - other.at)
    return Math.max(now, ...limits.map(([count, ms]) => (past.at(-count)?.at ?? -Infinity) + ms))
  }

  function take(lane: string, limits: readonly Limit[], stamp: Stamp): void {
    const longest = Math.max(...limits.map(([count]) => count))
    const past = lanes.get(lane) ?? []
    past.push(stamp)
    if (past.length > longest) past.splice(0, past.length - longest)
    lanes.set(lane, past)
  }

  /** Forgets conversations in which nothing was said for as long as any limit looks back. */
  function tidy(now: number): void {
    const longest = Math.max(...PER_CONVERSATION.map(([, ms]) => ms))
    for (const [lane, past] of lanes) if ((past.at(-1)?.at ?? 0) < now - longest) lanes.delete(lane)
  }

  return {
    async turn(operation, conversation) {
      const now = clock().getTime()
      const left = (rests.get(operation) ?? 0) - now
      if (left > 0) throw new PlatformError(operation, 'later', Math.ceil(left / 1000))
      if (unlimited) return () => undefined
      if (lanes.size > 10_000) tidy(now)
      const app = nextIn('', PER_APP, now)
      const at = conversation === null ? app : Math.max(app, nextIn(conversation, PER_CONVERSATION, now))
      if (at - now > PATIENCE) throw new PlatformError(operation, 'later', Math.ceil((at - now) / 1000))
      const stamp = { at }
      take('', PER_APP, stamp)
      if (conversation !== null) take(conversation, PER_CONVERSATION, stamp)
      if (at > now) await sleep(at - now)
      return () => {
        stamp.at = Math.max(stamp.at, clock().getTime())
      }
    },
    rest(operation, seconds) {
      rests.set(operation, clock().getTime() + seconds * 1000)
    },
  }
}
