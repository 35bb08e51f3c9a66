import type { Node } from '../lexicon/pattern.js'
import { type Anchor, type Commonness, createAnchors } from './anchors.js'
import { createWordSets, isLeaf, isShape, type Leaf, type Shape, type WordSets } from './wordsets.js'

/** What one part of a program does at a place; its operands follow it in the code. */
export const OP = {
  /** set: the token is in the set. */
  set: 0,
  any: 1,
  /** class */
  class: 2,
  /** count, then the offsets of the parts. */
  sequence: 3,
  /** count, then the offsets of the branches. */
  choice: 4,
  /** offset */
  optional: 5,
  /** offset */
  not: 6,
  /** most, whether a border may follow, whether it begins behind a border. */
  gap: 7,
  comma: 8,
  clauseStart: 9,
  clauseEnd: 10,
  sentenceStart: 11,
  question: 12,
  exclamation: 13,
  reply: 14,
  noun: 15,
  abbreviation: 16,
} as const

const MARKERS = {
  any: OP.any,
  comma: OP.comma,
  'clause-start': OP.clauseStart,
  'clause-end': OP.clauseEnd,
  'sentence-start': OP.sentenceStart,
  question: OP.question,
  exclamation: OP.exclamation,
  reply: OP.reply,
  noun: OP.noun,
  abbreviation: OP.abbreviation,
} as const

/** Something to be looked for: its place in the code, and what every match of it contains. */
export interface Goal {
  readonly root: number
  /** The set whose words it is looked for by; -1 where it has to be tried everywhere. */
  readonly anchor: number
  /** How far the anchor stands behind the beginning, in tokens. */
  readonly nearest: number
  readonly farthest: number
  /** A further set that must be met in the same sentence; -1 for none. */
  readonly also: number
  /** A set that must be met in the same message, since all its rules need company; -1 for none. */
  readonly gate: number
}

/** So many numbers hold a goal. */
const GOAL = 6

function packGoals(goals: readonly Goal[]): Int32Array {
  return Int32Array.from(
    goals.flatMap(({ root, anchor, nearest, farthest, also, gate }) => [
      root,
      anchor,
      nearest,
      farthest,
      also,
      gate,
    ]),
  )
}

export function unpackGoals(packed: Int32Array): Goal[] {
  return Array.from({ length: packed.length / GOAL }, (_, i) => {
    const [root, anchor, nearest, farthest, also, gate] = packed.subarray(GOAL * i, GOAL * (i + 1))
    return { root, anchor, nearest, farthest, also, gate }
  })
}

/** Patterns of one language, compiled: plain data. */
export interface Program {
  readonly code: Int32Array
  readonly sets: WordSets
  /** By class: the set of its single words. */
  readonly classSets: readonly number[]
  readonly classesBySet: ReadonlyMap<number, readonly number[]>
  /** Members of all classes that are more than one word: their class and offset. */
  readonly memberClasses: readonly number[]
  readonly memberRoots: readonly number[]
  /** Members that may begin with a set, with a class, or with anything. */
  readonly membersBySet: ReadonlyMap<number, readonly number[]>
  readonly membersByClass: ReadonlyMap<number, readonly number[]>
  readonly membersAnywhere: readonly number[]
}

// From this share of a million words on, a set is met in most sentences and tells little.
const TELLING = 30_000

/** Patterns and conditions of one language, ready to be looked for: plain data. */
export interface CompiledPatterns {
  readonly program: Program
  /** Packed; a pattern may be looked for in several ways. */
  readonly goals: Int32Array
  /** The indices of the patterns that a goal stands for, goal by goal, and where those of each begin. */
  readonly patterns: Int32Array
  readonly patternsFrom: Int32Array
  readonly asked: Int32Array
}

/**
 * @param needs of each pattern, conditions of which one must match in the message; none where it is not asked for
 * @param commonness decides which part of a pattern is its anchor
 */
export function compilePatterns(
  patterns: readonly Node[],
  needs: readonly (readonly Node[])[],
  conditions: readonly Node[],
  classes: ReadonlyMap<string, readonly Node[]>,
  commonness: Commonness,
): CompiledPatterns {
  const compiler = createCompiler(classes, commonness)
  // Rules repeat patterns with other conditions: what has one root is looked for once.
  const goals = new Map<number, { goal: Goal; patterns: number[] }>()
  patterns.forEach((node, pattern) => {
    for (const goal of compiler.goals(node)) {
      const known = goals.get(goal.root)
      if (!known) goals.set(goal.root, { goal, patterns: [pattern] })
      else if (known.patterns.at(-1) !== pattern) known.patterns.push(pattern)
    }
  })
  const found = [...goals.values()]
  const patternsFrom = [0]
  for (const { patterns } of found) patternsFrom.push(patternsFrom.at(-1)! + patterns.length)
  return {
    goals: packGoals(
      found.map(({ goal, patterns }) => ({
        ...goal,
        gate: compiler.gate(patterns.map((pattern) => needs[pattern])),
      })),
    ),
    patterns: Int32Array.from(found.flatMap(({ patterns }) => patterns)),
    patternsFrom: Int32Array.from(patternsFrom),
    asked: packGoals(conditions.map(compiler.goal)),
    program: compiler.done(),
  }
}

