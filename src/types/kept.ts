import type { Nudge, Settings } from './coaching.js'
import type { Address, Person } from './platform.js'
import type { Label, Language } from './wording.js'

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
