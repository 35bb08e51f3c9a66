import type { Analyzer } from './analyzer/analyzer.js'
import { coach } from './coaching/coach.js'
import { dayStart } from './coaching/quiet-hours.js'
import type { Entry } from './lexicon/lexicon.js'
import type { Incoming, Person, PlatformName, Settings, Store } from './types.js'

/** What the way of a message needs. */
export interface Pipeline {
  readonly store: Store
  readonly analyzer: Analyzer
  /** All lexicon entries by id. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly lexiconVersion: string
  readonly settingsOf: (person: Person) => Promise<Settings>
  readonly clock: () => Date
  readonly timeZone: string
  /** Seconds between a message and its nudge, in which an edit or a deletion still counts. */
  readonly settleSeconds: (platform: PlatformName) => number
}

/**
 * The way of one message: opt-in, first sight, analysis, coaching, one transaction.
 * Resolves once everything that must survive is committed; no text outlives the call.
 * @returns whether a nudge now waits
 */
export async function handle(
  pipeline: Pipeline,
  { author, address, revision, message }: Incoming,
): Promise<boolean> {
  const { store, analyzer, entries, timeZone } = pipeline
  const settings = await pipeline.settingsOf(author)
  if (!settings.optedIn) return false
  if (await store.seen(address, revision)) return false

  const now = pipeline.clock()
  const analysis = analyzer.analyze(message)
  const history = await store.history(author, dayStart(now, timeZone), address)
  const coaching = coach(analysis, entries, { settings, history, now, timeZone })
  const nudge = 'nudge' in coaching ? coaching.nudge : null

  const recorded = await store.record({
    author,
    address,
    revision,
    sightings: analysis.findings.map(({ label, rule }) => ({ label, rule })),
    language: analysis.language,
    lexiconVersion: pipeline.lexiconVersion,
    nudge,
    at: now,
    dueAt: new Date(now.getTime() + pipeline.settleSeconds(address.platform) * 1000),
  })
  return recorded && nudge !== null
}
