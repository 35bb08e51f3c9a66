import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Figures, Label, PersonWeek, Store, SummaryLetter, Unit } from '../types.js'
import { type Weeks, weeksAt } from './calendar.js'
import { exerciseFor } from './exercises/exercise-for.js'
import { gate, type PastWeek, shownTo } from './gate/index.js'
import { populations, unitWeeks } from './units.js'

/** What making summaries needs. */
export interface WeeklyParts {
  readonly store: Store
  readonly clock: () => Date
  readonly timeZone: string
  /** Of how many people figures must be, at least. */
  readonly k: number
  /** One draw for a label of a unit; default none. */
  readonly noise?: (() => number) | undefined
  readonly log: Pick<Logger, 'info'>
}

/**
 * Makes the summaries of the last whole week once it is Monday morning, and publishes them for good. Whoever comes
 * second, also another instance, changes nothing; a week that was missed altogether is left out.
 */
export async function publishLastWeek({ store, clock, timeZone, k, noise, log }: WeeklyParts): Promise<void> {
  const now = clock()
  const weeks = weeksAt(now, timeZone)
  if (!weeks.isTime || (await store.published(weeks.last))) return
  const organisation = await store.organisation(weeks.last)
  if (organisation.units.length === 0) return
  const units = unitWeeks(organisation, await store.personWeeks(weeks.last, weeks.current))
  const counted = units.flatMap(({ people }) => people.map(({ person }) => person))
  const figures = gate({
    units,
    k,
    before: await weekBefore(store, weeks),
    ...(noise ? { noise: onceEach(noise) } : {}),
  })
  const letters = await lettersFor(store, organisation.units, figures, weeks)
  if (await store.publish(weeks.last, figures, letters, counted, now))
    log.info({ week: weeks.last, summaries: letters.length }, 'the summaries of a week were made')
}

/** The gate may ask for a draw again where a unit around one takes it over: it gets the same. */
function onceEach(noise: () => number): (unit: string, label: Label) => number {
  const draws = new Map<string, number>()
  return (unit, label) => {
    const name = `${unit} ${label}`
    const draw = draws.get(name) ?? noise()
    draws.set(name, draw)
    return draw
  }
}

/** What was published the week before, with those who counted in it then, as far as they are still known. */
async function weekBefore(store: Store, { before }: Weeks): Promise<ReadonlyMap<string, PastWeek>> {
  const published = await store.published(before)
  if (!published) return new Map()
  const { figures, erased } = published
  const counted = (await store.counted(before)).map(
    (person): PersonWeek => ({ person, messages: 1, findings: {}, rules: [] }),
  )
  const people = populations(unitWeeks(await store.organisation(before), counted))
  return new Map(
    figures.map((each) => [each.unit, { figures: each, people: people.get(each.unit) ?? new Set(), erased }]),
  )
}

async function lettersFor(
  store: Store,
  units: readonly Unit[],
  figures: readonly Figures[],
  { last, longAgo }: Weeks,
): Promise<readonly SummaryLetter[]> {
  const exercises = new Map<string, string>()
  const letters: SummaryLetter[] = []
  for (const { unit, to } of await store.managers(last)) {
    const known = exercises.get(unit)
    const exercise =
      known ??
      exerciseFor(shownTo(unit, units, figures), [...new Set(await store.exercises(unit, longAgo))], last)
    exercises.set(unit, exercise)
    letters.push({ id: randomUUID(), to, unit, week: last, exercise })
  }
  return letters
}
