import knexModule, { type Knex } from 'knex'

/** knex prints warnings to the console by itself; ours go through errors alone. */
const silent = { warn() {}, error() {}, debug() {}, deprecate() {} }

/**
 * A knex that keeps to itself: it logs nothing, and a failing query does not carry its values, ids among them,
 * into the message of its error.
 */
export const connect = (config: Knex.Config): Knex =>
  knexModule.knex({ useNullAsDefault: true, compileSqlOnError: false, log: silent, ...config })

/**
 * Closes what {@link connect} made, once queries under way have ended. Whoever asks from now on is refused at
 * once: knex would let them wait for a connection until its time limit, a minute by default.
 */
export async function disconnect(db: Knex): Promise<void> {
  db.client.acquireConnection = () => Promise.reject(new Error('the database is closed'))
  await db.destroy()
}
