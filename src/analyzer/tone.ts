import type { ToneWeights } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
import { hasBit, setBit } from './bits.js'
import { type Numbers, type PackedNumbers, packNumbers, unpackNumbers } from './packed.js'
import type { Reading, Run, Sentence, Token } from './reading.js'

/** The labels that the tone of a message tells of, in the order of their weights. */
export const TONE_LABELS = [
  'blame',
  'justification',
  'impression',
  'facade',
  'condescension',
  'silo',
  'customer-disrespect',
  'ownership',
  'care',
] as const satisfies readonly Label[]

/** How much the words of a message taken together sound like each label. */
export interface Tone {
  /** Natural logarithm of the odds; 0 where too few words are known to tell, and for labels of which tone tells nothing. */
  of(label: Label): number
  /**
   * By sentence, the labels that it sounds so little like that nothing is looked for under them, as {@link toneBit}s;
   * null where all are looked for. Until the next message is heard.
   */
  readonly silent: Int32Array | null
  /** The sentence that sounds most like it. */
  loudest(label: Label): Run
}

const INDICES = new Map<Label, number>(TONE_LABELS.map((label, index) => [label, index]))

/** A bit for each of {@link TONE_LABELS}, and one for all labels of which tone tells nothing. */
export const toneBit = (label: Label): number => 1 << (INDICES.get(label) ?? TONE_LABELS.length)

/** What stands for a token where tone is weighed; null for what is quoted and for what is no word. */
export function toneWord({ kind, quoted, form }: Token): string | null {
  if (quoted) return null
  if (kind === 'word') return form.key
  return kind === 'number' || kind === 'mention' ? `<${kind}>` : null
}

/** All words and pairs of neighbouring words of a sentence, as often as they stand there, and the mark at its end. */
export function toneFeatures(tokens: readonly Token[], sentence: Sentence): string[] {
  const found: string[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = toneWord(tokens[at])
    if (word === null) continue
    found.push(word)
    const first = at > sentence.from ? toneWord(tokens[at - 1]) : null
    if (first !== null)
      found.push(`${first}${tokens[at - 1].clause === tokens[at].clause ? ' ' : ' , '}${word}`)
  }
  if (sentence.question) found.push('?')
  if (sentence.exclamation) found.push('!')
  return found
}

/** With fewer known words nothing can be told. */
const FEWEST = 6
/** With fewer a message is its wording: tone says what it sounds like, and never that there is nothing to look for. */
export const FEWEST_TO_SILENCE = 12
/** A sentence of fewer known words is weighed as one of so many: a few tell little. */
export const FEWEST_IN_SENTENCE = 20
/** How a sentence sounds is so much its own; the rest is how the whole message does. */
export const OWN_SHARE = 0.7
/** A longer text is a document: its tone is that of many. */
const MOST_TOKENS = 150

/** What is weighed of a reading. */
type Weighed = Pick<Reading, 'tokens' | 'sentences'>

const enum PAIR {
  key,
  row,
  size,
  /** So many bits say of most pairs that they are none, without a look at the table: a power of two. */
  signs = 1 << 16,
}

/** Weights of one language, ready to be summed up: plain data. */
export interface CompiledTone {
  /** By word, its number: that of its row of weights, or a higher one where it is there for its pairs alone. */
  readonly words: PackedNumbers
  /** Pairs of numbers and their rows, where their key puts them. */
  readonly pairs: Int32Array
  /** In hundredths, a row for each word or pair, with a weight for each of {@link TONE_LABELS}. */
  readonly weights: Int16Array
  readonly bias: Int16Array
  /** In hundredths, by label: the odds below which a sentence is silent. */
  readonly silent: Int16Array
}

/** Puts weights where they are found at once. */
export function compileTone({ features: lines, weights, bias, silent }: ToneWeights): CompiledTone {
  const features = lines.split('\n').map((feature, row) => ({ feature, row, words: wordsOf(feature) }))
  const ordered = [
    ...features.filter(({ words }) => words.length === 1),
    ...features.filter(({ words }) => words.length === 2),
  ]
  const numbers = new Map<string, number>()
  for (const { words } of ordered) if (words.length === 1) numbers.set(words[0], numbers.size)
  const numberOf = (word: string): number => {
    let number = numbers.get(word)
    // Numbers of words without a row stand above all rows.
    if (number === undefined) numbers.set(word, (number = ordered.length + numbers.size))
    return number
  }
  let size = 1 << 10
  while (size < 2 * ordered.length) size *= 2
  const pairs = new Int32Array(PAIR.size * size)
  const rows = new Int16Array(weights.length)
  for (const [place, { feature, row, words }] of ordered.entries()) {
    const from = TONE_LABELS.length * row
    rows.set(weights.slice(from, from + TONE_LABELS.length), TONE_LABELS.length * place)
    if (words.length === 1) continue
    const key = keyOf(numberOf(words[0]), numberOf(words[1]), feature.includes(' , '))
    const slot = slotOf(pairs, key)
    pairs[slot + PAIR.key] = key
    pairs[slot + PAIR.row] = place
  }
  return { words: packNumbers(numbers), pairs, weights: rows, bias, silent }
}

