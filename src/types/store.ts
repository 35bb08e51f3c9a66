import type { Answer, History, Settings } from './coaching.js'
import type { NudgeState, Removal, Sight, StoredNudge } from './kept.js'
import type { Address, ChannelAddress, Person, PersonalData, TeamAddress, Vault } from './platform.js'
import type { Figures, KeptOrganisation, Organisation, PersonWeek, SummaryLetter } from './summary.js'
import type { Label } from './wording.js'

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
  /** How often each rule was seen with the person from `since` on, by the hour. */
  ownSightings(
    person: Person,
    since: Date,
  ): Promise<
    readonly { readonly hour: Date; readonly label: Label; readonly rule: string; readonly count: number }[]
  >
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
  /** Takes the summary that has waited longest since it was tried, and commits it as `sending`; null where none waits. */
  claimSummary(): Promise<SummaryLetter | null>
  /** Once it need not be tried again, its reader is kept as a pseudonym alone. */
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
