import type { SummaryText, SummaryTopics } from '../../types.js'
import type { SummaryWords } from '../wording/index.js'
import { termLine } from './plain.js'

/** Excel reads UTF-8 only after it. */
const MARK = '\ufeff'

/** Where a program that reads tables would begin a formula; full-width signs count for it as well. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Summaries as a table, one row for each topic; what is not shown has a row with the constant sentence, so that every
 * summary has the same rows but for its terms. German lists are separated by semicolons, as German programs expect.
 */
export function csvOf(texts: readonly SummaryText[], words: SummaryWords): string {
  const { week, unit, of, topic, band, direction } = words.columns
  const rows = [[week, unit, of, topic, band, direction], ...texts.flatMap((text) => rowsOf(text, words))]
  const separator = words.language === 'de' ? ';' : ','
  return MARK + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')
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

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
