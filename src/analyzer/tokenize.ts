import { OBJECTS, type ObjectKind } from '../prose/index.js'
import { ABBREVIATIONS, MONTHS } from './abbreviations.js'
import { fold } from './morphology/fold.js'
import { quotations } from './quotations.js'
import type { Run, Sentence, Token } from './reading.js'

const KIND_OF: ReadonlyMap<string, ObjectKind> = new Map(
  Object.entries(OBJECTS).map(([kind, character]) => [character, kind as ObjectKind]),
)

// A word keeps apostrophes (geht's) and the gender mark (Kolleg*innen); hyphens split it into glued tokens.
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+|[*:_/](?:innen|in)(?!\p{L}))*|\p{N}+(?:[.,:]\p{N}+)*[\p{L}\p{N}]*|[\uE000-\uE004]/gu

/** What stands between two tokens: nothing that matters, a clause border, or the end of a sentence. */
type Border = 'none' | 'clause' | 'sentence'

interface Pieces {
  tokens: Token[]
  sentences: Sentence[]
  clauses: (Run & { sentence: number })[]
}

/** No more tokens are read; a message of so many words is a pasted document. */
export const MOST_TOKENS = 3000

/** Splits prose into tokens, clauses and sentences in one pass. */
export function tokenize(prose: string): Pieces {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const clauses: Pieces['clauses'] = []
  const quotes = quotations(prose)
  let quote = 0
  let sentenceFrom = 0
  let clauseFrom = 0
  let end = 0

  const closeClause = () => {
    if (tokens.length > clauseFrom)
      clauses.push({ from: clauseFrom, to: tokens.length, sentence: sentences.length })
    clauseFrom = tokens.length
  }
  const closeSentence = (mark: string) => {
    closeClause()
    if (tokens.length > sentenceFrom)
      sentences.push({
        from: sentenceFrom,
        to: tokens.length,
        question: mark.includes('?'),
        exclamation: mark.includes('!'),
      })
    sentenceFrom = tokens.length
  }

  for (const match of prose.matchAll(TOKEN)) {
    if (tokens.length === MOST_TOKENS) break
    const text = match[0]
    const start = match.index
    const kind = KIND_OF.get(text) ?? (/^\p{N}/u.test(text) && /\p{N}[.,:]?$/u.test(text) ? 'number' : 'word')
    const key = kind === 'word' ? fold(text) : text
    const between = prose.slice(end, start)
    if (tokens.length > 0) {
      const border = between === ' ' ? 'none' : borderOf(between, tokens[tokens.length - 1], text, key)
      if (border === 'sentence') closeSentence(between)
      else if (border === 'clause') closeClause()
    }
    end = start + text.length
    if (kind === 'emoji') {
      closeClause()
      continue
    }
    // A quotation or block of code set apart ends what came before it.
    if (kind === 'quote' && tokens.length > 0) closeClause()
    while (quote < quotes.length && quotes[quote].end <= start) quote++
    tokens.push({
      text,
      key,
      kind,
      start,
      end,
      glued: (between === '-' || between === '‑' || between === '–') && tokens.length > sentenceFrom,
      sentence: sentences.length,
      clause: clauses.length,
      quoted: quote < quotes.length && quotes[quote].start <= start,
    })
  }
  closeSentence(prose.slice(end))
  return { tokens, sentences, clauses }
}

function borderOf(between: string, last: Token, next: string, nextKey: string): Border {
  if (between.includes('\n')) return 'sentence'
  if (/[!?…。]|\.{2,}/.test(between)) return /[\s"“”»«)]/.test(between) ? 'sentence' : 'clause'
  if (between.includes('.')) {
    // `v1.2`, `example.org`, `z.B.`
    if (!/\s|["“”»)]/.test(between)) return 'none'
    if (last.kind === 'number') return MONTHS.has(nextKey) || !/^\p{Lu}/u.test(next) ? 'none' : 'sentence'
    if (last.text.length === 1 && last.kind === 'word') return 'none'
    return ABBREVIATIONS.has(last.key) ? 'none' : 'sentence'
  }
  return /[,;:()[\]•|=>]|\s[-–—]|[–—]\s|\uE004/.test(between) ? 'clause' : 'none'
}
