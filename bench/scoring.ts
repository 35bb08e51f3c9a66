import { readFileSync } from 'node:fs'
import type { Analyzer } from '../src/analyzer/analyzer.js'
import { LABELS } from '../src/lexicon/schema.js'
import type { Analysis, Audience, Label, Language, Markup } from '../src/types.js'

/** A labelled message. */
export interface Item {
  readonly id: string
  readonly text: string
  readonly labels: readonly Label[]
  readonly platform?: Markup
  readonly audience?: Audience
  readonly lang?: Language
}

/** How well one label is found; ratios are NaN where nothing counts. */
export interface Row {
  readonly label: Label
  readonly expected: number
  readonly flagged: number
  readonly hits: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Score {
  readonly rows: readonly Row[]
  /** Mean F1 of the labels that the items expect. */
  readonly macroF1: number
  /** Messages without a label, and how many of them got one. */
  readonly quiet: { readonly messages: number; readonly flagged: number }
  readonly results: readonly { readonly item: Item; readonly found: Analysis }[]
}

/** Reads labelled messages, one JSON object a line. */
export function readItems(files: readonly string[]): Item[] {
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Item)
}

/** Scores an analyzer against labelled messages, label by label. */
export function score(analyzer: Analyzer, items: readonly Item[]): Score {
  const results = items.map((item) => {
    const { text, platform: markup, audience, lang: language } = item
    return { item, found: analyzer.analyze({ text, markup, audience, language }) }
  })
  const rows = LABELS.map((label): Row => {
    const expected = items.filter(({ labels }) => labels.includes(label)).length
    const flagged = results.filter(({ found }) => found.labels.includes(label)).length
    const hits = results.filter(
      ({ item, found }) => item.labels.includes(label) && found.labels.includes(label),
    ).length
    const precision = hits / flagged
    const recall = hits / expected
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { label, expected, flagged, hits, precision, recall, f1 }
  }).filter(({ expected, flagged }) => expected + flagged > 0)
  const scored = rows.filter(({ expected }) => expected > 0)
  const quiet = results.filter(({ item }) => item.labels.length === 0)
  return {
    rows,
    macroF1: scored.reduce((sum, { f1 }) => sum + f1, 0) / scored.length,
    quiet: { messages: quiet.length, flagged: quiet.filter(({ found }) => found.labels.length > 0).length },
    results,
  }
}

/** A ratio with three digits; a dash where nothing counts. */
export function shown(ratio: number): string {
  return Number.isNaN(ratio) ? '-' : ratio.toFixed(3)
}
