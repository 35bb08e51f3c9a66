import type { Knex } from 'knex'
import { LATEST, number, time, word } from './columns.js'

/** What nudges in a real chat need: where they stand, how long they may, and what their platform must not lose. */
export const chat: Knex.Migration = {
  async up(db) {
    // Raw: knex adds no checks to a table that exists.
    await db.raw(
      `alter table people add column place varchar(7) not null default 'direct' check (length(place) <= 7)`,
    )
    // When the revision was written, by the platform's clock; null where a nudge is older than this column.
    await db.raw(
      `alter table outbox add column written_at bigint check (written_at between ${-LATEST} and ${LATEST})`,
    )
    await db.raw('alter table outbox add column place varchar(7) check (length(place) <= 7)')
    await db.schema.createTable('posted', (table) => {
      word(table, 'id').primary()
      // Null once the person is erased, and so is the mark.
      word(table, 'person').index()
      word(table, 'platform').notNullable()
      word(table, 'tenant').notNullable()
      word(table, 'recipient').notNullable()
      word(table, 'posted').notNullable()
      word(table, 'mark').index()
      time(table, 'at').notNullable()
      time(table, 'remove_at').notNullable().index()
      number(table, 'attempts').notNullable()
    })
    await db.schema.createTable('vault', (table) => {
      word(table, 'name').primary()
      table.string('sealed', 4096).notNullable()
      // Base64url and dots: nothing that could be read, however long.
      table.check(sealedCheck(db))
      time(table, 'at').notNullable()
    })
    await db.schema.createTable('team_terms', (table) => {
      for (const name of ['platform', 'tenant', 'channel', 'term']) word(table, name).notNullable()
      time(table, 'at').notNullable()
      table.primary(['platform', 'tenant', 'channel', 'term'])
    })
  },

  async down(db) {
    for (const table of ['team_terms', 'vault', 'posted']) await db.schema.dropTable(table)
    await db.raw('alter table outbox drop column place')
    await db.raw('alter table outbox drop column written_at')
    await db.raw('alter table people drop column place')
  },
}

/** Each database has its own way to look for a character. */
const sealedCheck = (db: Knex) =>
  db.client.config.client === 'sqlite3'
    ? `length(sealed) <= 4096 and sealed not glob '*[^A-Za-z0-9_.-]*'`
    : `length(sealed) <= 4096 and sealed !~ '[^A-Za-z0-9_.-]'`
