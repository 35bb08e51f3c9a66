import { DateTime } from 'luxon'

/** The hour of a Monday at which summaries are made, in the company's time zone. */
const HOUR = 7

/** The weeks that a summary is about, each by its Monday's midnight in the company's time zone. */
export interface Weeks {
  /** The one before that. */
  readonly before: Date
  /** The last whole week. */
  readonly last: Date
  /** The current one, with which the last one ends. */
  readonly current: Date
  /** So long ago that an exercise may come again. */
  readonly longAgo: Date
  /** Whether it is late enough on Monday. */
  readonly isTime: boolean
}

/** Whole weeks from Monday to Sunday alone: no running totals, whose difference would tell of single days. */
export function weeksAt(now: Date, timeZone: string): Weeks {
  const time = DateTime.fromJSDate(now, { zone: timeZone })
  const current = time.startOf('week')
  return {
    before: current.minus({ weeks: 2 }).toJSDate(),
    last: current.minus({ weeks: 1 }).toJSDate(),
    current: current.toJSDate(),
    longAgo: current.minus({ weeks: 9 }).toJSDate(),
    isTime: time >= current.set({ hour: HOUR }),
  }
}
