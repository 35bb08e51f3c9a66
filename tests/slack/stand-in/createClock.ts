import type { Clock } from './types.js'

interface Due {
  readonly when: number
  readonly work: () => unknown
}

/** A clock that only `advance` moves. */
export function createClock(start: number | Date = Date.now()): Clock {
  let now = Number(start)
  const due = new Set<Due>()

  /** What falls due first, all of it if several things fall due together. */
  function next(until: number): Due[] {
    let first = Number.POSITIVE_INFINITY
    for (const { when } of due) if (when < first) first = when
    return first <= until ? [...due].filter(({ when }) => when === first) : []
  }

  return {
    now: () => now,
    date: () => new Date(now),
    async advance(ms) {
      const until = now + ms
      for (let ready = next(until); ready.length > 0; ready = next(until)) {
        now = Math.max(now, ready[0]!.when)
        for (const one of ready) due.delete(one)
        await Promise.all(ready.map(({ work }) => work()))
      }
      now = until
    },
    at(when, work) {
      const one = { when, work }
      due.add(one)
      return () => due.delete(one)
    },
  }
}
