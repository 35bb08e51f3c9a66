import type { Language, Tone } from '../../types.js'
import { councilWords } from './council.js'
import { frameWords } from './frame.js'
import { lexiconWords } from './lexicon/index.js'
import { meWords } from './me.js'

/** What each area says once, after something was done, by the word in `goTo`'s `said`. */
type Said = { readonly [L in Language]: (tone: Tone) => { readonly said: Readonly<Record<string, string>> } }

const areas: readonly Said[] = [frameWords, lexiconWords, meWords, councilWords]

/** The notice for a word of `said`; null where no area knows it, so that no link can put words in our mouth. */
export function noticeOf(word: string, language: Language, tone: Tone): string | null {
  for (const words of areas) {
    const { said } = words[language](tone)
    if (Object.hasOwn(said, word)) return said[word]!
  }
  return null
}
