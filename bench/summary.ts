import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import knex, { type Knex } from 'knex'
import { openStore } from '../src/store/index.js'
import { publishLastWeek } from '../src/summary/weekly.js'

/** Time and memory of a week's summaries, and how they grow with the people: `node --import tsx bench/summary.ts`. */

const WEEK = new Date('2026-03-01T23:00:00Z')
const MONDAY = new Date('2026-03-09T07:00:00+01:00')
const UNITS_PER = 100
const LABELS = ['jargon', 'anglicism', 'blame', 'silo', 'care', 'ownership']

async function insert(db: Knex, table: string, rows: Iterable<Record<string, unknown>>): Promise<void> {
  await db.transaction(async (trx) => {
    let some: Record<string, unknown>[] = []
    for (const row of rows) {
      some.push(row)
      if (some.length === 100) {
        await trx(table).insert(some)
        some = []
      }
    }
    if (some.length > 0) await trx(table).insert(some)
  })
}

/** A company whose units hold a hundred people each, ten units to a department; each wrote ten messages. */
async function fill(folder: string, count: number): Promise<void> {
  await (await openStore({ dataDir: folder })).close()
  const connection = { filename: join(folder, 'klartext.db') }
  const db = knex({ client: 'sqlite3', connection, useNullAsDefault: true })
  await db.raw('pragma synchronous = off')
  const people = Array.from({ length: count }, () => randomBytes(32).toString('hex'))
  const units = Math.ceil(count / UNITS_PER)
  const week = WEEK.getTime()
  const settings = { language: 'auto', tone: 'du', praise: 1, max_per_day: 3, minutes_between: 30 }
  const quiet = { quiet_from: '18:00', quiet_to: '08:00', changed_at: 0, opted_in: 1 }
  await insert(
    db,
    'people',
    people.map((person) => ({ person, ...settings, ...quiet })),
  )
  await insert(
    db,
    'units',
    (function* () {
      yield { week, unit: 'top', name: 'Top', parent: null, position: 0 }
      for (let at = 0; at < units; at++) {
        const department = `d${Math.floor(at / 10)}`
        if (at % 10 === 0)
          yield { week, unit: department, name: department, parent: 'top', position: at * 2 + 1 }
        yield { week, unit: `u${at}`, name: `u${at}`, parent: department, position: at * 2 + 2 }
      }
    })(),
  )
  await insert(
    db,
    'unit_people',
    people.map((person, at) => ({
      ...{ week, unit: `u${Math.floor(at / UNITS_PER)}`, person, human: person, position: at },
      // One of each unit manages it.
      ...(at % UNITS_PER === 0 ? { platform: 'slack', tenant: 'T1', recipient: `U${at}` } : {}),
    })),
  )
  await insert(
    db,
    'weeks',
    people.map((person) => ({ person, week, messages: 10 })),
  )
  await insert(
    db,
    'sightings',
    people.flatMap((person, at) =>
      LABELS.slice(at % 3, (at % 3) + 3).map((label) => ({
        ...{ person, label, rule: `${label}-de-${at % 20}`, language: 'de', lexicon: 'bench' },
        hour: week + 3_600_000 * (24 + (at % 100)),
      })),
    ),
  )
  await db.destroy()
}

const table: Record<string, object> = {}
for (const count of [1000, 10_000, 100_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-bench-'))
  try {
    await fill(folder, count)
    const store = await openStore({ dataDir: folder })
    const before = process.memoryUsage.rss()
    const begun = performance.now()
    const log = { info() {} }
    await publishLastWeek({ store, clock: () => MONDAY, timeZone: 'Europe/Berlin', k: 7, log })
    const seconds = (performance.now() - begun) / 1000
    const published = await store.published(WEEK)
    table[`${count} people`] = {
      units: count / UNITS_PER,
      seconds: seconds.toFixed(2),
      'MiB more': ((process.memoryUsage.rss() - before) / 1024 / 1024).toFixed(0),
      'units with figures': published?.figures.length,
    }
    await store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.table(table)
