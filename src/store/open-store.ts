import { chmod, open } from 'node:fs/promises'
import type { Knex } from 'knex'
import type { Store } from '../types.js'
import { answers } from './answers.js'
import { clients } from './clients.js'
import { connect, disconnect } from './connect.js'
import { consoleRows } from './console-rows.js'
import type { Database } from './database.js'
import { departures } from './departures.js'
import { erase } from './erase.js'
import { expire } from './expire.js'
import { inspect } from './inspect.js'
import { migrations } from './migrations.js'
import { organisation } from './organisation.js'
import { outbox } from './outbox.js'
import { people } from './people.js'
import { personal } from './personal.js'
import { posted } from './posted.js'
import { prepareFolder } from './prepare-folder.js'
import { publishedWeeks } from './published-weeks.js'
import { rosters } from './rosters.js'
import { sights } from './sights.js'
import { storageFault } from './storage-fault.js'
import { summaries } from './summaries.js'
import { teamTerms } from './team-terms.js'
import { tenantSecret } from './tenant-secret.js'
import { tuning } from './tuning.js'
import { unitsOf } from './units-of.js'
import { vault } from './vault.js'
import { weeks } from './weeks.js'

/** Where a store lives. */
export interface StoreOptions {
  /** Made where it is missing, for its owner alone. */
  readonly dataDir: string
  /** At least 32 characters; without it, one is kept in `<dataDir>/secret`. */
  readonly tenantSecret?: string
  /** Days for which a delivered nudge stands in the chat; default 14. */
  readonly nudgeDays?: number
}

/** Days after which nobody will look for a nudge any more. */
const NUDGE_DAYS = 14

/**
 * Opens the store in a data folder and brings its tables up to date.
 * @throws UserError where the folder or the database cannot be used; nothing that was there is changed then
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const client = clients.sqlite3
  const file = client.file(options.dataDir)
  await prepareFolder(options.dataDir)
  const known = await inspect(file)
  const secret = await tenantSecret(options.dataDir, known, options.tenantSecret)
  await claimFile(file)
  const db = connect(client.config(file))
  let reads: Knex | undefined
  try {
    await db.migrate.latest({ migrationSource: migrations })
    reads = connect(client.config(file))
    await reads.raw('select 1')
  } catch (error) {
    if (reads) await disconnect(reads)
    await disconnect(db)
    throw storageFault(error, `database ${file}`)
  }
  return assemble({ db, reads, secret, nudgeDays: options.nudgeDays ?? NUDGE_DAYS, scrub: client.scrub })
}

/** Makes the file before SQLite does, for its owner alone; -wal and -shm take its mode. */
async function claimFile(file: string): Promise<void> {
  try {
    await (await open(file, 'a', 0o600)).close()
    await chmod(file, 0o600)
  } catch (error) {
    throw storageFault(error, `database ${file}`)
  }
}

function assemble(database: Database): Store {
  const { db, reads } = database
  return {
    ...people(database),
    ...sights(database),
    ...outbox(database),
    ...posted(database),
    ...answers(database),
    ...personal(database),
    ...teamTerms(database),
    ...rosters(database),
    ...departures(database),
    ...organisation(database),
    ...weeks(database),
    ...summaries(database),
    ...publishedWeeks(database),
    ...unitsOf(database),
    vault: vault(database),
    tuning: tuning(database),
    console: consoleRows(database),
    erase: (person, now) => erase(database, person, now),
    expire: (now) => expire(database, now),
    async close() {
      // The writer last: it empties the -wal file when nobody else has the database open.
      await disconnect(reads)
      await disconnect(db)
    },
  }
}
