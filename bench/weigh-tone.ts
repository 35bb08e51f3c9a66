/**
 * Weighs how much words and pairs of words sound like each label, by the example sentences of the lexicons and by
 * labelled messages, and writes lexicons/tone/*.tsv: logistic regression with a penalty on large weights, one for each
 * label and language; and finds by messages that took no part below which odds nothing need be looked for under a label.
 * What comes of it are plain sums, the same everywhere. The sets that are kept for measuring take no part. Usage:
 * node --import tsx bench/weigh-tone.ts [--without SET,SET]; then nothing is written, and it says what the weights are
 * worth on those sets too
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { Forms } from '../src/analyzer/forms.js'
import { tokenize } from '../src/analyzer/tokenize.js'
import { TONE_LABELS } from '../src/analyzer/tone/labels.js'
import { FEWEST_IN_SENTENCE, FEWEST_TO_SILENCE, OWN_SHARE } from '../src/analyzer/tone/scale.js'
import { toneFeatures } from '../src/analyzer/tone/tone.js'
import { lexiconSources, SHIPPED } from '../src/lexicon/load.js'
import { parseLexicons } from '../src/lexicon/parse.js'
import { packageRoot } from '../src/package-root.js'
import { toProse } from '../src/prose/index.js'
import type { Label, Language, Markup } from '../src/types.js'

/** Never weighed by: what the weights are measured on. */
const MEASURED_ON = ['eighth']
/** A word that fewer sentences have is chance. */
const FEWEST = 3
/** What weighs less for every label is left out. */
const LIGHTEST = 0.45
const PENALTY = 0.1
const PACE = 0.3
const ROUNDS = 60
/** A message that somebody labelled counts as much as so many example sentences. */
const MESSAGE = 2
/** Where a sentence sounds like a label that it has not, from these odds on, it counts so many times as much. */
const MISHEARD = 2
const HARD = 6

/** The messages that somebody labelled, in so many parts; each is heard by what was weighed without it. */
const PARTS = 4
/** So many right hits of a hundred may be lost where nothing is looked for under a label that a sentence does not sound like. */
const LOST = 4
/** From these odds on something is always looked for, in hundredths. */
const MOST_SILENT = -150
const STEP = 25
/** Where no message is found under a label, nothing tells when it may be silent. */
const NEVER_SILENT = -30_000

interface Sample {
  readonly set: string
  readonly language: Language
  readonly text: string
  readonly markup: Markup
  readonly labels: readonly string[]
  /** Labels of which it is not known whether they hold. */
  readonly unknown: readonly string[]
  /** By sentence, and where the sentences end. */
  readonly features: readonly (readonly string[])[]
  readonly ends: readonly number[]
}

const lexicons = parseLexicons(lexiconSources(SHIPPED))
const forms = new Forms(lexicons.frequency)

function sampleOf(
  set: string,
  { language, text, markup = 'plain' }: { language: Language; text: string; markup?: Markup },
  labels: readonly string[],
  unknown: readonly string[] = [],
): Sample {
  const prose = toProse(text, markup)
  const { tokens, sentences } = tokenize(prose.text, forms)
  const features = sentences.map((sentence) => toneFeatures(tokens, sentence))
  const ends = sentences.map(({ from, to }) => prose.origin(tokens[from]!.start, tokens[to - 1]!.end).end)
  return { set, language, text, markup, labels, unknown, features, ends }
}

function samplesOf(file: string, set: string): Sample[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { text, lang, language = lang, platform, labels = [] } = JSON.parse(line)
    return sampleOf(set, { language, text, markup: platform }, labels)
  })
}

const inFolder = (folder: string): Sample[] =>
  readdirSync(join(packageRoot, folder)).flatMap((name) =>
    samplesOf(join(packageRoot, folder, name), name.replace('.jsonl', '')),
  )
const samples: readonly Sample[] = [
  ...lexicons.rules.flatMap(({ language, label, flag, allow, instead }) => [
    ...flag.map((text) => sampleOf('examples', { language, text }, [label])),
    ...allow.map((text) => sampleOf('examples', { language, text }, [])),
    // What we suggest ourselves is nothing that we would hint at.
    ...instead.map((text) => sampleOf('suggestions', { language, text }, [], ['ownership', 'care'])),
  ]),
  ...inFolder('tests/development'),
  ...inFolder('tests/blind'),
]