function createCompiler(classes: ReadonlyMap<string, readonly Node[]>, commonness: Commonness) {
  const code: number[] = []
  const sets = createWordSets()
  const anchors = createAnchors(classes, commonness)
  const numbers = new Map([...classes.keys()].map((name, number) => [name, number]))
  const offsets = new WeakMap<Node, number>()
  const byContent = new Map<string, number>()

  const emit = (...operands: number[]): number => {
    const content = operands.join()
    let offset = byContent.get(content)
    if (offset === undefined) {
      offset = code.push(...operands) - operands.length
      byContent.set(content, offset)
    }
    return offset
  }
  const encode = (node: Node): number => {
    let offset = offsets.get(node)
    if (offset === undefined) offsets.set(node, (offset = write(node)))
    return offset
  }
  const write = (node: Node): number => {
    if (isLeaf(node)) return emit(OP.set, sets.of([node]))
    switch (node.is) {
      case 'class':
        return emit(OP.class, numbers.get(node.name)!)
      case 'choice':
        return node.items.every(isLeaf)
          ? emit(OP.set, sets.of(node.items))
          : emit(OP.choice, node.items.length, ...node.items.map(encode))
      case 'sequence':
        return emit(
          OP.sequence,
          node.items.length,
          ...node.items.map((item, i) =>
            item.is === 'gap' ? gap(item.most, node.items[i + 1], node.items[i - 1]) : encode(item),
          ),
        )
      case 'optional':
        return emit(OP.optional, encode(node.item))
      case 'not':
        return emit(OP.not, encode(node.item))
      case 'gap':
        return gap(node.most, undefined, undefined)
      default:
        return emit(MARKERS[node.is])
    }
  }
  const gap = (most: number, following: Node | undefined, preceding: Node | undefined): number =>
    emit(
      OP.gap,
      most,
      Number(following === undefined || asksForBorder(following)),
      Number(preceding?.is === 'comma'),
    )

  const anchorSets = new Map<string | Leaf | Shape, number>()
  const setOf = (anchor: Anchor): number => {
    const only =
      anchor.classes.length + anchor.leaves.length === 1 ? (anchor.classes[0] ?? anchor.leaves[0]) : undefined
    let set = only === undefined ? undefined : anchorSets.get(only)
    if (set === undefined) {
      set = sets.of(anchors.leavesOf(anchor))
      if (only !== undefined) anchorSets.set(only, set)
    }
    return set
  }

  const classSets: number[] = []
  const classesBySet = new Map<number, number[]>()
  const memberClasses: number[] = []
  const memberRoots: number[] = []
  const membersBySet = new Map<number, number[]>()
  const membersByClass = new Map<number, number[]>()
  const membersAnywhere: number[] = []
  const put = (map: Map<number, number[]>, key: number, member: number) => {
    const list = map.get(key)
    if (!list) map.set(key, [member])
    else if (!list.includes(member)) list.push(member)
  }
  for (const [name, nodes] of classes) {
    const { leaves, others } = flatten(nodes, classes)
    const single = sets.of(leaves)
    put(classesBySet, single, classSets.push(single) - 1)
    for (const node of others) {
      const member = memberRoots.push(encode(node)) - 1
      memberClasses.push(numbers.get(name)!)
      const beginning: Beginning = { leaves: [], classes: [], anywhere: false }
      if (begins(node, beginning) || beginning.anywhere) membersAnywhere.push(member)
      for (const leaf of beginning.leaves) put(membersBySet, sets.of([leaf]), member)
      for (const inner of beginning.classes) put(membersByClass, numbers.get(inner)!, member)
    }
  }

  const goal = (node: Node): Goal => {
    const [first, ...rest] = anchors.anchorsOf(node)
    const also = rest.find(({ share }) => share < TELLING)
    return {
      root: encode(node),
      anchor: first ? setOf(first) : -1,
      nearest: first?.min ?? 0,
      farthest: first?.max ?? 0,
      also: also ? setOf(also) : -1,
      gate: -1,
    }
  }

  return {
    goal,
    /** The set that a message must meet where each of some rules needs one of its conditions; -1 where that cannot be told. */
    gate(needs: readonly (readonly Node[])[]): number {
      if (needs.some((conditions) => conditions.length === 0)) return -1
      const leaves = new Set<Leaf | Shape>()
      for (const condition of new Set(needs.flat())) {
        const [first] = anchors.anchorsOf(condition)
        if (!first) return -1
        for (const leaf of anchors.leavesOf(first)) leaves.add(leaf)
      }
      return sets.of([...leaves])
    },
    /** One goal for each branch of a pattern that is a choice or class, so that each is looked for by its own anchor. */
    goals(node: Node): Goal[] {
      const { leaves, others } = flatten([node], classes)
      return [...(leaves.length > 0 ? [{ is: 'choice', items: leaves } as const] : []), ...others].map(goal)
    },
    done(): Program {
      return {
        code: Int32Array.from(code),
        sets: sets.done(),
        classSets,
        classesBySet,
        memberClasses,
        memberRoots,
        membersBySet,
        membersByClass,
        membersAnywhere,
      }
    },
  }
}

/** The single words of a class, and its other members; classes that are members are taken apart. */
function flatten(
  nodes: readonly Node[],
  classes: ReadonlyMap<string, readonly Node[]>,
): { leaves: Leaf[]; others: Node[] } {
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

interface Beginning {
  readonly leaves: (Leaf | Shape)[]
  readonly classes: string[]
  /** Whether it may begin with any word. */
  anywhere: boolean
}

// Collects what a node may begin with; answers whether it may match nothing, so that what follows may begin too.
function begins(node: Node, beginning: Beginning): boolean {
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

function asksForBorder(node: Node): boolean {
  if (node.is === 'comma' || node.is === 'clause-end') return true
  if (node.is === 'choice') return node.items.some(asksForBorder)
  if (node.is === 'sequence') return asksForBorder(node.items[0])
  // What may be left out may leave the gap at the end.
  return node.is === 'optional'
}
