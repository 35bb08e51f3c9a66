import { join } from 'node:path'
import type { Analyzer } from '../src/analyzer/analyzer.js'
import { packageRoot } from '../src/package-root.js'
import { readItems, score, shown } from './scoring.js'

const SETS = [
  ['eighth', 'An eighth set, two thirds of its hits in words of people’s own; only totals were looked at'],
  [
    'seventh',
    'A seventh set of the same kind; it was read after it was measured, and kinds of faults mended since',
  ],
  ['sixth', 'A sixth set; it was read after it was measured, and kinds of faults mended since'],
  ['fifth', 'A fifth set; it was read after it was measured, and kinds of faults mended since'],
  ['fourth', 'A fourth set; it was read after it was measured, and kinds of faults mended since'],
  ['third', 'A third set; patterns have been written with it in view since it was measured'],
  ['second', 'A second set by the same rules; patterns have been written with it in view since'],
  ['messages', 'A first set, half of it without any label; patterns have been written with it in view since'],
  [
    'border-de',
    'German messages close to the border, none of which deserves a hint; false alarms mended since',
  ],
  [
    'border-en',
    'English messages close to the border, none of which deserves a hint; false alarms mended since',
  ],
  ['everyday', 'Everyday messages in which nothing should be flagged'],
  ['harmless-de', 'Harmless German messages full of words to stumble over; false alarms mended since'],
  ['harmless-en', 'Harmless English messages full of words to stumble over; false alarms mended since'],
] as const

/** docs/figures.md: how well the analyzer does on messages whose writers saw neither it nor its lexicons. */
export function figuresPage(analyzer: Analyzer): string {
  const sections = SETS.map(([name, title]) => {
    const { rows, macroF1, quiet, results } = score(
      analyzer,
      readItems([join(packageRoot, 'tests/blind', `${name}.jsonl`)]),
    )
    const labelled = rows.filter(({ expected }) => expected > 0)
    const table = rows.map(
      ({ label, expected, flagged, precision, recall, f1 }) =>
        `| \`${label}\` | ${expected} | ${flagged} | ${shown(precision)} | ${shown(recall)} | ${shown(f1)} |`,
    )
    const head = ['| label | expected | flagged | precision | recall | F1 |', '|---|---|---|---|---|---|']
    const macro = labelled.length > 6 ? ` Macro F1 ${shown(macroF1)}.` : ''
    return [
      `## ${title}`,
      '',
      `\`tests/blind/${name}.jsonl\`, ${results.length} messages; of ${quiet.messages} without a label, ${quiet.flagged} wrongly flagged.${macro}`,
      ...(rows.length > 0 ? ['', ...head, ...table] : []),
    ].join('\n')
  })
  const intro =
    '# Figures\n\nWritten by `node --import tsx bench/figures.ts`; do not edit. The tone of messages (`lexicons/tone/`) was weighed by the examples of the lexicons and by all sets below but the eighth, which alone says what it is worth on messages that it has not seen.'
  return `${[intro, ...sections].join('\n\n')}\n`
}