const wordsOf = (feature: string): string[] => feature.split(' ').filter((word) => word !== ',')

const keyOf = (first: number, second: number, bordered: boolean): number =>
  (first << 16) | (second << 1) | (bordered ? 1 : 0) | 0x80000000

const signOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> 16

/** The slot of a pair, or the empty one where it would be. */
function slotOf(pairs: Int32Array, key: number): number {
  const mask = pairs.length / PAIR.size - 1
  for (let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask; ; slot = (slot + 1) & mask) {
    const held = pairs[PAIR.size * slot + PAIR.key]
    if (held === 0 || held === key) return PAIR.size * slot
  }
}

/**
 * Weighs messages in one language by the words that they consist of: the same sum that the weights were found by. A
 * class, as the machine is, and for the same reason.
 */
class Scale {
  readonly #language: Language
  readonly #words: Numbers
  readonly #pairs: Int32Array
  readonly #signs = new Int32Array(PAIR.signs / 32)
  readonly #weights: Int16Array
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
    this.#weights = weights
    this.#height = weights.length / TONE_LABELS.length
    this.#bias = bias
    this.#silent = silent
    for (let slot = 0; slot < pairs.length; slot += PAIR.size) {
      if (pairs[slot + PAIR.key] !== 0) setBit(this.#signs, signOf(pairs[slot + PAIR.key]))
    }
    this.#number = this.#words.get('<number>') ?? -1
    this.#mention = this.#words.get('<mention>') ?? -1
    this.#question = this.#words.get('?') ?? this.#height
    this.#exclamation = this.#words.get('!') ?? this.#height
  }
  #numberOf({ quoted, kind, form }: Token): number {
    if (quoted) return -1
    if (kind === 'number') return this.#number
    if (kind === 'mention') return this.#mention
    if (kind !== 'word') return -1
    return this.#language === 'de'
      ? (form.germanTone ??= this.#words.get(form.key) ?? -1)
      : (form.englishTone ??= this.#words.get(form.key) ?? -1)
  }

  /** Reads a sentence; what is asked next is asked of it. */
  #meet(tokens: readonly Token[], { from, to, question, exclamation }: Sentence): void {
    const met = this.#met
    const signs = this.#signs
    const keys = this.#keys
    const height = this.#height
    let count = 0
    let asked = 0
    let before = -1
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      const number = this.#numberOf(token)
      if (number >= 0) {
        if (number < height) met[count++] = number
        if (before >= 0) {
          const key = keyOf(before, number, tokens[at - 1].clause !== token.clause)
          if (hasBit(signs, signOf(key))) keys[asked++] = key
        }
      }
      before = number
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
  /** What was read weighs for a label, by its index; in hundredths. */
  #sum(label: number): number {
    const weights = this.#weights
    const met = this.#met
    const count = this.#count
    let sum = 0
    for (let i = 0; i < count; i++) sum += weights[TONE_LABELS.length * met[i] + label]
    return sum
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
      for (let label = 0; label < TONE_LABELS.length; label++) {
        const sum = this.#sum(label)
        sums[label] += sum
        bySentence[TONE_LABELS.length * at + label] = sum
      }
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
        if (this.#bySentence[TONE_LABELS.length * at + label] < least * this.#roots[at])
          silent[at] |= 1 << label
    }
    return silent
  }
  /** The sentence that sounds most like a label, by its index. */
  loudest({ tokens, sentences }: Weighed, label: number): Sentence {
    const loud = sentences.map((sentence) => {
      this.#meet(tokens, sentence)
      return this.#sum(label)
    })
    return sentences[loud.indexOf(Math.max(...loud))]
  }
}

const NOTHING: Tone = { silent: null, of: () => 0, loudest: () => ({ from: 0, to: 0 }) }

/** The tone of the message that was heard last. */
class Heard implements Tone {
  readonly silent: Int32Array | null
  readonly #scale: Scale
  readonly #reading: Weighed

  constructor(scale: Scale, reading: Weighed, wanted: number) {
    this.silent = scale.silentIn(reading.sentences, wanted)
    this.#scale = scale
    this.#reading = reading
  }
  of(label: Label): number {
    const index = INDICES.get(label)
    return index === undefined ? 0 : this.#scale.odds(index)
  }
  loudest(label: Label): Run {
    return this.#scale.loudest(this.#reading, INDICES.get(label) ?? 0)
  }
}

/**
 * Makes what hears the tone of readings; a language without weights tells nothing. Labels that are wanted, as
 * {@link toneBit}s, are never silent.
 */
export function createTone(
  tones: Readonly<Record<Language, CompiledTone | null>>,
): (reading: Reading, wanted?: number) => Tone {
  // Each is made when it is first needed: most companies write in one language.
  const scales: Partial<Record<Language, Scale>> = {}
  return (reading, wanted = 0) => {
    const { language, tokens } = reading
    const own = language && tones[language]
    if (!own || tokens.length > MOST_TOKENS) return NOTHING
    const scale = (scales[language] ??= new Scale(language, own))
    return scale.hear(reading) ? new Heard(scale, reading, wanted) : NOTHING
  }
}
