import type { Audience, Label, Language } from '../types.js'
import type { Node } from './pattern.js'

/** `active` counts; `probation` is found but never nudged; `retired` only keeps its id; `established` never counts. */
export type Status = 'active' | 'probation' | 'retired' | 'established'

export type Scope = 'clause' | 'sentence' | 'message'

/** What every entry has, whatever it matches. */
export interface Entry {
  readonly id: string
  /** How a nudge names it: a term, never a sentence; null where only the wording as a whole has one. */
  readonly name: string | null
  readonly label: Label
  readonly language: Language
  readonly why: string
  readonly instead: readonly string[]
  readonly status: Status
  /** Empty: all audiences. */
  readonly audience: readonly Audience[]
  readonly weight: number
  /** Whether different words that it finds count one by one. */
  readonly eachWord: boolean
  /** `file:line:col`, for messages about it. */
  readonly where: string
  readonly flag: readonly string[]
  readonly allow: readonly string[]
}

/** Looks an entry up by its id. */
export type EntryLookup = Pick<ReadonlyMap<string, Entry>, 'get'>

/** An entry that is found by patterns. */
export interface Rule extends Entry {
  readonly patterns: readonly Node[]
  /** The hit does not count where one of these matches within the scope. */
  readonly unless: readonly { readonly scope: Scope; readonly pattern: Node }[]
  /** The hit counts only where one of these matches in the message; empty: always. */
  readonly needs: readonly Node[]
  /** All of these must match somewhere in the message as well. */
  readonly needsAll: readonly Node[]
  /** What else must hold of the sentence, decided by a reader of grammar. */
  readonly check: 'agentless-passive' | null
}

/** An entry of the anglicism files: one word or fixed phrase of English origin with all its forms. */
export interface Term extends Entry {
  readonly lemma: string
  readonly kind: 'noun' | 'verb' | 'adjective' | 'word'
  /** Folded; the words of a phrase separated by one space. */
  readonly forms: readonly string[]
  /** May be recognised as the first or last part of a compound. */
  readonly parts: boolean
}

/** Context that takes whole labels away. */
export interface Cancel {
  readonly id: string
  readonly language: Language
  readonly labels: readonly Label[]
  readonly scope: Scope
  /** Takes only hits that do not speak alone. */
  readonly weak: boolean
  readonly patterns: readonly Node[]
  readonly where: string
}

/** Everything that was read from the lexicon files; plain data. */
export interface Lexicons {
  readonly rules: readonly Rule[]
  readonly terms: readonly Term[]
  readonly cancels: readonly Cancel[]
  readonly classes: Readonly<Record<Language, ReadonlyMap<string, readonly Node[]>>>
  /** Zipf frequency by folded word. */
  readonly frequency: Readonly<Record<Language, ReadonlyMap<string, number>>>
  readonly examples: readonly Examples[]
  /** What words weigh when a message is heard as a whole; null where a folder has no such file. */
  readonly tone: Readonly<Record<Language, ToneWeights | null>>
  /** Changes whenever a file changes; at most 16 characters. */
  readonly version: string
}

/** What words and pairs of words weigh in one language, by label: plain data. */
export interface ToneWeights {
  /** A line each: words, pairs of words (`tut mir`), pairs with a border between them (`ja , aber`), `?` and `!`. */
  readonly features: string
  /** In hundredths, a row of labels for each feature. */
  readonly weights: Int16Array
  /** In hundredths, by label: what a message without any known word would weigh. */
  readonly bias: Int16Array
  /** In hundredths, by label: the odds below which nothing is looked for under it. */
  readonly silent: Int16Array
}

/** Example sentences that belong to a whole file. */
export interface Examples {
  readonly label: Label
  readonly language: Language
  readonly audience: readonly Audience[]
  readonly where: string
  readonly flag: readonly string[]
  readonly allow: readonly string[]
}
