import type { Language } from '../types.js'
import type { Clause, Run, Sentence, Token } from './reading.js'

/** How strongly words speak for English (positive) or German (negative), in hundredths. */
interface Evidence {
  score: number
  german: number
  english: number
  words: number
}

/**
 * The language of most of the words, null where nothing tells and nothing is assumed.
 * @param loans places of words that German takes as they are, such as `out of office`: they tell no language
 */
export function languageOf(
  tokens: readonly Token[],
  assumed: Language | undefined,
  loans: ReadonlySet<number> | null = null,
): Language | null {
  const besides = weigh(tokens, 0, tokens.length, loans)
  // A message that is such a phrase and hardly more is in its language.
  const { score, words } = besides.words > 1 ? besides : weigh(tokens, 0, tokens.length)
  if (words === 0) return assumed ?? null
  return Math.abs(score) < 50 ? (assumed ?? 'de') : score > 0 ? 'en' : 'de'
}

/**
 * The language of each clause; where its own words do not tell, that of its sentence, then of the message.
 */
export function clauseLanguages(
  tokens: readonly Token[],
  clauses: readonly (Run & { sentence: number })[],
  sentences: readonly Sentence[],
  message: Language,
  loans: ReadonlySet<number> | null = null,
): Clause[] {
  const bySentence: (Language | undefined)[] = []
  return clauses.map(({ from, to, sentence }) => ({
    from,
    to,
    sentence,
    language:
      decide(weigh(tokens, from, to, loans)) ??
      (bySentence[sentence] ??=
        decide(weigh(tokens, sentences[sentence].from, sentences[sentence].to, loans)) ?? message),
  }))
}

function weigh(
  tokens: readonly Token[],
  from: number,
  to: number,
  loans: ReadonlySet<number> | null = null,
): Evidence {
  const evidence = { score: 0, german: 0, english: 0, words: 0 }
  for (let i = from; i < to; i++) {
    if (tokens[i].kind !== 'word' || loans?.has(i)) continue
    const { tilt, grammar } = tokens[i].form
    evidence.score += tilt
    evidence.words += 1
    if (grammar < 0) evidence.german += 1
    else if (grammar > 0) evidence.english += 1
  }
  return evidence
}

function decide({ score, german, english, words }: Evidence): Language | null {
  if (german > 0 && english === 0) return 'de'
  if (english > 0 && german === 0 && words >= 3 && score > 200) return 'en'
  if (words >= 3 && german + english > 0 && Math.abs(score) > 200) return score > 0 ? 'en' : 'de'
  return null
}
