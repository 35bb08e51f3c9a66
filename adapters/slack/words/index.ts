import type { Settings } from '../../../src/types.js'
import { germanWords, type Words } from './de.js'
import { englishWords } from './en.js'

export type { Words } from './de.js'

/** The interface in the language and tone that a person has set; German where they have set none. */
export function wordsFor({ language, tone }: Pick<Settings, 'language' | 'tone'>): Words {
  return language === 'en' ? englishWords : germanWords(tone)
}
