import { UserError } from '../../errors.js'
import type { PersonWeek, Unit, UnitWeek } from '../../types.js'

/** A unit with everybody who counts in it or in a unit within it. */
export interface Node {
  readonly id: string
  readonly population: readonly PersonWeek[]
  /** The units directly within. */
  readonly within: readonly Node[]
}

/** An order that is the same everywhere, whatever the language of the machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : 1)

/**
 * The units in a fixed order, each before all that lie within it.
 *
 * @throws {UserError} where two have one id, one lies in an unknown unit, or some lie in each other
 */
export function outsideFirst<U extends Unit>(units: readonly U[]): U[] {
  const sorted = [...units].sort((a, b) => inOrder(a.id, b.id))
  const within = new Map<string | null, U[]>([[null, []]])
  for (const { id } of sorted) {
    if (within.has(id))
      fault(id, 'this id twice', 'an id of its own for every unit', 'Rename one of the two.')
    within.set(id, [])
  }
  for (const unit of sorted) {
    const siblings = within.get(unit.parent)
    siblings?.push(unit) ??
      fault(
        unit.id,
        `the parent "${unit.parent}"`,
        'the id of a unit that exists',
        'Add that unit or correct it.',
      )
  }
  const ordered = within.get(null)!
  // The list grows while it is read.
  for (const { id } of ordered) ordered.push(...within.get(id)!)
  const lost = sorted.find((unit) => !ordered.includes(unit))
  if (lost)
    fault(lost.id, 'units that lie in each other', 'a top unit around it', 'Correct one of their parents.')
  return ordered
}

/**
 * The units with their populations, each after all that lie within it.
 *
 * @throws {UserError} where the units are no forest, or somebody counts twice
 */
export function forest(units: readonly UnitWeek[]): readonly Node[] {
  const nodes: Node[] = []
  const within = new Map<string | null, Node[]>()
  const counted = new Set<string>()
  for (const { id, parent, people } of outsideFirst(units).reverse()) {
    for (const { person } of people) {
      if (counted.has(person))
        fault(id, 'somebody who counts already', 'everybody once', 'Give them one home.')
      counted.add(person)
    }
    const inner = within.get(id) ?? []
    const node: Node = {
      id,
      population: [
        ...people.filter(({ messages }) => messages > 0),
        ...inner.flatMap((each) => each.population),
      ],
      within: inner,
    }
    nodes.push(node)
    within.set(parent, [...(within.get(parent) ?? []), node])
  }
  return nodes
}

function fault(unit: string, found: string, expected: string, remedy: string): never {
  throw new UserError(`unit "${unit}"`, found, expected, remedy)
}
