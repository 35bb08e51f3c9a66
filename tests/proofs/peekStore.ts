import { join } from 'node:path'
import sqlite3 from 'sqlite3'

/** Looks into a store beside the process that writes it; can change nothing. */
export interface Peek {
  all<Row>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

/** @param folder the data folder */
export async function peekStore(folder: string): Promise<Peek> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(join(folder, 'klartext.db'), sqlite3.OPEN_READONLY, (error) =>
      error ? reject(error) : resolve(opened),
    )
  })
  return {
    all: <Row>(sql: string) =>
      new Promise<Row[]>((resolve, reject) =>
        db.all<Row>(sql, (error, rows) => (error ? reject(error) : resolve(rows))),
      ),
    close: () => new Promise((resolve, reject) => db.close((error) => (error ? reject(error) : resolve()))),
  }
}
