import type { Node } from '../lexicon/pattern.js'
import { type Anchor, type Commonness, createAnchors } from './anchors.js'
import { createFirsts, type Firsts } from './firsts.js'
import { asksForBorder, type Beginning, begins, flatten } from './members.js'
import { type CompiledPatterns, type Goal, NO_SET, OP, type Program, packGoals } from './program.js'
import { createWordSets, isLeaf, isShape, type Leaf, type Shape } from './wordsets.js'

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
// So many branches of more than one word make a choice worth looking up by the word that stands there.
const MANY = 2

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
  // What is tried most often comes first, so that it lies close together in memory.
  const looked = patterns
    .flatMap((node, pattern) => compiler.branches(node).map((branch) => ({ ...branch, pattern })))
    .sort((a, b) => b.heat - a.heat)
  // Rules repeat patterns with other conditions: what has one root is looked for once.
  const goals = new Map<number, { node: Node; patterns: number[] }>()
  for (const { node, pattern } of looked) {
    const root = compiler.encode(node)
    const known = goals.get(root)
    if (!known) goals.set(root, { node, patterns: [pattern] })
    else if (!known.patterns.includes(pattern)) known.patterns.push(pattern)
  }
  const found = [...goals.values()]
  const patternsFrom = [0]
  for (const { patterns } of found) patternsFrom.push(patternsFrom.at(-1)! + patterns.length)
  const firsts = found.map(({ node }) => compiler.firsts(node))
  compiler.encodeClasses()
  const asked = conditions.map((node) => compiler.goal(node, compiler.firsts(node)))
  compiler.endOfTested()
  return {
    goals: packGoals(found.map(({ node }, i) => compiler.goal(node, firsts[i]))),
    patterns: Int32Array.from(found.flatMap(({ patterns }) => patterns)),
    patternsFrom: Int32Array.from(patternsFrom),
    asked: packGoals(asked),
    program: compiler.done(),
  }
}

