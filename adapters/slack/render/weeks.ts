import type { types } from '@slack/bolt'
import { DateTime } from 'luxon'
import type { Label, OwnWeek } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'
import type { Words } from '../words/index.js'
import { context, section } from './blocks.js'

/** The longest row of squares. */
const WIDEST = 12
const GOOD: ReadonlySet<string> = new Set<Label>(['ownership', 'care'])

/** A person's own weeks, a row each, drawn with characters: Slack needs no file and no address for them. */
export function weeksBlocks(weeks: readonly OwnWeek[], words: Words): types.KnownBlock[] {
  if (weeks.length === 0) return []
  const { home } = words
  const sums = weeks.map(({ from, labels }) => {
    const entries = Object.entries(labels)
    const sum = (good: boolean) =>
      entries.reduce((total, [label, count]) => (GOOD.has(label) === good ? total + count : total), 0)
    // A Monday's midnight may be Sunday in UTC.
    const { weekNumber } = DateTime.fromJSDate(from, { zone: 'utc' }).plus({ hours: 36 })
    return { name: home.week(weekNumber), hints: sum(false), good: sum(true) }
  })
  const most = Math.max(1, ...sums.map(({ hints }) => hints))
  const squares = (count: number) => '🟦'.repeat(most <= WIDEST ? count : Math.ceil((count / most) * WIDEST))
  const rows = sums.map(({ name, hints, good }) => {
    const bar = hints > 0 ? `${squares(hints)} ${hints}` : ''
    const stars = good > 0 ? `⭐ ${good}` : ''
    return `${name}   ${[bar, stars].filter(Boolean).join('   ') || home.weeksNone}`
  })
  return [
    section(`*${home.weeks}*\n${rows.join('\n')}`),
    context([home.weeksLegend, home.weeksPrivate, often(weeks, words)].filter(Boolean).join('\n')),
  ]
}

/** The labels that came up most, three at most. */
function often(weeks: readonly OwnWeek[], { home, language }: Words): string {
  const totals = new Map<Label, number>()
  for (const { labels } of weeks)
    for (const [label, count] of Object.entries(labels) as [Label, number][])
      if (!GOOD.has(label)) totals.set(label, (totals.get(label) ?? 0) + count)
  const names = [...totals].sort(([, a], [, b]) => b - a).map(([label]) => labelNames[language][label])
  return names.length > 0 ? home.weeksOften(names.slice(0, 3).join(', ')) : ''
}
