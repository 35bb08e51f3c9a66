import type { Knex } from 'knex'

/** A value of a column. */
export type Value = string | number | null

/**
 * Runs a statement in SQL that all databases share and answers its rows. For the way of a message, where the
 * builder would take longer than the database.
 */
export async function rows<Row>(db: Knex, sql: string, values: readonly Value[]): Promise<Row[]> {
  const answer: unknown = await db.raw(sql, [...values])
  // PostgreSQL's answer has the rows beside other things.
  return Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows
}

/** `(?, ?), (?, ?)`: places for so many rows of so many values. */
export function places(rows: number, columns: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`
  return Array(rows).fill(row).join(', ')
}

/** Rows a statement, well below the most values that a database takes in one. */
const AT_ONCE = 500

/** The items in pieces that one statement takes. */
export function* pieces<Item>(all: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < all.length; start += AT_ONCE) yield all.slice(start, start + AT_ONCE)
}

/**
 * Inserts rows that all have the same columns.
 * @param otherwise what becomes of a row that is there, such as `on conflict do nothing`
 */
export async function insertAll(
  db: Knex,
  table: string,
  all: readonly Readonly<Record<string, Value>>[],
  otherwise = '',
): Promise<void> {
  for (const some of pieces(all)) {
    const columns = Object.keys(some[0]!)
    await db.raw(
      `insert into ${table} (${columns.join(', ')}) values ${places(some.length, columns.length)} ${otherwise}`,
      some.flatMap((row) => columns.map((column) => row[column]!)),
    )
  }
}
