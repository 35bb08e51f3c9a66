import { mondayOf } from '../../../own-weeks.js'
import type { Label, TuningDraft, TuningKey, TuningStep, Unit } from '../../../types.js'
import { labelNames } from '../../../words/labels.js'
import type { Visit } from '../../route.js'
import { type LexiconWords, lexiconWords } from '../../words/lexicon/index.js'

/** What every page of the lexicon is drawn with. */
export interface Desk {
  readonly visit: Visit
  readonly words: LexiconWords
  readonly labels: Readonly<Record<Label, string>>
  /** The admin's own draft. */
  readonly draft: TuningDraft | null
  /** Those of this week. */
  readonly units: readonly Unit[]
  number(value: number): string
  /** With date and time of the company's time zone. */
  time(at: Date): string
}

/** Lays out what a page of the lexicon needs. */
export async function openDesk(visit: Visit): Promise<Desk> {
  const { house, language, now, actor } = visit
  const { store, timeZone } = house
  const [draft, { units }] = await Promise.all([
    store.tuning.draft(actor),
    store.organisation(mondayOf(now, timeZone)),
  ])
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const numbers = new Intl.NumberFormat(locale)
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return {
    visit,
    words: lexiconWords[language](),
    labels: labelNames[language],
    draft,
    units,
    number: (value) => numbers.format(value),
    time: (at) => times.format(at),
  }
}

/** Names an item in one line; equal for equal keys. */
export const keyLine = ({ scope, kind, name }: TuningKey): string => JSON.stringify([scope, kind, name])

/** The step of the admin's draft about an item. */
export function drafted(desk: Desk, key: TuningKey): TuningStep | undefined {
  const line = keyLine(key)
  return desk.draft?.steps.find((step) => keyLine(step) === line)
}
