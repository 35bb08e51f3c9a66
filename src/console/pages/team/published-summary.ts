import { DateTime } from 'luxon'
import { summaryOf } from '../../../summary/index.js'
import { summaryText, summaryWords, termOf } from '../../../summary/wording/index.js'
import type { Store, SummaryText, Unit } from '../../../types.js'
import type { Visit } from '../../route.js'

/** What the gate published of a unit's week, in words; null where nothing was. */
export async function publishedSummary(
  { house, language, tone }: Pick<Visit, 'house' | 'language' | 'tone'>,
  unit: Unit,
  week: Date,
): Promise<SummaryText | null> {
  const { store, lexicon, timeZone } = house
  // Without one, the summary leaves that part out.
  const exercise = (await exerciseOf(store, unit.id, week, timeZone)) ?? ''
  const summary =
    (await summaryOf(store, { unit: unit.id, week, exercise })) ??
    (await ownFigures(store, unit, week, exercise))
  if (!summary) return null
  return summaryText(summary, summaryWords(language, tone), termOf(lexicon.current().entries))
}

/** Where the organisation of that week is no longer kept, what was published of the unit itself. */
async function ownFigures(
  store: Pick<Store, 'organisation' | 'published'>,
  unit: Unit,
  week: Date,
  exercise: string,
) {
  if ((await store.organisation(week)).units.length > 0) return null
  const figures = (await store.published(week))?.figures.find((each) => each.unit === unit.id)
  return figures ? { unit, of: unit, figures, week, exercise } : null
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
