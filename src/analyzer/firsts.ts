import type { Node } from '../lexicon/pattern.js'
import { type Beginning, begins, flatten } from './members.js'
import type { Leaf, Shape } from './wordsets.js'

/**
 * Answers, for patterns of one language, the set of all words that a match may begin with; -1 where that is any word.
 * Most places at which a pattern is tried fail with the first word: the set tells so at once.
 * @param setOf the number of the set of all words that one of the leaves takes
 */
export function createFirsts(
  classes: ReadonlyMap<string, readonly Node[]>,
  setOf: (leaves: readonly (Leaf | Shape)[]) => number,
): (node: Node) => number {
  const ofClass = new Map<string, ReadonlySet<Leaf | Shape> | null>()
  const numbers = new Map<string, number>()
  const ids = new Map<Leaf | Shape, number>()
  const idOf = (leaf: Leaf | Shape): number => {
    let id = ids.get(leaf)
    if (id === undefined) ids.set(leaf, (id = ids.size))
    return id
  }

  /** What some nodes may begin with; null for any word. */
  const collect = (nodes: readonly Node[], into: Set<Leaf | Shape>): boolean => {
    for (const node of nodes) {
      const beginning: Beginning = { leaves: [], classes: [], anywhere: false }
      if (begins(node, beginning) || beginning.anywhere) return false
      for (const leaf of beginning.leaves) into.add(leaf)
      for (const name of beginning.classes) {
        const leaves = leavesOf(name)
        if (leaves === null) return false
        for (const leaf of leaves) into.add(leaf)
      }
    }
    return true
  }
  const leavesOf = (name: string): ReadonlySet<Leaf | Shape> | null => {
    let leaves = ofClass.get(name)
    if (leaves === undefined) {
      const { leaves: single, others } = flatten(classes.get(name)!, classes)
      const found = new Set<Leaf | Shape>(single)
      leaves = collect(others, found) ? found : null
      ofClass.set(name, leaves)
    }
    return leaves
  }

  return (node) => {
    const leaves = new Set<Leaf | Shape>()
    if (!collect([node], leaves)) return -1
    // Most patterns begin as others do.
    const key = [...leaves]
      .map(idOf)
      .sort((a, b) => a - b)
      .join()
    let number = numbers.get(key)
    if (number === undefined) numbers.set(key, (number = setOf([...leaves])))
    return number
  }
}
