import type { Entry } from '../../lexicon/lexicon.js'
import type { Label, Language } from '../../types.js'

type Words = Readonly<Record<Language, readonly [why: string, ...instead: string[]]>>

/** What is said where the words of a message taken together sound like a label; of the others tone is not sure enough. */
const WORDS: Partial<Record<Label, Words>> = {
  justification: {
    de: [
      'Insgesamt klingt das nach einer Verteidigung. Den eigenen Anteil und den nächsten Schritt zu nennen, wirkt stärker.',
      '„… ist bei mir liegen geblieben. Bis … hole ich es nach.“',
      '„Mein Anteil war … Ich kläre bis …, wie es weitergeht.“',
    ],
    en: [
      'Taken together, this sounds like a defence. One’s own part and the next step say more.',
      '… got stuck with me. I’ll have it done by ….',
      'My part in it was …. By … I’ll find out how we go on.',
    ],
  },
}

/** The rules that speak by the tone of a whole message, by label and language. */
export const TONES: ReadonlyMap<Label, Readonly<Record<Language, Entry>>> = new Map(
  (Object.entries(WORDS) as [Label, Words][]).map(([label, words]) => {
    const entryIn = (language: Language): Entry => {
      const [why, ...instead] = words[language]
      const id = `${label}-${language}-tone`
      return {
        ...{ id, name: null, label, language, why, instead, status: 'active', audience: [] },
        ...{ weight: 1, eachWord: false, where: `rule ${id}`, flag: [], allow: [] },
      }
    }
    return [label, { de: entryIn('de'), en: entryIn('en') }]
  }),
)
