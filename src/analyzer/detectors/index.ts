import type { Detector } from '../detector.js'
import { anglicism } from './anglicism.js'
import { convoluted } from './convoluted.js'
import { ONE, SEVERAL, wording } from './wording.js'

/** All detectors, in the order of the guideline. */
export const DETECTORS: readonly Detector[] = [
  wording('jargon', SEVERAL),
  anglicism,
  wording('foreign-words', SEVERAL),
  convoluted,
  wording('blame', ONE),
  wording('justification', ONE),
  wording('impression', ONE),
  wording('facade', ONE),
  wording('condescension', ONE),
  wording('silo', ONE),
  wording('customer-disrespect', ONE),
  wording('ownership', ONE),
  wording('care', ONE),
]
