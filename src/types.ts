/**
 * The vocabulary of Klartext: types only, no code. Eight nouns carry the product:
 * Message, Finding, Detector, Lexicon, Nudge, Summary, Adapter, Store.
 */
import type { Router } from 'express'

// --- Wording -----------------------------------------------------------------

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

// --- Coaching ----------------------------------------------------------------

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

// --- Platforms ---------------------------------------------------------------

export type PlatformName = 'playground' | 'slack' | 'teams'

/** One person on one platform; `user` is the platform's id, at most 64 characters. */
export interface Person {
  readonly platform: PlatformName
  readonly tenant: string
  readonly user: string
}

/** Where a message stands: platform ids, at most 64 characters each. */
export interface Address {
  readonly platform: PlatformName
  readonly tenant: string
  readonly channel: string
  readonly message: string
}

/** A new or edited message, as an adapter hands it to the core. */
export interface Incoming {
  readonly author: Person
  readonly address: Address
  /** Distinguishes the edits of one message; equal revisions are one delivery. At most 64 characters. */
  readonly revision: string
  readonly message: Message
}

/** A nudge on its way to its one reader. */
export interface Letter {
  /** Id of the nudge; comes back with an answer. */
  readonly id: string
  readonly to: Person
  readonly about: Address
  readonly text: NudgeText
}

/** What a draft check tells its writer; nothing of it is kept. */
export interface DraftCheck {
  readonly analysis: Analysis
  readonly nudge: NudgeText | null
}

/** What an adapter may ask of Klartext. */
export interface Core {
  /** Resolves once everything that must survive is committed; only then acknowledge. */
  handle(incoming: Incoming): Promise<void>
  /** The message is gone: a waiting nudge is dropped, a delivered one removed. */
  deleted(address: Address): Promise<void>
  /** Checks a draft for its writer; keeps nothing. The person need not have opted in: they asked. */
  check(person: Person, message: Message): Promise<DraftCheck>
  /** Resolves to the settings after the answer; null where the nudge is not this person's or is gone. */
  answer(person: Person, nudge: string, answer: Answer): Promise<Settings | null>
  settings(person: Person): Promise<Settings>
  /** Opt-in and opt-out are `{ optedIn }`; opting out also drops waiting nudges. */
  change(person: Person, patch: Partial<Settings>): Promise<Settings>
}

/** A chat platform. */
export interface Adapter {
  readonly platform: PlatformName
  /** What a person has before they set anything. */
  readonly defaults?: Partial<Settings>
  /** Seconds between a message and its nudge, in which an edit or a deletion still counts. Default 30. */
  readonly settleSeconds?: number
  /** Requests this adapter answers, mounted by the server. */
  readonly routes?: Router
  /** Begins to hand messages to the core. */
  start(core: Core): Promise<void>
  /** Stops accepting; messages under way may finish. */
  stop(): Promise<void>
  /**
   * Shows the letter to its reader alone; resolves to the platform's id of what was posted (at most 64 characters).
   * @throws PlatformError where the platform refused or its answer never came
   */
  deliver(letter: Letter): Promise<string>
  /** Removes a delivered nudge; resolves also where it is already gone. */
  retract(to: Person, posted: string): Promise<void>
}

// --- Storage -----------------------------------------------------------------

export type NudgeState = 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'dropped'

/** A stored nudge: ids and times, no text. */
export interface StoredNudge {
  readonly id: string
  readonly to: Person
  readonly about: Address
  readonly nudge: Nudge
  readonly state: NudgeState
  readonly attempts: number
  readonly createdAt: Date
  /** Not sent before this time. */
  readonly dueAt: Date
  readonly posted: string | null
}

/** What one transaction writes of one message. */
export interface Sight {
  readonly author: Person
  readonly address: Address
  readonly revision: string
  /** The rules that were found, without text. */
  readonly sightings: readonly { readonly label: Label; readonly rule: string }[]
  readonly language: Language | null
  /** Identifies the lexicons that found them. */
  readonly lexiconVersion: string
  readonly nudge: Nudge | null
  readonly at: Date
  readonly dueAt: Date
}

/** Everything Klartext keeps. */
export interface Store {
  /** Stored settings only; undefined where the person never set anything. */
  settings(person: Person): Promise<Partial<Settings> | undefined>
  saveSettings(person: Person, settings: Settings, at: Date): Promise<void>
  /**
   * Waiting nudges count as said, save that about `besides`: a new revision of it will replace that one.
   * `dayStart` is midnight in the company's time zone, in UTC.
   */
  history(person: Person, dayStart: Date, besides?: Address): Promise<History>
  /** True where this revision of this message was recorded before. */
  seen(address: Address, revision: string): Promise<boolean>
  /**
   * Records the sight of a message, its sightings and its nudge in one transaction; an earlier
   * nudge of the same message that still waits is replaced, and a message that was once sent a
   * nudge gets no other. False where another delivery was faster and nothing was written.
   */
  record(sight: Sight): Promise<boolean>
  /** Drops the waiting nudges of a message; answers those already sent, to be retracted. */
  forget(address: Address): Promise<readonly StoredNudge[]>
  /** Drops the waiting nudges of a person. */
  dropPending(person: Person): Promise<void>
  /** Takes due nudges and commits them as `sending`, oldest first. */
  claim(now: Date, limit: number): Promise<readonly StoredNudge[]>
  /** `at` is when it was settled; for `pending`, when it may be tried again. */
  settle(id: string, state: Exclude<NudgeState, 'sending'>, at: Date, posted?: string): Promise<void>
  nudge(id: string): Promise<StoredNudge | undefined>
  /** After a crash: what was `sending` is now `unknown`. Answers how many. */
  abandonSending(at: Date): Promise<number>
  saveAnswer(id: string, answer: Answer, at: Date): Promise<void>
  /** Deletes what has outlived its retention; answers the number of rows. */
  expire(now: Date): Promise<number>
  close(): Promise<void>
}
