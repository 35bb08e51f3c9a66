import type { types } from '@slack/bolt'
import type { OwnWeek } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'
import { frequentLabels, weekSums } from '../../common/week-sums.js'
import type { Words } from '../words.js'
import { context, section } from './blocks.js'

/** A person's own weeks, a row each, drawn with characters: Slack needs no file and no address for them. */
export function weeksBlocks(weeks: readonly OwnWeek[], words: Words): types.KnownBlock[] {
  if (weeks.length === 0) return []
  const { home } = words
  const rows = weekSums(weeks).map(({ number, hints, good, bar }) => {
    const squares = hints > 0 ? `${'🟦'.repeat(bar)} ${hints}` : ''
    const stars = good > 0 ? `⭐ ${good}` : ''
    return `${home.week(number)}   ${[squares, stars].filter(Boolean).join('   ') || home.weeksNone}`
  })
  const often = frequentLabels(weeks).map((label) => labelNames[words.language][label])
  const lines = [home.weeksLegend, home.weeksPrivate]
  return [
    section(`*${home.weeks}*\n${rows.join('\n')}`),
    context([...lines, ...(often.length > 0 ? [home.weeksOften(often.join(', '))] : [])].join('\n')),
  ]
}
