import sqlite3 from 'sqlite3'
import { reach } from './reach.js'

type Done = (this: unknown, ...answer: unknown[]) => void
type Query = (this: unknown, sql: string, ...rest: unknown[]) => unknown

const WRITES = /^(?:insert into|update|delete from)\s+[`"]?(\w+)/i

/**
 * Puts failpoints before and after each statement that writes, such as `insert into posted before`, and around each
 * commit, by the table that was written last, such as `commit paces after`.
 */
export function watchSql(): void {
  const methods = sqlite3.Database.prototype as unknown as Record<'all' | 'run', Query>
  let table = ''

  function pointOf(sql: string): string | null {
    if (/^BEGIN/i.test(sql)) table = ''
    if (/^COMMIT/i.test(sql)) return `commit ${table}`
    if (/wal_checkpoint/.test(sql)) return 'checkpoint'
    const [verb, written] = WRITES.exec(sql) ?? []
    if (verb === undefined) return null
    table = written!
    return `${verb.toLowerCase().replaceAll(/[`"]/g, '')}`
  }

  for (const method of ['all', 'run'] as const) {
    const original = methods[method]
    methods[method] = function (sql, ...rest) {
      const point = pointOf(sql.trimStart())
      if (point === null) return original.call(this, sql, ...rest)
      reach(`${point} before`)
      const done = rest.at(-1)
      if (typeof done === 'function')
        rest[rest.length - 1] = function (this: unknown, ...answer: unknown[]) {
          reach(`${point} after`)
          ;(done as Done).apply(this, answer)
        }
      return original.call(this, sql, ...rest)
    }
  }
}
