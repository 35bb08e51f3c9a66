import type { Language } from '../../src/types.js'
import type { Words } from './words/de.js'

/** The longest message, in UTF-16 code units. */
export const longest = 40_000

/** What somebody typed: line breaks as `\n`, no half characters. */
export function typed(body: unknown): string {
  const text = (body as { text?: unknown } | undefined)?.text
  // Through UTF-8 and back: a lone surrogate becomes U+FFFD.
  return typeof text === 'string' ? Buffer.from(text).toString().replace(/\r\n?/g, '\n') : ''
}

/** What is wrong with a text, in words for its writer; null where it may be sent. */
export function fault(text: string, words: Words, lang: Language): string | null {
  if (text.trim() === '') return words.errors.empty
  if (text.length <= longest) return null
  const number = new Intl.NumberFormat(lang)
  return words.errors.tooLong(number.format(text.length), number.format(longest))
}
