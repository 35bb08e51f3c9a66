import type { Language } from '../../../types.js'
import { germanPublishing } from './de-publishing.js'
import { germanTending } from './de-tending.js'
import { englishPublishing } from './en-publishing.js'
import { englishTending } from './en-tending.js'

const german = { ...germanTending, ...germanPublishing }

/** All words of the lexicon's pages, the same in each language. */
export type LexiconWords = typeof german

const english: LexiconWords = { ...englishTending, ...englishPublishing }

/** What the lexicon's pages say; neutral but for a word or two. */
export const lexiconWords: Readonly<Record<Language, () => LexiconWords>> = {
  de: () => german,
  en: () => english,
}
