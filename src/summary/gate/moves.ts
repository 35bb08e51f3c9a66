import type { Node } from './forest.js'
import type { PastWeek } from './past-week.js'

/** One person's move; the ids of the units around them in each week, joined by blanks; empty where they were in none. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** Who moved from week to week, and how many of the newcomers may be people who had been erased. */
export function movesBetween(
  nodes: readonly Node[],
  before: ReadonlyMap<string, PastWeek>,
): { readonly moves: readonly Move[]; readonly returned: number } {
  const past = nodes.map(({ id }) => ({ id, ...before.get(id)! }))
  const erased = erasedIn(past)
  const was = placesOf(past.map(({ id, people }) => [id, [...people, ...erased.get(id)!]]))
  const is = placesOf(nodes.map(({ id, population }) => [id, population.map(({ person }) => person)]))
  const moves = [...new Set([...was.keys(), ...is.keys()])]
    .map((person) => ({ from: was.get(person) ?? '', to: is.get(person) ?? '' }))
    .filter((move) => move.from !== move.to)
  const newcomers = moves.filter((move) => move.from === '').length
  return { moves, returned: Math.min(newcomers, new Set([...erased.values()].flat()).size) }
}

/** The units around each person. */
function placesOf(units: readonly (readonly [id: string, people: readonly string[]])[]): Map<string, string> {
  const places = new Map<string, string[]>()
  for (const [id, people] of units)
    for (const person of people) places.set(person, [...(places.get(person) ?? []), id])
  return new Map([...places].map(([person, ids]) => [person, ids.join(' ')]))
}

interface Past extends PastWeek {
  readonly id: string
}

/**
 * Stand-ins for those who have been erased, by unit; one who counted in a unit and in those around it has one name.
 * Populations were disjoint or nested then, so that whoever is left tells which unit lay in which.
 */
function erasedIn(past: readonly Past[]): ReadonlyMap<string, readonly string[]> {
  const size = ({ people, erased }: Past): number => people.size + erased
  const smallestFirst = [...past].sort((a, b) => size(a) - size(b))
  const names = new Map<string, string[]>(past.map(({ id }) => [id, []]))
  for (const [index, unit] of smallestFirst.entries()) {
    const own = unit.erased - names.get(unit.id)!.length
    const around = smallestFirst
      .slice(index)
      .filter(({ people }) => [...unit.people].every((each) => people.has(each)))
    for (let i = 0; i < own; i++) for (const { id } of around) names.get(id)!.push(` ${unit.id} ${i}`)
  }
  return names
}
