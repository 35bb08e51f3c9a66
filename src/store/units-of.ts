import type { Knex } from 'knex'
import type { Store } from '../types.js'
import type { Database } from './database.js'
import { inForce } from './organisation.js'
import { personKey } from './person-key.js'
import { places, rows } from './rows.js'

/** Units within one another; deeper than any company, so that no circle keeps us for ever. */
const DEEPEST = 64

/** Where people belong, themselves or by a team of their platform. */
export function unitsOf({ reads, secret }: Database): Pick<Store, 'unitsOf'> {
  return {
    async unitsOf(person, week) {
      const from = await inForce(reads, week)
      if (from === null) return []
      const accounts = await accountsOf(reads, from, personKey(secret, person))
      const any = places(1, accounts.length)
      // Each unit after all that lie within it: by the longest way that leads there from one that lists the person.
      // The plus leaves SQLite the index that leads to few rows, not to a week of all people.
      const found = await rows<{ unit: string }>(
        reads,
        `with recursive up (unit, steps) as (
          select unit, 0 from (
            select unit from unit_people where +week = ? and person in ${any}
            union all select units.unit from units join rosters on rosters.platform = units.platform
              and rosters.tenant = units.tenant and rosters.team = units.team
              where units.week = ? and rosters.person in ${any} and rosters.week = (
                select max(latest.week) from rosters latest where latest.platform = units.platform
                  and latest.tenant = units.tenant and latest.team = units.team and latest.week <= ?)) listed
          union select units.parent, up.steps + 1 from up
            join units on units.week = ? and units.unit = up.unit
            where units.parent is not null and up.steps < ?)
        select unit from up group by unit order by max(steps), unit`,
        [from, ...accounts, from, ...accounts, week.getTime(), from, DEEPEST],
      )
      return found.map(({ unit }) => unit)
    },
  }
}

/** All accounts under which the organisation knows a person. */
export async function accountsOf(reads: Knex, week: number, key: string): Promise<readonly string[]> {
  const listed = await rows<{ person: string }>(
    reads,
    `select other.person from unit_people mine
    join unit_people other on other.human = mine.human and +other.week = +mine.week
    where mine.person = ? and +mine.week = ?`,
    [key, week],
  )
  return [...new Set([key, ...listed.map(({ person }) => person)])]
}
