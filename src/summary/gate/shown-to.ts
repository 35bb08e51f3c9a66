import type { Figures, Unit } from '../../types.js'
import { outsideFirst } from './forest.js'

/**
 * What the managers of a unit are shown: its own figures, or those of the smallest unit around it that has any; null
 * where none has. Nothing tells why it is not their own.
 *
 * @throws {UserError} where the units are no forest
 */
export function shownTo(unit: string, units: readonly Unit[], figures: readonly Figures[]): Figures | null {
  const parents = new Map(outsideFirst(units).map(({ id, parent }) => [id, parent]))
  for (let at: string | null | undefined = unit; at; at = parents.get(at)) {
    const own = figures.find((each) => each.unit === at)
    if (own) return own
  }
  return null
}
