import type { Language } from '../types.js'
import type { Clause, Run, Sentence, Token } from './reading.js'

/** Zipf frequencies by folded word. */
export type Frequency = Readonly<Record<Language, ReadonlyMap<string, number>>>

/** How strongly words speak for English (positive) or German (negative). */
interface Evidence {
  score: number
  german: number
  english: number
  words: number
}

// Unlisted words are at most this frequent.
const FLOOR = 2.5
const CLIP = 3
// From this frequency on, and with this much between the languages, a word carries the grammar.
const FUNCTION_WORD = 5.6
const CLEAR = 1.2

/** Decides the language of clauses and of the whole from word frequencies. */
export function createLanguageGuess(frequency: Frequency) {
  const memo = new Map<string, { difference: number; grammar: -1 | 0 | 1 }>()

  const judge = (key: string) => {
    let known = memo.get(key)
    if (!known) {
      const de = frequency.de.get(key)
      const en = frequency.en.get(key)
      const difference =
        de === undefined && en === undefined
          ? 0
          : Math.max(-CLIP, Math.min(CLIP, (en ?? FLOOR) - (de ?? FLOOR)))
      const frequent = Math.max(de ?? 0, en ?? 0) >= FUNCTION_WORD && Math.abs(difference) >= CLEAR
      known = { difference, grammar: frequent ? (difference > 0 ? 1 : -1) : 0 }
      if (memo.size < 50_000) memo.set(key, known)
    }
    return known
  }

  const weigh = (tokens: readonly Token[], { from, to }: Run): Evidence => {
    const evidence = { score: 0, german: 0, english: 0, words: 0 }
    for (let i = from; i < to; i++) {
      if (tokens[i].kind !== 'word') continue
      const { difference, grammar } = judge(tokens[i].key)
      // Umlauts and ß are German whatever the word.
      const umlaut = /[äöüß]/i.test(tokens[i].text) ? -1 : 0
      evidence.score += grammar === 0 ? difference + umlaut : 3 * difference
      evidence.words += 1
      if (grammar < 0) evidence.german += 1
      if (grammar > 0) evidence.english += 1
    }
    return evidence
  }

  return {
    /** The language of most of the words, null where nothing tells and nothing is assumed. */
    ofMessage(tokens: readonly Token[], assumed: Language | undefined): Language | null {
      const { score, words } = weigh(tokens, { from: 0, to: tokens.length })
      if (words === 0) return assumed ?? null
      return Math.abs(score) < 0.5 ? (assumed ?? 'de') : score > 0 ? 'en' : 'de'
    },
    /** The language of each clause; where its own words do not tell, that of its sentence, then of the message. */
    ofClauses(
      tokens: readonly Token[],
      clauses: readonly Omit<Clause, 'language'>[],
      sentences: readonly Sentence[],
      message: Language,
    ): Clause[] {
      const bySentence = sentences.map((sentence) => decide(weigh(tokens, sentence)) ?? message)
      return clauses.map((clause) => ({
        ...clause,
        language: decide(weigh(tokens, clause)) ?? bySentence[clause.sentence],
      }))
    },
    /** Zipf frequency of a folded word; undefined below the table. */
    zipf(language: Language, key: string): number | undefined {
      return frequency[language].get(key)
    },
  }
}

export type LanguageGuess = ReturnType<typeof createLanguageGuess>

function decide({ score, german, english, words }: Evidence): Language | null {
  if (german > 0 && english === 0) return 'de'
  if (english > 0 && german === 0 && words >= 3 && score > 2) return 'en'
  if (words >= 3 && german + english > 0 && Math.abs(score) > 2) return score > 0 ? 'en' : 'de'
  return null
}
