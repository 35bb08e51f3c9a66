import { gate, homes } from '../../../src/summary/gate/index.js'
import type { UnitWeek } from '../../../src/types.js'
import type { Monday, Publish } from './organisations.js'

/** The units with those who count in them. */
export function unitWeeks({ rosters, weeks }: Monday, home: ReadonlyMap<string, string>): UnitWeek[] {
  return rosters.map(({ id, name, parent }) => ({
    id,
    name,
    parent,
    people: [...weeks.values()].filter(({ person }) => home.get(person) === id),
  }))
}

/** The real gate. */
export const publish: Publish = (monday) => {
  const home = homes(monday.rosters)
  const { k, before } = monday
  return { homes: home, figures: gate({ units: unitWeeks(monday, home), k, before }) }
}
