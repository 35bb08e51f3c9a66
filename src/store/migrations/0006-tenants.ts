import type { Knex } from 'knex'
import { time, word } from './columns.js'

/** Where it stands to which tenant somebody belongs whose settings were saved before they told it. */
const TRACES = ['outbox', 'posted', 'rosters', 'summaries', 'unit_people']

/** To which tenant people belong, so that all of it can go; and the tenants that have removed Klartext. */
export const tenants: Knex.Migration = {
  async up(db) {
    // Raw: knex adds no checks to a table that exists. Null where it is not known.
    for (const name of ['platform', 'tenant'])
      await db.raw(`alter table people add column ${name} varchar(64) check (length(${name}) <= 64)`)
    for (const table of TRACES) await borrow(db, 'people', table)
    await borrow(
      db,
      'people',
      '(select person, platform, tenant from sightings join sights on sights.id = sightings.sight)',
    )
    await borrow(db, 'unit_people', 'people')
    await db.schema.alterTable('people', (table) => table.index(['platform', 'tenant']))
    await db.schema.createTable('departures', (table) => {
      for (const name of ['platform', 'tenant']) word(table, name).notNullable()
      time(table, 'at').notNullable()
      table.primary(['platform', 'tenant'])
    })
  },

  async down(db) {
    await db.schema.dropTable('departures')
    await db.schema.alterTable('people', (table) => table.dropIndex(['platform', 'tenant']))
    for (const name of ['tenant', 'platform']) await db.raw(`alter table people drop column ${name}`)
  },
}

/** Fills in the tenants of people from other rows of theirs, which all name the same. */
async function borrow(db: Knex, table: string, from: string): Promise<void> {
  const known = (name: string) =>
    `(select min(other.${name}) from ${from} as other where other.person = ${table}.person)`
  await db.raw(
    `update ${table} set platform = ${known('platform')}, tenant = ${known('tenant')} where tenant is null`,
  )
}
