import { DateTime } from 'luxon'
import type { Label, OwnWeek } from '../../src/types.js'
import { isGood } from '../../src/words/labels.js'

/** The longest bar, in characters. */
const WIDEST = 12
const MOST_FREQUENT = 3

/** One of a person's own weeks. */
export interface WeekSum {
  /** Of the calendar. */
  readonly number: number
  readonly hints: number
  readonly good: number
  /** How long its bar is, in characters. */
  readonly bar: number
}

export function weekSums(weeks: readonly OwnWeek[]): readonly WeekSum[] {
  const sums = weeks.map(({ from, labels }) => {
    const entries = Object.entries(labels)
    const sum = (good: boolean) =>
      entries.reduce((total, [label, count]) => (isGood(label) === good ? total + count : total), 0)
    // A Monday's midnight may be Sunday in UTC.
    const { weekNumber } = DateTime.fromJSDate(from, { zone: 'utc' }).plus({ hours: 36 })
    return { number: weekNumber, hints: sum(false), good: sum(true) }
  })
  const most = Math.max(1, ...sums.map(({ hints }) => hints))
  return sums.map((sum) => ({
    ...sum,
    bar: most <= WIDEST ? sum.hints : Math.ceil((sum.hints / most) * WIDEST),
  }))
}

/** The labels that came up most, praise apart; three at most. */
export function frequentLabels(weeks: readonly OwnWeek[]): readonly Label[] {
  const totals = new Map<Label, number>()
  for (const { labels } of weeks)
    for (const [label, count] of Object.entries(labels) as [Label, number][])
      if (!isGood(label)) totals.set(label, (totals.get(label) ?? 0) + count)
  return [...totals]
    .sort(([, a], [, b]) => b - a)
    .map(([label]) => label)
    .slice(0, MOST_FREQUENT)
}
