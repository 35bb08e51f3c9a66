import { DateTime } from 'luxon'
import type { Language, OwnWeek } from '../types.js'
import type { Words } from './index.js'
import { isGood, ruleName } from './labels.js'

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

/** The rules that came up most, those of praise apart or alone; three at most. */
export function frequentRules(weeks: readonly OwnWeek[], good = false): readonly string[] {
  const totals = new Map<string, number>()
  for (const { rules } of weeks)
    for (const [rule, count] of Object.entries(rules)) totals.set(rule, (totals.get(rule) ?? 0) + count)
  return [...totals]
    .filter(([rule]) => isGood(rule.split('-')[0]!) === good)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([rule]) => rule)
    .slice(0, MOST_FREQUENT)
}

/**
 * What a person wrote most often, and said well most often, each as a sentence.
 * @param nameOf what a rule is called; by default its id in words
 */
export function frequentLines(
  weeks: readonly OwnWeek[],
  { home, language }: Words,
  nameOf: (rule: string, language: Language) => string = ruleName,
): readonly string[] {
  const names = (good: boolean) =>
    frequentRules(weeks, good)
      .map((rule) => nameOf(rule, language))
      .join('; ')
  const [often, well] = [names(false), names(true)]
  return [...(often ? [home.weeksOften(often)] : []), ...(well ? [home.weeksWell(well)] : [])]
}
