import assert from 'node:assert/strict'
import type { Peek } from '../peekStore.js'
import type { Expectation } from './createExpectation.js'
import type { Town } from './openTown.js'
import { pseudonymOf, readShown, readStore } from './readEffects.js'

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
export async function judgeTown(town: Town, expected: Expectation, peek: Peek) {
  const stored = await readStore(peek)
  const counted = (all: ReadonlyMap<string, number>) => [...all].map(([key, count]) => `${key}: ${count}`)
  compare(stored.sights, expected.sights(), 'revisions on record')
  compare(counted(stored.sightings), counted(await expected.sightings()), 'sightings')
  assert.deepEqual(stored.orphans, [], 'sightings of no message')

  const kinds = (...wanted: string[]) => town.people.filter(({ kind }) => wanted.includes(kind))
  const known = kinds('free', 'limited', 'left', 'foreign').map((citizen) =>
    pseudonymOf(town.folder, citizen),
  )
  compare(stored.persons, known, 'people of whom anything is kept')

  const shown = readShown(town, stored.sent)
  const authors = authorsOf(town)
  for (const { about, link, readers } of shown) {
    assert.deepEqual(readers, [authors.get(about)], `who reads the nudge about ${about}`)
    assert.ok(link === null || link === about, `the nudge about ${about} leads to ${link}`)
  }
  const isLimited = new Set(kinds('limited').map(({ user }) => `${user.workspace.id} ${user.id}`))
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
  for (const { about, stands } of shown) assert.equal(stands, !expected.isGone(about), `stands: ${about}`)
  assert.deepEqual(town.slack.faults, [])
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

/** Who wrote each message, by workspace and id. */
const authorsOf = ({ slack }: Town) =>
  new Map(
    slack.sightings
      .filter(({ kind, via }) => kind === 'message' && via === 'user')
      .map(({ team, channel, ts, by }) => [`${team} ${channel} ${ts}`, `${team} ${by}`]),
  )
