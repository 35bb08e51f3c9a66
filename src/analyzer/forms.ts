import { OBJECTS } from '../prose/index.js'
import type { Language } from '../types.js'
import { CHARACTER } from './characters.js'
import { fold } from './morphology/fold.js'
import type { Numbers } from './packed.js'
import { hashOf, type Pieces } from './pieces.js'

/** A word form as somebody wrote it, with what is known of it wherever it stands. What is asked most stands first. */
export interface Form {
  /** Folded: lower case, ae/oe/ue/ss. */
  readonly key: string
  readonly isNumber: boolean
  /** How strongly it speaks for English (positive) or German (negative), in hundredths: whole, so that it lies in the form itself. */
  readonly tilt: number
  /** Whether it is a frequent word of English (1) or German (-1) grammar alone. */
  readonly grammar: -1 | 0 | 1
  /** What the parts of the analyzer found out about it, each asked once: it stands here to be near. */
  phrases: unknown
  /** A number for the key, the same for equal keys and for hardly any others. */
  readonly hash: number
  loanword: unknown
  german: number | undefined
  english: number | undefined
  germanTone: number | undefined
  englishTone: number | undefined
  roles: number | undefined
  readonly text: string
  readonly capital: boolean
  /** Written like FMEA, IDoc or GvK: up to seven letters and digits, two capitals among them. */
  readonly abbreviation: boolean
}

/** Zipf frequencies by folded word. */
export type Frequency = Readonly<Record<Language, Pick<Numbers, 'get' | 'has'>>>

// Unlisted words are at most this frequent.
const FLOOR = 2.5
const CLIP = 300
// From this frequency on, and with this much between the languages, a word carries the grammar.
const FUNCTION_WORD = 5.6
const CLEAR = 120

/** A slot of the table. */
const enum SLOT {
  /** The word's hash. */
  hash,
  /** Its form, counted from 1, and how many letters it has. */
  form,
  /** Its first letters, two in a number: so most words are told without a look elsewhere. */
  letters,
  size = letters + 6,
  mostLetters = 12,
  lengthShift = 16,
  formMask = 0xffff,
}

const enum TABLE {
  /** So many slots at first, a power of two; twice as many whenever a quarter of them are taken. */
  slots = 1 << 12,
  /** Words made to fall on one slot shall not make a long way of it: those that find no place are judged each time. */
  mostSteps = 32,
  /** So many forms are kept. */
  most = 50_000,
  /** Longer ones are not kept: they are no words. */
  longest = 40,
  /** There is no end of numbers, and no lexicon asks for one of more characters: they are one form. */
  longNumber = 3,
}

/**
 * A table of word forms; what is found out about a form once serves for every message. It is of our own: it is asked
 * for every word, takes no copy of the word to find it, and says what it knows without a look at the forms, which lie
 * far apart.
 */
export class Forms {
  readonly #frequency: Frequency
  #slots = new Int32Array(SLOT.size * TABLE.slots)
  // The same memory by letters.
  #letters = new Uint16Array(this.#slots.buffer)
  #mask = TABLE.slots - 1
  readonly #forms: Form[] = []
  readonly #longNumber: Form
  // By piece, what its slot holds.
  #held = new Int32Array(0)
  readonly #found: Form[] = []

  constructor(frequency: Frequency) {
    this.#frequency = frequency
    this.#longNumber = judge('0'.repeat(TABLE.longNumber + 1), frequency)
  }

