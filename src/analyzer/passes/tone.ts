import type { Entry } from '../../lexicon/lexicon.js'
import type { Label, Language } from '../../types.js'
import type { Candidate } from '../detector.js'
import type { Reading } from '../reading.js'
import type { Tone } from '../tone.js'

/**
 * From these odds on (natural logarithm) a message speaks by its tone alone: where the label has a rule for it. On
 * messages that took no part in the weighing (bench/weigh-tone.ts counts them) a justification was right then; other
 * labels were wrong too often for a hint.
 */
const SPEAKS = 3.5
/** Below these, a message sounds so little like a label that a wording alone does not make it one. */
const SILENT: Record<Language, number> = { de: -2.5, en: -4 }
/** Unless the wordings weigh so much together. */
const FIRM = 2

/**
 * Takes back the wordings of a label that the message as a whole does not sound like.
 * @param isOwn whether a rule is the company's own: those always speak
 */
export function unheard(
  candidates: readonly Candidate[],
  {
    label,
    tone,
    language,
    isOwn,
  }: { label: Label; tone: Tone; language: Language; isOwn: (rule: string) => boolean },
): readonly Candidate[] {
  if (candidates.length === 0 || tone.of(label) >= SILENT[language]) return candidates
  const sum = candidates.reduce((all, { weight }) => all + weight, 0)
  return sum >= FIRM || candidates.some(({ rule }) => isOwn(rule)) ? candidates : NONE
}
const NONE: readonly Candidate[] = []

/** What a message says by its tone, where no wording does: the sentence that sounds most like the label. */
export function heard(entry: Entry, reading: Reading, tone: Tone): readonly Candidate[] {
  if (tone.of(entry.label) < SPEAKS || reading.teamTerms.has(entry.id)) return NONE
  const { id, label, why, instead, weight } = reading.view.entryOf(entry)
  return [{ label, rule: id, why, instead, weight, key: id, ...tone.loudest(label) }]
}
