import type { Answer, History, Settings } from './coaching.js'
import type { Agreement, AuditEvent, AuditRecord, Session } from './console.js'
import type { NudgeState, Removal, Sight, StoredNudge } from './kept.js'
import type {
  Address,
  ChannelAddress,
  Person,
  PersonalData,
  TeamAddress,
  TenantAddress,
  Vault,
} from './platform.js'
import type { Figures, KeptOrganisation, Organisation, PersonWeek, SummaryLetter } from './summary.js'
import type {
  KeptTuningItem,
  RuleAnswers,
  TuningConflict,
  TuningDifference,
  TuningDraft,
  TuningKey,
  TuningStep,
  TuningVersion,
} from './tuning.js'
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
   * chat keep their place of posting, and nothing else, until they are removed; they are due at `now`. Answers stay
   * without a person; so does what the person did in an office, under {@link ConsoleStore.actor}.
   */
  erase(person: Person, now: Date): Promise<void>
  /**
   * Notes that Klartext was removed from a tenant: 14 days later, {@link expire} erases all that is kept of it and of
   * its people. Of several times, the first counts.
   */
  saveDeparture(tenant: TenantAddress, at: Date): Promise<void>
  /** Klartext is in the tenant again: nothing of it is erased. */
  dropDeparture(tenant: TenantAddress): Promise<void>
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
  /** The published weeks in which the unit was there, newest first. */
  publishedWeeks(unit: string): Promise<readonly Date[]>
  /** Takes the summary that has waited longest since it was tried, and commits it as `sending`; null where none waits. */
  claimSummary(): Promise<SummaryLetter | null>
  /** Once it need not be tried again, its reader is kept as a pseudonym alone. */
  settleSummary(id: string, state: 'pending' | 'sent' | 'failed' | 'unknown', at: Date): Promise<void>
  /** The exercises that a unit was given in the weeks since then, newest first. */
  exercises(unit: string, since: Date): Promise<readonly string[]>
  teamTerms(channel: ChannelAddress): Promise<readonly string[]>
  saveTeamTerms(channel: ChannelAddress, terms: readonly string[], allowed: boolean, at: Date): Promise<void>
  /**
   * The units that list a person in the week, the enclosing ones included, the smallest first. A unit that a team of a
   * platform fills lists those of its members who take part.
   */
  unitsOf(person: Person, week: Date): Promise<readonly string[]>
  readonly vault: Vault
  readonly tuning: TuningStore
  readonly console: ConsoleStore
  /** Deletes what has outlived its retention, whole tenants included; answers the number of rows, of tenants and their people. */
  expire(now: Date): Promise<number>
  close(): Promise<void>
}

/** What the company has set about its lexicon, with all that came before. */
export interface TuningStore {
  /** The latest version; 0 where nothing was ever published. */
  version(): Promise<number>
  /**
   * Items in force in a version, by scope, kind and name; none where the version is not kept. `after` is the last key of
   * the page before.
   */
  items(version: number, after: TuningKey | null, limit: number): Promise<readonly KeptTuningItem[]>
  item(key: TuningKey): Promise<KeptTuningItem | null>
  /** Newest first; of the versions kept (the last 50, and all of the last 90 days). */
  versions(limit: number): Promise<readonly TuningVersion[]>
  /** What a version changed, by scope, kind and name; at most `limit`. Nothing where it is not kept. */
  differences(version: number, limit: number): Promise<readonly TuningDifference[]>
  /**
   * Publishes steps as one version, or nothing where somebody else changed one of the items meanwhile. Steps that
   * change nothing are left out; where none is left, the version stays as it was. Of two steps with one key, the later
   * counts.
   * @throws UserError where a key, a value or the reason may not be kept, or the approver is the author
   */
  publish(
    steps: readonly TuningStep[],
    how: Pick<TuningVersion, 'at' | 'author' | 'approver' | 'reason' | 'backTo'>,
  ): Promise<{ readonly version: number } | { readonly conflicts: readonly TuningConflict[] }>
  /**
   * The steps that lead from the state now to that of an earlier version; null where that version is not kept. Version 0,
   * in which nothing was set, always is.
   */
  stepsBackTo(version: number): Promise<readonly TuningStep[] | null>
  draft(author: string): Promise<TuningDraft | null>
  /**
   * Adds steps to the author's draft, each in place of one with the same key; a submitted draft is taken back.
   * @throws UserError where the draft would have more than 5,000, or a key or a value may not be kept
   */
  saveSteps(author: string, steps: readonly TuningStep[]): Promise<void>
  /** Takes one step, or the whole draft, out; a submitted draft is taken back. Without steps there is no draft. */
  dropSteps(author: string, key: TuningKey | null): Promise<void>
  /** Takes out what was published; a step that has changed since, or came on top, stays. */
  dropPublished(author: string, steps: readonly TuningStep[]): Promise<void>
  /** @throws UserError where there is no draft, or no reason of one line and 200 characters at most */
  submit(author: string, reason: string, at: Date): Promise<void>
  /** The drafts that wait for a second pair of eyes, oldest first. */
  submitted(): Promise<readonly TuningDraft[]>
  /**
   * By rule, from `since(rule)` on, where at least `people` different people answered; those first that the largest
   * share found fault with. Null: all that is kept.
   */
  ruleAnswers(people: number, since: (rule: string) => Date | null): Promise<readonly RuleAnswers[]>
}

/** What the console keeps. */
export interface ConsoleStore {
  /** The stable pseudonym of a person where they act in an office: 12 hex digits, joined to nothing else that is kept. */
  actor(person: Person): string
  /** The pseudonyms of all accounts that the organisation of the week lists as the person's, this one first. */
  actors(person: Person, week: Date): Promise<readonly string[]>
  /** Keeps a session under the hash of its token; the person is sealed under the token itself. */
  openSession(token: string, session: Omit<Session, 'seenAt'>): Promise<void>
  /**
   * Null where there is none, or it was idle since before `idleSince`, or began before `since`; it is gone then. Notes
   * that it was seen at `now`, once a minute at most, so that it may end a minute early.
   */
  session(
    token: string,
    limits: { readonly idleSince: Date; readonly since: Date; readonly now: Date },
  ): Promise<Session | null>
  closeSession(token: string): Promise<void>
  /** Ends all sessions of a person; of everybody with null. Answers how many. */
  closeSessions(person: Person | null): Promise<number>
  /** Appends to the audit chain, whoever else writes at the same time. */
  audit(event: AuditEvent, at: Date): Promise<void>
  /** Newest first; `before` is the number of the last record of the page before. */
  auditRecords(limit: number, before?: number): Promise<readonly AuditRecord[]>
  /** Whether each record that is kept follows from the one before; the number of the first that does not. */
  auditFault(): Promise<number | null>
  /** The confirmed agreement in force, and the one that waits; null where there is none. A lifted lock is none in force. */
  agreement(): Promise<{ readonly inForce: Agreement | null; readonly waiting: Agreement | null }>
  /** Puts a proposal in place of one that waits. */
  propose(proposal: Omit<Agreement, 'confirmedBy' | 'confirmedAt'>): Promise<void>
  /** Confirms the waiting proposal with that hash; false where it is gone, or `by` or `role` is the proposer's own. */
  confirm(hash: string | null, by: string, role: Agreement['proposedRole'], at: Date): Promise<boolean>
  /** Takes the waiting proposal with that hash back; false where it is gone. */
  withdraw(hash: string | null): Promise<boolean>
}
