import type { Node } from '../lexicon/pattern.js'
import { Groups } from './groups.js'
import type { Program } from './program.js'
import { isLeaf, isShape, type Leaf, type Shape } from './wordsets.js'

/** What may stand where a class or choice stands. */
export interface Branches {
  readonly leaves: Leaf[]
  readonly others: Node[]
}

/** The single words of a class, and its other members; classes that are members are taken apart. */
export function flatten(nodes: readonly Node[], classes: ReadonlyMap<string, readonly Node[]>): Branches {
  const leaves = new Set<Leaf>()
  const others = new Set<Node>()
  const seen = new Set<string>()
  const take = (node: Node): void => {
    if (isLeaf(node)) {
      leaves.add(node)
      return
    }
    switch (node.is) {
      case 'class':
        if (seen.has(node.name)) return
        seen.add(node.name)
        classes.get(node.name)!.forEach(take)
        return
      case 'choice':
        node.items.forEach(take)
        return
      default:
        others.add(node)
    }
  }
  nodes.forEach(take)
  return { leaves: [...leaves], others: [...others] }
}

/** What a node may begin with. */
export interface Beginning {
  readonly leaves: (Leaf | Shape)[]
  readonly classes: string[]
  /** Whether it may begin with any word. */
  anywhere: boolean
}

/** Collects what a node may begin with; answers whether it may match nothing, so that what follows may begin too. */
export function begins(node: Node, beginning: Beginning): boolean {
  if (isLeaf(node) || isShape(node)) {
    beginning.leaves.push(node)
    return false
  }
  switch (node.is) {
    case 'class':
      beginning.classes.push(node.name)
      return false
    case 'choice':
      return node.items.map((item) => begins(item, beginning)).some(Boolean)
    case 'optional':
      begins(node.item, beginning)
      return true
    case 'sequence':
      return node.items.every((item) => begins(item, beginning))
    case 'any':
    case 'gap':
      beginning.anywhere = true
      return false
    default:
      return true
  }
}

/** Whether a node may hold only where a clause ends. */
export function asksForBorder(node: Node): boolean {
  if (node.is === 'comma' || node.is === 'clause-end') return true
  if (node.is === 'choice') return node.items.some(asksForBorder)
  if (node.is === 'sequence') return asksForBorder(node.items[0])
  // What may be left out may leave the gap at the end.
  return node.is === 'optional'
}

/**
 * Answers, for a token in some sets, the members of classes that it may begin, by class: those that begin with one of
 * the sets, and those that begin with a class which it may begin.
 */
export function createBeginnings(program: Program) {
  const membersBySet = new Groups(program.membersBySet)
  const membersByClass = new Groups(program.membersByClass)
  const classesBySet = new Groups(program.classesBySet)
  return {
    /** Whether it matters that a token is in a set. */
    tells: (set: number): boolean => membersBySet.has(set) || classesBySet.has(set),
    begunBy(sets: readonly number[]): ReadonlyMap<number, readonly number[]> {
      const found = new Map<number, number[]>()
      const taken = new Set<number>()
      const opened = new Set<number>()
      const waiting: number[] = [...program.membersAnywhere]
      const open = (number: number) => {
        if (opened.has(number)) return
        opened.add(number)
        waiting.push(...membersByClass.of(number))
      }
      for (const set of sets) {
        waiting.push(...membersBySet.of(set))
        classesBySet.of(set).forEach(open)
      }
      for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
        if (taken.has(member)) continue
        taken.add(member)
        const number = program.memberClasses[member]
        const list = found.get(number)
        if (list) list.push(program.memberRoots[member])
        else found.set(number, [program.memberRoots[member]])
        open(number)
      }
      return found
    },
  }
}
