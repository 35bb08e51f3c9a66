import type { Unit } from '../../types.js'
import { outsideFirst } from './forest.js'

/** A unit with those whom its lists name; a person may stand in many lists, under one pseudonym. */
export interface Roster extends Unit {
  readonly members: readonly string[]
  readonly managers: readonly string[]
}

/**
 * Gives everybody one home at most, so that no two units share a person: the first unit that lists them, or one within
 * it that lists them as well, since a department's list often names its teams' people too. Whoever manages any unit
 * has no home: who reads summaries must not be part of them.
 *
 * @param rosters their order decides which unit is the first
 * @returns ids of units by person
 * @throws {UserError} where the units are no forest
 */
export function homes(rosters: readonly Roster[]): ReadonlyMap<string, string> {
  const around = new Map<string, readonly string[]>()
  for (const { id, parent } of outsideFirst(rosters))
    around.set(id, parent === null ? [] : [parent, ...around.get(parent)!])
  const managers = new Set(rosters.flatMap((roster) => roster.managers))
  const found = new Map<string, string>()
  for (const { id, members } of rosters)
    for (const person of members) {
      const home = found.get(person)
      if (home === undefined || around.get(id)!.includes(home)) found.set(person, id)
    }
  for (const manager of managers) found.delete(manager)
  return found
}
