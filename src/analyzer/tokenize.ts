import { OBJECTS, type ObjectKind } from '../prose/index.js'
import { CHARACTER } from './characters.js'
import { type Form, type Forms, NO_FORM } from './forms.js'
import { Pieces } from './pieces.js'
import { quotations } from './quotations.js'
import type { Clause, Sentence, Token } from './reading.js'
import { hasRole, ROLE } from './roles.js'

const FIRST_OBJECT = OBJECTS.mention.charCodeAt(0)
const OBJECT_KINDS = Object.keys(OBJECTS) as ObjectKind[]

/** What stands between two tokens: nothing that matters, a clause border, or the end of a sentence. */
type Border = 'none' | 'clause' | 'sentence'

type Filled<T> = { -readonly [P in keyof T]: T[P] }

/** Things that are made once and filled anew for each text: nothing else was made so often. */
class Supply<T> {
  readonly #make: () => T
  readonly #made: T[] = []
  /** So many are taken. */
  count = 0

  constructor(make: () => T) {
    this.#make = make
  }
  take(): T {
    if (this.count === this.#made.length) this.#made.push(this.#make())
    return this.#made[this.count++]
  }
  taken(): T[] {
    return this.#made.slice(0, this.count)
  }
}

/** What prose is split into. It is the same for all texts, and holds what it does until the next one is split. */
class Split {
  tokens: readonly Token[] = []
  sentences: readonly Sentence[] = []
  /** Their language is yet to be told. */
  clauses: readonly Clause[] = []
  readonly #tokens = new Supply<Filled<Token>>(() => ({
    form: NO_FORM,
    kind: 'word',
    start: 0,
    end: 0,
    glued: false,
    sentence: 0,
    clause: 0,
    quoted: false,
  }))
  readonly #sentences = new Supply<Filled<Sentence>>(() => ({
    from: 0,
    to: 0,
    question: false,
    exclamation: false,
  }))
  readonly #clauses = new Supply<Filled<Clause>>(() => ({ from: 0, to: 0, sentence: 0, language: 'de' }))
  // Where the clause and the sentence begin that are not closed yet.
  #clause = 0
  #sentence = 0

  begin(): void {
    this.#tokens.count = 0
    this.#sentences.count = 0
    this.#clauses.count = 0
    this.#clause = 0
    this.#sentence = 0
  }
  /** Adds a token to the clause and the sentence that are not closed yet. */
  add(form: Form, kind: Token['kind'], start: number, end: number, glued: boolean, quoted: boolean): Token {
    const token = this.#tokens.take()
    token.form = form
    token.kind = kind
    token.start = start
    token.end = end
    token.glued = glued
    token.sentence = this.#sentences.count
    token.clause = this.#clauses.count
    token.quoted = quoted
    return token
  }
  closeClause(): void {
    const to = this.#tokens.count
    if (to > this.#clause) {
      const clause = this.#clauses.take()
      clause.from = this.#clause
      clause.to = to
      clause.sentence = this.#sentences.count
    }
    this.#clause = to
  }
  closeSentence(mark: string): void {
    this.closeClause()
    const to = this.#tokens.count
    if (to > this.#sentence) {
      const sentence = this.#sentences.take()
      sentence.from = this.#sentence
      sentence.to = to
      sentence.question = mark.includes('?')
      sentence.exclamation = mark.includes('!')
    }
    this.#sentence = to
  }
  /** Whether the sentence has begun that is not closed yet. */
  hasBegun(): boolean {
    return this.#tokens.count > this.#sentence
  }
  end(): void {
    this.tokens = this.#tokens.taken()
    this.sentences = this.#sentences.taken()
    this.clauses = this.#clauses.taken()
  }
  /** Lets go of the words: nothing of a message outlives its analysis. */
  leave(): void {
    for (let at = 0; at < this.tokens.length; at++) (this.tokens[at] as Filled<Token>).form = NO_FORM
    this.tokens = []
  }
}

/** No more tokens are read; a message of so many words is a pasted document. */
export const MOST_TOKENS = 3000

// Of the text at hand; made once, as all that is read anew for each message.
const pieces = new Pieces()
const split = new Split()

/**
 * Splits prose into tokens, clauses and sentences.
 * @returns what holds until the next text is split
 */
export function tokenize(prose: string, forms: Forms): Split {
  const quotes = quotations(prose)
  let quote = 0
  let end = 0
  let last: Token | null = null

  split.begin()
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
    if (last !== null && !isSpaced) {
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
    if (kind === 'quote') split.closeClause()
    while (quote < quotes.length && quotes[quote].end <= start) quote++
    const quoted = quote < quotes.length && quotes[quote].start <= start
    last = split.add(form, kind, start, stop, glued, quoted)
  }
  pieces.leave()
  split.closeSentence(prose.slice(end))
  split.end()
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
