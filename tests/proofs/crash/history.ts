/**
 * What happened, seen from outside: by the platform, and by whoever reads the data folder after each crash. All times are
 * milliseconds of the platform's clock; a message is named as the store names it.
 */

/** One state of a message that the platform told the app of. */
export interface Told {
  readonly message: string
  readonly author: string
  readonly kind: 'written' | 'edited' | 'deleted'
  /** When the person did it. */
  readonly at: number
  /** Whether its wording earns a nudge. */
  readonly earns: boolean
  /** When the app first acknowledged it; null where it never did. */
  readonly acked: number | null
}

/** One nudge that came up in front of somebody. */
export interface Post {
  /** What it is about; null where nothing tells. */
  readonly message: string | null
  readonly seenBy: readonly string[]
  /** When the app first asked the platform for something towards it. */
  readonly begun: number
  readonly at: number
  /** When the app took it away; null where it still stands. */
  readonly removed: number | null
  /** Nobody can take it away: it stays until its reader looks again, or nobody knows that it stands there. */
  readonly isFleeting: boolean
}

export type State = 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'dropped'

/** A nudge as the data folder has it. */
export interface Row {
  readonly id: string
  readonly message: string
  readonly recipient: string
  readonly state: State
  readonly attempts: number
  /** Null before it was first taken to be sent. */
  readonly place: 'direct' | 'channel' | null
}

/** The data folder after a crash. */
export interface Snapshot {
  readonly at: number
  /** What SQLite's own check says of the file. */
  readonly integrity: string
  readonly rows: readonly Row[]
  /** Ids of the nudges that have rules, once for each rule. */
  readonly rules: readonly string[]
  /** Ids of the nudges that are known to stand in the chat. */
  readonly posted: readonly string[]
  /** How many messages are remembered for having had their nudge. */
  readonly marks: number
}

/** All of it. */
export interface History {
  /** Whether the platform can be asked what became of a nudge. */
  readonly canLook: boolean
  /** Who has asked for nudges. */
  readonly members: readonly string[]
  readonly told: readonly Told[]
  readonly posts: readonly Post[]
  /** One after each crash, and the last one when everything has come to rest. */
  readonly snapshots: readonly Snapshot[]
}

/** Something that must never happen. */
export interface Fault {
  readonly rule: string
  readonly what: string
}

/** Rules that look at the same thing. */
export type Check = (history: History) => Fault[]
