import type { Node } from '../lexicon/pattern.js'
import { SET } from './program.js'
import { isLeaf, isShape, type Leaf, type Shape } from './wordsets.js'

/** What may stand at one place; null for any word. */
type Words = ReadonlySet<Leaf | Shape> | null

/** What a part of a pattern may begin with. */
interface Opening {
  readonly first: Words
  /** Behind the first word, where there is a second. */
  readonly second: Words
  /** Whether it may match nothing, or one word alone. */
  readonly none: boolean
  readonly one: boolean
}

const NOTHING: ReadonlySet<Leaf | Shape> = new Set()
const EMPTY: Opening = { first: NOTHING, second: NOTHING, none: true, one: false }
const ANY: Opening = { first: null, second: NOTHING, none: false, one: true }

/** The sets of all words that a match may begin with, and that may follow; {@link SET.none} where that is any word. */
export interface Firsts {
  readonly first: number
  readonly second: number
}

/**
 * Answers, for patterns of one language, what their matches may begin with. Most places at which a pattern is tried
 * fail with the first word or the second: the sets tell so at once.
 * @param setOf the number of the set of all words that one of the leaves takes
 */
export function createFirsts(
  classes: ReadonlyMap<string, readonly Node[]>,
  setOf: (leaves: readonly (Leaf | Shape)[]) => number,
): (node: Node) => Firsts {
  const ofClass = new Map<string, Opening>()
  const ofNode = new WeakMap<Node, Opening>()

  const openingOf = (node: Node): Opening => {
    let opening = ofNode.get(node)
    if (!opening) ofNode.set(node, (opening = find(node)))
    return opening
  }
  const find = (node: Node): Opening => {
    if (isLeaf(node) || isShape(node)) return { ...ANY, first: new Set([node]) }
    switch (node.is) {
      case 'class': {
        let opening = ofClass.get(node.name)
        if (!opening) ofClass.set(node.name, (opening = either(classes.get(node.name)!.map(openingOf))))
        return opening
      }
      case 'choice':
        return either(node.items.map(openingOf))
      case 'sequence':
        return node.items.map(openingOf).reduce(follow, EMPTY)
      case 'optional':
        return either([openingOf(node.item), EMPTY])
      case 'any':
        return ANY
      case 'gap':
        return { first: null, second: null, none: true, one: true }
      default:
        return EMPTY
    }
  }

  const numbers = new Map<string, number>()
  const ids = new Map<Leaf | Shape, number>()
  const idOf = (leaf: Leaf | Shape): number => {
    let id = ids.get(leaf)
    if (id === undefined) ids.set(leaf, (id = ids.size))
    return id
  }
  const numberOf = (words: Words): number => {
    if (words === null) return SET.none
    const leaves = [...words]
    // Most patterns begin as others do.
    const key = leaves
      .map(idOf)
      .sort((a, b) => a - b)
      .join()
    let number = numbers.get(key)
    if (number === undefined) numbers.set(key, (number = setOf(leaves)))
    return number
  }

  return (node) => {
    const { first, second, none, one } = openingOf(node)
    return {
      first: none ? SET.none : numberOf(first),
      second: none || one ? SET.none : numberOf(second),
    }
  }
}

function union(all: readonly Words[]): Words {
  const words = new Set<Leaf | Shape>()
  for (const some of all) {
    if (some === null) return null
    for (const word of some) words.add(word)
  }
  return words
}

function either(openings: readonly Opening[]): Opening {
  return {
    first: union(openings.map(({ first }) => first)),
    second: union(openings.map(({ second }) => second)),
    none: openings.some(({ none }) => none),
    one: openings.some(({ one }) => one),
  }
}

function follow(a: Opening, b: Opening): Opening {
  if (!a.none && !a.one) return a
  return {
    first: a.none ? union([a.first, b.first]) : a.first,
    second: union([a.second, a.one ? b.first : NOTHING, a.none ? b.second : NOTHING]),
    none: a.none && b.none,
    one: (a.one && b.none) || (a.none && b.one),
  }
}
