import type { Knex } from 'knex'
import { number, onlyOf, time, word } from './columns.js'

/** The largest number that every database holds in an `integer`. */
const MANY = 2_147_483_647

/** Text of at most `size` characters that people may write; see the list of exceptions in the store's tests. */
const text = (table: Knex.CreateTableBuilder, name: string, size: number) =>
  table.string(name, size).checkLength('<=', size)

/** What names an item of the lexicon. A scope is made of ids, so it has no blank; a term may have some. */
function key(db: Knex, table: Knex.CreateTableBuilder): void {
  text(table, 'scope', 250).notNullable()
  table.check(onlyOf(db, 'scope', '!-{}~'))
  word(table, 'kind', 16).notNullable()
  text(table, 'name', 120).notNullable()
}

/** What the console keeps, and what the company has set about its lexicon with all that came before. */
export const consoleTables: Knex.Migration = {
  async up(db) {
    await lexiconTables(db)
    await db.schema.createTable('sessions', (table) => {
      // SHA-256 of the token, which is kept nowhere.
      word(table, 'hash').primary()
      word(table, 'person').notNullable().index()
      text(table, 'sealed', 512).notNullable()
      table.check(onlyOf(db, 'sealed', 'A-Za-z0-9_.-'))
      word(table, 'csrf').notNullable()
      time(table, 'started_at').notNullable()
      time(table, 'seen_at').notNullable()
    })
    await db.schema.createTable('audit', (table) => {
      number(table, 'number', MANY).primary()
      time(table, 'at').notNullable()
      for (const name of ['actor', 'role', 'action', 'subject']) word(table, name).notNullable()
      // Unique, so that the chain never forks, whoever else writes at the same time.
      for (const name of ['previous', 'hash']) word(table, name).notNullable().unique()
    })
    await db.schema.createTable('agreements', (table) => {
      table.increments('id')
      // 1 while it waits, null afterwards: unique, so that one waits at most.
      number(table, 'waiting', 1).unique()
      word(table, 'hash')
      text(table, 'config', 8192).notNullable()
      word(table, 'proposed_by').notNullable()
      word(table, 'proposed_role', 16).notNullable()
      time(table, 'proposed_at').notNullable()
      word(table, 'confirmed_by')
      time(table, 'confirmed_at')
    })
    // Null in rows that are older than the column, and once their person is erased. Raw: knex adds no checks to a table that exists.
    await db.raw('alter table answers add column mark varchar(64) check (length(mark) <= 64)')
    await db.schema.alterTable('answers', (table) => {
      table.index('mark')
      table.index('rule')
    })
    await db.schema.alterTable('unit_people', (table) => table.index('human'))
  },

  async down(db) {
    await db.schema.alterTable('unit_people', (table) => table.dropIndex('human'))
    await db.schema.alterTable('answers', (table) => {
      table.dropIndex('rule')
      table.dropIndex('mark')
    })
    await db.raw('alter table answers drop column mark')
    for (const table of [
      ...['agreements', 'audit', 'sessions'],
      ...['tuning_steps', 'tuning_drafts', 'tuning_items', 'tuning_versions'],
    ])
      await db.schema.dropTable(table)
  },
}

async function lexiconTables(db: Knex): Promise<void> {
  await db.schema.createTable('tuning_versions', (table) => {
    number(table, 'version').primary()
    time(table, 'at').notNullable()
    word(table, 'author').notNullable()
    word(table, 'approver')
    text(table, 'reason', 200).notNullable()
    for (const name of ['added', 'changed', 'removed']) number(table, name).notNullable()
    number(table, 'back_to')
    // A second pair of eyes is another's.
    table.check('approver <> author')
  })
  await db.schema.createTable('tuning_items', (table) => {
    key(db, table)
    // In force from the version `since` until the one before `until`.
    number(table, 'since').notNullable().index()
    number(table, 'until')
    text(table, 'content', 16_384).notNullable()
    table.primary(['scope', 'kind', 'name', 'since'])
  })
  // Raw: knex makes no index over a part of a table.
  await db.raw('create unique index tuning_items_now on tuning_items (scope, kind, name) where until is null')
  await db.schema.createTable('tuning_drafts', (table) => {
    word(table, 'author').primary()
    time(table, 'submitted_at')
    text(table, 'reason', 200)
    // When it was first found unchanged; null since its last change.
    time(table, 'idle_since')
  })
  await db.schema.createTable('tuning_steps', (table) => {
    word(table, 'author').notNullable().references('tuning_drafts.author').onDelete('CASCADE')
    key(db, table)
    number(table, 'base').notNullable()
    // Null: the item goes.
    text(table, 'content', 16_384)
    table.primary(['author', 'scope', 'kind', 'name'])
  })
}
