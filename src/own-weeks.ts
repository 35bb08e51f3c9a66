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
export function mondayOf(time: Date, timeZone: string): Date {
  const known = lastAsked.get(timeZone)
  if (known && known.from <= time.getTime() && time.getTime() < known.to) return new Date(known.from)
  const monday = DateTime.fromJSDate(time, { zone: timeZone }).startOf('week')
  lastAsked.set(timeZone, { from: monday.toMillis(), to: monday.plus({ weeks: 1 }).toMillis() })
  return monday.toJSDate()
}

// Every message asks for its week, and nearly all of them for the same one.
const lastAsked = new Map<string, { readonly from: number; readonly to: number }>()

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
