/**
 * Scores `klartext check --jsonl` against labelled messages, label by label.
 * Usage: node --import tsx bench/score.ts FILE.jsonl [--misses] [--lang de|en]
 * FILE holds one object a line: id, text, labels, and optionally platform, audience, lang.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { lexiconSources, SHIPPED } from '../src/lexicon/load.js'
import { parseLexicons } from '../src/lexicon/parse.js'
import { LABELS } from '../src/lexicon/schema.js'
import type { Audience, Label, Language, Markup } from '../src/types.js'

interface Item {
  id: string
  text: string
  labels: Label[]
  platform?: Markup
  audience?: Audience
  lang?: Language
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, lang: { type: 'string' } },
})
const items = positionals
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Item)
  .filter(({ lang }) => !values.lang || lang === values.lang)
if (items.length === 0)
  throw new Error('usage: node --import tsx bench/score.ts FILE.jsonl [--misses] [--lang de|en]')

const analyzer = createAnalyzer(
  parseLexicons(lexiconSources(SHIPPED), (fault) => console.error(fault.message)),
)
const results = items.map((item) => {
  const { text, platform: markup, audience, lang: language } = item
  return { item, found: analyzer.analyze({ text, markup, audience, language }) }
})

const ratio = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole)
const table = LABELS.map((label) => {
  const hits = results.filter(
    ({ item, found }) => item.labels.includes(label) && found.labels.includes(label),
  ).length
  const expected = items.filter(({ labels }) => labels.includes(label)).length
  const flagged = results.filter(({ found }) => found.labels.includes(label)).length
  const precision = ratio(hits, flagged)
  const recall = ratio(hits, expected)
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { label, expected, flagged, hits, precision, recall, f1 }
}).filter(({ expected, flagged }) => expected + flagged > 0)

const percent = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3))
console.table(
  Object.fromEntries(
    table.map(({ label, precision, recall, f1, ...counts }) => [
      label,
      { ...counts, precision: percent(precision), recall: percent(recall), f1: percent(f1) },
    ]),
  ),
)
const scored = table.filter(({ expected }) => expected > 0)
console.log(
  `macro F1 ${percent(
    ratio(
      scored.reduce((sum, { f1 }) => sum + f1, 0),
      scored.length,
    ),
  )} over ${scored.length} labels, ${items.length} messages`,
)
const quiet = results.filter(({ item }) => item.labels.length === 0)
console.log(
  `messages without a label: ${quiet.length}, wrongly flagged: ${quiet.filter(({ found }) => found.labels.length > 0).length}`,
)

if (values.misses) {
  for (const { item, found } of results) {
    const missed = item.labels.filter((label) => !found.labels.includes(label))
    const wrong = found.labels.filter((label) => !item.labels.includes(label))
    if (missed.length + wrong.length === 0) continue
    const rules = found.findings
      .filter(({ label }) => wrong.includes(label))
      .map(({ rule, start, end }) => `${rule} „${item.text.slice(start, end)}“`)
    console.log(
      `${item.id} ${missed.map((label) => `-${label}`).join(' ')} ${wrong.map((label) => `+${label}`).join(' ')}\n   ${item.text.slice(0, 300).replaceAll('\n', ' ')}\n   ${rules.join('; ')}`,
    )
  }
}
