import type { Answer, NudgeText, Settings, Tone } from './coaching.js'
import type { NudgeState } from './kept.js'
import type { Analysis, Label, Language, Message } from './wording.js'

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

/** A workspace or an organisation on a platform; `tenant` is its id, at most 64 characters. */
export type TenantAddress = Omit<ChannelAddress, 'channel'>

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

/** How often each label and each rule came up in a person's own messages of one week. */
export interface OwnWeek {
  /** Monday's midnight in the company's time zone, in UTC. */
  readonly from: Date
  readonly labels: Readonly<Partial<Record<Label, number>>>
  readonly rules: Readonly<Record<string, number>>
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
  /** Answers to nudges, for as long as it can be told that they are the person's, newest first. */
  readonly answers: readonly { readonly at: Date; readonly rule: string; readonly answer: Answer }[]
  /** Browsers in which the person is signed in to the console, newest first. */
  readonly sessions: readonly { readonly startedAt: Date; readonly seenAt: Date }[]
  readonly lastHintAt: Date | null
  readonly lastPraiseAt: Date | null
}

/** Keeps what an adapter must not lose and nobody may read, such as tokens; sealed with AES-256-GCM. */
export interface Vault {
  /** Null where nothing is kept, or where it was sealed with another secret. */
  read(name: string): Promise<string | null>
  /** Names have 1 to 64 characters as platform ids have; resolves once it is committed. */
  write(name: string, value: string): Promise<void>
  /** Writes only where `before` is still kept, whoever else writes at the same time; false where it is not. */
  replace(name: string, before: string, value: string): Promise<boolean>
  remove(name: string): Promise<void>
  /** The names that begin so. */
  names(prefix: string): Promise<readonly string[]>
}

/** What a draft check tells its writer; nothing of it is kept. */
export interface DraftCheck {
  readonly analysis: Analysis
  readonly nudge: NudgeText | null
}
