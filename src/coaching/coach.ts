import type { EntryLookup } from '../lexicon/lexicon.js'
import type { Analysis, Finding, History, Label, Nudge, Settings } from '../types.js'
import { isQuiet } from './quiet-hours.js'

/** What most needs a word comes first; a nudge speaks of one thing at a time. */
const HINTS: readonly Label[] = [
  'customer-disrespect',
  'condescension',
  'blame',
  'justification',
  'silo',
  'facade',
  'anglicism',
  'jargon',
  'foreign-words',
  'impression',
  'convoluted',
]
const PRAISE: readonly Label[] = ['ownership', 'care']

/** Labels that one wording alone does not make. */
const COLLECTIVE: ReadonlySet<Label> = new Set(['jargon', 'anglicism', 'foreign-words'])

const MOST_RULES = 5
const DAYS_BETWEEN_PRAISE = 7
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Why nothing is said. */
export type Silence = 'nothing-found' | 'not-opted-in' | 'paused' | 'quiet-hours' | 'daily-limit' | 'too-soon'

export type Coaching = { readonly nudge: Nudge } | { readonly silence: Silence }

/** What coaching looks at besides the findings. */
export interface Occasion {
  readonly settings: Settings
  readonly history: History
  readonly now: Date
  /** IANA name of the company's time zone. */
  readonly timeZone: string
}

/** Decides whether to say something about a message, and what: one nudge at most. */
export function coach(analysis: Analysis, entries: EntryLookup, occasion: Occasion): Coaching {
  const { settings, history, now, timeZone } = occasion
  if (!settings.optedIn) return { silence: 'not-opted-in' }
  const nudge = chooseNudge(analysis, entries, settings, mayPraise(occasion))
  if (!nudge) return { silence: 'nothing-found' }
  if (settings.pausedUntil && settings.pausedUntil > now) return { silence: 'paused' }
  if (isQuiet(now, settings, timeZone)) return { silence: 'quiet-hours' }
  if (nudge.kind === 'praise') return { nudge }
  if (history.hintsToday >= settings.maxPerDay) return { silence: 'daily-limit' }
  return isTooSoon(occasion) ? { silence: 'too-soon' } : { nudge }
}

/** The nudge that findings deserve, apart from limits and times; null where there is nothing to say. */
export function chooseNudge(
  { findings, language }: Analysis,
  entries: EntryLookup,
  settings: Pick<Settings, 'language' | 'mutedLabels' | 'mutedRules'>,
  praise: boolean,
): Nudge | null {
  const nudgedIn = settings.language === 'auto' ? (language ?? 'de') : settings.language
  const heard = (label: Label): Finding[] =>
    findings.filter((finding) => finding.label === label && isHeard(finding, entries, settings))
  for (const label of HINTS) {
    const rules = [...new Set(heard(label).map(({ rule }) => rule))]
    const silenced = findings.some(
      (finding) => finding.label === label && !isHeard(finding, entries, settings),
    )
    if (rules.length === 0 || (silenced && COLLECTIVE.has(label) && rules.length < 2)) continue
    return { kind: 'hint', label, rules: rules.slice(0, MOST_RULES), language: nudgedIn }
  }
  if (!praise) return null
  for (const label of PRAISE) {
    const [first] = heard(label)
    if (first) return { kind: 'praise', label, rules: [first.rule], language: nudgedIn }
  }
  return null
}

function isHeard(
  { label, rule }: Finding,
  entries: EntryLookup,
  settings: Pick<Settings, 'mutedLabels' | 'mutedRules'>,
): boolean {
  return (
    !settings.mutedLabels.includes(label) &&
    !settings.mutedRules.includes(rule) &&
    entries.get(rule)?.status !== 'probation'
  )
}

function isTooSoon({ settings, history: { lastHintAt }, now }: Occasion): boolean {
  // Whoever wants no pause gets none, even where the last hint went out a moment after this message came in.
  if (!lastHintAt || settings.minutesBetween === 0) return false
  return now.getTime() - lastHintAt.getTime() < settings.minutesBetween * MINUTE
}

function mayPraise({ settings, history, now }: Occasion): boolean {
  if (!settings.praise) return false
  return !history.lastPraiseAt || now.getTime() - history.lastPraiseAt.getTime() >= DAYS_BETWEEN_PRAISE * DAY
}
