import type { Language } from '../types.js'
import type { Clause, Reading, Run, Sentence, Token } from './reading.js'

const SUBORDINATORS: Record<Language, ReadonlySet<string>> = {
  de: new Set(
    `dass weil obwohl obschon obgleich wenn ob da damit sofern soweit solange sobald falls nachdem bevor ehe waehrend indem
     sodass wobei wodurch womit worauf wofuer wozu woran wonach wo wohingegen insofern als wie deren dessen denen`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    'which who whom whose that although though because while whereas unless until if when once since provided where after before as'.split(
      ' ',
    ),
  ),
}
const RELATIVE_DE = /^(?:d(?:er|ie|as|en|em)|welche[rsmn]?|jene[rsmn]?)$/
const PREPOSITION_DE =
  /^(?:in|an|auf|aus|bei|mit|nach|von|vor|zu|fuer|durch|ueber|unter|um|gegen|ohne|und|oder)$/
// Words that end a German clause as its verb does; a noun ends it with a capital.
const VERB_LIKE = /(?:[^aeiou]t|et|en|ern|eln|ist|sind|war|waren|hat|soll|will|kann|muss|darf|wird|wurde|te)$/
const NOMINAL: Record<Language, RegExp> = {
  de: /.{2}(?:ung|ungen|heit|heiten|keit|keiten|ion|ionen|ierung|ierungen|tät|täten|nahme|nahmen|schaft|schluss|anz|enz)$/i,
  en: /.{3}(?:tion|tions|sion|sions|ment|ments|ance|ances|ence|ity|ities|ness|al)$/i,
}
const LINKS: Record<Language, ReadonlySet<string>> = {
  de: new Set(
    'der des dieser dieses einer eines von vom zur zum fuer die den dem das bis nach ueber in im an am auf aus bei mit durch'.split(
      ' ',
    ),
  ),
  en: new Set('of the a an for to in and this these our'.split(' ')),
}

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
  const inside = clauses.slice(tokens[sentence.from].clause, tokens[sentence.to - 1].clause + 1)
  let subordinate = 0
  let nested = 0
  let cut = 0
  let fragments = 0
  inside.forEach((clause, i) => {
    if (i + 1 < inside.length && opensClause(tokens[clause.to - 1], clause.language)) cut += 1
    if (i > 1 && isFragment(tokens, clause)) fragments += 1
    if (!isSubordinate(tokens, clause)) return
    subordinate += 1
    const before = inside[i - 1]
    if (before && i + 1 < inside.length && !endsComplete(tokens, before)) nested += 1
  })
  return {
    words: count(sentence, (at) => tokens[at].kind === 'word' || tokens[at].kind === 'number'),
    subordinate,
    nested,
    cut,
    fragments,
    openers: language === 'en' ? count(sentence, (at) => opensSomewhere(tokens[at])) : 0,
    stacked: language === 'de' ? count(sentence, (at) => isStacked(tokens, clauses, at)) : 0,
  }
}

const opensSomewhere = ({ key }: Token): boolean => SUBORDINATORS.en.has(key) || key === 'what'

function count({ from, to }: Sentence, holds: (at: number) => boolean): number {
  let found = 0
  for (let at = from; at < to; at++) if (holds(at)) found++
  return found
}

function isFragment(tokens: readonly Token[], { from, to, language }: Clause): boolean {
  if (to - from > 2 || tokens[from].kind !== 'word') return false
  return language === 'de' ? endsWithVerb(tokens, to) : !tokens[to - 1].form.capital
}

const ARTICLES_DE = new Set('der die das den dem des eine einer eines einem einen'.split(' '))
const INNER_PREPOSITIONS_DE = new Set(
  'in im an am auf aus bei mit von vom vor zum zur durch unter neben dem den'.split(' '),
)

// An article that opens a clause behind a comma is a relative pronoun.
function isStacked(tokens: readonly Token[], clauses: readonly Clause[], at: number): boolean {
  const { key, clause, sentence } = tokens[at]
  const next = tokens[at + 1]
  if (!ARTICLES_DE.has(key) || next?.clause !== clause || !INNER_PREPOSITIONS_DE.has(next.key)) return false
  return clauses[clause].from < at || tokens[at - 1]?.sentence !== sentence
}

// In German only the words that can do nothing else there: „die“ may stand for a thing.
const OPENERS: Record<Language, ReadonlySet<string>> = {
  de: new Set(
    'dass weil obwohl obschon wenn falls sofern soweit nachdem waehrend indem sodass welche welcher welches welchen welchem'.split(
      ' ',
    ),
  ),
  en: new Set('that who which whom whose because although though unless if whereas'.split(' ')),
}

function opensClause({ key, kind }: Token, language: Language): boolean {
  return kind === 'word' && OPENERS[language].has(key)
}

function isSubordinate(tokens: readonly Token[], { from, to, language }: Clause): boolean {
  const lead = language === 'de' && to - from > 2 && PREPOSITION_DE.test(tokens[from].key) ? from + 1 : from
  const key = tokens[lead].key
  if (SUBORDINATORS[language].has(key)) return to - lead >= 2 || language === 'en'
  // „die wir bestellt haben“ is a relative clause, „die lange Leiter“ a piece of a list.
  return (
    language === 'de' &&
    RELATIVE_DE.test(tokens[lead].form.text) &&
    to - lead >= 2 &&
    !endsWithNoun(tokens, to)
  )
}

function endsComplete(tokens: readonly Token[], clause: Clause): boolean {
  if (clause.language === 'de') return endsWithVerb(tokens, clause.to)
  // In English an interrupted clause is short: its verb is still to come.
  return clause.to - clause.from > 5
}

function endsWithVerb(tokens: readonly Token[], to: number): boolean {
  const last = tokens[to - 1]
  return last.kind === 'word' && !endsWithNoun(tokens, to) && VERB_LIKE.test(last.key)
}

function endsWithNoun(tokens: readonly Token[], to: number): boolean {
  return tokens[to - 1].form.capital
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

// Bits: in which language a form is one.
const GERMAN = 1
const ENGLISH = 2

function isNominal({ form, kind }: Token, language: Language): boolean {
  form.nominal ??=
    (form.capital && NOMINAL.de.test(form.text) ? GERMAN : 0) | (NOMINAL.en.test(form.text) ? ENGLISH : 0)
  return kind === 'word' && (form.nominal & (language === 'de' ? GERMAN : ENGLISH)) !== 0
}

function hangsOn(tokens: readonly Token[], last: number, at: number, language: Language): boolean {
  if (at - last > 6 || at - last < 2) return false
  const between = tokens.slice(last + 1, at)
  return (
    LINKS[language].has(between[0].key) && between.filter(({ key }) => !LINKS[language].has(key)).length <= 3
  )
}
