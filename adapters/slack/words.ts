import type { Settings } from '../../src/types.js'
import { type Words, wordsFor as wordsOn } from '../../src/words/index.js'

export type { Words } from '../../src/words/index.js'

/** Slack's interface in the language and tone that a person has set. */
export const wordsFor = (settings: Pick<Settings, 'language' | 'tone'>): Words => wordsOn(settings, 'slack')
