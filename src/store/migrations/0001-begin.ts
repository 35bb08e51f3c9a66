import type { Knex } from 'knex'

/** The last moment that a Date can hold, in milliseconds. */
const latest = 8.64e15

/** A word of at most `size` characters; SQLite minds the size of a column only in a check. */
const word = (table: Knex.CreateTableBuilder, name: string, size = 64) =>
  table.string(name, size).checkLength('<=', size)

/** A whole number; the check keeps words out, which SQLite would take in a column of any type. */
const number = (table: Knex.CreateTableBuilder, name: string, most = 1_000_000) =>
  table.integer(name).checkBetween([0, most])

/** A moment in milliseconds since 1970 UTC. */
const time = (table: Knex.CreateTableBuilder, name: string) =>
  table.bigInteger(name).checkBetween([-latest, latest])

const address = (table: Knex.CreateTableBuilder) => {
  for (const name of ['platform', 'tenant', 'channel', 'message']) word(table, name).notNullable()
}

/** The first tables. No column can hold prose: words have 64 characters at most, the rest are numbers. */
export const begin: Knex.Migration = {
  async up(db) {
    await db.schema.createTable('people', (table) => {
      word(table, 'person').primary()
      number(table, 'opted_in', 1).notNullable()
      word(table, 'language', 4).notNullable()
      word(table, 'tone', 4).notNullable()
      number(table, 'praise', 1).notNullable()
      number(table, 'max_per_day').notNullable()
      number(table, 'minutes_between').notNullable()
      word(table, 'quiet_from', 5).notNullable()
      word(table, 'quiet_to', 5).notNullable()
      time(table, 'paused_until')
      time(table, 'changed_at').notNullable()
    })
    await db.schema.createTable('muted', (table) => {
      word(table, 'person').notNullable().references('people.person').onDelete('CASCADE')
      word(table, 'kind', 5).notNullable()
      word(table, 'value').notNullable()
      table.primary(['person', 'kind', 'value'])
    })
    await db.schema.createTable('paces', (table) => {
      word(table, 'person').primary()
      time(table, 'last_hint_at')
      time(table, 'last_praise_at')
    })
    await db.schema.createTable('sights', (table) => {
      table.increments('id')
      address(table)
      word(table, 'revision').notNullable()
      time(table, 'at').notNullable().index()
      table.unique(['platform', 'tenant', 'channel', 'message', 'revision'])
    })
    await db.schema.createTable('sightings', (table) => {
      table.increments('id')
      word(table, 'person').notNullable().index()
      table.integer('sight').checkBetween([0, latest]).index()
      table.foreign('sight').references('sights.id').onDelete('SET NULL')
      word(table, 'label').notNullable()
      word(table, 'rule').notNullable()
      word(table, 'language', 2)
      word(table, 'lexicon').notNullable()
      time(table, 'hour').notNullable().index()
    })
    await db.schema.createTable('outbox', (table) => {
      word(table, 'id').primary()
      word(table, 'person').notNullable().index()
      address(table)
      word(table, 'recipient').notNullable()
      word(table, 'kind', 6).notNullable()
      word(table, 'label').notNullable()
      word(table, 'language', 2).notNullable()
      word(table, 'state', 8).notNullable()
      number(table, 'attempts').notNullable()
      time(table, 'created_at').notNullable()
      time(table, 'due_at').notNullable()
      time(table, 'settled_at')
      word(table, 'posted')
      // At most one nudge a message, whoever else writes at the same time.
      table.unique(['platform', 'tenant', 'channel', 'message'])
      table.index(['state', 'due_at'])
    })
    await db.schema.createTable('outbox_rules', (table) => {
      word(table, 'nudge').notNullable().references('outbox.id').onDelete('CASCADE')
      number(table, 'position').notNullable()
      word(table, 'rule').notNullable()
      table.primary(['nudge', 'position'])
    })
    await db.schema.createTable('nudged', (table) => {
      word(table, 'mark').primary()
    })
    await db.schema.createTable('answers', (table) => {
      word(table, 'nudge').notNullable()
      word(table, 'answer', 16).notNullable()
      word(table, 'label').notNullable()
      word(table, 'rule').notNullable()
      word(table, 'language', 2).notNullable()
      time(table, 'at').notNullable().index()
      table.primary(['nudge', 'answer'])
    })
  },

  async down(db) {
    for (const table of [
      'answers',
      'nudged',
      'outbox_rules',
      'outbox',
      'sightings',
      'sights',
      'paces',
      'muted',
    ])
      await db.schema.dropTable(table)
    await db.schema.dropTable('people')
  },
}
