import type { Router } from 'express'
import type { Answer, Settings } from './coaching.js'
import type { Removal } from './kept.js'
import type {
  ChannelAddress,
  Deletion,
  DraftCheck,
  Incoming,
  Letter,
  OwnWeek,
  Person,
  PersonalData,
  PlatformName,
  TeamAddress,
  TenantAddress,
  Vault,
} from './platform.js'
import type { SummaryText } from './summary.js'
import type { Message } from './wording.js'

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
  /** The newest summary of each unit that the person manages this week; none where they manage none. */
  summaries(person: Person): Promise<readonly SummaryText[]>
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
  /** Klartext was removed from a tenant: all that is kept of it goes 14 days later, unless it `arrived` again before. */
  departed(tenant: TenantAddress): Promise<void>
  /** Klartext is in a tenant, for the first time or again; what is kept of it stays. */
  arrived(tenant: TenantAddress): Promise<void>
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
  /** Invented people whom anybody on this machine may be in the console; only where there is nobody real. */
  readonly people?: readonly {
    readonly person: Person
    readonly name: string
    readonly offices: readonly ('admin' | 'works-council')[]
  }[]
  /**
   * Whether Klartext is installed in a tenant at this moment, so that its people may sign in to the console.
   * @throws PlatformError where that cannot be told yet
   */
  hasTenant?(tenant: string): Promise<boolean>
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
