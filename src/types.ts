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

/** A channel of a platform. */
export type ChannelAddress = Omit<Address, 'message'>

/** A group of people that a platform knows as a team; `team` is its id, at most 64 characters. */
export interface TeamAddress {
  readonly platform: PlatformName
  readonly tenant: string
  readonly team: string
}

/** A new or edited message, as an adapter hands it to the core. */
export interface Incoming {
  readonly author: Person
  readonly address: Address
  /** Distinguishes the edits of one message; equal revisions are one delivery. At most 64 characters. */
  readonly revision: string
  /** When this revision was written, by the platform's clock: orders the revisions however they arrive. Default now. */
  readonly at?: Date
  readonly message: Message
}

/** A deletion, as an adapter hands it to the core. */
export interface Deletion {
  readonly address: Address
  /** Whose message it was, where the platform says so: what of it arrives later is then known to be gone. */
  readonly author?: Person
  /** By the platform's clock. Default now. */
  readonly at?: Date
}

/** A nudge on its way to its one reader. */
export interface Letter {
  /** Id of the nudge; comes back with an answer. */
  readonly id: string
  readonly to: Person
  readonly about: Address
  readonly place: Settings['place']
  readonly tone: Tone
  readonly text: NudgeText
}

/** How often each label came up in a person's own messages of one week. */
export interface OwnWeek {
  /** Monday's midnight in the company's time zone, in UTC. */
  readonly from: Date
  readonly labels: Readonly<Partial<Record<Label, number>>>
}

/** Everything that is kept about a person, for themselves. */
export interface PersonalData {
  readonly settings: Settings
  /** To the hour, newest first; without text. */
  readonly sightings: readonly {
    readonly hour: Date
    readonly label: Label
    readonly rule: string
    readonly language: Language | null
  }[]
  /** Nudges of the last 24 hours on their way or sent, and those still standing in the chat, newest first. */
  readonly nudges: readonly {
    readonly at: Date
    readonly state: NudgeState
    readonly label: Label | null
    readonly rules: readonly string[]
  }[]
  /** Teams that the person counts towards, by week, newest first. */
  readonly teams: readonly { readonly team: string; readonly week: Date }[]
  /** How many messages were seen in each week, newest first. */
  readonly weeks: readonly { readonly week: Date; readonly messages: number }[]
  /** Units that list the person, by the week from which they do, newest first. */
  readonly units: readonly { readonly unit: string; readonly manages: boolean; readonly week: Date }[]
  /** Summaries that the person was sent as a manager, newest first. */
  readonly summaries: readonly { readonly unit: string; readonly week: Date; readonly state: NudgeState }[]
  readonly lastHintAt: Date | null
  readonly lastPraiseAt: Date | null
}

