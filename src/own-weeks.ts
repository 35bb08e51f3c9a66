import { DateTime } from 'luxon'
import type { Label, OwnWeek, Store } from './types.js'

/** The current week and those before it: as many whole ones as sightings are kept. */
const WEEKS = 5

type Counted = Awaited<ReturnType<Store['ownSightings']>>

/** The Mondays of the last weeks, oldest first, each at midnight in the company's time zone. */
export function mondays(now: Date, timeZone: string): Date[] {
  const current = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week')
  return Array.from({ length: WEEKS }, (_, index) => current.minus({ weeks: WEEKS - 1 - index }).toJSDate())
}

/** The Monday of a time's week, at midnight in the company's time zone. */
export const mondayOf = (time: Date, timeZone: string): Date =>
  DateTime.fromJSDate(time, { zone: timeZone }).startOf('week').toJSDate()

/** The Monday after a time, at midnight in the company's time zone. */
export const nextMonday = (now: Date, timeZone: string): Date =>
  DateTime.fromJSDate(now, { zone: timeZone }).startOf('week').plus({ weeks: 1 }).toJSDate()

/** Sums sightings up by week, label and rule; no week where there is nothing to sum up. */
export function ownWeeks(sightings: Counted, weeks: readonly Date[]): OwnWeek[] {
  if (sightings.length === 0) return []
  return weeks.map((from, index) => {
    const labels: Partial<Record<Label, number>> = {}
    const rules: Record<string, number> = {}
    const end = weeks[index + 1]
    for (const { hour, label, rule, count } of sightings) {
      if (hour < from || (end && hour >= end)) continue
      labels[label] = (labels[label] ?? 0) + count
      rules[rule] = (rules[rule] ?? 0) + count
    }
    return { from, labels, rules }
  })
}
