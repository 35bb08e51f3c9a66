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
  const summary = await summaryOf(store, { unit: unit.id, week, exercise })
  if (!summary) return null
  return summaryText(summary, summaryWords(language, tone), termOf(lexicon.current().entries))
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
