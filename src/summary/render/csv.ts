import type { SummaryText, SummaryTopics } from '../../types.js'
import type { SummaryWords } from '../wording/index.js'
import { csvRows } from './csv-rows.js'
import { termLine } from './plain.js'

/**
 * Summaries as a table, one row for each topic; what is not shown has a row with the constant sentence, so that every
 * summary has the same rows but for its terms.
 */
export function csvOf(texts: readonly SummaryText[], words: SummaryWords): string {
  const { week, unit, of, topic, band, direction } = words.columns
  const rows = [[week, unit, of, topic, band, direction], ...texts.flatMap((text) => rowsOf(text, words))]
  return csvRows(rows, words.language)
}

function rowsOf(text: SummaryText, { nothing }: SummaryWords): readonly (readonly string[])[] {
  const { terms } = text
  const rows = [
    ...topicRows(text.good, nothing),
    ...topicRows(text.topics, nothing),
    ...terms.items.map((item) => [terms.heading, termLine(item), '']),
    ...(terms.nothing === null ? [] : [[terms.heading, terms.nothing, '']]),
  ]
  return rows.map((row) => [text.monday, text.unit, text.of ?? '', ...row])
}

const topicRows = ({ rows, hidden }: SummaryTopics, nothing: string): readonly (readonly string[])[] => [
  ...rows.map(({ name, often, compared }) => [name, often, compared ?? '']),
  ...hidden.map((name) => [name, nothing, '']),
]
