import type { Settings } from '../types.js'
import { germanWords, type Words } from './de.js'
import { englishWords } from './en.js'
import type { ChatPlatform } from './platforms.js'

export type { Words } from './de.js'
export type { ChatPlatform } from './platforms.js'

/** The interface in the language and tone that a person has set; German where they have set none. */
export function wordsFor(
  { language, tone }: Pick<Settings, 'language' | 'tone'>,
  platform: ChatPlatform,
): Words {
  return language === 'en' ? englishWords(platform) : germanWords(tone, platform)
}
