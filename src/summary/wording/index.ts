import type { Language, Tone } from '../../types.js'
import { germanWords } from './de.js'
import { englishWords } from './en.js'
import type { SummaryWords } from './words.js'

export { summaryText, type TermOf } from './summary-text.js'
export { termOf } from './term-of.js'
export type { SummaryWords } from './words.js'

/** The words of a summary, in the language and tone of the manager who gets it. */
export const summaryWords = (language: Language, tone: Tone): SummaryWords =>
  language === 'de' ? germanWords(tone) : englishWords
