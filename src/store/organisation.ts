import type { Knex } from 'knex'
import type { Person, PlatformName, Store } from '../types.js'
import { checkId } from './check-id.js'
import { checkName } from './check-name.js'
import type { Database } from './database.js'
import { personKey } from './person-key.js'
import { rosters } from './rosters.js'
import { insertAll } from './rows.js'

interface MemberRow {
  readonly unit: string
  readonly human: string
  readonly platform: PlatformName | null
  readonly tenant: string | null
  readonly recipient: string | null
}

interface UnitRow {
  readonly unit: string
  readonly name: string
  readonly parent: string | null
  readonly platform: PlatformName | null
  readonly tenant: string | null
  readonly team: string | null
}

/** The week for which the organisation in force was saved. */
export async function inForce(reads: Knex, week: Date): Promise<number | null> {
  const last = await reads('units').where('week', '<=', week.getTime()).max({ week: 'week' }).first()
  return last?.week === null || last?.week === undefined ? null : Number(last.week)
}

/** The pseudonyms under which accounts count, of those that the organisation lists. */
export async function humansOf(reads: Knex, week: Date): Promise<ReadonlyMap<string, string>> {
  const listed: { person: string; human: string }[] = await reads('unit_people')
    .where({ week: (await inForce(reads, week)) ?? 0 })
    .select('person', 'human')
  return new Map(listed.map(({ person, human }) => [person, human]))
}

/** One pseudonym for all accounts that any two lists have in common: a person stays one, however they are written down. */
function joined(lists: readonly (readonly string[])[]): (person: string) => string {
  const first = new Map<string, string>()
  const find = (person: string): string => {
    const next = first.get(person)
    return next === undefined ? person : find(next)
  }
  for (const [one, ...others] of lists)
    for (const other of others) {
      const [a, b] = [find(one!), find(other)]
      if (a !== b) first.set(b, a)
    }
  return find
}

/** Who belongs to which unit, week by week; of members only pseudonyms are kept. */
export function organisation(
  database: Database,
): Pick<Store, 'saveOrganisation' | 'organisation' | 'managers'> {
  const { db, reads, secret } = database
  const { roster } = rosters(database)

  /** Members that platforms have told of; with several accounts, under the pseudonym of the first. */
  async function synced(units: readonly UnitRow[], week: Date): Promise<{ unit: string; person: string }[]> {
    const found: { unit: string; person: string }[] = []
    const humans = await humansOf(reads, week)
    for (const { unit, platform, tenant, team } of units) {
      if (platform === null || tenant === null || team === null) continue
      for (const person of await roster({ platform, tenant, team }, week))
        found.push({ unit, person: humans.get(person) ?? person })
    }
    return found
  }

  function memberRows(
    unit: string,
    accounts: readonly Person[],
    manages: boolean,
    place: { readonly week: number; readonly position: number },
    humanOf: (person: string) => string,
  ) {
    const human = humanOf(personKey(secret, accounts[0]!))
    return accounts.map((account, index) => ({
      ...place,
      unit: checkId('unit', unit),
      person: personKey(secret, account),
      human,
      platform: account.platform,
      tenant: account.tenant,
      // A manager is reached where they are listed first.
      recipient: manages && index === 0 ? account.user : null,
    }))
  }

  return {
    async saveOrganisation({ units, members }, from) {
      const week = from.getTime()
      await db.transaction(async (trx) => {
        for (const table of ['units', 'unit_people']) await trx(table).where({ week }).del()
        await insertAll(
          trx,
          'units',
          units.map(({ id, name, parent, from }, position) => ({
            week,
            unit: checkId('unit', id),
            name: checkName(name),
            parent: parent === null ? null : checkId('parent', parent),
            position,
            platform: from ? checkId('platform', from.platform) : null,
            tenant: from ? checkId('tenant', from.tenant) : null,
            team: from ? checkId('team', from.team) : null,
          })),
        )
        const humanOf = joined(members.map(({ accounts }) => accounts.map((one) => personKey(secret, one))))
        const rows = members
          .filter(({ accounts }) => accounts.length > 0)
          .flatMap(({ unit, accounts, manages }, position) =>
            memberRows(unit, accounts, manages, { week, position }, humanOf),
          )
        // Listed twice in a unit, somebody is still there once.
        const once = new Map(rows.map((row) => [`${row.unit} ${row.person}`, row]))
        await insertAll(trx, 'unit_people', [...once.values()])
      })
    },

    async organisation(week) {
      const from = await inForce(reads, week)
      if (from === null) return { units: [], members: [] }
      const units: UnitRow[] = await reads('units').where({ week: from }).orderBy('position')
      const members: MemberRow[] = await reads('unit_people')
        .where({ week: from })
        .orderBy(['position', 'unit', 'person'])
        .select('unit', 'human', 'platform', 'tenant', 'recipient')
      const once = new Map<string, { unit: string; person: string; manages: boolean }>()
      for (const { unit, human, recipient } of members) {
        const key = `${unit} ${human}`
        const manages = recipient !== null || (once.get(key)?.manages ?? false)
        once.set(key, { unit, person: human, manages })
      }
      for (const { unit, person } of await synced(units, week))
        if (!once.has(`${unit} ${person}`)) once.set(`${unit} ${person}`, { unit, person, manages: false })
      return {
        units: units.map(({ unit, name, parent }) => ({ id: unit, name, parent })),
        members: [...once.values()],
      }
    },

    async managers(week) {
      const from = await inForce(reads, week)
      if (from === null) return []
      const rows: MemberRow[] = await reads('unit_people')
        .where({ week: from })
        .whereNotNull('recipient')
        .orderBy(['unit', 'person'])
        .select('unit', 'human', 'platform', 'tenant', 'recipient')
      return rows.map(({ unit, platform, tenant, recipient }) => ({
        unit,
        to: { platform: platform!, tenant: tenant!, user: recipient! },
      }))
    },
  }
}
