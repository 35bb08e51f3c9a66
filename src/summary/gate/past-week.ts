import type { Figures } from '../../types.js'

/** A unit's week that has been published; frozen since. */
export interface PastWeek {
  readonly figures: Figures
  /** Who counted there in that week, or in a unit within, without those who have been erased since. */
  readonly people: ReadonlySet<string>
  /** How many of those who counted there in that week have been erased since. */
  readonly erased: number
}
