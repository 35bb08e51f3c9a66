import type { Knex } from 'knex'

/** The last moment that a Date can hold, in milliseconds. */
export const LATEST = 8.64e15

/** A word of at most `size` characters; SQLite minds the size of a column only in a check. */
export const word = (table: Knex.CreateTableBuilder, name: string, size = 64) =>
  table.string(name, size).checkLength('<=', size)

/** A whole number; the check keeps words out, which SQLite would take in a column of any type. */
export const number = (table: Knex.CreateTableBuilder, name: string, most = 1_000_000) =>
  table.integer(name).checkBetween([0, most])

/** A moment in milliseconds since 1970 UTC. */
export const time = (table: Knex.CreateTableBuilder, name: string) =>
  table.bigInteger(name).checkBetween([-LATEST, LATEST])

/**
 * A check that a column has only characters of a class, such as `A-Za-z0-9_.-`: without blanks, nothing that could be
 * read, however long. Each database has its own way to look for a character.
 */
export const onlyOf = (db: Knex, column: string, characters: string) =>
  db.client.config.client === 'sqlite3'
    ? `${column} not glob '*[^${characters}]*'`
    : `${column} !~ '[^${characters}]'`
