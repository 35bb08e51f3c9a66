import type { Logger } from 'pino'
import { PlatformError } from '../errors.js'
import type { EntryLookup } from '../lexicon/lexicon.js'
import type { Adapter, Person, PlatformName, Settings, Store, Summary, SummaryLetter } from '../types.js'
import { shownTo } from './gate/index.js'
import { summaryText, summaryWords, termOf } from './wording/index.js'

/** What sending summaries needs. */
export interface SendParts {
  readonly store: Store
  readonly adapters: ReadonlyMap<PlatformName, Pick<Adapter, 'deliverSummary'>>
  readonly settingsOf: (person: Person) => Promise<Settings>
  /** All lexicon entries by id, for the names of terms. */
  readonly entries: () => EntryLookup
  readonly clock: () => Date
  readonly log: Pick<Logger, 'warn'>
}

/** Milliseconds after the beginning of its week from which a summary is no longer news. */
const OLD = 14 * 24 * 3_600_000

/**
 * Sends the summaries that wait, each once: of a send whose end nobody knows there is no second. One is taken at a
 * time, so that a crash leaves no more than one in doubt; what may be tried again goes behind all others.
 */
export async function sendSummaries(parts: SendParts): Promise<void> {
  const { store, clock } = parts
  const tried = new Set<string>()
  for (;;) {
    const letter = await store.claimSummary()
    if (!letter) return
    const isAgain = tried.has(letter.id)
    tried.add(letter.id)
    await store.settleSummary(letter.id, isAgain ? 'pending' : await send(parts, letter), clock())
    if (isAgain) return
  }
}

async function send(
  { store, adapters, settingsOf, entries, clock, log }: SendParts,
  letter: SummaryLetter,
): Promise<'pending' | 'sent' | 'failed' | 'unknown'> {
  if (clock().getTime() - letter.week.getTime() > OLD) return 'failed'
  try {
    const deliver = adapters.get(letter.to.platform)?.deliverSummary
    const summary = await summaryOf(store, letter)
    if (!deliver || !summary) return 'failed'
    const { language, tone } = await settingsOf(letter.to)
    const words = summaryWords(language === 'auto' ? 'de' : language, tone)
    await deliver(letter.to, summaryText(summary, words, termOf(entries())))
    return 'sent'
  } catch (error) {
    const status = error instanceof PlatformError ? error.status : 'unknown'
    log.warn({ status }, 'a summary was not delivered')
    return status === 'later' ? 'pending' : status === 'refused' ? 'failed' : 'unknown'
  }
}

/** The summary that a letter stands for, from what was published; null where its unit is no more. */
export async function summaryOf(
  store: Pick<Store, 'organisation' | 'published'>,
  { unit: id, week, exercise }: Pick<SummaryLetter, 'unit' | 'week' | 'exercise'>,
): Promise<Summary | null> {
  const { units } = await store.organisation(week)
  const published = await store.published(week)
  const unit = units.find((each) => each.id === id)
  if (!unit || !published) return null
  const figures = shownTo(id, units, published.figures)
  const of = units.find((each) => each.id === figures?.unit) ?? null
  return { unit, of, figures, week, exercise }
}
