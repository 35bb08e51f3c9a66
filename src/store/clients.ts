import { join } from 'node:path'
import type { Knex } from 'knex'
import { setPragmas } from './set-pragmas.js'

/** A database that knex can speak to. */
export interface Client {
  /** The file that holds the data, in the data folder. */
  file(dataDir: string): string
  config(file: string): Knex.Config
  /** Wipes deleted rows from whatever still shows them. */
  scrub(db: Knex): Promise<void>
}

/** The databases Klartext can keep its rows in, one line each. */
export const clients = {
  sqlite3: {
    file: (dataDir) => join(dataDir, 'klartext.db'),
    config: (file) => ({
      client: 'sqlite3',
      connection: { filename: file, flags: ['OPEN_READWRITE'] } as Knex.Sqlite3ConnectionConfig,
      // One connection: transactions queue up instead of failing on each other.
      pool: {
        min: 1,
        max: 1,
        afterCreate: (connection: unknown, done: (error: Error | null, connection: unknown) => void) =>
          setPragmas(connection as Parameters<typeof setPragmas>[0], file).then(
            () => done(null, connection),
            (error: Error) => done(error, connection),
          ),
      },
    }),
    // secure_delete clears the page, but the old page stands in the -wal file until it is truncated.
    // Whoever reads just then is waited for, 5 seconds each time.
    scrub: async (db) => {
      for (let attempt = 0; attempt < 3; attempt++) {
        const [{ busy }] = await db.raw('PRAGMA wal_checkpoint(TRUNCATE)')
        if (busy === 0) return
      }
      throw new Error('what was deleted still stands in the -wal file, which another process reads')
    },
  },
} satisfies Record<string, Client>
