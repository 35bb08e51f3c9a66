import { cached } from '../../cached.js'
import { nameOf } from '../../name-of.js'
import { mondayOf } from '../../own-weeks.js'
import type { Person, Role, Store } from '../../types.js'
import type { Offices } from '../house.js'

/** Seconds after which a change of who manages what is seen. */
const FRESH = 30

/** Finds out what somebody may see and do at this moment. */
export function createRolesOf(
  store: Pick<Store, 'managers'>,
  offices: Offices,
  clock: () => Date,
  timeZone: string,
): (person: Person) => Promise<ReadonlySet<Role>> {
  const managersOf = cached(
    async (week: Date) => new Set((await store.managers(week)).map(({ to }) => nameOf(to))),
    (week) => week.toISOString(),
    { seconds: FRESH, most: 2, now: () => clock().getTime() },
  )
  return async (person) => {
    const managers = await managersOf(mondayOf(clock(), timeZone))
    return new Set<Role>([
      'employee',
      ...(managers.has(nameOf(person)) ? (['manager'] as const) : []),
      ...offices.rolesOf(person),
    ])
  }
}
