import type { Language } from '../../types.js'
import { setBit } from '../bits.js'
import { type Numbers, unpackNumbers } from '../packed.js'
import type { Reading, Sentence, Token } from '../reading.js'
import { TONE_LABELS } from './labels.js'
import { type CompiledTone, keyOf, PAIR, slotOf, UNKNOWN } from './weights.js'

/** With fewer known words nothing can be told. */
const FEWEST = 6
/** With fewer a message is its wording: tone says what it sounds like, and never that there is nothing to look for. */
export const FEWEST_TO_SILENCE = 12
/** A sentence of fewer known words is weighed as one of so many: a few tell little. */
export const FEWEST_IN_SENTENCE = 20
/** How a sentence sounds is so much its own; the rest is how the whole message does. */
export const OWN_SHARE = 0.7
/** A longer text is a document: its tone is that of many. */
export const MOST_TOKENS = 150

/** What is weighed of a reading. */
export type Weighed = Pick<Reading, 'tokens' | 'sentences'>

/** So many bits say of most pairs that they are none, without a look at their table: a power of two. */
const SIGNS = 1 << 16

const signOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> 16

/** Weights of several labels packed into one number, so that they are summed up at once. */
const enum PACK {
  labels = 3,
  /** So much is one of the next label. Half of it no sum may reach. */
  base = 1 << 17,
}

/** So many numbers hold a row of weights. */
const COLUMNS = TONE_LABELS.length / PACK.labels

function packed(weights: Int16Array): Float64Array {
  return Float64Array.from({ length: weights.length / PACK.labels }, (_, column) => {
    const from = PACK.labels * column
    return weights[from] + PACK.base * (weights[from + 1] + PACK.base * weights[from + 2])
  })
}

/**
 * Weighs messages in one language by the words that they consist of: the same sum that the weights were found by. A
 * class, as the machine is, and for the same reason.
 */
export class Scale {
  readonly #language: Language
  readonly #words: Numbers
  readonly #pairs: Int32Array
  readonly #signs = new Int32Array(SIGNS / 32)
  readonly #weights: Float64Array
  // The sums of so many rows can be told apart.
  readonly #mostRows: number
  readonly #height: number
  readonly #bias: Int16Array
  readonly #silent: Int16Array
  // The numbers of what stands for other things than words; of the marks, the height where they have no row.
  readonly #number: number
  readonly #mention: number
  readonly #question: number
  readonly #exclamation: number
  // The rows of the words and pairs that were last met, and how many they are; and the keys of what may be pairs.
  readonly #met = new Int32Array(2 * MOST_TOKENS + 2)
  #count = 0
  readonly #keys = new Int32Array(MOST_TOKENS)
  // Of the message that was heard: its known words, and by label the sum of what they weigh; the same by sentence, the
  // roots that those are divided by, and what is silent there.
  #known = 0
  readonly #sums = new Int32Array(TONE_LABELS.length)
  readonly #bySentence = new Int32Array(TONE_LABELS.length * MOST_TOKENS)
  readonly #roots = new Float64Array(MOST_TOKENS)
  readonly #silentIn = new Int32Array(MOST_TOKENS)

