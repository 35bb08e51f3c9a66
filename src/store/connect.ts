import knexModule, { type Knex } from 'knex'

/** knex prints warnings to the console by itself; ours go through errors alone. */
const silent = { warn() {}, error() {}, debug() {}, deprecate() {} }

/**
 * A knex that keeps to itself: it logs nothing, and a failing query does not carry its values, ids among them,
 * into the message of its error.
 */
export const connect = (config: Knex.Config): Knex =>
  knexModule.knex({ useNullAsDefault: true, compileSqlOnError: false, log: silent, ...config })
