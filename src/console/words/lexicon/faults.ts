import type { TuningFault } from '../../../workbench/workbench.js'

/** What each fault is, and what helps. */
export type FaultTexts = Readonly<Record<TuningFault['code'], readonly [what: string, remedy: string]>>
