import type { ToneWeights } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
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
  /** Natural logarithm of the odds; 0 where there are too few known words to tell. */
  of(label: Label): number
  /** The sentence that sounds most like it. */
  loudest(label: Label): Run
}

/** What stands for a token where tone is weighed; null for what is quoted and for what is no word. */
export function toneWord({ kind, quoted, key }: Token): string | null {
  if (quoted) return null
  if (kind === 'word') return key
  return kind === 'number' || kind === 'mention' ? `<${kind}>` : null
}

/** All words and pairs of neighbouring words of a message, as often as they stand there. */
export function toneFeatures(tokens: readonly Token[], sentences: readonly Sentence[]): string[] {
  const found: string[] = []
  tokens.forEach((token, at) => {
    const word = toneWord(token)
    if (word === null) return
    found.push(word)
    const before = tokens[at - 1]
    const first = before?.sentence === token.sentence ? toneWord(before) : null
    if (first !== null) found.push(`${first}${before.clause === token.clause ? ' ' : ' , '}${word}`)
  })
  if (sentences.some(({ question }) => question)) found.push('?')
  if (sentences.some(({ exclamation }) => exclamation)) found.push('!')
  return found
}

/** With fewer known words nothing can be told. */
const FEWEST = 6
/** A longer text is a document: its tone is that of many. */
const MOST_TOKENS = 150

const NOTHING: Tone = { of: () => 0, loudest: () => ({ from: 0, to: 0 }) }

const enum PAIR {
  key,
  row,
  size,
}

/** Weights of one language, ready to be summed up: plain data. */
export interface CompiledTone {
  /** By word, its number. */
  readonly words: PackedNumbers
  /** By number of a word, its row of weights; -1 where it weighs nothing by itself, and is there for its pairs. */
  readonly rows: Int32Array
  /** Pairs of numbers and their rows, where their key puts them. */
  readonly pairs: Int32Array
  /** In hundredths, a column of rows for each of {@link TONE_LABELS}: most messages are asked for one alone. */
  readonly columns: Int16Array
  readonly bias: Int16Array
}

/** Puts weights where they are found at once. */
export function compileTone({ features: lines, weights, bias }: ToneWeights): CompiledTone {
  const features = lines.split('\n')
  const numbers = new Map<string, number>()
  for (const feature of features)
    for (const word of wordsOf(feature)) if (!numbers.has(word)) numbers.set(word, numbers.size)
  const rows = new Int32Array(numbers.size).fill(-1)
  let size = 1 << 10
  while (size < 2 * features.length) size *= 2
  const pairs = new Int32Array(PAIR.size * size)
  const columns = new Int16Array(weights.length)
  features.forEach((feature, row) => {
    for (let label = 0; label < TONE_LABELS.length; label++)
      columns[label * features.length + row] = weights[TONE_LABELS.length * row + label]
    const [first, second] = wordsOf(feature).map((word) => numbers.get(word)!)
    if (second === undefined) rows[first] = row
    else {
      const key = keyOf(first, second, feature.includes(' , '))
      const slot = slotOf(pairs, key)
      pairs[slot + PAIR.key] = key
      pairs[slot + PAIR.row] = row
    }
  })
  return { words: packNumbers(numbers), rows, pairs, columns, bias }
}

const wordsOf = (feature: string): string[] => feature.split(' ').filter((word) => word !== ',')

const keyOf = (first: number, second: number, bordered: boolean): number =>
  (first << 16) | (second << 1) | (bordered ? 1 : 0) | 0x80000000

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
  readonly #rows: Int32Array
  readonly #pairs: Int32Array
  readonly #columns: Int16Array
  readonly #height: number
  readonly #question: number
  readonly #exclamation: number
  readonly bias: Int16Array
  /** How many known words and pairs the last sum was made of. */
  count = 0

  constructor(language: Language, { words, rows, pairs, columns, bias }: CompiledTone) {
    this.#language = language
    this.#words = unpackNumbers(words)
    this.#rows = rows
    this.#pairs = pairs
    this.#columns = columns
    this.#height = columns.length / TONE_LABELS.length
    this.bias = bias
    this.#question = this.#rowOf('?')
    this.#exclamation = this.#rowOf('!')
  }
  #rowOf(word: string): number {
    const number = this.#words.get(word)
    return number === undefined ? -1 : this.#rows[number]
  }
  #numberOf(token: Token): number {
    if (token.quoted) return -1
    if (token.kind !== 'word') return this.#words.get(toneWord(token) ?? '') ?? -1
    const { form } = token
    return this.#language === 'de'
      ? (form.germanTone ??= this.#words.get(form.key) ?? -1)
      : (form.englishTone ??= this.#words.get(form.key) ?? -1)
  }

  /** What a run of tokens weighs for a label, by its index; in hundredths. */
  sum(tokens: readonly Token[], { from, to }: Run, label: number): number {
    const columns = this.#columns
    const rows = this.#rows
    const pairs = this.#pairs
    const column = label * this.#height
    let count = 0
    let sum = 0
    let before = -1
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      const number = this.#numberOf(token)
      if (number >= 0) {
        const row = rows[number]
        if (row >= 0) {
          count++
          sum += columns[column + row]
        }
        if (before >= 0 && tokens[at - 1].sentence === token.sentence) {
          const key = keyOf(before, number, tokens[at - 1].clause !== token.clause)
          const slot = slotOf(pairs, key)
          if (pairs[slot + PAIR.key] === key) {
            count++
            sum += columns[column + pairs[slot + PAIR.row]]
          }
        }
      }
      before = number
    }
    this.count = count
    return sum
  }
  /** As {@link sum}, of a whole message. */
  sumOfAll({ tokens, sentences }: Reading, label: number): number {
    let sum = this.sum(tokens, { from: 0, to: tokens.length }, label)
    const mark = (row: number) => {
      if (row < 0) return
      this.count++
      sum += this.#columns[label * this.#height + row]
    }
    if (sentences.some(({ question }) => question)) mark(this.#question)
    if (sentences.some(({ exclamation }) => exclamation)) mark(this.#exclamation)
    return sum
  }
}

const INDICES = new Map<Label, number>(TONE_LABELS.map((label, index) => [label, index]))

/** Makes what hears the tone of readings; a language without weights tells nothing. */
export function createTone(
  tones: Readonly<Record<Language, CompiledTone | null>>,
): (reading: Reading) => Tone {
  // Each is made when it is first needed: most companies write in one language.
  const scales: Partial<Record<Language, Scale>> = {}
  return (reading) => {
    const { language, tokens, sentences } = reading
    const own = language && tones[language]
    if (!own || tokens.length > MOST_TOKENS) return NOTHING
    const scale = (scales[language] ??= new Scale(language, own))
    return {
      of(label) {
        const index = INDICES.get(label)
        if (index === undefined) return 0
        const sum = scale.sumOfAll(reading, index)
        return scale.count < FEWEST ? 0 : (scale.bias[index] + sum / Math.sqrt(scale.count + 1)) / 100
      },
      loudest(label) {
        const loud = sentences.map((sentence) => scale.sum(tokens, sentence, INDICES.get(label) ?? 0))
        return sentences[loud.indexOf(Math.max(...loud))]
      },
    }
  }
}
