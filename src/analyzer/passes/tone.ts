import type { Entry } from '../../lexicon/lexicon.js'
import type { Candidate } from '../detector.js'
import type { Reading } from '../reading.js'
import type { Tone } from '../tone/tone.js'

/**
 * From these odds on (natural logarithm) a message speaks by its tone alone: where the label has a rule for it. On
 * messages that took no part in the weighing (bench/weigh-tone.ts counts them) a justification was right then; other
 * labels were wrong too often for a hint.
 */
const SPEAKS = 3.5
const NONE: readonly Candidate[] = []

/** What a message says by its tone, where no wording does: the sentence that sounds most like the label. */
export function heard(entry: Entry, reading: Reading, tone: Tone): readonly Candidate[] {
  if (tone.of(entry.label) < SPEAKS || reading.teamTerms.has(entry.id)) return NONE
  const { id, label, why, instead, weight } = reading.view.entryOf(entry)
  return [{ label, rule: id, why, instead, weight, key: id, ...tone.loudest(label) }]
}
