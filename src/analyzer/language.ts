import type { Language } from '../types.js'
import type { Clause, Run, Sentence, Token } from './reading.js'

/** The languages of a message. */
export interface Languages {
  /** Of most of the words; null where nothing tells and nothing is assumed. */
  readonly message: Language | null
  /** Where a clause's own words do not tell, its language is that of its sentence, then of the message. */
  readonly clauses: readonly Clause[]
}

/** @param loans places of words that German takes as they are, such as `out of office`: they tell no language */
export function languagesOf(
  tokens: readonly Token[],
  clauses: readonly (Run & { sentence: number })[],
  sentences: readonly Sentence[],
  assumed: Language | undefined,
  loans: ReadonlySet<number> | null,
): Languages {
  let evidence = sumUp(tokens, loans)
  let message = languageOf(evidence, tokens.length, assumed)
  // A message that is such a phrase and hardly more is in its language.
  if (loans !== null && evidence.words(0, tokens.length) <= 1) {
    evidence = sumUp(tokens, null)
    message = languageOf(evidence, tokens.length, assumed)
    if (message !== 'en') evidence = sumUp(tokens, loans)
  } else if (loans !== null && message === 'en') evidence = sumUp(tokens, null)

  const bySentence: (Language | undefined)[] = []
  const ofSentence = (sentence: number): Language =>
    (bySentence[sentence] ??=
      evidence.decide(sentences[sentence].from, sentences[sentence].to) ?? message ?? 'de')
  return {
    message,
    clauses: clauses.map(({ from, to, sentence }) => ({
      from,
      to,
      sentence,
      language: evidence.decide(from, to) ?? ofSentence(sentence),
    })),
  }
}

function languageOf(evidence: Evidence, to: number, assumed: Language | undefined): Language | null {
  if (evidence.words(0, to) === 0) return assumed ?? null
  const score = evidence.score(0, to)
  return Math.abs(score) < 50 ? (assumed ?? 'de') : score > 0 ? 'en' : 'de'
}

/** How strongly the words of a run speak for English (positive) or German (negative). */
interface Evidence {
  /** In hundredths. */
  score(from: number, to: number): number
  words(from: number, to: number): number
  decide(from: number, to: number): Language | null
}

// What is summed up over all words before a place: tilts, German and English words of grammar, words.
const SUMS = 4

function sumUp(tokens: readonly Token[], loans: ReadonlySet<number> | null): Evidence {
  const sums = new Array<number>(SUMS * (tokens.length + 1)).fill(0)
  for (let at = 0; at < tokens.length; at++) {
    const { kind, form } = tokens[at]
    const counts = kind === 'word' && !loans?.has(at)
    const before = SUMS * at
    const after = before + SUMS
    sums[after] = sums[before] + (counts ? form.tilt : 0)
    sums[after + 1] = sums[before + 1] + (counts && form.grammar < 0 ? 1 : 0)
    sums[after + 2] = sums[before + 2] + (counts && form.grammar > 0 ? 1 : 0)
    sums[after + 3] = sums[before + 3] + (counts ? 1 : 0)
  }
  const between = (which: number, from: number, to: number) =>
    sums[SUMS * to + which] - sums[SUMS * from + which]
  return {
    score: (from, to) => between(0, from, to),
    words: (from, to) => between(3, from, to),
    decide(from, to) {
      const score = between(0, from, to)
      const german = between(1, from, to)
      const english = between(2, from, to)
      const words = between(3, from, to)
      if (german > 0 && english === 0) return 'de'
      if (english > 0 && german === 0 && words >= 3 && score > 200) return 'en'
      if (words >= 3 && german + english > 0 && Math.abs(score) > 200) return score > 0 ? 'en' : 'de'
      return null
    },
  }
}
