import type { Language } from '../types.js'
import type { Reading, Token } from './reading.js'

/**
 * Tells the language of most of the words of a message, null where nothing tells and nothing is assumed; and, in them,
 * that of its clauses. Where a clause's own words do not tell, it is that of its sentence, then of the message.
 * @param loans places of words that German takes as they are, such as `out of office`: they tell no language
 */
export function tellLanguages(
  { tokens, clauses, sentences }: Pick<Reading, 'tokens' | 'clauses' | 'sentences'>,
  assumed: Language | undefined,
  loans: ReadonlySet<number> | null,
): Language | null {
  evidence.sumUp(tokens, loans)
  let message = languageOf(tokens.length, assumed)
  // A message that is such a phrase and hardly more is in its language.
  if (loans !== null && evidence.words(0, tokens.length) <= 1) {
    evidence.sumUp(tokens, null)
    message = languageOf(tokens.length, assumed)
    if (message !== 'en') evidence.sumUp(tokens, loans)
  } else if (loans !== null && message === 'en') evidence.sumUp(tokens, null)

  for (const clause of clauses) {
    const { from, to } = sentences[clause.sentence]
    clause.language = evidence.decide(clause.from, clause.to) ?? evidence.decide(from, to) ?? message ?? 'de'
  }
  return message
}

function languageOf(to: number, assumed: Language | undefined): Language | null {
  if (evidence.words(0, to) === 0) return assumed ?? null
  const score = evidence.score(0, to)
  return Math.abs(score) < 50 ? (assumed ?? 'de') : score > 0 ? 'en' : 'de'
}

/** What is summed up over all words before a place. */
const enum SUM {
  /** How strongly they speak for English (positive) or German (negative), in hundredths. */
  tilt,
  /** Words of German grammar, of English grammar, and all. */
  german,
  english,
  words,
  size,
}

/** How strongly the words of a run speak for English or German: of the tokens that were last summed up. */
class Evidence {
  #sums = new Int32Array(1 << 10)

  sumUp(tokens: readonly Token[], loans: ReadonlySet<number> | null): void {
    const room = SUM.size * (tokens.length + 1)
    if (this.#sums.length < room) this.#sums = new Int32Array(2 * room)
    const sums = this.#sums
    let [tilt, german, english, words] = [0, 0, 0, 0]
    for (let at = 0; at < tokens.length; at++) {
      const { kind, form } = tokens[at]
      if (kind === 'word' && !loans?.has(at)) {
        words++
        tilt += form.tilt
        // Without a question, whose answer the processor could not foretell.
        german += form.grammar >>> 31
        english += -form.grammar >>> 31
      }
      const after = SUM.size * (at + 1)
      sums[after + SUM.tilt] = tilt
      sums[after + SUM.german] = german
      sums[after + SUM.english] = english
      sums[after + SUM.words] = words
    }
  }
  #between(which: SUM, from: number, to: number): number {
    return this.#sums[SUM.size * to + which] - this.#sums[SUM.size * from + which]
  }
  /** In hundredths. */
  score(from: number, to: number): number {
    return this.#between(SUM.tilt, from, to)
  }
  words(from: number, to: number): number {
    return this.#between(SUM.words, from, to)
  }
  decide(from: number, to: number): Language | null {
    const score = this.score(from, to)
    const german = this.#between(SUM.german, from, to)
    const english = this.#between(SUM.english, from, to)
    const words = this.words(from, to)
    if (german > 0 && english === 0) return 'de'
    if (english > 0 && german === 0 && words >= 3 && score > 200) return 'en'
    if (words >= 3 && german + english > 0 && Math.abs(score) > 200) return score > 0 ? 'en' : 'de'
    return null
  }
}

const evidence = new Evidence()
