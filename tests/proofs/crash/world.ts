import type { Fields, Mishap } from '../../slack/stand-in/index.js'
import type { Connection } from './child.js'
import type { RunningClock } from './createRunningClock.js'
import type { Post, Snapshot } from './history.js'

/** Hints a person may get on one day, as they set it; the most that is offered. */
export const MOST_A_DAY = 8

/** Something somebody did, with what the platform tells of it. */
export interface Noted {
  /** As the store names the message. */
  readonly message: string
  readonly at: number
  readonly envelope: unknown
}

/** What came of telling it. */
export interface Attempted {
  readonly acked: boolean
  readonly attempts: readonly { readonly status: number; readonly at: number; readonly ms: number }[]
}

/** A platform with one company and one channel; people go by their ids as the store has them. */
export interface World {
  readonly connection: Connection
  /** Whether the platform can be asked what became of a nudge. */
  readonly canLook: boolean
  readonly people: readonly string[]
  /** Klartext is here from now on; null: nowhere. */
  aim(address: string | null): void
  settled(): Promise<void>
  fail(
    method: string,
    mishap: Mishap & { readonly when: (args: Fields) => boolean },
  ): { readonly end: () => void }
  /** People take part, and want no pause between hints. */
  join(people: readonly string[]): Promise<void>
  say(author: string, text: string): Noted
  edit(message: string, text: string): Noted
  remove(message: string): Noted
  isThere(message: string): boolean
  /** What the platform tells of a message by itself. */
  aside(message: string): unknown[]
  /** @param isAgain whether it was delivered before */
  deliver(envelope: unknown, isAgain: boolean): Promise<Attempted>
  /** The nudges that people saw, with what they are about. */
  postsOf(snapshots: readonly Snapshot[]): Post[]
  close(): Promise<void>
}

/** @param size how many people there are */
export type OpenWorld = (clock: RunningClock, size: number) => Promise<World>
