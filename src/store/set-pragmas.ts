import { UserError } from '../errors.js'

/** The little that is needed of a sqlite3 connection. */
interface Connection {
  all(sql: string, done: (error: Error | null, rows: Record<string, unknown>[]) => void): unknown
}

/** What makes a commit durable and a deletion final: the setting and what it must read as afterwards. */
const pragmas: readonly [name: string, value: string, reads: unknown][] = [
  ['busy_timeout', '5000', 5000],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
]

/**
 * Sets the pragmas on one connection and reads each back: SQLite ignores in silence what it cannot do.
 * @param file the database, for the error
 * @throws UserError where one did not take, such as WAL on a network drive
 */
export async function setPragmas(connection: Connection, file: string): Promise<void> {
  for (const [name, value, reads] of pragmas) {
    await ask(connection, `PRAGMA ${name} = ${value}`)
    const found = await ask(connection, `PRAGMA ${name}`)
    if (found === reads) continue
    throw new UserError(
      `database ${file}`,
      `${name} = ${found}`,
      `${name} = ${value}`,
      'Put the data folder on a local disk with a file system that SQLite can lock and map.',
    )
  }
}

const ask = (connection: Connection, sql: string) =>
  new Promise<unknown>((resolve, reject) =>
    connection.all(sql, (error, rows) => (error ? reject(error) : resolve(Object.values(rows[0] ?? {})[0]))),
  )
