import { DateTime } from 'luxon'
import type { EntryLookup } from '../lexicon/lexicon.js'
import { nameOf } from '../name-of.js'
import type { Person, Store, SummaryText, Unit } from '../types.js'
import { summaryOf } from './send.js'
import { type SummaryWords, summaryText, termOf } from './wording/index.js'

/** What reading published summaries needs. */
export interface PublishedParts {
  readonly store: Pick<Store, 'managers' | 'organisation' | 'published' | 'publishedWeeks' | 'exercises'>
  /** All lexicon entries by id, for the names of terms. */
  readonly entries: EntryLookup
  /** The company's, an IANA name. */
  readonly timeZone: string
}

/**
 * The units that a person manages in a week, in the order of the organisation.
 * @param week its Monday
 */
export async function managedUnits(
  store: Pick<PublishedParts['store'], 'managers' | 'organisation'>,
  person: Person,
  week: Date,
): Promise<readonly Unit[]> {
  const managed = (await store.managers(week)).filter(({ to }) => nameOf(to) === nameOf(person))
  if (managed.length === 0) return []
  const { units } = await store.organisation(week)
  return units.filter(({ id }) => managed.some(({ unit }) => unit === id))
}

/**
 * The published weeks of a unit in which the person managed it, newest first. In others they may have counted
 * themselves: the figures would then be of fewer people than they say.
 */
export async function managedWeeks(
  store: Pick<PublishedParts['store'], 'managers' | 'publishedWeeks'>,
  person: Person,
  unit: Unit,
): Promise<readonly Date[]> {
  const weeks: Date[] = []
  for (const week of await store.publishedWeeks(unit.id)) {
    const managers = await store.managers(week)
    if (managers.some(({ unit: id, to }) => id === unit.id && nameOf(to) === nameOf(person))) weeks.push(week)
  }
  return weeks
}

/** What the gate published of a unit's week, in words; null where nothing was. */
export async function publishedSummary(
  { store, entries, timeZone }: PublishedParts,
  unit: Unit,
  week: Date,
  words: SummaryWords,
): Promise<SummaryText | null> {
  // Without one, the summary leaves that part out.
  const exercise = (await exerciseOf(store, unit.id, week, timeZone)) ?? ''
  const summary = await summaryOf(store, { unit: unit.id, week, exercise })
  return summary && summaryText(summary, words, termOf(entries))
}

/** The newest summary of each unit that a person manages in a week; none where they manage none. */
export async function newestSummaries(
  parts: PublishedParts,
  person: Person,
  thisWeek: Date,
  words: SummaryWords,
): Promise<readonly SummaryText[]> {
  const texts: SummaryText[] = []
  for (const unit of await managedUnits(parts.store, person, thisWeek)) {
    const [newest] = await managedWeeks(parts.store, person, unit)
    const text = newest && (await publishedSummary(parts, unit, newest, words))
    if (text) texts.push(text)
  }
  return texts
}

/** The exercise that the unit was given with that week, as long as it is kept. */
async function exerciseOf(
  store: Pick<Store, 'exercises'>,
  unit: string,
  week: Date,
  timeZone: string,
): Promise<string | undefined> {
  const next = DateTime.fromJSDate(week, { zone: timeZone }).plus({ weeks: 1 }).toJSDate()
  const since = await store.exercises(unit, week)
  const later = await store.exercises(unit, next)
  return since.length > later.length ? since.at(-1) : undefined
}
