import type { Label, Language } from './wording.js'

/** How a nudge addresses its reader in German. */
export type Tone = 'du' | 'sie'

/** What a person has set for themselves. Times of day are in the company's time zone. */
export interface Settings {
  readonly optedIn: boolean
  /** `auto` answers in the language of the message. */
  readonly language: Language | 'auto'
  readonly tone: Tone
  /** Praise for ownership and care; rare by design. */
  readonly praise: boolean
  readonly mutedLabels: readonly Label[]
  readonly mutedRules: readonly string[]
  /** Hints a day, praise not counted. */
  readonly maxPerDay: number
  readonly minutesBetween: number
  /** `HH:MM`; no hint between `quietFrom` and `quietTo`. Equal values switch quiet hours off. */
  readonly quietFrom: string
  readonly quietTo: string
  readonly pausedUntil: Date | null
  /** Where a nudge is shown, where the platform offers both: in a chat of its own, or under the message in its channel. */
  readonly place: 'direct' | 'channel'
}

/** What has lately been said to a person; times in UTC. */
export interface History {
  /** Hints since midnight in the company's time zone. */
  readonly hintsToday: number
  readonly lastHintAt: Date | null
  readonly lastPraiseAt: Date | null
}

/** The decision to say something: ids only, so that it may be stored. */
export interface Nudge {
  readonly kind: 'hint' | 'praise'
  readonly label: Label
  /** Rule ids, the clearest first; one to five. */
  readonly rules: readonly string[]
  readonly language: Language
}

/** A nudge in words: lexicon text only, never a quotation of the message. */
export interface NudgeText {
  readonly kind: 'hint' | 'praise'
  readonly label: Label
  readonly language: Language
  readonly title: string
  /** What it is about, one or two sentences. */
  readonly body: string
  /** Each with the term it replaces, where there is one. */
  readonly suggestions: readonly { readonly term: string | null; readonly instead: readonly string[] }[]
  /** Shown behind "why?". */
  readonly why: string
}

/** The writer's answer to a nudge, one button each. */
export type Answer = 'helpful' | 'not-helpful' | 'quotation' | 'team-term' | 'mute-rule' | 'pause'
