import type {
  Direction,
  Figures,
  Label,
  Summary,
  SummaryRow,
  SummaryTerm,
  SummaryText,
  SummaryTopics,
} from '../../types.js'
import { isGood, labelNames } from '../../words/labels.js'
import { exerciseById } from '../exercises/index.js'
import { mondayInUtc } from '../week.js'
import type { SummaryWords } from './words.js'

/** Looks up what a rule is called; null where it names no single term. */
export type TermOf = (rule: string) => SummaryTerm | null

/** From this band on, a label is worth a word of advice. */
const OFTEN = 2

const MOST_TIPS = 3
const MOST_ALTERNATIVES = 3

const ARROWS: Readonly<Record<Direction, string>> = { less: '↓', same: '→', more: '↑' }

type Figure = NonNullable<Figures['labels'][Label]>

/** The whole summary in words. */
export function summaryText(summary: Summary, words: SummaryWords, termOf: TermOf): SummaryText {
  const { unit, of, figures } = summary
  const week = words.week(summary.week)
  const good = topics(true, figures, words)
  const others = topics(false, figures, words)
  const rows = [...good.rows, ...others.rows]
  return {
    language: words.language,
    subject: words.subject(unit.name, week),
    title: words.title,
    unit: unit.name,
    week,
    monday: mondayInUtc(summary.week).toISOString().slice(0, 10),
    larger: figures && of && of.id !== unit.id ? words.larger(unit.name, of.name) : null,
    of: figures && (of ?? unit).name,
    good,
    topics: others,
    terms: terms(figures, words, termOf),
    exercise: exercise(summary, words),
    about: { heading: words.about, lines: words.aboutLines },
    helps: words.helps,
    arrows: rows.some(({ arrow }) => arrow !== null) ? words.arrows : null,
    chart: alternative(rows, words),
  }
}

function topics(good: boolean, figures: Figures | null, words: SummaryWords): SummaryTopics {
  const names = labelNames[words.language]
  const labels = (Object.keys(names) as Label[]).filter((label) => isGood(label) === good)
  const shown = labels.filter((label) => figures?.labels[label])
  const hidden = labels.filter((label) => !shown.includes(label)).map((label) => names[label])
  const rows = advised(shown.map((label) => row(label, figures!.labels[label]!, words)))
  return {
    heading: good ? words.good : words.topics,
    rows,
    note: note(rows, good, words),
    chart: alternative(rows, words),
    hidden,
    nothing:
      hidden.length === 0 ? null : shown.length === 0 ? words.nothing : words.nothingOf(hidden.join(', ')),
  }
}

/** The same rows; advice stays with the few that came up most, since nobody changes everything at once. */
function advised(rows: readonly SummaryRow[]): readonly SummaryRow[] {
  const often = rows.filter(({ band }) => band >= OFTEN).sort((a, b) => b.band - a.band)
  const most = new Set(often.slice(0, MOST_TIPS))
  return rows.map((row) => (most.has(row) ? row : { ...row, tip: null }))
}

function note(rows: readonly SummaryRow[], good: boolean, { goodNotes, calm }: SummaryWords): string | null {
  if (rows.length === 0) return null
  const often = rows.some(({ band }) => band >= OFTEN)
  if (good) return often ? goodNotes.often : goodNotes.seldom
  return often ? null : calm
}

function row(label: Label, { band, direction }: Figure, words: SummaryWords): SummaryRow {
  return {
    label,
    name: labelNames[words.language][label],
    band,
    often: words.bands[band],
    arrow: direction && ARROWS[direction],
    compared: direction && words.directions[direction],
    sentence: words.sentence(label, band, direction),
    tip: words.tips[label],
  }
}

function terms(figures: Figures | null, words: SummaryWords, termOf: TermOf): SummaryText['terms'] {
  const items = (figures?.terms ?? []).flatMap((rule) => termOf(rule) ?? [])
  return {
    heading: words.terms,
    intro: items.length > 0 ? words.termsIntro : null,
    items: items.map(({ term, instead }) => ({ term, instead: instead.slice(0, MOST_ALTERNATIVES) })),
    nothing: items.length > 0 ? null : words.nothing,
  }
}

function exercise({ exercise: id }: Summary, words: SummaryWords): SummaryText['exercise'] {
  const found = exerciseById(id)
  if (!found) return null
  const { title, why, steps, watch } = found[words.language]
  return {
    heading: words.exercise,
    title,
    minutes: words.minutes(found.minutes),
    why,
    steps,
    watch: `${words.watch} ${watch}`,
  }
}

function alternative(rows: readonly SummaryRow[], { chart }: SummaryWords): string | null {
  if (rows.length === 0) return null
  const bars = rows.map(({ name, often, compared }) => `${name}: ${often}${compared ? `, ${compared}` : ''}.`)
  return `${chart} ${bars.join(' ')}`
}
