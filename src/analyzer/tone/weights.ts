import type { ToneWeights } from '../../lexicon/lexicon.js'
import { type PackedNumbers, packNumbers } from '../packed.js'
import { TONE_LABELS } from './labels.js'

/** A slot of the table of pairs. */
export const enum PAIR {
  key,
  row,
  size,
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
    if (number >= UNKNOWN) throw new RangeError(`tone: more than ${UNKNOWN} words and pairs`)
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
    const key = keyOf(numberOf(words[0]), numberOf(words[1]), feature.includes(' , ') ? 1 : 0)
    const slot = slotOf(pairs, key)
    pairs[slot + PAIR.key] = key
    pairs[slot + PAIR.row] = place
  }
  return { words: packNumbers(numbers), pairs, weights: rows, bias, silent }
}

const wordsOf = (feature: string): string[] => feature.split(' ').filter((word) => word !== ',')

/** The number of all words that have none. */
export const UNKNOWN = 0x7fff

/**
 * What a pair of words is known by, from their numbers.
 * @param bordered 1 where a clause ends between them, else 0
 */
export const keyOf = (first: number, second: number, bordered: number): number =>
  (first << 16) | (second << 1) | bordered | 0x80000000

/** The slot of a pair, or the empty one where it would be. */
export function slotOf(pairs: Int32Array, key: number): number {
  const mask = pairs.length / PAIR.size - 1
  for (let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask; ; slot = (slot + 1) & mask) {
    const held = pairs[PAIR.size * slot + PAIR.key]
    if (held === 0 || held === key) return PAIR.size * slot
  }
}