/** Keeps what an adapter must not lose and nobody may read, such as tokens; sealed with AES-256-GCM. */
export interface Vault {
  /** Null where nothing is kept, or where it was sealed with another secret. */
  read(name: string): Promise<string | null>
  /** Names have 1 to 64 characters as platform ids have; resolves once it is committed. */
  write(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
  /** The names that begin so. */
  names(prefix: string): Promise<readonly string[]>
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
  deleted(deletion: Deletion): Promise<void>
  /** Checks a draft for its writer; keeps nothing. The person need not have opted in: they asked. */
  check(person: Person, message: Message): Promise<DraftCheck>
  /** Resolves to the settings after the answer; null where the nudge is not this person's or is gone. */
  answer(person: Person, nudge: string, answer: Answer): Promise<Settings | null>
  settings(person: Person): Promise<Settings>
  /** Opt-in and opt-out are `{ optedIn }`; opting out also drops waiting nudges. */
  change(person: Person, patch: Partial<Settings>): Promise<Settings>
  /** No hints until tomorrow, in the company's time zone. */
  pause(person: Person): Promise<Settings>
  /** The company's time zone, an IANA name. */
  readonly timeZone: string
  /** The person's own last weeks, oldest first, the current one last; none where nothing was ever seen. */
  weeks(person: Person): Promise<readonly OwnWeek[]>
  /** All that is kept about the person. */
  export(person: Person): Promise<PersonalData>
  /** Deletes all that is kept about the person, opt-in included, and removes the nudges that still stand in the chat. */
  erase(person: Person): Promise<void>
  /** The words and rules that a channel has declared as its own. */
  teamTerms(channel: ChannelAddress): Promise<readonly string[]>
  /**
   * Declares a word as the channel's own, so that it is no longer counted there; `allowed` false takes it back.
   * @returns the ids of the entries it names, none where no lexicon has such a word
   */
  setTeamTerm(channel: ChannelAddress, word: string, allowed: boolean): Promise<readonly string[]>
  /**
   * Who belongs to a team, as the platform says now; takes effect with the next Monday of the company's time zone.
   * Only people who take part are kept.
   */
  saveRoster(team: TeamAddress, members: readonly Person[]): Promise<void>
  readonly vault: Vault
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
  /** Removes a delivered nudge, see {@link Removal.to}; resolves also where it is already gone. */
  retract(to: Person, posted: string): Promise<void>
  /**
   * After a send whose end nobody knows: the platform's id of what reached the reader, null where nothing did.
   * Absent where the platform cannot tell; such a nudge is never sent again.
   * @throws PlatformError where the platform could not be asked; `refused`: it can never tell of this nudge
   */
  find?(nudge: Pick<Letter, 'id' | 'to' | 'place'>): Promise<string | null>
  /**
   * Shows a weekly summary to the manager it is for, and to nobody else. Absent where the platform shows none.
   * @throws PlatformError where the platform refused or its answer never came
   */
  deliverSummary?(to: Person, text: SummaryText): Promise<void>
}

// --- Summaries ---------------------------------------------------------------

/** A part of the company: a team, a department, the whole. */
export interface Unit {
  /** 1 to 64 characters: letters, digits, `-`, `_` and `.`. */
  readonly id: string
  /** What people call it; 1 to 64 characters in one line. */
  readonly name: string
  /** The unit that encloses it; null at the top. */
  readonly parent: string | null
}

/** One person's week, as far as it counts; goes into the gate and never comes out of it. */
export interface PersonWeek {
  /** A pseudonym. */
  readonly person: string
  /** Messages seen in that week, at least one. */
  readonly messages: number
  /** How often each label was found. */
  readonly findings: Readonly<Partial<Record<Label, number>>>
  /** The rules that were found, each once. */
  readonly rules: readonly string[]
}

/** A unit with those who count there, and not in a unit within it. Everybody counts in one unit at most. */
export interface UnitWeek extends Unit {
  readonly people: readonly PersonWeek[]
}

/** How often something came up: 0 hardly ever, 1 now and then, 2 often, 3 very often. */
export type Band = 0 | 1 | 2 | 3

/** How a band lies beside the one of the week before. */
export type Direction = 'less' | 'same' | 'more'

/** What may be said of a unit's week: all that ever leaves the gate. */
export interface Figures {
  /** Id of the unit. */
  readonly unit: string
  /** A label that is missing may have any reason. */
  readonly labels: Readonly<
    Partial<Record<Label, { readonly band: Band; readonly direction: Direction | null }>>
  >
  /** Rules that many people met, most of them first; five at most. */
  readonly terms: readonly string[]
}

/** The company as its administration lists it. */
export interface Organisation {
  /** `from`: a team of a platform, whose members are the unit's as well. */
  readonly units: readonly (Unit & { readonly from?: TeamAddress })[]
  /** Somebody with several accounts is one person; whoever manages a unit gets its summary. */
  readonly members: readonly {
    readonly unit: string
    readonly accounts: readonly Person[]
    readonly manages: boolean
  }[]
}

/** The organisation of a week as it is kept: members by their pseudonyms. */
export interface KeptOrganisation {
  readonly units: readonly Unit[]
  readonly members: readonly { readonly unit: string; readonly person: string; readonly manages: boolean }[]
}

/** A summary on its way to one manager. */
export interface SummaryLetter {
  readonly id: string
  readonly to: Person
  /** The manager's own unit. */
  readonly unit: string
  readonly week: Date
  /** Id of the exercise that is suggested. */
  readonly exercise: string
}

/** What a manager gets on a Monday: figures of their unit, or of the smallest one around it that has any. */
export interface Summary {
  /** The manager's own unit. */
  readonly unit: Unit
  /** The unit that the figures are of. */
  readonly of: Unit | null
  /** Null where nothing may be said. */
  readonly figures: Figures | null
  /** Monday's midnight in the company's time zone, in UTC. */
  readonly week: Date
  /** Id of the exercise that is suggested. */
  readonly exercise: string
}

/** A summary in words and in the order in which it is read: all that any renderer shows. */
export interface SummaryText {
  readonly language: Language
  /** One line, also for a notification. */
  readonly subject: string
  readonly title: string
  /** Name of the manager's own unit. */
  readonly unit: string
  /** Its days. */
  readonly week: string
  /** `YYYY-MM-DD`. */
  readonly monday: string
  /** Where the figures are of a larger unit: a sentence that says so. */
  readonly larger: string | null
  /** Name of the unit that the figures are of; null where there are none. */
  readonly of: string | null
  readonly good: SummaryTopics
  readonly topics: SummaryTopics
  readonly terms: {
    readonly heading: string
    /** Null where there are no terms. */
    readonly intro: string | null
    readonly items: readonly SummaryTerm[]
    /** The constant sentence where there are no terms. */
    readonly nothing: string | null
  }
  readonly exercise: {
    readonly heading: string
    readonly title: string
    readonly minutes: string
    readonly why: string
    readonly steps: readonly string[]
    readonly watch: string
  } | null
  readonly about: { readonly heading: string; readonly lines: readonly string[] }
  /** Heading of the advice. */
  readonly helps: string
  /** What the arrows mean; null where there are none. */
  readonly arrows: string | null
  /** What stands for the chart of all rows where it cannot be seen; null where there is nothing to draw. */
  readonly chart: string | null
}

/** Some labels under one heading. */
export interface SummaryTopics {
  readonly heading: string
  /** In the order of the guideline, every week the same. */
  readonly rows: readonly SummaryRow[]
  /** A sentence about the rows as a whole. */
  readonly note: string | null
  /** What stands for a chart of these rows. */
  readonly chart: string | null
  /** What is not shown: the names of the labels, and the constant sentence about them. */
  readonly hidden: readonly string[]
  readonly nothing: string | null
}

export interface SummaryRow {
  readonly label: Label
  readonly name: string
  readonly band: Band
  /** The band in a word or two. */
  readonly often: string
  /** The direction, as one character and in words. */
  readonly arrow: string | null
  readonly compared: string | null
  readonly sentence: string
  /** What helps; only with those that came up most. */
  readonly tip: string | null
}

/** A word with others that serve. */
export interface SummaryTerm {
  readonly term: string
  readonly instead: readonly string[]
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
  /** Where its reader wanted it when it was last taken to be sent; null before, and where they never said. */
  readonly place: Settings['place'] | null
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
  /** When this revision was written; a revision older than one on record changes nothing. */
  readonly at: Date
  /** When it reached us; default `at`. A nudge and a sighting count from the earlier of the two. */
  readonly receivedAt?: Date
  readonly dueAt: Date
  /** The week in which the message counts: its Monday's midnight in the company's time zone. */
  readonly week: Date
}

/** A delivered nudge that is to be removed from the chat. */
export interface Removal {
  /** Id of the nudge. */
  readonly id: string
  /** The user is `-` where the reader has been erased: then `posted` alone must do. */
  readonly to: Person
  readonly posted: string
  readonly attempts: number
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
  /**
   * The message is gone: drops its waiting nudge, and marks a delivered one to be removed at `now`. With an author,
   * a tombstone at `at` stays, so that a revision which arrives later and is older changes nothing.
   */
  forget(
    deletion: { readonly address: Address; readonly author?: Person; readonly at: Date },
    now: Date,
  ): Promise<void>
  /** Drops the waiting nudges of a person. */
  dropPending(person: Person): Promise<void>
  /** Takes due nudges and commits them as `sending`, oldest first. */
  claim(now: Date, limit: number): Promise<readonly StoredNudge[]>
  /**
   * `at` is when it was settled; for `pending`, when it may be tried again.
   * @param known the nudge as the caller took it: nothing is written where it has been taken anew since, and what was
   *   posted although its reader has been erased meanwhile is due to be removed at once
   */
  settle(
    id: string,
    state: Exclude<NudgeState, 'sending'>,
    at: Date,
    posted?: string,
    known?: Pick<StoredNudge, 'to' | 'state' | 'attempts'>,
  ): Promise<void>
  nudge(id: string): Promise<StoredNudge | undefined>
  /** After a crash: what was `sending`, summaries among it, is now `unknown`. Answers how many nudges. */
  abandonSending(at: Date): Promise<number>
  /** Nudges that have been `unknown` since before `until`, oldest first. */
  unknowns(until: Date, limit: number): Promise<readonly StoredNudge[]>
  /** Delivered nudges whose time in the chat is over at `now`, oldest first. */
  removals(now: Date, limit: number): Promise<readonly Removal[]>
  /** The nudge is gone from the chat; with `again`, it is not, and is tried again at that time. */
  removed(id: string, again?: Date): Promise<void>
  saveAnswer(id: string, answer: Answer, at: Date): Promise<void>
  /** How often each label was seen with the person from `since` on, by the hour. */
  ownSightings(
    person: Person,
    since: Date,
  ): Promise<readonly { readonly hour: Date; readonly label: Label; readonly count: number }[]>
  /** All that is kept about the person but for their settings. */
  personalData(person: Person): Promise<Omit<PersonalData, 'settings'>>
  /**
   * Deletes all that is kept about the person in one transaction and wipes the bytes. Nudges that still stand in the
   * chat keep their place of posting, and nothing else, until they are removed; they are due at `now`.
   */
  erase(person: Person, now: Date): Promise<void>
  /**
   * Replaces the members of a team from a week on.
   * @param from the Monday's midnight, in UTC
   */
  saveRoster(team: TeamAddress, members: readonly Person[], from: Date): Promise<void>
  /** Keys of the team's members in the week that begins then: the roster of that week, or of the last one before. */
  roster(team: TeamAddress, week: Date): Promise<readonly string[]>
  /** Replaces the organisation from a week on; weeks are named by their Monday's midnight. */
  saveOrganisation(organisation: Organisation, from: Date): Promise<void>
  /** As saved for the week, or for the last one before; without units where none was. */
  organisation(week: Date): Promise<KeptOrganisation>
  /** Who manages which unit in the week. */
  managers(week: Date): Promise<readonly { readonly unit: string; readonly to: Person }[]>
  /** The weeks of all who take part and wrote something, by the pseudonyms of the week's organisation, or their own. */
  personWeeks(week: Date, end: Date): Promise<readonly PersonWeek[]>
  /**
   * Keeps the figures of a week for good, together with the letters to send and with who counted. False where that
   * week was published before; then nothing is written.
   * @param counted pseudonyms, as {@link personWeeks} has them
   */
  publish(
    week: Date,
    figures: readonly Figures[],
    letters: readonly SummaryLetter[],
    counted: readonly string[],
    at: Date,
  ): Promise<boolean>
  /** The pseudonyms of those who counted in a published week, whether or not they still take part; not the erased. */
  counted(week: Date): Promise<readonly string[]>
  /** Null where the week was not published. `erased`: people of that week who were erased since. */
  published(week: Date): Promise<{ readonly figures: readonly Figures[]; readonly erased: number } | null>
  /** Takes waiting summaries and commits them as `sending`. */
  claimSummaries(limit: number): Promise<readonly SummaryLetter[]>
  settleSummary(id: string, state: 'pending' | 'sent' | 'failed' | 'unknown', at: Date): Promise<void>
  /** The exercises that a unit was given in the weeks since then, newest first. */
  exercises(unit: string, since: Date): Promise<readonly string[]>
  teamTerms(channel: ChannelAddress): Promise<readonly string[]>
  saveTeamTerms(channel: ChannelAddress, terms: readonly string[], allowed: boolean, at: Date): Promise<void>
  readonly vault: Vault
  /** Deletes what has outlived its retention; answers the number of rows. */
  expire(now: Date): Promise<number>
  close(): Promise<void>
}
