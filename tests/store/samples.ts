import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { connect } from '../../src/store/connect.js'
import type { Address, Nudge, Person, Settings, Sight } from '../../src/types.js'

/** The fixed clock of the tests: a Monday morning, `minutes` later. */
export const at = (minutes = 0, seconds = 0) =>
  new Date(Date.UTC(2026, 2, 2, 9) + minutes * 60_000 + seconds * 1000)

/** The midnight with which its week begins, in UTC. */
export const monday = new Date(Date.UTC(2026, 2, 2))

export const hours = (number: number) => number * 60
export const days = (number: number) => number * 24 * 60

export const person = (user = 'U1', over: Partial<Person> = {}): Person => ({
  platform: 'slack',
  tenant: 'T1',
  user,
  ...over,
})

export const address = (message = '1772442000.000100', over: Partial<Address> = {}): Address => ({
  platform: 'slack',
  tenant: 'T1',
  channel: 'C1',
  message,
  ...over,
})

export const nudge = (over: Partial<Nudge> = {}): Nudge => ({
  kind: 'hint',
  label: 'jargon',
  rules: ['de.jargon.synergy'],
  language: 'de',
  ...over,
})

/** A sight with a nudge that is due at once. */
export const sight = (over: Partial<Sight> = {}): Sight => ({
  author: person(),
  address: address(),
  revision: 'r1',
  sightings: [{ label: 'jargon', rule: 'de.jargon.synergy' }],
  language: 'de',
  lexiconVersion: 'lex-1',
  nudge: nudge(),
  at: at(),
  dueAt: over.at ?? at(),
  week: monday,
  ...over,
})

export const settings = (over: Partial<Settings> = {}): Settings => ({
  optedIn: true,
  language: 'auto',
  tone: 'du',
  praise: true,
  mutedLabels: [],
  mutedRules: [],
  maxPerDay: 3,
  minutesBetween: 30,
  quietFrom: '18:00',
  quietTo: '08:00',
  pausedUntil: null,
  place: 'direct',
  ...over,
})

/** A new folder of its own, gone after `use`. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'klartext-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every file of a folder with its bytes. */
export async function bytes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}

/** The items in another order, the same for each seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items]
  let state = seed
  for (let last = result.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = state % (last + 1)
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

/** The database of a folder, opened beside the store. */
export async function beside<T>(folder: string, use: (db: Knex) => Promise<T>): Promise<T> {
  const connection = { filename: join(folder, 'klartext.db') }
  const db = connect({ client: 'sqlite3', connection })
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}
