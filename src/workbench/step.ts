import type { OwnEntry, TuningKey, TuningStep } from '../types.js'
import { wordsOf } from './words-of.js'

/** A step that sets an own entry. */
export type OwnStep = TuningStep & { readonly kind: 'entry'; readonly value: OwnEntry }

export const isOwn = (step: TuningStep): step is OwnStep => step.kind === 'entry' && step.value !== null

/** What names the item of a step. */
export const keyFor = ({ scope, kind, name }: TuningKey): TuningKey => ({ scope, kind, name })

/** The words that a step looks for, as far as they can be read; patterns that cannot are told of by the compiler. */
export function wordsOfStep({ value }: OwnStep): readonly string[] {
  try {
    return wordsOf(value)
  } catch {
    return []
  }
}
