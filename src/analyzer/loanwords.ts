import type { Term } from '../lexicon/lexicon.js'
import { hasBit, setBit } from './bits.js'
import type { Form, Frequency } from './forms.js'
import { fold } from './morphology/fold.js'
import { isFirm, isNoun } from './names.js'
import { type PackedNumbers, packNumbers, unpackNumbers } from './packed.js'
import { hashOf } from './pieces.js'
import type { Reading, Run, Token } from './reading.js'
import { createTypoFinder } from './typos.js'
import { UNLISTED } from './unlisted.js'

/** A word of English origin in a reading; token indices, `to` exclusive. */
export interface Loanword extends Run {
  readonly term: Term
}

/** Linking sounds between the parts of a German compound. */
const LINKS = ['', 's', 'es', 'n', 'en', 'e', 'er'] as const

/** No part of a compound is shorter. */
const SHORTEST = 4

/** No compound is longer; what is, is no word. */
const LONGEST = 60

/** From this frequency on a word is German as it stands, whatever its parts look like. */
const COMMON = 3.3

const UMLAUT = /[äöüß]/i

interface Phrase {
  readonly keys: readonly string[]
  readonly term: Term
}

/** Phrases by the token that they begin at. */
export type Phrases = ReadonlyMap<number, Phrase>

/** So many bits say of most words and pairs of words that no phrase begins with them: powers of two. */
const FIRST_SIGNS = 1 << 16
const SIGNS = 1 << 18

const firstSignOf = (first: number): number => first & (FIRST_SIGNS - 1)
const signOf = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0x9e3779b1) >>> 14

/** The forms of all terms: plain data. */
export interface CompiledTerms {
  readonly terms: readonly Term[]
  /** By form, the index of its term. */
  readonly single: PackedNumbers
  /** By form of several words, the index of its term. */
  readonly phrases: PackedNumbers
}

/** Phrases that a word begins, by their second word, the longest first. */
type Begun = ReadonlyMap<string, readonly Phrase[]>

/** What a word of English origin may be. */
interface Single {
  readonly term: Term | undefined
  /** No lexicon has it, but English people say it often and German people hardly ever. */
  readonly unlisted: Term | undefined
}

const NOTHING: readonly string[] = []

/** Enters the forms of terms. */
export function compileTerms(terms: readonly Term[]): CompiledTerms {
  const single = new Map<string, Term>()
  const phrases = new Map<string, Term>()
  const all: Term[] = []
  for (const { forms, ...rest } of terms) {
    if (rest.status === 'retired') continue
    // The tables hold the forms, and whoever tends the lexicons the examples.
    const term: Term = { ...rest, forms: NOTHING, flag: NOTHING, allow: NOTHING }
    all.push(term)
    for (const form of forms) {
      if (!form.includes(' ')) preferExact(single, form, term)
      else if (!phrases.has(form)) phrases.set(form, term)
    }
  }
  const index = new Map(all.map((term, i) => [term, i]))
  const indices = (table: ReadonlyMap<string, Term>) =>
    packNumbers(new Map([...table].map(([form, term]) => [form, index.get(term)!])))
  return { terms: all, single: indices(single), phrases: indices(phrases) }
}