  /**
   * What is known of the pieces of a text. It goes through them in several loops: most that it asks lies far apart, and
   * where one step of a loop does not hang on the one before, the processor waits for the memory of several at once.
   * @returns by piece; until it is asked again
   */
  of(text: string, pieces: Pieces): readonly Form[] {
    const { starts, kinds, hashes, count } = pieces
    if (this.#held.length < count) this.#held = new Int32Array(2 * count)
    const held = this.#held
    const slots = this.#slots
    const mask = this.#mask
    for (let i = 0; i < count; i++) held[i] = slots[SLOT.size * (hashes[i] & mask) + SLOT.form]
    for (let i = 0; i < count; i++) if (!this.#isAt(SLOT.size * (hashes[i] & mask), pieces, i)) held[i] = 0
    const forms = this.#forms
    const found = this.#found
    for (let i = 0; i < count; i++)
      found[i] =
        held[i] > 0
          ? forms[(held[i] & SLOT.formMask) - 1]
          : kinds[i] === CHARACTER.object
            ? OBJECT_FORMS.get(text[starts[i]])!
            : this.#find(text, pieces, i)
    return found
  }

  #find(text: string, pieces: Pieces, piece: number): Form {
    const start = pieces.starts[piece]
    const end = pieces.ends[piece]
    const hash = pieces.hashes[piece]
    const length = end - start
    if (length > TABLE.longNumber && looksNumeric(text, start, end)) return this.#longNumber
    if (length > TABLE.longest) return judge(text.slice(start, end), this.#frequency)
    for (let step = 0; step < TABLE.mostSteps; step++) {
      const slot = SLOT.size * ((hash + step) & this.#mask)
      const held = this.#slots[slot + SLOT.form]
      if (held === 0) return this.#keep(judge(text.slice(start, end), this.#frequency), slot, hash)
      if (this.#isAt(slot, pieces, piece)) return this.#forms[(held & SLOT.formMask) - 1]
    }
    return judge(text.slice(start, end), this.#frequency)
  }

  /** Whether the slot holds a piece. */
  #isAt(slot: number, { units, starts, ends, hashes }: Pieces, piece: number): boolean {
    const slots = this.#slots
    const start = starts[piece]
    const length = ends[piece] - start
    if (slots[slot + SLOT.hash] !== hashes[piece] || slots[slot + SLOT.form] >> SLOT.lengthShift !== length)
      return false
    const letters = this.#letters
    const from = 2 * (slot + SLOT.letters)
    const here = Math.min(length, SLOT.mostLetters)
    for (let at = 0; at < here; at++) if (letters[from + at] !== units[start + at]) return false
    return length <= SLOT.mostLetters || this.#isRest(slot, units, start, length)
  }
  #isRest(slot: number, units: Uint16Array, start: number, length: number): boolean {
    const known = this.#forms[(this.#slots[slot + SLOT.form] & SLOT.formMask) - 1].text
    for (let at: number = SLOT.mostLetters; at < length; at++)
      if (known.charCodeAt(at) !== units[start + at]) return false
    return true
  }

  #keep(form: Form, slot: number, hash: number): Form {
    if (this.#forms.length === TABLE.most) return form
    const { text } = form
    this.#slots[slot + SLOT.hash] = hash
    this.#slots[slot + SLOT.form] = this.#forms.push(form) | (text.length << SLOT.lengthShift)
    const from = 2 * (slot + SLOT.letters)
    for (let at = 0; at < Math.min(text.length, SLOT.mostLetters); at++)
      this.#letters[from + at] = text.charCodeAt(at)
    if (4 * this.#forms.length > this.#mask) this.#makeRoom()
    return form
  }
  #makeRoom(): void {
    const before = this.#slots
    this.#mask = 2 * this.#mask + 1
    this.#slots = new Int32Array(SLOT.size * (this.#mask + 1))
    this.#letters = new Uint16Array(this.#slots.buffer)
    for (let from = 0; from < before.length; from += SLOT.size) {
      if (before[from + SLOT.form] === 0) continue
      let place = before[from + SLOT.hash] & this.#mask
      while (this.#slots[SLOT.size * place + SLOT.form] !== 0) place = (place + 1) & this.#mask
      this.#slots.set(before.subarray(from, from + SLOT.size), SLOT.size * place)
    }
  }
}

const ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})(?!.*(?:in|innen)$)[\p{L}\p{N}]{2,7}$/u

/** Made in one place alone, so that all are alike to the engine: it reads them many times faster then. */
function formOf(
  key: string,
  text: string,
  { isNumber = false, tilt = 0, grammar = 0 as Form['grammar'], capital = false, abbreviation = false },
): Form {
  const unasked = undefined
  return {
    key,
    isNumber,
    tilt,
    grammar,
    phrases: unasked,
    hash: hashOf(key, 0, key.length),
    loanword: unasked,
    german: unasked,
    english: unasked,
    germanTone: unasked,
    englishTone: unasked,
    roles: unasked,
    text,
    capital,
    abbreviation,
  }
}

/** By what stands for something masked, its form. */
const OBJECT_FORMS: ReadonlyMap<string, Form> = new Map(
  Object.values(OBJECTS).map((object) => [object, formOf(object, object, {})]),
)

/** The form of no word. */
export const NO_FORM = formOf('', '', {})

function judge(written: string, frequency: Frequency): Form {
  // A copy of its own: a slice would keep the whole message.
  const text = copy(written)
  if (looksNumeric(text, 0, text.length)) return formOf(text, text, { isNumber: true })
  const key = fold(text)
  const de = frequency.de.get(key)
  const en = frequency.en.get(key)
  const difference =
    de === undefined && en === undefined
      ? 0
      : Math.max(-CLIP, Math.min(CLIP, Math.round(100 * ((en ?? FLOOR) - (de ?? FLOOR)))))
  const frequent = Math.max(de ?? 0, en ?? 0) >= FUNCTION_WORD && Math.abs(difference) >= CLEAR
  const grammar = frequent ? (difference > 0 ? 1 : -1) : 0
  // Umlauts and ß are German whatever the word.
  const umlaut = /[äöüß]/i.test(text) ? -100 : 0
  const capital = /^\p{Lu}/u.test(text)
  const tilt = grammar === 0 ? difference + umlaut : 3 * difference
  return formOf(key, text, { tilt, grammar, capital, abbreviation: ABBREVIATION.test(text) })
}

function looksNumeric(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  // Most words begin with a letter of the alphabet.
  if (first >= 0x41 && first < 0xb0) return false
  const word = text.slice(start, end)
  return /^\p{N}/u.test(word) && /\p{N}[.,:]?$/u.test(word)
}

function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
