import type { Knex } from 'knex'
import { number, time, word } from './columns.js'

/** Summaries: what they are made of, for a while and by pseudonyms; and what was published, which names nobody. */
export const summaries: Knex.Migration = {
  async up(db) {
    await db.schema.createTable('weeks', (table) => {
      word(table, 'person').notNullable()
      time(table, 'week').notNullable().index()
      number(table, 'messages').notNullable()
      // Whether the person counted when the week was published.
      number(table, 'counted', 1).notNullable().defaultTo(0)
      table.primary(['person', 'week'])
    })
    await db.schema.createTable('units', (table) => {
      // The Monday from which it holds.
      time(table, 'week').notNullable()
      word(table, 'unit').notNullable()
      word(table, 'name').notNullable()
      word(table, 'parent')
      number(table, 'position').notNullable()
      // A team of a platform, whose members are the unit's as well.
      for (const name of ['platform', 'tenant', 'team']) word(table, name)
      table.primary(['week', 'unit'])
    })
    await db.schema.createTable('unit_people', (table) => {
      time(table, 'week').notNullable()
      word(table, 'unit').notNullable()
      word(table, 'person').notNullable().index()
      // The pseudonym under which somebody with several accounts counts once.
      word(table, 'human').notNullable()
      number(table, 'position').notNullable()
      // Where the account is; the recipient of managers alone, who are to be reached.
      word(table, 'platform')
      word(table, 'tenant')
      word(table, 'recipient')
      table.primary(['week', 'unit', 'person'])
    })
    await db.schema.createTable('published', (table) => {
      time(table, 'week').primary()
      time(table, 'at').notNullable()
      number(table, 'erased').notNullable()
    })
    await db.schema.createTable('figures', (table) => {
      time(table, 'week').notNullable()
      word(table, 'unit').notNullable()
      // A unit of which nothing but this may be said has a row without a label.
      word(table, 'label').notNullable()
      number(table, 'band', 3)
      word(table, 'direction', 4)
      table.primary(['week', 'unit', 'label'])
    })
    await db.schema.createTable('terms', (table) => {
      time(table, 'week').notNullable()
      word(table, 'unit').notNullable()
      number(table, 'position').notNullable()
      word(table, 'rule').notNullable()
      table.primary(['week', 'unit', 'position'])
    })
    await db.schema.createTable('summaries', (table) => {
      word(table, 'id').primary()
      time(table, 'week').notNullable()
      word(table, 'unit').notNullable()
      word(table, 'person').notNullable().index()
      for (const name of ['platform', 'tenant', 'recipient']) word(table, name).notNullable()
      word(table, 'exercise').notNullable()
      word(table, 'state', 8).notNullable()
      time(table, 'settled_at')
      // Once for each manager and week, whoever else publishes at the same time.
      table.unique(['week', 'unit', 'person'])
    })
  },

  async down(db) {
    for (const table of ['summaries', 'terms', 'figures', 'published', 'unit_people', 'units', 'weeks'])
      await db.schema.dropTable(table)
  },
}