/** Finds words of English origin: all forms of the terms, fixed phrases, hyphenated and solid compounds, and typos. */
export function createLoanwordFinder(
  { terms, single: singleForms, phrases: phraseForms }: CompiledTerms,
  { de: german, en: english }: Frequency,
) {
  const singles = unpackNumbers(singleForms)
  const phrases = unpackNumbers(phraseForms)
  const termOf = (form: string): Term | undefined => {
    const index = singles.get(form)
    return index === undefined ? undefined : terms[index]
  }
  const firstSigns = new Int32Array(FIRST_SIGNS / 32)
  const signs = new Int32Array(SIGNS / 32)
  for (const phrase of phrases.keys()) {
    const first = phrase.indexOf(' ')
    const second = phrase.indexOf(' ', first + 1)
    const hash = hashOf(phrase, 0, first)
    setBit(firstSigns, firstSignOf(hash))
    setBit(signs, signOf(hash, hashOf(phrase, first + 1, second < 0 ? phrase.length : second)))
  }
  const phrasesFrom = ({ key, hash }: Form): Begun | null => {
    // Most words begin none.
    if (!hasBit(firstSigns, firstSignOf(hash))) return null
    const found = phrases.startingWith(`${key} `)
    if (found.length === 0) return null
    const all = found
      .map(([form, index]) => ({ keys: form.split(' '), term: terms[index] }))
      .sort((a, b) => b.keys.length - a.keys.length)
    const seconds = new Set(all.map(({ keys: [, second] }) => second))
    return new Map([...seconds].map((second) => [second, all.filter(({ keys }) => keys[1] === second)]))
  }
  const find = (form: Form): Single | null => {
    const { key, text } = form
    const term = termOf(key) ?? split(key) ?? (UMLAUT.test(text) ? undefined : meant(key))
    const unlisted = begunBy(form) || term ? undefined : unlistedTerm(form, german, english)
    return term || unlisted ? { term, unlisted } : null
  }

  const split = (key: string): Term | undefined => {
    if (key.length < 2 * SHORTEST || key.length > LONGEST || (german.get(key) ?? 0) >= COMMON)
      return undefined
    let best: { term: Term; length: number } | undefined
    for (let cut = SHORTEST; cut <= key.length - 3; cut++) {
      const head = key.slice(0, cut)
      const tail = key.slice(cut)
      const found = fromHead(head, tail) ?? (tail.length >= SHORTEST ? fromTail(head, tail) : undefined)
      if (found && (!best || found.length > best.length)) best = found
    }
    return best?.term
  }
  const part = (key: string): Term | undefined => {
    const term = termOf(key)
    return term?.parts && term.kind === 'noun' && key.length >= SHORTEST ? term : undefined
  }
  const fromHead = (head: string, tail: string) => {
    const term = part(head)
    const rest = term && LINKS.some((link) => tail.startsWith(link) && isWord(tail.slice(link.length)))
    return rest ? { term, length: head.length } : undefined
  }
  const fromTail = (head: string, tail: string) => {
    const term = part(tail)
    const rest =
      term && LINKS.some((link) => head.endsWith(link) && isWord(head.slice(0, head.length - link.length)))
    return rest ? { term, length: tail.length } : undefined
  }
  // A word that either language knows is no slip of the finger.
  let findTypo: ReturnType<typeof createTypoFinder> | undefined
  const meant = (key: string): Term | undefined => {
    if (german.has(key) || english.has(key)) return undefined
    findTypo ??= createTypoFinder(singles.keys())
    const word = findTypo(key)
    return word === undefined ? undefined : termOf(word)
  }
  const isWord = (key: string) => key.length >= 3 && ((german.get(key) ?? 0) >= 2.8 || singles.has(key))

  const begunBy = (form: Form): Begun | null => {
    if (form.phrases === undefined) form.phrases = phrasesFrom(form)
    return form.phrases as Begun | null
  }
  const singleOf = (form: Form): Single | null => {
    if (form.loanword === undefined) form.loanword = find(form)
    return form.loanword as Single | null
  }
  const phraseAt = (tokens: readonly Token[], from: number, begun: Begun): Phrase | undefined => {
    const { sentence } = tokens[from]
    const stands = (key: string, at: number) =>
      tokens[at]?.form.key === key && tokens[at].sentence === sentence
    const longer = begun.get(tokens[from + 1].form.key)
    return longer?.find(({ keys }) => keys.every((key, i) => stands(key, from + i)))
  }

  return {
    /** All phrases of several words, such as `out of office`, by the token that they begin at; null for none. */
    phrasesIn(tokens: readonly Token[]): Phrases | null {
      let found: Map<number, Phrase> | null = null
      for (let from = 0; from + 1 < tokens.length; from++) {
        const { kind, form } = tokens[from]
        if (kind !== 'word') continue
        const begun = begunBy(form)
        if (begun === null || !hasBit(signs, signOf(form.hash, tokens[from + 1].form.hash))) continue
        const phrase = phraseAt(tokens, from, begun)
        if (phrase) (found ??= new Map()).set(from, phrase)
      }
      return found
    },
    /** @param phrases all that {@link phrasesIn} found */
    find(reading: Reading, phrases: Phrases | null): Loanword[] {
      const found: Loanword[] = []
      const { tokens, clauses } = reading
      let to = 0
      for (let i = 0; i < clauses.length; i++) {
        const clause = clauses[i]
        if (clause.language === 'en') continue
        // A phrase may have reached into the clause.
        for (let from = Math.max(to, clause.from); from < clause.to; from = to) {
          const { kind, quoted, form } = tokens[from]
          to = from + 1
          if (kind !== 'word' || quoted) continue
          const phrase = phrases?.get(from)
          const single = phrase ? null : singleOf(form)
          const term =
            phrase?.term ?? single?.term ?? (single && isNoun(tokens, from) ? single.unlisted : undefined)
          if (phrase) to = from + phrase.keys.length
          if (term && !isFirm(tokens, from, to)) found.push({ term, from, to })
        }
      }
      return found
    },
  }
}

/** The places of words that tell no language, for they belong to phrases that German takes as they are; null for none. */
export function untellingPlaces(
  tokens: readonly Token[],
  phrases: Phrases | null,
): ReadonlySet<number> | null {
  // Where nothing else sounds English, they change nothing.
  if (phrases === null || !tokens.some(({ form }) => form.grammar > 0)) return null
  const places = new Set<number>()
  for (const [from, { keys }] of phrases) for (let i = 0; i < keys.length; i++) places.add(from + i)
  return places
}

// Where two terms share a form, the one whose lemma it is wins, then the established one.
function preferExact(single: Map<string, Term>, form: string, term: Term): void {
  const earlier = single.get(form)
  if (
    !earlier ||
    fold(term.lemma) === form ||
    (term.status === 'established' && fold(earlier.lemma) !== form)
  )
    single.set(form, term)
}

// Rarer English words are names and terms of art.
const COMMON_ENGLISH = 3.8
// So much more often in English than in German, as Zipf frequencies.
const CLEARLY_ENGLISH = 1.8

function unlistedTerm(
  { key, text }: Form,
  german: Frequency['de'],
  english: Frequency['en'],
): Term | undefined {
  const frequency = english.get(key) ?? 0
  if (key.length < 4 || key.includes("'") || UMLAUT.test(text) || frequency < COMMON_ENGLISH) return undefined
  if (frequency - (german.get(key) ?? 2) < CLEARLY_ENGLISH || /\p{Lu}.*\p{Lu}/u.test(text)) return undefined
  return { ...UNLISTED, lemma: text, kind: 'word', forms: NOTHING, parts: false }
}
