import type { Label } from '../../types.js'

/** The labels that the tone of a message tells of, in the order of their weights. */
export const TONE_LABELS = [
  'blame',
  'justification',
  'impression',
  'facade',
  'condescension',
  'silo',
  'customer-disrespect',
  'ownership',
  'care',
] as const satisfies readonly Label[]

/** Their indices. */
export const TONE_INDICES: ReadonlyMap<Label, number> = new Map<Label, number>(
  TONE_LABELS.map((label, index) => [label, index]),
)

/** A bit for each of {@link TONE_LABELS}, and one for all labels of which tone tells nothing. */
export const toneBit = (label: Label): number => 1 << (TONE_INDICES.get(label) ?? TONE_LABELS.length)
