import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import type { Row, Snapshot } from './history.js'

/** Reads a data folder whose process is dead, from a copy: the next process must find it as the last one left it. */
export async function readSnapshot(folder: string, at: number): Promise<Snapshot> {
  const copy = mkdtempSync(join(tmpdir(), 'klartext-look-'))
  try {
    for (const name of ['klartext.db', 'klartext.db-wal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
    return await readDatabase(join(copy, 'klartext.db'), at)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

async function readDatabase(file: string, at: number): Promise<Snapshot> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)))
  })
  const all = <Found>(sql: string) =>
    new Promise<Found[]>((resolve, reject) => {
      db.all<Found>(sql, (error, rows) => (error ? reject(error) : resolve(rows)))
    })
  try {
    const checked = await all<{ integrity_check: string }>('pragma integrity_check')
    const foreign = await all<{ table: string }>('pragma foreign_key_check')
    const words = [
      ...checked.map(({ integrity_check }) => integrity_check),
      ...foreign.map(({ table }) => `${table} without its parent`),
    ]
    const [marks] = await all<{ number: number }>('select count(*) as number from nudged')
    const rules = await all<{ nudge: string }>('select nudge from outbox_rules')
    const posted = await all<{ id: string }>('select id from posted')
    return {
      at,
      integrity: words.join('; '),
      rows: await all<Row>('select id, message, recipient, state, attempts, place from outbox'),
      rules: rules.map(({ nudge }) => nudge),
      posted: posted.map(({ id }) => id),
      marks: marks!.number,
    }
  } finally {
    await new Promise((resolve) => db.close(resolve))
  }
}
