import type { Language } from '../types.js'
import type { Clause, Reading, Run, Sentence, Token } from './reading.js'
import { hasRole, ROLE } from './roles.js'

/** How hard a sentence is to read. */
export interface Load {
  readonly words: number
  /** Subordinate clauses. */
  readonly subordinate: number
  /** Subordinate clauses that interrupt an unfinished clause. */
  readonly nested: number
  /** Clauses that are cut off right behind the word that opens them: „…, welche, sofern …“. */
  readonly cut: number
  /** Clauses of one or two words that finish what was interrupted: „…, zustimmt, …“. */
  readonly fragments: number
  /** Words that open a clause, wherever they stand (English). */
  readonly openers: number
  /** Attributes within attributes: „den auf dem an der Wand …“, an article before a preposition (German). */
  readonly stacked: number
}

/** Measures a sentence by its clause borders. */
export function loadOf({ tokens, clauses }: Reading, sentence: Sentence, language: Language): Load {
  const first = tokens[sentence.from].clause
  const last = tokens[sentence.to - 1].clause
  let subordinate = 0
  let nested = 0
  let cut = 0
  let fragments = 0
  for (let i = first; i <= last; i++) {
    const clause = clauses[i]
    if (i < last && opensClause(tokens[clause.to - 1], clause.language)) cut++
    if (i > first + 1 && isFragment(tokens, clause)) fragments++
    if (!isSubordinate(tokens, clause)) continue
    subordinate++
    if (i > first && i < last && !endsComplete(tokens, clauses[i - 1])) nested++
  }
  let words = 0
  let openers = 0
  let stacked = 0
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = tokens[at]
    if (token.kind === 'word' || token.kind === 'number') words++
    if (language === 'en') {
      if (hasRole(token.form, ROLE.opensSomewhere)) openers++
    } else if (isStacked(tokens, clauses, at)) stacked++
  }
  return { words, subordinate, nested, cut, fragments, openers, stacked }
}

function isFragment(tokens: readonly Token[], { from, to, language }: Clause): boolean {
  if (to - from > 2 || tokens[from].kind !== 'word') return false
  return language === 'de' ? endsWithVerb(tokens[to - 1]) : !tokens[to - 1].form.capital
}

// An article that opens a clause behind a comma is a relative pronoun.
function isStacked(tokens: readonly Token[], clauses: readonly Clause[], at: number): boolean {
  const token = tokens[at]
  if (!hasRole(token.form, ROLE.germanArticle)) return false
  const next = tokens[at + 1]
  if (next?.clause !== token.clause || !hasRole(next.form, ROLE.innerPreposition)) return false
  return clauses[token.clause].from < at || tokens[at - 1]?.sentence !== token.sentence
}

function opensClause(token: Token, language: Language): boolean {
  return (
    token.kind === 'word' && hasRole(token.form, language === 'de' ? ROLE.germanOpener : ROLE.englishOpener)
  )
}

function isSubordinate(tokens: readonly Token[], { from, to, language }: Clause): boolean {
  if (language === 'en') return hasRole(tokens[from].form, ROLE.englishSubordinator)
  const lead = to - from > 2 && hasRole(tokens[from].form, ROLE.germanPreposition) ? from + 1 : from
  if (to - lead < 2) return false
  // „die wir bestellt haben“ is a relative clause, „die lange Leiter“ a piece of a list.
  return (
    hasRole(tokens[lead].form, ROLE.germanSubordinator) ||
    (hasRole(tokens[lead].form, ROLE.germanRelative) && !tokens[to - 1].form.capital)
  )
}

function endsComplete(tokens: readonly Token[], { from, to, language }: Clause): boolean {
  // In English an interrupted clause is short: its verb is still to come.
  return language === 'de' ? endsWithVerb(tokens[to - 1]) : to - from > 5
}

function endsWithVerb(last: Token): boolean {
  return last.kind === 'word' && !last.form.capital && hasRole(last.form, ROLE.verbLike)
}

/** So many nouns at least are a chain, in so many tokens. */
const FEWEST_NOUNS = 4
const SHORTEST_CHAIN = 7

/** The longest run of nouns made of verbs and qualities that hang on each other; null where there is none. */
export function nounChain(
  { tokens }: Reading,
  { from, to, language }: Clause,
): (Run & { length: number }) | null {
  if (to - from < SHORTEST_CHAIN) return null
  let nominal = 0
  for (let at = from; at < to; at++) if (isNominal(tokens[at], language)) nominal++
  // Most clauses have too few.
  if (nominal < FEWEST_NOUNS) return null
  const nouns: number[] = []
  let best: (Run & { length: number }) | null = null
  for (let at = from; at < to; at++) {
    if (!isNominal(tokens[at], language)) continue
    const last = nouns.at(-1)
    if (last !== undefined && !hangsOn(tokens, last, at, language)) nouns.length = 0
    nouns.push(at)
    if (nouns.length >= FEWEST_NOUNS && nouns.length > (best?.length ?? 0))
      best = { from: nouns[0], to: at + 1, length: nouns.length }
  }
  return best
}

function isNominal(token: Token, language: Language): boolean {
  return (
    token.kind === 'word' && hasRole(token.form, language === 'de' ? ROLE.germanNominal : ROLE.englishNominal)
  )
}

function hangsOn(tokens: readonly Token[], last: number, at: number, language: Language): boolean {
  if (at - last > 6 || at - last < 2) return false
  const link = language === 'de' ? ROLE.germanLink : ROLE.englishLink
  const others = tokens.slice(last + 1, at).filter((token) => !hasRole(token.form, link))
  return hasRole(tokens[last + 1].form, link) && others.length <= 3
}
