import type { KeptOrganisation, PersonWeek, UnitWeek } from '../types.js'
import { homes } from './gate/index.js'

/** The units of a week with those who count in them. */
export function unitWeeks({ units, members }: KeptOrganisation, weeks: readonly PersonWeek[]): UnitWeek[] {
  const byUnit = new Map(units.map(({ id }) => [id, [] as (typeof members)[number][]]))
  for (const member of members) byUnit.get(member.unit)?.push(member)
  const rosters = units.map((unit) => {
    const listed = byUnit.get(unit.id)!
    return {
      ...unit,
      members: listed.map(({ person }) => person),
      managers: listed.filter(({ manages }) => manages).map(({ person }) => person),
    }
  })
  const home = homes(rosters)
  const people = new Map(units.map(({ id }) => [id, [] as PersonWeek[]]))
  for (const week of weeks) people.get(home.get(week.person) ?? '')?.push(week)
  return units.map((unit) => ({ ...unit, people: people.get(unit.id)! }))
}

/** Everybody who counts in a unit or in one within it, by unit. */
export function populations(units: readonly UnitWeek[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const found = new Map(units.map(({ id }) => [id, new Set<string>()]))
  for (const { id, people } of units)
    for (let at: string | null | undefined = id; at; at = parents.get(at))
      for (const { person } of people) found.get(at)?.add(person)
  return found
}
