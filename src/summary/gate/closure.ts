import type { PersonWeek } from '../../types.js'
import { inOrder, type Node } from './forest.js'

/** What a published node adds to those published within it. */
export interface Part {
  /** The nearest published nodes within. */
  readonly inner: readonly Node[]
  /** Those of its population who are in none of them. */
  readonly rest: readonly PersonWeek[]
}

/**
 * Chooses which of some nodes are published, so that no arithmetic with their sums reaches a group of which nothing
 * may be said. Where the rest of a node is such a group, the smallest published node within gives way, of those first
 * that bring people of their own; where nothing helps, the node itself.
 *
 * The rests are disjoint, and each node's sum is that of its rest and of the published nodes within it (a triangular
 * system), so every combination of published sums is one of rests, and the people in it are a union of whole rests.
 * Each rest may be spoken of, and so may every union of such; to publish fewer cells only takes combinations away.
 *
 * @param nodes each after all that lie within it; not necessarily all there are
 * @param maySay holds for a union wherever it holds for the disjoint groups in it; false for nobody
 */
export function closure(
  nodes: readonly Node[],
  maySay: (people: readonly PersonWeek[]) => boolean,
): ReadonlyMap<Node, Part> {
  const published = new Map<Node, Part>()
  const nearest = (node: Node): Node[] =>
    node.within.flatMap((inner) => (published.has(inner) ? [inner] : nearest(inner)))
  for (const node of nodes) {
    let inner: readonly Node[] = nearest(node)
    const given: Node[] = []
    for (;;) {
      const rest = outside(node, inner)
      if (maySay(rest) || (rest.length === 0 && inner.length > 0)) {
        for (const each of given) published.delete(each)
        published.set(node, { inner, rest })
        break
      }
      const settling = inner.filter((each) => published.get(each)!.rest.length > 0)
      const smallest = smallestOf(settling) ?? smallestOf(inner)
      if (!smallest) break
      given.push(smallest)
      inner = [...inner.filter((each) => each !== smallest), ...published.get(smallest)!.inner]
    }
  }
  return published
}

function outside(node: Node, inner: readonly Node[]): PersonWeek[] {
  const inside = new Set(inner.flatMap(({ population }) => population))
  return node.population.filter((person) => !inside.has(person))
}

/** Undefined where there is none. */
export function smallestOf(nodes: readonly Node[]): Node | undefined {
  const [smallest] = [...nodes].sort(
    (a, b) => a.population.length - b.population.length || inOrder(a.id, b.id),
  )
  return smallest
}
