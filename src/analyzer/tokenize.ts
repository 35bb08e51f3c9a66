import { OBJECTS, type ObjectKind } from '../prose/index.js'
import { ABBREVIATIONS, MONTHS } from './abbreviations.js'
import { CHARACTER } from './characters.js'
import type { Form, Forms } from './forms.js'
import { Pieces } from './pieces.js'
import { quotations } from './quotations.js'
import type { Clause, Sentence, Token } from './reading.js'

const FIRST_OBJECT = OBJECTS.mention.charCodeAt(0)
const OBJECT_KINDS = Object.keys(OBJECTS) as ObjectKind[]

/** What stands between two tokens: nothing that matters, a clause border, or the end of a sentence. */
type Border = 'none' | 'clause' | 'sentence'

interface Tokens {
  tokens: Token[]
  sentences: Sentence[]
  /** Their language is yet to be told. */
  clauses: Clause[]
}

/** No more tokens are read; a message of so many words is a pasted document. */
export const MOST_TOKENS = 3000

// Of the text at hand; made once, as all that is read anew for each message.
const pieces = new Pieces()

/** Splits prose into tokens, clauses and sentences. */
export function tokenize(prose: string, forms: Forms): Tokens {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const clauses: Clause[] = []
  const quotes = quotations(prose)
  let quote = 0
  let sentenceFrom = 0
  let clauseFrom = 0
  let end = 0

  const closeClause = () => {
    if (tokens.length > clauseFrom)
      clauses.push({ from: clauseFrom, to: tokens.length, sentence: sentences.length, language: 'de' })
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

  pieces.read(prose, MOST_TOKENS)
  const { starts, ends, kinds, count } = pieces
  const known = forms.of(prose, pieces)
  pieces.leave()
  // In a loop of its own, as forms lie far apart.
  for (let i = 0; i < count; i++)
    if (kinds[i] !== CHARACTER.object) kinds[i] = known[i].isNumber ? CHARACTER.number : CHARACTER.letter
  for (let i = 0; i < count; i++) {
    const start = starts[i]
    const stop = ends[i]
    const form = known[i]
    const kind =
      kinds[i] === CHARACTER.object
        ? OBJECT_KINDS[prose.charCodeAt(start) - FIRST_OBJECT]
        : kinds[i] === CHARACTER.number
          ? 'number'
          : 'word'
    const isSpaced = start === end + 1 && prose.charCodeAt(end) === 32
    let glued = false
    if (tokens.length > 0 && !isSpaced) {
      const mark = start === end + 2 && prose.charCodeAt(end + 1) === 32 ? prose.charCodeAt(end) : 0
      // Most that is no space is one mark and a space.
      if (mark === 0x2c || mark === 0x3a || mark === 0x3b) closeClause()
      else if (mark === 0x21 || mark === 0x3f) closeSentence(prose[end])
      else if (mark === 0x2e) {
        if (endsSentence(tokens[tokens.length - 1], form)) closeSentence('.')
      } else {
        const between = prose.slice(end, start)
        const border = borderOf(between, tokens[tokens.length - 1], form)
        if (border === 'sentence') closeSentence(between)
        else if (border === 'clause') closeClause()
        glued = (between === '-' || between === '‑' || between === '–') && tokens.length > sentenceFrom
      }
    }
    end = stop
    if (kind === 'emoji') {
      closeClause()
      continue
    }
    // A quotation or block of code set apart ends what came before it.
    if (kind === 'quote' && tokens.length > 0) closeClause()
    while (quote < quotes.length && quotes[quote].end <= start) quote++
    tokens.push({
      key: form.key,
      form,
      kind,
      start,
      end: stop,
      glued,
      sentence: sentences.length,
      clause: clauses.length,
      quoted: quote < quotes.length && quotes[quote].start <= start,
    })
  }
  closeSentence(prose.slice(end))
  return { tokens, sentences, clauses }
}
function borderOf(between: string, last: Token, next: Form): Border {
  if (between.includes('\n')) return 'sentence'
  if (/[!?…。]|\.{2,}/.test(between)) return /[\s"“”»«)]/.test(between) ? 'sentence' : 'clause'
  if (between.includes('.')) {
    // `v1.2`, `example.org`, `z.B.`
    if (!/\s|["“”»)]/.test(between)) return next.text === OBJECTS.mention ? 'sentence' : 'none'
    return endsSentence(last, next) ? 'sentence' : 'none'
  }
  return /[,;:()[\]•|=>]|\s[-–—]|[–—]\s|\uE004/.test(between) ? 'clause' : 'none'
}

/** Whether a sentence ends at a full stop with a space behind it. */
function endsSentence(last: Token, next: Form): boolean {
  if (last.kind === 'number') return next.capital && !MONTHS.has(next.key)
  if (last.end - last.start === 1 && last.kind === 'word') return false
  return !ABBREVIATIONS.has(last.key)
}
