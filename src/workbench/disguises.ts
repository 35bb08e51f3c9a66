import { plainLetters } from './plain-letters.js'

/** One way to read a term. */
export interface Disguise {
  /** Lower-case words one by one, with the stars of a pattern before or after them. */
  readonly words: readonly string[]
  /** What may be one word that was taken apart. */
  readonly joined: readonly { readonly word: string; readonly least: number }[]
  /** Anything shorter is not looked for: where the spelling is only guessed, AL1 would be Ali. */
  readonly least: number
}

// A star within a word is no stem: Kolleg*innen.
const WORD = /(?:(?<![\p{L}\p{N}])\*)?[\p{L}\p{N}]+(?:\*(?![\p{L}\p{N}]))?/gu
const ONE_WORD = /^\*?[a-z]+\*?$/
const NO_LETTER = /[^\p{L}\p{N}]/gu
const SIGNS = /[0-9@$€!|]/g
/** What digits and signs stand for; 1 and its like are an i or an l. */
const STAND_FOR = ['i', 'l'].map(
  (one) =>
    new Map(
      Object.entries({ 0: 'o', 1: one, 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's' }).concat([
        ['€', 'e'],
        ['!', one],
        ['|', one],
      ]),
    ),
)
const GUESSED = 4
/** Letters that two words must have together to be taken for one. */
export const TOGETHER = 8

/** All ways to read a term: as it stands, and with its digits and signs taken for letters or left out. */
export function disguises(term: string): Disguise[] {
  const plain = plainLetters(term)
  if (ONE_WORD.test(plain)) return [{ words: [plain], joined: [], least: 0 }]
  const guesses = new Set(STAND_FOR.map((letters) => guess(plain, (sign) => letters.get(sign) ?? sign)))
  guesses.add(guess(plain, () => ''))
  guesses.delete(plain)
  return [read(plain, 0), ...[...guesses].map((reading) => read(reading, GUESSED))]
}

function guess(plain: string, letterOf: (sign: string) => string): string {
  return plain.replace(/\S+/g, (chunk) => (/\p{L}/u.test(chunk) ? chunk.replace(SIGNS, letterOf) : chunk))
}

function read(reading: string, least: number): Disguise {
  const words = reading.match(WORD) ?? []
  const known = new Set(words)
  const dotted = reading.split(/\s+/).map((chunk) => chunk.replace(NO_LETTER, ''))
  const letters = words.map((word) => (word.length === 1 ? word : ' ')).join('')
  const spaced = letters.split(' ').filter((word) => word.length >= GUESSED)
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`.replace(NO_LETTER, ''))
  return {
    words,
    joined: [
      ...dotted.filter((word) => !known.has(word)).map((word) => ({ word, least })),
      ...spaced.map((word) => ({ word, least: GUESSED })),
      ...pairs.filter((word) => word.length >= TOGETHER).map((word) => ({ word, least: TOGETHER })),
    ],
    least,
  }
}
