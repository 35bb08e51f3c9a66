import { exerciseFor } from '../../src/summary/exercises/exercise-for.js'
import { summaryText, summaryWords } from '../../src/summary/wording/index.js'
import { termOf } from '../../src/summary/wording/term-of.js'
import type { Figures, Language, Summary, SummaryText, Tone, Unit } from '../../src/types.js'
import { shippedLexicons } from '../helpers/lexicons.js'

export const TEAM: Unit = { id: 'montage', name: 'Montage Halle 2', parent: 'werk' }
export const PLANT: Unit = { id: 'werk', name: 'Werk Nord', parent: null }

/** Monday, 23 November 2026, in Berlin. */
export const WEEK = new Date('2026-11-22T23:00:00Z')

const labels: Figures['labels'] = {
  jargon: { band: 2, direction: 'more' },
  anglicism: { band: 3, direction: 'same' },
  'foreign-words': { band: 1, direction: null },
  convoluted: { band: 1, direction: 'less' },
  blame: { band: 0, direction: 'less' },
  facade: { band: 2, direction: null },
  'customer-disrespect': { band: 0, direction: null },
  ownership: { band: 1, direction: 'more' },
  care: { band: 2, direction: 'same' },
}

const summary = (figures: Figures | null, of: Unit | null, week = WEEK): Summary => ({
  unit: TEAM,
  of,
  figures,
  week,
  exercise: exerciseFor(figures, [], week),
})

/** What a manager may get, by name. */
export const SUMMARIES: Readonly<Record<string, Summary>> = {
  usual: summary(
    {
      unit: 'montage',
      labels,
      terms: ['anglicism-mindset', 'anglicism-commitment', 'blame-de-schuld-sind-andere'],
    },
    TEAM,
  ),
  larger: summary(
    {
      unit: 'werk',
      labels: { jargon: { band: 1, direction: null }, care: { band: 3, direction: 'more' } },
      terms: [],
    },
    PLANT,
  ),
  nothing: summary(null, null),
  empty: summary({ unit: 'montage', labels: {}, terms: [] }, TEAM),
  everything: summary(
    {
      unit: 'montage',
      labels: {
        ...labels,
        justification: { band: 3, direction: 'more' },
        impression: { band: 1, direction: 'less' },
        condescension: { band: 2, direction: 'same' },
        silo: { band: 3, direction: 'less' },
        'customer-disrespect': { band: 3, direction: 'more' },
      },
      terms: [
        'anglicism-mindset',
        'anglicism-roadmap',
        'anglicism-commitment',
        'anglicism-framework',
        'anglicism-deliverable',
      ],
    },
    TEAM,
  ),
}

/** Everybody who may read one. */
export const READERS: readonly (readonly [language: Language, tone: Tone])[] = [
  ['de', 'du'],
  ['de', 'sie'],
  ['en', 'sie'],
]

const { rules, terms } = shippedLexicons()
const entries = new Map([...rules, ...terms].map((entry) => [entry.id, entry]))

export const textOf = (summary: Summary, language: Language = 'de', tone: Tone = 'du'): SummaryText =>
  summaryText(summary, summaryWords(language, tone), termOf(entries))

/** Every summary for every reader. */
export const texts: readonly (readonly [name: string, text: SummaryText])[] = READERS.flatMap(
  ([language, tone]) =>
    Object.entries(SUMMARIES).map(
      ([name, summary]) => [`${name}, ${language} ${tone}`, textOf(summary, language, tone)] as const,
    ),
)
