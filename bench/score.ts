/**
 * Scores the analyzer against labelled messages, label by label.
 * Usage: node --import tsx bench/score.ts FILE.jsonl … [--misses] [--lang de|en]
 * FILE holds one object a line: id, text, labels, and optionally platform, audience, lang.
 */
import { parseArgs } from 'node:util'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { lexiconSources, SHIPPED } from '../src/lexicon/load.js'
import { parseLexicons } from '../src/lexicon/parse.js'
import { readItems, score, shown } from './scoring.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, lang: { type: 'string' } },
})
const items = readItems(positionals).filter(({ lang }) => !values.lang || lang === values.lang)
if (items.length === 0)
  throw new Error('usage: node --import tsx bench/score.ts FILE.jsonl … [--misses] [--lang de|en]')

// A lexicon with a fault is named and left out, so that work on one file does not stop measuring the others.
const lexicons = parseLexicons(lexiconSources(SHIPPED), (fault) => console.error(fault.message))
const { rows, macroF1, quiet, results } = score(createAnalyzer(lexicons), items)

console.table(
  Object.fromEntries(
    rows.map(({ label, precision, recall, f1, ...counts }) => [
      label,
      { ...counts, precision: shown(precision), recall: shown(recall), f1: shown(f1) },
    ]),
  ),
)
console.log(`macro F1 ${shown(macroF1)}, ${items.length} messages`)
console.log(`messages without a label: ${quiet.messages}, wrongly flagged: ${quiet.flagged}`)

if (values.misses) {
  for (const { item, found } of results) {
    const missed = item.labels.filter((label) => !found.labels.includes(label))
    const wrong = found.labels.filter((label) => !item.labels.includes(label))
    if (missed.length + wrong.length === 0) continue
    const rules = found.findings
      .filter(({ label }) => wrong.includes(label))
      .map(({ rule, start, end }) => `${rule} „${item.text.slice(start, end)}“`)
    console.log(
      `${item.id} ${[...missed.map((label) => `-${label}`), ...wrong.map((label) => `+${label}`)].join(' ')}`,
    )
    console.log(`   ${item.text.slice(0, 300).replaceAll('\n', ' ')}`)
    if (rules.length > 0) console.log(`   ${rules.join('; ')}`)
  }
}
