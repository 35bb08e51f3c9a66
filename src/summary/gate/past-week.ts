import type { Figures } from '../../types.js'

/** A unit's week that has been published; frozen since. */
export interface PastWeek {
  readonly figures: Figures
  /** Who counted there when that was published, or in a unit within, without those who have been erased since. */
  readonly people: ReadonlySet<string>
  /**
   * How many of those who counted in that week, in whatever unit, have been erased since; the same for all units, for
   * where they counted is not known any more.
   */
  readonly erased: number
}
