import { coach } from './coaching/coach.js'
import { dayStart } from './coaching/quiet-hours.js'
import { nameOf } from './name-of.js'
import { mondayOf } from './own-weeks.js'
import { createRecent } from './recent.js'
import type { SettingsOf } from './settings-of.js'
import type { TeamTermsOf } from './team-terms.js'
import type { LiveLexicon } from './tuning/live-lexicon.js'
import type { ScopesOf } from './tuning/scopes-of.js'
import { createTurns } from './turns.js'
import type { History, Incoming, Message, Nudge, PlatformName, Scope, Store } from './types.js'

/** What the way of a message needs. */
export interface Pipeline {
  readonly store: Store
  readonly lexicon: Pick<LiveLexicon, 'current'>
  readonly scopesOf: ScopesOf
  readonly settingsOf: SettingsOf
  readonly clock: () => Date
  readonly timeZone: string
  /** Seconds between a message and its nudge, in which an edit or a deletion still counts. */
  readonly settleSeconds: (platform: PlatformName) => number
  /** Whether nothing may be read at the moment, as the configuration is not the agreed one; default: never. */
  readonly isHeld?: () => boolean
}

/** Nothing was said: if even then there is nothing to say, the real history need not be asked. */
const NOTHING_SAID: History = { hintsToday: 0, lastHintAt: null, lastPraiseAt: null }

/**
 * Makes the way of one message: opt-in, first sight, analysis, coaching, one transaction. It resolves once everything
 * that must survive is committed, to whether a nudge may now wait; no text outlives the call.
 */
export function createPipeline(
  { store, lexicon, scopesOf, settingsOf, clock, timeZone, settleSeconds, isHeld = () => false }: Pipeline,
  teamTermsOf: TeamTermsOf,
): (incoming: Incoming) => Promise<boolean> {
  // Spares the analysis where a platform repeats itself; what it has forgotten, the transaction still knows.
  const recent = createRecent()
  const decisions = createTurns()

  return async ({ author, address, revision, at, message }) => {
    const settings = await settingsOf(author)
    if (!settings.optedIn || isHeld() || recent.has(address, revision)) return false

    const now = clock()
    const [terms, scopes] = await Promise.all([teamTermsOf(address), scopesOf(author, address)])
    const { analyzer, entriesIn, version } = lexicon.current()
    const entries = entriesIn(scopes)
    const analysis = analyzer.analyze(inPlace(message, terms, scopes))
    const record = async (nudge: Nudge | null): Promise<boolean> => {
      const recorded = await store.record({
        author,
        address,
        revision,
        sightings: analysis.findings.map(({ label, rule }) => ({ label, rule })),
        language: analysis.language,
        lexiconVersion: version,
        nudge,
        at: at ?? now,
        receivedAt: now,
        week: mondayOf(at && at < now ? at : now, timeZone),
        dueAt: new Date(now.getTime() + settleSeconds(address.platform) * 1000),
      })
      recent.add(address, revision)
      return recorded && nudge !== null
    }
    const nudgeAfter = (history: History): Nudge | null => {
      const coaching = coach(analysis, entries, { settings, history, now, timeZone })
      return 'nudge' in coaching ? coaching.nudge : null
    }
    if (!nudgeAfter(NOTHING_SAID)) return record(null)
    // One after the other: two messages at once would both take themselves for the first of the day.
    const waits = await decisions.alone(nameOf(author), async () => {
      const nudge = nudgeAfter(await store.history(author, dayStart(now, timeZone), address))
      return nudge && record(nudge)
    })
    return waits ?? record(null)
  }
}

function inPlace(message: Message, own: ReadonlySet<string>, scopes: readonly Scope[]): Message {
  if (own.size === 0 && scopes.length === 0) return message
  return { ...message, scopes, teamTerms: new Set([...(message.teamTerms ?? []), ...own]) }
}
