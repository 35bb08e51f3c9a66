import assert from 'node:assert/strict'
import type { Person } from '../../../src/types.js'
import type { Peek } from '../peekStore.js'
import type { Expectation } from './createExpectation.js'
import type { Kind, Written } from './happenings.js'
import { pseudonymOf, readStore, type Stored } from './readStore.js'

/** A nudge as it came up in front of somebody. */
export interface Shown {
  /** Key of the message it is about, as the store has it. */
  readonly about: string
  /** The same as its link says; null where it has none. */
  readonly link: string | null
  /** Tenant and id of everybody who could read it, the bot apart. */
  readonly readers: readonly string[]
  readonly at: number
  /** Whether it still stands there. */
  readonly stands: boolean
}

/** What is to be judged. */
export interface Seen {
  readonly folder: string
  readonly people: readonly { readonly kind: Kind; readonly person: Person }[]
  /** Every nudge that anybody was shown. */
  readonly shownBy: (sent: Stored['sent']) => readonly Shown[]
  /** Who wrote each message: tenant and id. */
  readonly authors: ReadonlyMap<string, string>
}

/** What is in one list and not in the other; a few of them, as there may be thousands. */
function compare(found: Iterable<string>, wanted: Iterable<string>, what: string): void {
  const [one, other] = [[...found], [...wanted]]
  const [has, wants] = [new Set(one), new Set(other)]
  const strange = one.filter((each) => !wants.has(each)).slice(0, 5)
  const missing = other.filter((each) => !has.has(each)).slice(0, 5)
  assert.deepEqual({ strange, missing }, { strange: [], missing: [] }, what)
  assert.equal(one.length, has.size, `${what}: each once`)
}

/** Compares the effects with what was expected. */
export async function judgeTown<Post extends Written>(
  { folder, people, shownBy, authors }: Seen,
  expected: Expectation<Post>,
  peek: Peek,
) {
  const stored = await readStore(peek)
  const counted = (all: ReadonlyMap<string, number>) => [...all].map(([key, count]) => `${key}: ${count}`)
  const overcome = expected.overcome()
  const sights = stored.sights.filter((sight) => !overcome.has(sight))
  compare(sights, expected.sights(), 'revisions on record')
  compare(counted(stored.sightings), counted(await expected.sightings()), 'sightings')
  assert.deepEqual(stored.orphans, [], 'sightings of no message')

  const kinds = (...wanted: Kind[]) =>
    people.filter(({ kind }) => wanted.includes(kind)).map(({ person }) => person)
  const known = kinds('free', 'limited', 'left', 'foreign').map((person) => pseudonymOf(folder, person))
  compare(stored.persons, known, 'people of whom anything is kept')

  const shown = shownBy(stored.sent)
  for (const { about, link, readers } of shown) {
    assert.deepEqual(readers, [authors.get(about)], `who reads the nudge about ${about}`)
    assert.ok(link === null || link === about, `the nudge about ${about} leads to ${link}`)
  }
  const isLimited = new Set(kinds('limited').map(({ tenant, user }) => `${tenant} ${user}`))
  const [some, all] = [true, false].map((limited) =>
    shown.filter(({ readers }) => isLimited.has(readers[0]!) === limited),
  )
  compare(
    all!.map(({ about }) => about),
    expected.nudged,
    'nudges of people without limits',
  )
  compare(
    some!.map(({ about }) => about).filter((about) => !expected.eligible.has(about)),
    [],
    'other nudges',
  )
  assert.equal(new Set(shown.map(({ about }) => about)).size, shown.length, 'nudges: one a message')
  for (const reader of isLimited) holdsLimits(some!.filter(({ readers }) => readers[0] === reader))
  for (const { about, at, stands } of shown)
    assert.equal(stands, expected.stands(about, at) ?? stands, `stands: ${about}`)
  return { nudges: shown.length, removed: shown.filter(({ stands }) => !stands).length, ...stored }
}

/** Three a day, half an hour apart. */
function holdsLimits(shown: readonly { readonly at: number }[]): void {
  const times = shown.map(({ at }) => at).sort((one, other) => one - other)
  for (const [nth, at] of times.entries()) {
    const [last, thirdLast] = [times[nth - 1] ?? 0, times[nth - 3] ?? 0]
    assert.ok(at - last >= 30 * 60_000, 'half an hour between two nudges')
    assert.ok(dayOf(at) !== dayOf(thirdLast), 'three nudges a day')
  }
}

const dayOf = (at: number) => new Date(at).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
