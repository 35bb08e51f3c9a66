import { chmod, open } from 'node:fs/promises'
import type { Store } from '../types.js'
import { answers } from './answers.js'
import { clients } from './clients.js'
import { connect } from './connect.js'
import type { Database } from './database.js'
import { expire } from './expire.js'
import { inspect } from './inspect.js'
import { migrations } from './migrations.js'
import { outbox } from './outbox.js'
import { people } from './people.js'
import { prepareFolder } from './prepare-folder.js'
import { sights } from './sights.js'
import { storageFault } from './storage-fault.js'
import { tenantSecret } from './tenant-secret.js'

/** Where a store lives. */
export interface StoreOptions {
  /** Made where it is missing, for its owner alone. */
  readonly dataDir: string
  /** At least 32 characters; without it, one is kept in `<dataDir>/secret`. */
  readonly tenantSecret?: string
}

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
  try {
    await db.migrate.latest({ migrationSource: migrations })
  } catch (error) {
    await db.destroy()
    throw storageFault(error, `database ${file}`)
  }
  return assemble({ db, secret, scrub: client.scrub })
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
  return {
    ...people(database),
    ...sights(database),
    ...outbox(database),
    ...answers(database),
    expire: (now) => expire(database, now),
    close: () => database.db.destroy(),
  }
}
