import type { Node } from './forest.js'
import type { PastWeek } from './past-week.js'

/** Where one person was and is; the ids of the units around them, joined by blanks; empty where they are in none. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** Everybody's move from week to week, of those who stayed as well. */
export function movesBetween(nodes: readonly Node[], before: ReadonlyMap<string, PastWeek>): readonly Move[] {
  const was = nodes.map(({ id }) => ({ id, people: before.get(id)!.people }))
  const is = nodes.map(({ id, population }) => ({
    id,
    people: new Set(population.map(({ person }) => person)),
  }))
  const everybody = new Set([...was, ...is].flatMap(({ people }) => [...people]))
  return [...everybody].map((person) => ({ from: around(person, was), to: around(person, is) }))
}

/** The ids of the units around a person. */
function around(
  person: string,
  units: readonly { readonly id: string; readonly people: ReadonlySet<string> }[],
): string {
  return units
    .filter(({ people }) => people.has(person))
    .map(({ id }) => id)
    .join(' ')
}
