import { stat } from 'node:fs/promises'
import { UserError } from '../errors.js'
import { connect, disconnect } from './connect.js'
import { migrations } from './migrations.js'
import { storageFault } from './storage-fault.js'

/**
 * Looks into the database before anything is changed. Answers whether there is one; an empty file is none.
 * @throws UserError where the file is no database, belongs to another program, is locked, or was written by a
 *   newer Klartext
 */
export async function inspect(file: string): Promise<boolean> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size === 0) return false
  // Without the pragmas: they would turn a stranger's file into a WAL database.
  const connection = { filename: file, flags: ['OPEN_READWRITE'] }
  const db = connect({ client: 'sqlite3', connection })
  try {
    const tables: string[] = await db('sqlite_master').where({ type: 'table' }).pluck('name')
    if (tables.length === 0) return false
    if (!tables.includes('knex_migrations')) throw foreign(file)
    const known = await migrations.getMigrations([])
    const applied: string[] = await db('knex_migrations').orderBy('id').pluck('name')
    const unknown = applied.find((name) => !known.includes(name))
    if (unknown !== undefined) throw newer(file, unknown, known.at(-1)!)
    return applied.length > 0
  } catch (error) {
    throw storageFault(error, `database ${file}`)
  } finally {
    await disconnect(db)
  }
}

const foreign = (file: string) =>
  new UserError(
    `database ${file}`,
    'tables of another program',
    'a database of Klartext',
    'Name another data folder, or move the file away to start anew.',
  )

const newer = (file: string, unknown: string, last: string) =>
  new UserError(
    `database ${file}`,
    `migration ${unknown.slice(0, 64)} of a newer Klartext`,
    `migrations up to ${last}`,
    'Start the newer version again, or restore the backup from before the update.',
  )
