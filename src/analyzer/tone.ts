import type { ToneWeights } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
import type { Form } from './forms.js'
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

/** All words and pairs of neighbouring words of a message, each once. */
export function toneFeatures(tokens: readonly Token[], sentences: readonly Sentence[]): string[] {
  const found = new Set<string>()
  tokens.forEach((token, at) => {
    const word = toneWord(token)
    if (word === null) return
    found.add(word)
    const before = tokens[at - 1]
    const first = before?.sentence === token.sentence ? toneWord(before) : null
    if (first !== null) found.add(`${first}${before.clause === token.clause ? ' ' : ' , '}${word}`)
  })
  if (sentences.some(({ question }) => question)) found.add('?')
  if (sentences.some(({ exclamation }) => exclamation)) found.add('!')
  return [...found]
}

/** With fewer known words nothing can be told. */
const FEWEST = 6
/** A longer text is a document: its tone is that of many. */
const MOST_TOKENS = 150

const NOTHING: Tone = { of: () => 0, loudest: () => ({ from: 0, to: 0 }) }

/** The word's number among those that weigh something, itself or in a pair; -1 for none. */
const NUMBERS = {
  de: (form: Form, find: (key: string) => number) => (form.germanTone ??= find(form.key)),
  en: (form: Form, find: (key: string) => number) => (form.englishTone ??= find(form.key)),
} as const

/** Weighs messages in one language by the words that they consist of: the same sum that the weights were found by. */
function createScale(language: Language, { features: lines, weights, bias }: ToneWeights) {
  const features = lines.split('\n')
  const labels = TONE_LABELS.length
  // Every word has a number; where it weighs nothing by itself, it is there for its pairs.
  const numbers = new Map<string, number>()
  const rows: number[] = []
  const numberOf = (word: string): number => {
    let number = numbers.get(word)
    if (number === undefined) {
      numbers.set(word, (number = numbers.size))
      rows.push(-1)
    }
    return number
  }
  const pairs = new Map<number, number>()
  const keyOf = (first: number, second: number, bordered: boolean): number =>
    2 * (first * 0x10000 + second) + (bordered ? 1 : 0)
  features.forEach((feature, row) => {
    const parts = feature.split(' ')
    if (parts.length === 1) rows[numberOf(feature)] = row
    else pairs.set(keyOf(numberOf(parts[0]), numberOf(parts.at(-1)!), parts.length === 3), row)
  })
  const find = (key: string) => numbers.get(key) ?? -1
  const known = (token: Token): number => {
    if (token.quoted) return -1
    if (token.kind === 'word') return NUMBERS[language](token.form, find)
    const word = toneWord(token)
    return word === null ? -1 : find(word)
  }
  const question = find('?')
  const exclamation = find('!')

  /** The rows of the features of a run of tokens, some of them perhaps more than once. */
  const rowsIn = (tokens: readonly Token[], { from, to }: Run): number[] => {
    const found: number[] = []
    let before = -1
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      const number = known(token)
      if (number >= 0) {
        if (rows[number] >= 0) found.push(rows[number])
        if (before >= 0 && tokens[at - 1].sentence === token.sentence) {
          const pair = pairs.get(keyOf(before, number, tokens[at - 1].clause !== token.clause))
          if (pair !== undefined) found.push(pair)
        }
      }
      before = number
    }
    return found
  }
  const seen = new Int32Array(features.length)
  let turn = 0

  return ({ tokens, sentences }: Reading): Tone => {
    turn++
    const sums = new Float64Array(labels)
    let count = 0
    const add = (row: number | undefined) => {
      if (row === undefined || row < 0 || seen[row] === turn) return
      seen[row] = turn
      count++
      const from = labels * row
      for (let label = 0; label < labels; label++) sums[label] += weights[from + label]
    }
    rowsIn(tokens, { from: 0, to: tokens.length }).forEach(add)
    if (sentences.some((sentence) => sentence.question)) add(rows[question])
    if (sentences.some((sentence) => sentence.exclamation)) add(rows[exclamation])
    if (count < FEWEST) return NOTHING
    const length = Math.sqrt(count + 1)
    const indexOf = (label: Label) => (TONE_LABELS as readonly Label[]).indexOf(label)
    return {
      of(label) {
        const index = indexOf(label)
        return index < 0 ? 0 : (bias[index] + sums[index] / length) / 100
      },
      loudest(label) {
        const index = indexOf(label)
        const sumOf = (sentence: Run) =>
          rowsIn(tokens, sentence).reduce((sum, row) => sum + weights[labels * row + index], 0)
        return sentences.reduce((best, sentence) => (sumOf(sentence) > sumOf(best) ? sentence : best))
      },
    }
  }
}

/** Makes what hears the tone of readings; a language without weights tells nothing. */
export function createTone(
  weights: Readonly<Record<Language, ToneWeights | null>>,
): (reading: Reading) => Tone {
  // Each is made when it is first needed: most companies write in one language.
  const scales: Partial<Record<Language, (reading: Reading) => Tone>> = {}
  return (reading) => {
    const { language, tokens } = reading
    const own = language && weights[language]
    if (!own || tokens.length > MOST_TOKENS) return NOTHING
    scales[language] ??= createScale(language, own)
    return scales[language](reading)
  }
}