  constructor(language: Language, { words, pairs, weights, bias, silent }: CompiledTone) {
    this.#language = language
    this.#words = unpackNumbers(words)
    this.#pairs = pairs
    this.#weights = packed(weights)
    const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1)
    this.#mostRows = Math.max(1, Math.floor((PACK.base / 2 - 1) / greatest))
    this.#height = weights.length / TONE_LABELS.length
    this.#bias = bias
    this.#silent = silent
    for (let slot = 0; slot < pairs.length; slot += PAIR.size) {
      if (pairs[slot + PAIR.key] !== 0) setBit(this.#signs, signOf(pairs[slot + PAIR.key]))
    }
    this.#number = this.#words.get('<number>') ?? UNKNOWN
    this.#mention = this.#words.get('<mention>') ?? UNKNOWN
    this.#question = this.#words.get('?') ?? this.#height
    this.#exclamation = this.#words.get('!') ?? this.#height
  }
  #numberOf({ quoted, kind, form }: Token): number {
    if (quoted) return UNKNOWN
    if (kind === 'number') return this.#number
    if (kind === 'mention') return this.#mention
    if (kind !== 'word') return UNKNOWN
    return this.#language === 'de'
      ? (form.germanTone ??= this.#words.get(form.key) ?? UNKNOWN)
      : (form.englishTone ??= this.#words.get(form.key) ?? UNKNOWN)
  }

  /** Reads a sentence; what is asked next is asked of it. */
  #meet(tokens: readonly Token[], { from, to, question, exclamation }: Sentence): void {
    const met = this.#met
    const signs = this.#signs
    const keys = this.#keys
    const height = this.#height
    let count = 0
    let asked = 0
    let before: number = UNKNOWN
    let clause = 0
    // Without a question: the processor could not foretell the answers. What does not count is written over.
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      const number = this.#numberOf(token)
      met[count] = number
      count += (number - height) >>> 31
      const key = keyOf(before, number, (clause - token.clause) >>> 31)
      const sign = signOf(key)
      keys[asked] = key
      asked += (signs[sign >> 5] >>> (sign & 31)) & 1
      before = number
      clause = token.clause
    }
    // The table of pairs is large: in a loop of its own, the processor waits for several places at once.
    const pairs = this.#pairs
    for (let i = 0; i < asked; i++) {
      const slot = slotOf(pairs, keys[i])
      if (pairs[slot + PAIR.key] === keys[i]) met[count++] = pairs[slot + PAIR.row]
    }
    if (question && this.#question < height) met[count++] = this.#question
    if (exclamation && this.#exclamation < height) met[count++] = this.#exclamation
    this.#count = count
  }
  /** What was read weighs so much for each label, in hundredths: added from a place in the sums by sentence on. */
  #sumUp(from: number): void {
    const weights = this.#weights
    const met = this.#met
    const count = this.#count
    this.#bySentence.fill(0, from, from + TONE_LABELS.length)
    for (let done = 0; done < count; done += this.#mostRows) {
      const end = Math.min(count, done + this.#mostRows)
      let [a, b, c] = [0, 0, 0]
      for (let i = done; i < end; i++) {
        const row = COLUMNS * met[i]
        a += weights[row]
        b += weights[row + 1]
        c += weights[row + 2]
      }
      this.#unpack(a, from)
      this.#unpack(b, from + PACK.labels)
      this.#unpack(c, from + 2 * PACK.labels)
    }
  }
  #unpack(sums: number, from: number): void {
    const bySentence = this.#bySentence
    const third = Math.round(sums / (PACK.base * PACK.base))
    const rest = sums - third * (PACK.base * PACK.base)
    const second = Math.round(rest / PACK.base)
    bySentence[from] += rest - second * PACK.base
    bySentence[from + 1] += second
    bySentence[from + 2] += third
  }

  /** Hears a message; false where too few of its words are known. */
  hear({ tokens, sentences }: Weighed): boolean {
    const sums = this.#sums.fill(0)
    const bySentence = this.#bySentence
    let known = 0
    for (let at = 0; at < sentences.length; at++) {
      this.#meet(tokens, sentences[at])
      known += this.#count
      this.#roots[at] = Math.sqrt(Math.max(this.#count, FEWEST_IN_SENTENCE) + 1)
      const from = TONE_LABELS.length * at
      this.#sumUp(from)
      for (let label = 0; label < TONE_LABELS.length; label++) sums[label] += bySentence[from + label]
    }
    this.#known = known
    return known >= FEWEST
  }
  /** Of the message that was heard, by index of a label: the natural logarithm of the odds. */
  odds(label: number): number {
    return (this.#bias[label] + this.#sums[label] / Math.sqrt(this.#known + 1)) / 100
  }
  /**
   * What is silent in the message that was heard, by sentence; null where nothing is.
   * @param wanted what is never silent
   */
  silentIn({ length }: Weighed['sentences'], wanted: number): Int32Array | null {
    if (this.#known < FEWEST_TO_SILENCE) return null
    const silent = this.#silentIn.fill(0, 0, length)
    const root = Math.sqrt(this.#known + 1)
    for (let label = 0; label < TONE_LABELS.length; label++) {
      if (((wanted >> label) & 1) === 1) continue
      const whole = (1 - OWN_SHARE) * (this.#sums[label] / root)
      const least = (this.#silent[label] - this.#bias[label] - whole) / OWN_SHARE
      for (let at = 0; at < length; at++)
        silent[at] |=
          Number(this.#bySentence[TONE_LABELS.length * at + label] < least * this.#roots[at]) << label
    }
    return silent
  }
  /** The sentence of the message that was heard that sounds most like a label, by its index. */
  loudest({ sentences }: Weighed, label: number): Sentence {
    const loud = sentences.map((_, at) => this.#bySentence[TONE_LABELS.length * at + label])
    return sentences[loud.indexOf(Math.max(...loud))]
  }
}
