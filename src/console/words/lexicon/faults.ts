import type { FaultShape, TuningFault } from '../../../workbench/workbench.js'

/** What is wrong, and what helps. */
type FaultText = readonly [what: string, remedy: string]

/** What each fault is, and what helps. */
export type FaultTexts = Readonly<Record<TuningFault['code'], FaultText>>

/** What each fault of a field's shape is, and what helps. */
export type ShapeTexts = Readonly<Record<FaultShape['kind'], (limit: string) => FaultText>>
