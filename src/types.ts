/**
 * The vocabulary of Klartext: types only, no code. Eight nouns carry the product:
 * Message, Finding, Detector, Lexicon, Nudge, Summary, Adapter, Store.
 */

export type * from './types/adapter.js'
export type * from './types/coaching.js'
export type * from './types/console.js'
export type * from './types/kept.js'
export type * from './types/platform.js'
export type * from './types/store.js'
export type * from './types/summary.js'
export type * from './types/tuning.js'
export type * from './types/wording.js'