function createCompiler(classes: ReadonlyMap<string, readonly Node[]>, commonness: Commonness) {
  const code: number[] = []
  const sets = createWordSets()
  const anchors = createAnchors(classes, commonness)
  const numbers = new Map([...classes.keys()].map((name, number) => [name, number]))
  const offsets = new WeakMap<Node, number>()
  const flat = new WeakMap<Node, ReturnType<typeof flatten>>()
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
  const flatOf = (node: Node) => {
    let parts = flat.get(node)
    if (!parts) flat.set(node, (parts = flatten([node], classes)))
    return parts
  }
  const encode = (node: Node): number => {
    let offset = offsets.get(node)
    if (offset === undefined) offsets.set(node, (offset = write(node)))
    return offset
  }
  const write = (node: Node): number => {
    if (isLeaf(node)) return emit(OP.set, sets.of([node]))
    switch (node.is) {
      case 'class': {
        const { leaves, others } = flatOf(node)
        return others.length === 0 ? emit(OP.set, sets.of(leaves)) : emit(OP.class, numbers.get(node.name)!)
      }
      case 'choice': {
        const { leaves, others } = flatOf(node)
        if (others.length === 0) return emit(OP.set, sets.of(leaves))
        const number = unnamedClass(node.items)
        return number === null
          ? emit(OP.choice, node.items.length, ...node.items.map(encode))
          : emit(OP.class, number)
      }
      case 'sequence':
        return emit(
          OP.sequence,
          node.items.length,
          ...landmark(node.items),
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
  // Of a choice of many branches only those are tried that may begin with the word that stands there, as with classes.
  const unnamed = new Map<string, number>()
  const unnamedClass = (items: readonly Node[]): number | null => {
    const { leaves, others } = branchesOf(items)
    if (others.length < MANY) return null
    const all = others.map((node) => ({ node, beginning: beginningOf(node) }))
    if (all.some(({ beginning }) => beginning.anywhere)) return null
    const single = sets.of(leaves)
    const key = [single, ...others.map(encode)].join()
    let number = unnamed.get(key)
    if (number === undefined) {
      number = classSets.push(single) - 1
      classMarks.push(sets.mark())
      unnamed.set(key, number)
      for (const { node, beginning } of all) addMember(number, node, beginning)
    }
    return number
  }
  const branchesOf = (items: readonly Node[]): { leaves: Leaf[]; others: Node[] } => {
    const leaves: Leaf[] = []
    const others: Node[] = []
    for (const item of items) {
      const parts = item.is === 'choice' ? branchesOf(item.items) : flatOf(item)
      leaves.push(...(item.is === 'choice' || parts.others.length === 0 ? parts.leaves : []))
      others.push(...(item.is === 'choice' ? parts.others : parts.others.length > 0 ? [item] : []))
    }
    return { leaves, others }
  }
  const beginningOf = (node: Node): Beginning => {
    const beginning: Beginning = { leaves: [], classes: [], anywhere: false }
    if (begins(node, beginning)) beginning.anywhere = true
    return beginning
  }
  const addMember = (number: number, node: Node, beginning: Beginning): void => {
    memberRoots.push(encode(node))
    memberClasses.push(number)
    beginnings.push(beginning)
  }
  // The rarest word that stands at a fixed place behind the beginning.
  const landmark = (items: readonly Node[]): [set: number, distance: number] => {
    let best: { node: Node; distance: number; share: number } | undefined
    for (const [distance, node] of items.entries()) {
      if (isShape(node) || node.is === 'any') continue
      const { leaves, others } = flatOf(node)
      if (leaves.length === 0 || others.length > 0) break
      const share = anchors.anchorsOf(node)[0]?.share ?? 0
      if (distance > 0 && share < (best?.share ?? Number.POSITIVE_INFINITY)) best = { node, distance, share }
    }
    return best ? [sets.of(flatOf(best.node).leaves), best.distance] : [NO_SET, 0]
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

  const classMarks = [...classes].map(() => sets.mark())
  const classSets = [...classes.values()].map((nodes) => sets.of(flatten(nodes, classes).leaves))
  const memberClasses: number[] = []
  const memberRoots: number[] = []
  const beginnings: Beginning[] = []
  let tested = 0

  const firstsOf = createFirsts(classes, (leaves) => sets.of(leaves))

  return {
    encode,
    /** The branches of a pattern that is a choice or class, so that each is looked for by its own anchor. */
    branches(node: Node): { node: Node; heat: number }[] {
      const { leaves, others } = flatOf(node)
      const nodes = leaves.length > 0 ? [{ is: 'choice', items: leaves } as const, ...others] : others
      return nodes.map((node) => ({
        node,
        heat: anchors.anchorsOf(node)[0]?.share ?? Number.POSITIVE_INFINITY,
      }))
    },
    /** The sets of all words that a match may begin with, unless the anchor tells. */
    firsts(node: Node): Firsts {
      const [anchor] = anchors.anchorsOf(node)
      const { first, second } = firstsOf(node)
      const tells = (place: number) => anchor?.min === place && anchor.max === place
      return { first: tells(0) ? NO_SET : first, second: tells(1) ? NO_SET : second }
    },
    encodeClasses(): void {
      for (const [name, nodes] of classes) {
        for (const node of flatten(nodes, classes).others)
          addMember(numbers.get(name)!, node, beginningOf(node))
      }
    },
    /** Sets made from here on are never asked of a token: they only tell what it makes worth trying. */
    endOfTested(): void {
      tested = sets.count()
    },
    goal(node: Node, firsts: Firsts): Goal {
      const [anchor, ...rest] = anchors.anchorsOf(node)
      const also = rest.find(({ share }) => share < TELLING)
      return {
        root: encode(node),
        anchor: anchor ? setOf(anchor) : NO_SET,
        nearest: anchor?.min ?? 0,
        farthest: anchor?.max ?? 0,
        also: also ? setOf(also) : NO_SET,
        ...firsts,
      }
    },
    done(): Program {
      const membersBySet = new Map<number, number[]>()
      const membersByClass = new Map<number, number[]>()
      const classesBySet = new Map<number, number[]>()
      const membersAnywhere: number[] = []
      const put = (map: Map<number, number[]>, key: number, value: number) => {
        const list = map.get(key)
        if (!list) map.set(key, [value])
        else if (!list.includes(value)) list.push(value)
      }
      for (const [number, set] of classSets.entries()) put(classesBySet, set, number)
      for (const [member, { leaves, classes, anywhere }] of beginnings.entries()) {
        if (anywhere) membersAnywhere.push(member)
        for (const leaf of leaves) put(membersBySet, sets.of([leaf]), member)
        for (const name of classes) put(membersByClass, numbers.get(name)!, member)
      }
      return {
        code: Int32Array.from(code),
        sets: sets.done(),
        tested,
        classSets,
        classMarks,
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
