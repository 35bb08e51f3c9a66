import type { types } from '@slack/bolt'
import type { OwnWeek } from '../../../src/types.js'
import { frequentLines, weekSums } from '../../../src/words/week-sums.js'
import type { Words } from '../words.js'
import { context, literal, section } from './blocks.js'

/** A person's own weeks, a row each, drawn with characters: Slack needs no file and no address for them. */
export function weeksBlocks(weeks: readonly OwnWeek[], words: Words): types.KnownBlock[] {
  if (weeks.length === 0) return []
  const { home } = words
  const rows = weekSums(weeks).map(({ number, hints, good, bar }) => {
    const squares = hints > 0 ? `${'🟦'.repeat(bar)} ${hints}` : ''
    const stars = good > 0 ? `⭐ ${good}` : ''
    return `${home.week(number)}   ${[squares, stars].filter(Boolean).join('   ') || home.weeksNone}`
  })
  const lines = [home.weeksLegend, home.weeksPrivate]
  return [
    section(`*${home.weeks}*\n${rows.join('\n')}`),
    context([...lines, ...frequentLines(weeks, words).map(literal)].join('\n')),
  ]
}
