import type { Knex } from 'knex'
import { begin } from './migrations/0001-begin.js'
import { chat } from './migrations/0002-chat.js'
import { rosters } from './migrations/0003-rosters.js'
import { summaries } from './migrations/0004-summaries.js'
import { consoleTables } from './migrations/0005-console.js'
import { tenants } from './migrations/0006-tenants.js'

/** All migrations, oldest first. A name once released is never changed, nor what it does. */
const list: Readonly<Record<string, Knex.Migration>> = {
  '0001-begin': begin,
  '0002-chat': chat,
  '0003-rosters': rosters,
  '0004-summaries': summaries,
  '0005-console': consoleTables,
  '0006-tenants': tenants,
}

/** The migrations as knex wants them: modules in a list, no files to find at run time. */
export const migrations: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(list),
  getMigrationName: (name) => name,
  getMigration: async (name) => list[name]!,
}
