import type { OwnWeek } from '../../../src/types.js'
import type { Words } from '../../../src/words/index.js'
import { frequentLines, weekSums } from '../../../src/words/week-sums.js'
import { container, type Part, run, runs, small, textBlock } from './card.js'

/**
 * A person's own weeks, two lines each: the numbers in words, which serve as the alternative to the picture, and a bar
 * of characters. Images would need an address that Teams can reach, and columns of colours vanish in high contrast.
 */
export function weeksParts(weeks: readonly OwnWeek[], words: Words): readonly Part[] {
  if (weeks.length === 0) return []
  const { home } = words
  const rows = weekSums(weeks).flatMap(({ number, hints, good, bar }) => {
    const counts = [hints > 0 && home.weekHints(hints), good > 0 && home.weekGood(good)].filter(Boolean)
    const text = `${home.week(number)}: ${counts.join(', ') || home.weeksNone}`
    const picture = [
      ...(bar > 0 ? [run('▇'.repeat(bar), { color: 'Accent', size: 'Small' })] : []),
      ...(good > 0 ? [run(`${bar > 0 ? ' ' : ''}★`, { color: 'Good', size: 'Small' })] : []),
    ]
    return [
      textBlock(text, { size: 'Small', spacing: 'Small' }),
      ...(picture.length > 0 ? [runs(picture, { spacing: 'None' })] : []),
    ]
  })
  const notes = [home.weeksNote, ...frequentLines(weeks, words), home.weeksPrivate]
  return [
    container([textBlock(home.weeks, { weight: 'Bolder' }), ...rows, small(notes.join(' '))], {
      separator: true,
    }),
  ]
}
