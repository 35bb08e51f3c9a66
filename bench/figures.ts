/** Writes docs/figures.md: how well the analyzer does on messages whose writers saw neither it nor its lexicons. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { loadLexicons } from '../src/lexicon/load.js'
import { packageRoot } from '../src/package-root.js'
import { readItems, score, shown } from './scoring.js'

const SETS = [
  ['messages', 'Messages of many trades, half of them without any label'],
  ['second', 'A second set by the same rules, other trades and wordings'],
  ['everyday', 'Everyday messages in which nothing should be flagged'],
] as const

const analyzer = createAnalyzer(loadLexicons())
const sections = SETS.map(([name, title]) => {
  const { rows, macroF1, quiet, results } = score(
    analyzer,
    readItems([join(packageRoot, 'tests/blind', `${name}.jsonl`)]),
  )
  const table = rows.map(
    ({ label, expected, flagged, precision, recall, f1 }) =>
      `| \`${label}\` | ${expected} | ${flagged} | ${shown(precision)} | ${shown(recall)} | ${shown(f1)} |`,
  )
  const head = ['| label | expected | flagged | precision | recall | F1 |', '|---|---|---|---|---|---|']
  return [
    `## ${title}`,
    '',
    `\`tests/blind/${name}.jsonl\`, ${results.length} messages; of ${quiet.messages} without a label, ${quiet.flagged} wrongly flagged.${rows.length > 0 ? ` Macro F1 ${shown(macroF1)}.` : ''}`,
    ...(rows.length > 0 ? ['', ...head, ...table] : []),
  ].join('\n')
})
const intro = '# Figures\n\nWritten by `node --import tsx bench/figures.ts`; do not edit.'
writeFileSync(join(packageRoot, 'docs/figures.md'), `${[intro, ...sections].join('\n\n')}\n`)
