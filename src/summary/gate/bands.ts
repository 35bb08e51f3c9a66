import type { Label } from '../../types.js'

/** What comes up in much of what people write. */
const FREQUENT = [5, 10, 20] as const
/** What comes up now and then. */
const USUAL = [5, 10, 15] as const
/** What weighs on its readers even where it is rare: 5 per 100 is already often. */
const SHARP = [5, 5, 10] as const

/** From how many findings per 100 messages on, to the nearest 5, a label is said to come up now and then, often, very often. */
export const BANDS: Readonly<Record<Label, readonly [number, number, number]>> = {
  jargon: FREQUENT,
  anglicism: FREQUENT,
  'foreign-words': FREQUENT,
  convoluted: FREQUENT,
  impression: USUAL,
  facade: USUAL,
  justification: USUAL,
  silo: USUAL,
  blame: SHARP,
  condescension: SHARP,
  'customer-disrespect': SHARP,
  ownership: USUAL,
  care: USUAL,
}
