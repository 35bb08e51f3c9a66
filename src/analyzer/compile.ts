import type { Node } from '../lexicon/pattern.js'
import { type Anchor, type Commonness, createAnchors } from './anchors.js'
import { createFirsts } from './firsts.js'
import { asksForBorder, type Beginning, begins, flatten } from './members.js'
import { type CompiledPatterns, type Goal, OP, type Program, packGoals } from './program.js'
import { createWordSets, isLeaf, type Leaf, type Shape } from './wordsets.js'

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

// From this share of a million words on, a set is met in most sentences and tells little.
const TELLING = 30_000

/**
 * @param commonness decides which part of a pattern is its anchor
 */
export function compilePatterns(
  patterns: readonly Node[],
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
    goals: packGoals(found.map(({ goal }) => goal)),
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

  const firsts = createFirsts(classes, (leaves) => sets.of(leaves))
  const goal = (node: Node): Goal => {
    const [anchor, ...rest] = anchors.anchorsOf(node)
    const also = rest.find(({ share }) => share < TELLING)
    return {
      root: encode(node),
      anchor: anchor ? setOf(anchor) : -1,
      nearest: anchor?.min ?? 0,
      farthest: anchor?.max ?? 0,
      also: also ? setOf(also) : -1,
      first: anchor && anchor.max === 0 ? -1 : firsts(node),
    }
  }

  return {
    goal,
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
