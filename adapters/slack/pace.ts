import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '../../src/errors.js'

/** Milliseconds that a call may wait for its turn; who would have to wait longer comes again later. */
const PATIENCE = 10_000

/** Keeps within a platform's limits without being told. */
export interface Pace {
  /**
   * Waits for a turn in each of the lanes, one call an interval each.
   * @throws PlatformError `later` where the turn is too far off, or the platform has asked for patience
   */
  turn(operation: string, lanes: readonly string[]): Promise<void>
  /** The platform asked to leave this method of this workspace alone for so many seconds. */
  rest(operation: string, workspace: string, seconds: number): void
  /** @throws PlatformError `later` while the platform has asked for patience */
  mayCall(operation: string, workspace: string): void
}

/** @param interval milliseconds between two calls in one lane */
export function createPace(interval: number, clock: () => Date): Pace {
  const next = new Map<string, number>()
  const rests = new Map<string, number>()
  return {
    async turn(operation, lanes) {
      const now = clock().getTime()
      if (next.size > 10_000) for (const [lane, at] of next) if (at <= now) next.delete(lane)
      const at = Math.max(now, ...lanes.map((lane) => next.get(lane) ?? 0))
      if (at - now > PATIENCE) throw new PlatformError(operation, 'later', Math.ceil((at - now) / 1000))
      for (const lane of lanes) next.set(lane, at + interval)
      if (at > now) await sleep(at - now)
    },
    rest(operation, workspace, seconds) {
      rests.set(`${operation} ${workspace}`, clock().getTime() + seconds * 1000)
    },
    mayCall(operation, workspace) {
      const left = (rests.get(`${operation} ${workspace}`) ?? 0) - clock().getTime()
      if (left > 0) throw new PlatformError(operation, 'later', Math.ceil(left / 1000))
    },
  }
}
