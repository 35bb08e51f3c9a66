import type { ObjectKind } from '../prose/index.js'
import type { Audience, Language, Span } from '../types.js'
import type { Form } from './forms.js'
import type { View } from './tuning.js'

/** A word, number or masked part of the prose; punctuation lives in the flags. Offsets are prose offsets. */
export interface Token extends Span {
  /** What is known of the word wherever it stands. */
  readonly form: Form
  readonly kind: 'word' | 'number' | ObjectKind
  /** Joined to the token before by a hyphen, as in `Stakeholder-Alignment`. */
  readonly glued: boolean
  /** Index into {@link Reading.sentences}. */
  readonly sentence: number
  /** Index into {@link Reading.clauses}; a clause ends at a comma, semicolon, colon, dash or bracket. */
  readonly clause: number
  /** Between quotation marks. */
  readonly quoted: boolean
}

/** A run of tokens, end exclusive. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface Sentence extends Run {
  readonly question: boolean
  readonly exclamation: boolean
}

export interface Clause extends Run {
  readonly sentence: number
  /** Told once the whole message is known. */
  language: Language
}

/** One message, read once and shared by all detectors. */
export interface Reading {
  readonly prose: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly clauses: readonly Clause[]
  /** Of most of the words; null where there are none. */
  readonly language: Language | null
  readonly audience: Audience
  /** Whose message this one answers; null where it stands alone. */
  readonly reply: 'own' | 'other' | null
  /** Ids and lemmas that are not counted here: the channel's own terms, and what the company allows. */
  readonly teamTerms: ReadonlySet<string>
  /** What the company has set, as far as it holds here. */
  readonly view: View
}
