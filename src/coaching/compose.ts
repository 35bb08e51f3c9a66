import type { Entry, EntryLookup } from '../lexicon/lexicon.js'
import type { Label, Nudge, NudgeText, Settings } from '../types.js'
import { germanWords } from './wording/de.js'
import { englishWords } from './wording/en.js'

/** Labels whose nudge lists terms with their alternatives; the others offer a better sentence. */
const BY_TERM: ReadonlySet<Label> = new Set(['anglicism', 'jargon', 'foreign-words'])

/** Alternatives shown for one term, and sentences shown for one wording. */
const MOST_ALTERNATIVES = 3
const MOST_SENTENCES = 2

/**
 * Puts a nudge into words: lexicon text only, so that it quotes nobody.
 * Null where its rules have since left the lexicons.
 */
export function compose(
  nudge: Nudge,
  entries: EntryLookup,
  { tone }: Pick<Settings, 'tone'>,
): NudgeText | null {
  const rules = nudge.rules.flatMap((id) => entries.get(id) ?? [])
  if (rules.length === 0) return null
  const words = (nudge.language === 'de' ? germanWords(tone) : englishWords)[nudge.label]
  const { kind, label, language } = nudge
  return {
    kind,
    label,
    language,
    title: words.title,
    body: words.body,
    suggestions: suggestions(nudge, rules, words.instead),
    why: whyOf(nudge, rules, words.why),
  }
}

function suggestions(nudge: Nudge, rules: readonly Entry[], fallback: string): NudgeText['suggestions'] {
  if (nudge.kind === 'praise') return []
  if (BY_TERM.has(nudge.label)) {
    const named = rules.filter(({ name, instead }) => name !== null && instead.length > 0)
    const terms = named.map(({ name, instead }) => ({
      term: name,
      instead: instead.slice(0, MOST_ALTERNATIVES),
    }))
    if (terms.length > 0) return terms
  }
  // Sentences are in the language of their rule; in another language the label's own sentence serves.
  const [first] = rules
  const sentences = first.language === nudge.language ? first.instead.slice(0, MOST_SENTENCES) : []
  return [{ term: null, instead: sentences.length > 0 ? sentences : [fallback] }]
}

function whyOf(nudge: Nudge, [first]: readonly Entry[], fallback: string): string {
  return first.language === nudge.language && nudge.kind === 'hint' ? first.why : fallback
}
