import type { Knex } from 'knex'
import type { Store, TenantAddress } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { erasePeople } from './erase-people.js'
import { NOBODY } from './posted.js'
import { rows } from './rows.js'

/** Days after which all of a tenant is erased that has removed Klartext: long enough to undo a mistake. */
const DEPARTED_DAYS = 14

const DAY = 86_400_000

/** People a transaction: few enough that nobody else waits long. */
const AT_ONCE = 50

/** Tables in which rows are a tenant's own. */
const OF_TENANTS = ['outbox', 'posted', 'sights', 'rosters', 'summaries', 'team_terms', 'departures'] as const

/** The tenants that have removed Klartext. */
export function departures({ db }: Database): Pick<Store, 'saveDeparture' | 'dropDeparture'> {
  return {
    async saveDeparture(tenant, at) {
      await db('departures')
        .insert({ ...columns(tenant), at: at.getTime() })
        .onConflict(['platform', 'tenant'])
        .ignore()
    },

    async dropDeparture(tenant) {
      await db('departures').where(columns(tenant)).del()
    },
  }
}

/**
 * Erases the tenants that have removed Klartext {@link DEPARTED_DAYS} ago, whose bytes the caller then wipes. Answers
 * how many tenants and people.
 * What stays: what stays of a person who was erased, see `erase`; and units, with their published figures, but not the
 * teams of a tenant that filled them.
 */
export async function eraseDeparted(database: Database, now: Date): Promise<number> {
  const over: TenantAddress[] = await database
    .db('departures')
    .where('at', '<=', now.getTime() - DEPARTED_DAYS * DAY)
    .select('platform', 'tenant')
  let erased = 0
  for (const tenant of over) {
    let last: number
    do {
      last = await eraseSome(database, tenant)
      erased += last
    } while (last === AT_ONCE)
  }
  return erased
}

/**
 * Erases a tenant's people, at most {@link AT_ONCE} of them, and after the last all the rest; answers how many, the
 * tenant among them. Nothing once Klartext is back.
 */
const eraseSome = ({ db, secret }: Database, tenant: TenantAddress): Promise<number> =>
  db.transaction(async (trx) => {
    // Locked where others erase at the same time: who is missing from a published week must be counted once.
    if (!(await trx('departures').where(tenant).forUpdate().first())) return 0
    const people = await peopleOf(trx, tenant)
    await erasePeople(trx, secret, people)
    if (people.length === AT_ONCE) return AT_ONCE
    await trx('units').where(tenant).update({ platform: null, tenant: null, team: null })
    for (const table of OF_TENANTS) await trx(table).where(tenant).del()
    await eraseTuning(trx, tenant)
    return people.length + 1
  })

/** Pseudonyms of some people of a tenant; fewer than {@link AT_ONCE} where these are the last. */
async function peopleOf(trx: Knex, { platform, tenant }: TenantAddress): Promise<readonly string[]> {
  const tables = ['people', 'unit_people', 'rosters', 'outbox', 'summaries']
  const found = await rows<{ person: string }>(
    trx,
    `select person from (${tables
      .map((table) => `select person from ${table} where platform = ? and tenant = ?`)
      .join(' union ')}) as all_people where person <> ? limit ?`,
    [...tables.flatMap(() => [platform, tenant]), NOBODY, AT_ONCE],
  )
  return found.map(({ person }) => person)
}

/** What the lexicon has for channels of the tenant alone, earlier versions and drafts included. */
async function eraseTuning(trx: Knex, { platform, tenant }: TenantAddress): Promise<void> {
  const start = `channel/${platform}/${tenant}/`
  const own = (table: string) => trx(table).whereRaw('substr(scope, 1, ?) = ?', [start.length, start])
  await own('tuning_items').del()
  const authors: string[] = await own('tuning_steps').distinct('author').pluck('author')
  await own('tuning_steps').del()
  await trx('tuning_drafts')
    .whereIn('author', authors)
    .whereNotIn('author', trx('tuning_steps').select('author'))
    .del()
}

const columns = ({ platform, tenant }: TenantAddress) => ({
  platform: checkId('platform', platform),
  tenant: checkId('tenant', tenant),
})
