import type { Entry } from '../../lexicon/lexicon.js'
import type { Label, Language } from '../../types.js'
import type { Candidate } from '../detector.js'
import type { Reading } from '../reading.js'
import { TONE_LABELS, type Tone } from '../tone.js'

/**
 * From these odds on (natural logarithm) a message speaks by its tone alone: where the label has a rule for it. On
 * messages that took no part in the weighing (bench/weigh-tone.ts counts them) a justification was right then; other
 * labels were wrong too often for a hint.
 */
const SPEAKS = 3.5
/**
 * Below these, a message sounds so little like a label that nothing is looked for under it: on the same messages that
 * took more wrong hits back than right ones, and it spares most messages most of the work. What most examples are there
 * of is judged soonest.
 */
const SILENT: Readonly<Record<Language, { readonly core: number; readonly other: number }>> = {
  de: { core: -2.5, other: -3 },
  en: { core: -3, other: -4 },
}
const CORE: ReadonlySet<Label> = new Set(['blame', 'justification'])

const silentBelow = (language: Language): readonly number[] =>
  TONE_LABELS.map((label) => (CORE.has(label) ? SILENT[language].core : SILENT[language].other))
const SILENT_BELOW = { de: silentBelow('de'), en: silentBelow('en') }

const NONE: readonly Candidate[] = []

/** The labels that a message does not sound like, as bits. */
export function unheard({ odds }: Pick<Tone, 'odds'>, language: Language): number {
  const least = SILENT_BELOW[language]
  let bits = 0
  for (let label = 0; label < odds.length; label++) if (odds[label] < least[label]) bits |= 1 << label
  return bits
}

/** What a message says by its tone, where no wording does: the sentence that sounds most like the label. */
export function heard(entry: Entry, reading: Reading, tone: Tone): readonly Candidate[] {
  if (tone.of(entry.label) < SPEAKS || reading.teamTerms.has(entry.id)) return NONE
  const { id, label, why, instead, weight } = reading.view.entryOf(entry)
  return [{ label, rule: id, why, instead, weight, key: id, ...tone.loudest(label) }]
}