interface Weights {
  readonly weights: Float64Array
  readonly bias: number
}

/** Weighs the features for each label, by stochastic steps that grow smaller where there were many. */
function weigh(
  all: readonly Sample[],
  features: readonly string[],
  seen: ReadonlyMap<string, number>,
  before?: readonly Weights[],
): Weights[] {
  const index = new Map(features.map((feature, i) => [feature, i]))
  const rows = all.map((sample) => {
    const known = knownOf(sample, index)
    return { sample, known, value: 1 / Math.sqrt(known.length + 1) }
  })
  const penalties = features.map((feature) => PENALTY / seen.get(feature)!)
  return TONE_LABELS.map((label, l) => {
    const used = rows.filter(({ sample }) => !sample.unknown.includes(label))
    const goals = used.map(({ sample }) => (sample.labels.includes(label) ? 1 : 0))
    const positive = goals.filter((goal) => goal === 1).length
    const shares = used.map(({ sample }, i) => {
      const balance = used.length / (2 * (goals[i] === 1 ? positive : used.length - positive))
      const hard = before && goals[i] === 0 && oddsOf(used[i]!, before[l]!) >= MISHEARD ? HARD : 1
      return balance * hard * (sample.set === 'examples' || sample.set === 'suggestions' ? 1 : MESSAGE)
    })
    const weights = new Float64Array(features.length)
    const paces = new Float64Array(features.length).fill(1e-8)
    let bias = 0
    let biasPace = 1e-8
    for (const i of shuffled(used.length, ROUNDS)) {
      const { known, value } = used[i]!
      const score = oddsOf({ known, value }, { weights, bias })
      const slope = (1 / (1 + Math.exp(-score)) - goals[i]!) * shares[i]!
      biasPace += slope * slope
      bias -= (PACE * slope) / Math.sqrt(biasPace)
      for (const feature of known) {
        const gradient = slope * value + penalties[feature]! * weights[feature]!
        paces[feature]! += gradient * gradient
        weights[feature]! -= (PACE * gradient) / Math.sqrt(paces[feature]!)
      }
    }
    return { weights, bias }
  })
}

const oddsOf = (
  { known, value }: { known: readonly number[]; value: number },
  { weights, bias }: Weights,
): number => known.reduce((sum, feature) => sum + weights[feature]! * value, bias)

const knownOf = ({ features }: Sample, index: ReadonlyMap<string, number>): number[] =>
  features.flat().flatMap((feature) => index.get(feature) ?? [])

/** As the analyzer has it: the odds of each sentence. */
function oddsBySentence(sample: Sample, index: ReadonlyMap<string, number>, weights: Weights): number[] {
  const known = knownOf(sample, index)
  const whole = oddsOf({ known, value: 1 / Math.sqrt(known.length + 1) }, weights)
  return sample.features.map((sentence) => {
    const known = sentence.flatMap((feature) => index.get(feature) ?? [])
    const value = 1 / Math.sqrt(Math.max(known.length, FEWEST_IN_SENTENCE) + 1)
    return OWN_SHARE * oddsOf({ known, value }, weights) + (1 - OWN_SHARE) * whole
  })
}

