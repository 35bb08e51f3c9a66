import type { Entry } from '../lexicon/lexicon.js'
import type { Label, Language, Word } from '../types.js'
import type { Loanword } from './loanwords.js'
import type { Reading, Run } from './reading.js'
import type { Tone } from './tone/tone.js'

/** A lexicon entry that matched; token indices, `to` exclusive. */
export interface Hit extends Run {
  readonly entry: Entry
}

/** A wording on its way to becoming a finding. */
export interface Candidate extends Run {
  readonly label: Label
  readonly rule: string
  readonly why: string
  readonly instead: readonly string[]
  readonly weight: number
  /** Candidates with the same key count once towards the threshold. */
  readonly key: string
}

/** What all detectors of one message share. */
export interface Evidence {
  readonly reading: Reading
  /** Lexicon entries that matched and that no context cancelled. */
  readonly hits: readonly Hit[]
  readonly loanwords: readonly Loanword[]
  /** How the message sounds as a whole. */
  readonly tone: Tone
}

/** How much wording of a label it takes until it is worth mentioning. */
export interface Density {
  /** Sum of weights. */
  readonly threshold: number
  /** Within so many tokens; Infinity for the whole message. */
  readonly window: number
  /** Sum of weights that suffices over the whole message, however long. */
  readonly overall: number
}

/** One label: what it finds, and how much of it matters. A detector is a file here and a line in the table. */
export interface Detector {
  readonly label: Label
  readonly density: Density
  /** The rules that stand in code rather than in a lexicon. */
  readonly entries?: readonly Entry[]
  /** The rule among them that speaks by the tone of a whole message. */
  readonly tones?: Readonly<Record<Language, Entry>>
  /** Whether it finds nothing where no lexicon entry matches. */
  readonly isWording?: boolean
  detect(evidence: Evidence): readonly Candidate[]
}

/** The status of a loanword in this message. */
export function statusOf({ term }: Loanword, { teamTerms, audience }: Reading): Word['status'] {
  if (term.status === 'established') return 'established'
  // What is meant for other audiences is a daily tool of this one.
  const known = term.audience.length > 0 && !term.audience.includes(audience)
  return known || teamTerms.has(term.id) || teamTerms.has(term.lemma) ? 'team' : 'avoidable'
}
