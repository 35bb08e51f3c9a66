import { OBJECTS, type ObjectKind } from '../prose/index.js'
import { CHARACTER } from './characters.js'
import type { Form, Forms } from './forms.js'
import { Pieces } from './pieces.js'
import { quotations } from './quotations.js'
import type { Clause, Sentence, Token } from './reading.js'
import { hasRole, ROLE } from './roles.js'

const FIRST_OBJECT = OBJECTS.mention.charCodeAt(0)
const OBJECT_KINDS = Object.keys(OBJECTS) as ObjectKind[]

/** What stands between two tokens: nothing that matters, a clause border, or the end of a sentence. */
type Border = 'none' | 'clause' | 'sentence'

/** What prose is split into. */
class Tokens {
  readonly tokens: Token[] = []
  readonly sentences: Sentence[] = []
  /** Their language is yet to be told. */
  readonly clauses: Clause[] = []
  // Where the clause and the sentence begin that are not closed yet.
  #clause = 0
  #sentence = 0

  closeClause(): void {
    const from = this.#clause
    const to = this.tokens.length
    if (to > from) this.clauses.push({ from, to, sentence: this.sentences.length, language: 'de' })
    this.#clause = to
  }
  closeSentence(mark: string): void {
    this.closeClause()
    const from = this.#sentence
    const to = this.tokens.length
    if (to > from)
      this.sentences.push({ from, to, question: mark.includes('?'), exclamation: mark.includes('!') })
    this.#sentence = to
  }
  /** Whether the sentence has begun that is not closed yet. */
  hasBegun(): boolean {
    return this.tokens.length > this.#sentence
  }
}

/** No more tokens are read; a message of so many words is a pasted document. */
export const MOST_TOKENS = 3000

// Of the text at hand; made once, as all that is read anew for each message.
const pieces = new Pieces()

/** Splits prose into tokens, clauses and sentences. */
export function tokenize(prose: string, forms: Forms): Tokens {
  const split = new Tokens()
  const { tokens, sentences, clauses } = split
  const quotes = quotations(prose)
  let quote = 0
  let end = 0

  pieces.read(prose, MOST_TOKENS)
  const { units, starts, ends, kinds, count } = pieces
  const known = forms.of(prose, pieces)
  // In a loop of its own, as forms lie far apart.
  for (let i = 0; i < count; i++)
    if (kinds[i] !== CHARACTER.object) kinds[i] = known[i].isNumber ? CHARACTER.number : CHARACTER.letter
  for (let i = 0; i < count; i++) {
    const start = starts[i]
    const stop = ends[i]
    const form = known[i]
    const kind =
      kinds[i] === CHARACTER.object
        ? OBJECT_KINDS[units[start] - FIRST_OBJECT]
        : kinds[i] === CHARACTER.number
          ? 'number'
          : 'word'
    const isSpaced = start === end + 1 && units[end] === 0x20
    let glued = false
    if (tokens.length > 0 && !isSpaced) {
      const last = tokens[tokens.length - 1]
      const mark = start === end + 2 && units[end + 1] === 0x20 ? units[end] : 0
      // Most that is no space is one mark and a space.
      if (mark === 0x2c || mark === 0x3a || mark === 0x3b) split.closeClause()
      else if (mark === 0x21 || mark === 0x3f) split.closeSentence(prose[end])
      else if (mark === 0x2e) {
        if (endsSentence(last, form)) split.closeSentence('.')
      } else {
        const between = prose.slice(end, start)
        const border = borderOf(between, last, form)
        if (border === 'sentence') split.closeSentence(between)
        else if (border === 'clause') split.closeClause()
        glued = (between === '-' || between === '‑' || between === '–') && split.hasBegun()
      }
    }
    end = stop
    if (kind === 'emoji') {
      split.closeClause()
      continue
    }
    // A quotation or block of code set apart ends what came before it.
    if (kind === 'quote' && tokens.length > 0) split.closeClause()
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
  pieces.leave()
  split.closeSentence(prose.slice(end))
  return split
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
  if (last.kind === 'number') return next.capital && !hasRole(next, ROLE.month)
  if (last.end - last.start === 1 && last.kind === 'word') return false
  return !hasRole(last.form, ROLE.abbreviation)
}