/** All numbers below one, in another order each round, and in the same orders each time. */
function* shuffled(count: number, rounds: number): Generator<number> {
  const order = Array.from({ length: count }, (_, i) => i)
  let state = 1
  for (let round = 0; round < rounds; round++) {
    for (let i = count - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const j = Math.floor((state / 2 ** 32) * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    yield* order
  }
}

/** Weighs three times: without what weighed little, and then with more regard to what was misheard. */
function model(all: readonly Sample[]) {
  const seen = new Map<string, number>()
  for (const { features } of all)
    for (const feature of features.flat()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  // The most frequent first: where they are summed up, those lie close together then.
  const frequent = [...seen.keys()]
    .filter((feature) => seen.get(feature)! >= FEWEST)
    .sort((a, b) => seen.get(b)! - seen.get(a)! || (a < b ? -1 : 1))
  const first = weigh(all, frequent, seen)
  const features = frequent.filter((_, i) => first.some(({ weights }) => Math.abs(weights[i]!) >= LIGHTEST))
  return { features, labels: weigh(all, features, seen, weigh(all, features, seen)) }
}

/** By label, the odds of a sentence below which nothing need be looked for in it, in hundredths. */
function silentBelow(own: readonly Sample[]): number[] {
  const sets = [...new Set(own.map(({ set }) => set))].filter(
    (set) => set !== 'examples' && set !== 'suggestions',
  )
  const right = TONE_LABELS.map((): number[] => [])
  for (let part = 0; part < PARTS; part++) {
    const left = new Set(sets.filter((_, i) => i % PARTS === part))
    const { features, labels } = model(own.filter(({ set }) => !left.has(set)))
    const index = new Map(features.map((feature, i) => [feature, i]))
    for (const sample of own.filter(({ set }) => left.has(set))) {
      if (knownOf(sample, index).length < FEWEST_TO_SILENCE) continue
      const { findings } = analyzer.analyze({ text: sample.text, markup: sample.markup })
      for (const [l, label] of TONE_LABELS.entries()) {
        const odds = oddsBySentence(sample, index, labels[l]!)
        const found = findings
          .filter((finding) => finding.label === label)
          .map(({ start }) => odds[sample.ends.findIndex((end) => start < end)]!)
        if (sample.labels.includes(label) && found.length > 0) right[l]!.push(100 * Math.max(...found))
      }
    }
  }
  return right.map((odds) => {
    const lowest = odds.sort((a, b) => a - b)[Math.floor((odds.length * LOST) / 100)] ?? NEVER_SILENT
    return Math.min(MOST_SILENT, STEP * Math.floor(lowest / STEP))
  })
}

const at = process.argv.indexOf('--without')
const left = [...MEASURED_ON, ...(at < 0 ? [] : (process.argv[at + 1] ?? '').split(','))]
// By their wordings alone.
const analyzer = createAnalyzer({ ...lexicons, tone: { de: null, en: null } })

for (const language of ['de', 'en'] as const) {
  const own = samples.filter((sample) => sample.language === language)
  const { features, labels } = model(own.filter(({ set }) => !left.includes(set)))
  const index = new Map(features.map((feature, i) => [feature, i]))
  const scored = own
    .filter(({ set }) => left.includes(set))
    .flatMap((sample) => {
      const known = knownOf(sample, index)
      const found = analyzer.analyze({ text: sample.text, markup: sample.markup }).labels
      return labels.map(({ weights, bias }, l) => ({
        score: oddsOf({ known, value: 1 / Math.sqrt(known.length + 1) }, { weights, bias }),
        isRight: sample.labels.includes(TONE_LABELS[l]!),
        isFound: found.includes(TONE_LABELS[l]! as Label),
      }))
    })
  const count = (test: (item: (typeof scored)[number]) => boolean) => ({
    right: scored.filter((item) => item.isRight && test(item)).length,
    wrong: scored.filter((item) => !item.isRight && test(item)).length,
  })
  console.log(`${language}: ${own.length} sentences, ${features.length} features; on ${left.join(', ')}:`)
  console.table({
    ...Object.fromEntries(
      [2, 2.5, 3, 3.5, 4].map((odds) => [
        `found besides from ${odds} on`,
        count(({ score, isFound }) => !isFound && score >= odds),
      ]),
    ),
    ...Object.fromEntries(
      [-1.5, -2, -2.5, -3, -4].map((odds) => [
        `taken back below ${odds}`,
        count(({ score, isFound }) => isFound && score < odds),
      ]),
    ),
  })
  if (at >= 0) continue
  const hundredths = (weight: number) => Math.round(100 * weight)
  const lines = [
    ['# feature', ...TONE_LABELS],
    ['# without a word', ...labels.map(({ bias }) => hundredths(bias))],
    ['# silent below', ...silentBelow(own.filter(({ set }) => !left.includes(set)))],
    ...features.map((feature, i) => [feature, ...labels.map(({ weights }) => hundredths(weights[i]!))]),
  ]
  writeFileSync(join(SHIPPED, `tone/${language}.tsv`), `${lines.map((line) => line.join('\t')).join('\n')}\n`)
}
