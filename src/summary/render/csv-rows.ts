import type { Language } from '../../types.js'

/** Excel reads UTF-8 only after it. */
const MARK = '\ufeff'

/** Where a program that reads tables would begin a formula; full-width signs count for it as well. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * A table as CSV, in which nothing is a formula. German lists are separated by semicolons, as German programs expect.
 */
export function csvRows(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === 'de' ? ';' : ','
  return MARK + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')
}

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
