import type { Language } from '../types.js'
import { fold } from './morphology/fold.js'
import type { Numbers } from './packed.js'

/** A word form as somebody wrote it, with what is known of it wherever it stands. */
export interface Form {
  readonly text: string
  /** Folded: lower case, ae/oe/ue/ss. */
  readonly key: string
  readonly isNumber: boolean
  readonly capital: boolean
  /** Written like FMEA, IDoc or GvK: up to seven letters and digits, two capitals among them. */
  readonly abbreviation: boolean
  /** How strongly it speaks for English (positive) or German (negative). */
  readonly tilt: number
  /** Whether it is a frequent word of English (1) or German (-1) grammar alone. */
  readonly grammar: -1 | 0 | 1
  /** What the parts of the analyzer found out about it, each asked once: it stands here to be near. */
  german: unknown
  english: unknown
  loanword: unknown
}

/** Where {@link Form} keeps what a part of the analyzer finds out. */
export type Memo = 'german' | 'english' | 'loanword'

/** Zipf frequencies by folded word. */
export type Frequency = Readonly<Record<Language, Pick<Numbers, 'get' | 'has'>>>

/** So many forms are kept. */
const MOST = 50_000
/** Longer ones are not kept: they are no words. */
const LONGEST = 40

// Unlisted words are at most this frequent.
const FLOOR = 2.5
const CLIP = 3
// From this frequency on, and with this much between the languages, a word carries the grammar.
const FUNCTION_WORD = 5.6
const CLEAR = 1.2

// There is no end of numbers, and no lexicon asks for one of more characters: they are one form.
const LONG_NUMBER = 3

/** Makes a table of word forms; what is found out about a form once serves for every message. */
export function createForms(frequency: Frequency): (text: string) => Form {
  const table = new Map<string, Form>()
  const longNumber = judge('0'.repeat(LONG_NUMBER + 1), frequency)
  table.set(longNumber.text, longNumber)
  return (text) => {
    if (text.length > LONG_NUMBER && looksNumeric(text)) return longNumber
    let form = table.get(text)
    if (form === undefined) {
      const keep = table.size < MOST && text.length <= LONGEST
      form = judge(text, frequency)
      if (keep) table.set(form.text, form)
    }
    return form
  }
}

const ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})(?!.*(?:in|innen)$)[\p{L}\p{N}]{2,7}$/u

/** Of a form that nothing was asked about yet. */
export const UNASKED = { german: undefined, english: undefined, loanword: undefined }

function judge(written: string, frequency: Frequency): Form {
  // A copy of its own: a slice would keep the whole message.
  const text = copy(written)
  if (looksNumeric(text))
    return {
      text,
      key: text,
      isNumber: true,
      capital: false,
      abbreviation: false,
      tilt: 0,
      grammar: 0,
      ...UNASKED,
    }
  const key = fold(text)
  const de = frequency.de.get(key)
  const en = frequency.en.get(key)
  const difference =
    de === undefined && en === undefined ? 0 : Math.max(-CLIP, Math.min(CLIP, (en ?? FLOOR) - (de ?? FLOOR)))
  const frequent = Math.max(de ?? 0, en ?? 0) >= FUNCTION_WORD && Math.abs(difference) >= CLEAR
  const grammar = frequent ? (difference > 0 ? 1 : -1) : 0
  // Umlauts and ß are German whatever the word.
  const umlaut = /[äöüß]/i.test(text) ? -1 : 0
  const capital = /^\p{Lu}/u.test(text)
  return {
    text,
    key,
    isNumber: false,
    capital,
    abbreviation: ABBREVIATION.test(text),
    tilt: grammar === 0 ? difference + umlaut : 3 * difference,
    grammar,
    ...UNASKED,
  }
}

function looksNumeric(text: string): boolean {
  const first = text.charCodeAt(0)
  // Most words begin with a letter of the alphabet.
  if (first >= 0x41 && first < 0xb0) return false
  return /^\p{N}/u.test(text) && /\p{N}[.,:]?$/u.test(text)
}

function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
