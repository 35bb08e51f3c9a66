import type { Scope } from './tuning.js'

/** What a wording may be called. Labels name wording, never a person. */
export type Label =
  | 'jargon'
  | 'anglicism'
  | 'foreign-words'
  | 'convoluted'
  | 'blame'
  | 'justification'
  | 'impression'
  | 'facade'
  | 'condescension'
  | 'silo'
  | 'customer-disrespect'
  | GoodLabel

/** The labels that earn praise. */
export type GoodLabel = 'ownership' | 'care'

export type Language = 'de' | 'en'

/** Who reads the channel; decides which terms may be taken as known. */
export type Audience = 'team' | 'cross-team' | 'company' | 'customer-facing'

/** How a platform writes text: Slack mrkdwn, Teams HTML, or nothing special. */
export type Markup = 'slack' | 'teams' | 'plain'

/** A range in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One chat message as its writer posted it. */
export interface Message {
  /** Exactly what the platform delivers, markup included. All spans point into it. */
  readonly text: string
  /** Default `plain`. */
  readonly markup?: Markup
  /** Default `team`. */
  readonly audience?: Audience
  /** The language to assume where the words do not tell. */
  readonly language?: Language
  /** Where the thread shows it: whose message this one answers, the writer's own or another person's. */
  readonly reply?: 'own' | 'other'
  /** Word or rule ids that this channel has declared as its own terms. */
  readonly teamTerms?: ReadonlySet<string>
  /** The parts of the company that it stands in, the largest first: what was set for one of them holds. */
  readonly scopes?: readonly Scope[]
}

/** A wording that a fair-minded colleague would mention to its writer. */
export interface Finding extends Span {
  readonly label: Label
  /** The id of the lexicon entry, stable over its rewordings. */
  readonly rule: string
  /** One plain sentence. */
  readonly why: string
  /** Better wordings, best first; may be empty for praise. */
  readonly instead: readonly string[]
}

/** A word of English origin recognised in German text, counted or not. */
export interface Word extends Span {
  /** As written. */
  readonly word: string
  readonly lemma: string
  readonly status: 'established' | 'avoidable' | 'team'
  /** German alternatives; empty where the word is established. */
  readonly instead: readonly string[]
}

/** What the analyzer says of one message. */
export interface Analysis {
  /** The language that most of the prose is written in; null where there is none. */
  readonly language: Language | null
  /** The labels of the findings, in the order of the guideline, each once. */
  readonly labels: readonly Label[]
  /** Sorted by start; two findings of one label never overlap. */
  readonly findings: readonly Finding[]
  readonly words: readonly Word[]
}
