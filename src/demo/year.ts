import { DateTime } from 'luxon'
import { createAnalyzer } from '../analyzer/analyzer.js'
import type { CompiledLexicons } from '../analyzer/compiled.js'
import { DEFAULT_SETTINGS } from '../coaching/settings.js'
import { createPipeline } from '../pipeline.js'
import { createSettingsOf } from '../settings-of.js'
import { publishLastWeek } from '../summary/weekly.js'
import { createTeamTermsOf } from '../team-terms.js'
import { untunedLexicon } from '../tuning/live-lexicon.js'
import type { Incoming, Label, Person, Store } from '../types.js'
import { demoCompany } from './company.js'
import { createDice } from './dice.js'
import type { Sentences } from './sentences.js'

const TIME_ZONE = 'Europe/Berlin'

/** How often a sentence of each label is written at the beginning and at the end of the year, in percent. */
const HABITS: readonly (readonly [Label, first: number, last: number])[] = [
  ['anglicism', 14, 8],
  ['jargon', 10, 5],
  ['convoluted', 5, 4],
  ['foreign-words', 5, 4],
  ['blame', 6, 2],
  ['justification', 6, 3],
  ['silo', 4, 2],
  ['impression', 3, 3],
  ['facade', 4, 3],
  ['condescension', 2, 1],
  ['ownership', 3, 9],
  ['care', 4, 10],
]

/** What the simulation takes. */
export interface YearParts {
  readonly store: Store
  readonly lexicons: CompiledLexicons
  readonly words: Sentences
  /** The Monday after the last week. */
  readonly until: Date
  readonly weeks: number
  /** Hears of each week that is done. */
  readonly onWeek: (done: number) => void
}

/**
 * Lets a company of 120 live through so many weeks: messages go the same way as real ones, and each Monday the
 * summaries are made. The same year every time.
 */
export async function liveThrough({
  store,
  lexicons,
  words,
  until,
  weeks,
  onWeek,
}: YearParts): Promise<void> {
  const company = demoCompany()
  const dice = createDice(20_260_309)
  const settingsOf = createSettingsOf(store, new Map())
  let now = DateTime.fromJSDate(until, { zone: TIME_ZONE }).startOf('week').minus({ weeks })
  const clock = () => now.toJSDate()
  const handle = createPipeline(
    {
      ...{ store, settingsOf, clock, timeZone: TIME_ZONE },
      lexicon: untunedLexicon({ ...lexicons, analyzer: createAnalyzer(lexicons) }),
      scopesOf: async () => [],
      settleSeconds: () => 30,
    },
    createTeamTermsOf(store),
  )
  await store.saveOrganisation(company, clock())
  // Two of three take part, as it is voluntary.
  const taking = company.people.filter(() => dice() < 0.7)
  for (const person of taking)
    await store.saveSettings(person, { ...DEFAULT_SETTINGS, optedIn: true }, clock())

  for (let week = 0; week < weeks; week++) {
    const progress = weeks === 1 ? 1 : week / (weeks - 1)
    const monday = now
    for (let day = 0; day < 5; day++) {
      now = monday.plus({ days: day, hours: 10 })
      await Promise.all(
        taking.flatMap((person, at) =>
          dice() < 0.8 ? [handle(message(person, `${week}-${day}-${at}`, pick(words, progress, dice)))] : [],
        ),
      )
    }
    now = monday.plus({ weeks: 1, hours: 7 })
    await publishLastWeek({ store, clock, timeZone: TIME_ZONE, k: 7, log: { info() {} } })
    await store.expire(clock())
    now = monday.plus({ weeks: 1 })
    onWeek(week + 1)
  }
}

function pick({ plain, of }: Sentences, progress: number, dice: () => number): string {
  let at = dice() * 100
  for (const [label, first, last] of HABITS) {
    at -= first + (last - first) * progress
    const some = of.get(label) ?? []
    if (at < 0 && some.length > 0) return some[Math.floor(dice() * some.length)]!
  }
  return plain[Math.floor(dice() * plain.length)]!
}

const message = (author: Person, id: string, text: string): Incoming => ({
  author,
  address: { platform: 'playground', tenant: 'demo', channel: 'demo', message: id },
  revision: 'new',
  message: { text, audience: 'team' },
})
