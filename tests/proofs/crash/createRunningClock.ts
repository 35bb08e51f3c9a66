import type { Clock } from '../../slack/stand-in/types.js'

/** A clock that runs as this computer's does, ahead of it, and leaps when it is advanced. */
export interface RunningClock extends Clock {
  /** Milliseconds by which it is ahead. */
  readonly ahead: number
  stop(): void
}

/** @param start what it shows now */
export function createRunningClock(start: number): RunningClock {
  const due = new Set<{ readonly when: number; readonly work: () => unknown }>()
  let ahead = start - Date.now()
  const now = () => Date.now() + ahead

  function ring(): void {
    const ready = [...due].filter(({ when }) => when <= now()).sort((a, b) => a.when - b.when)
    for (const one of ready) {
      due.delete(one)
      one.work()
    }
  }
  const timer = setInterval(ring, 10).unref()

  return {
    now,
    date: () => new Date(now()),
    get ahead() {
      return ahead
    },
    async advance(ms) {
      ahead += ms
    },
    at(when, work) {
      const one = { when, work }
      due.add(one)
      return () => due.delete(one)
    },
    stop: () => clearInterval(timer),
  }
}
