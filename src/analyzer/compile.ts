import type { Node } from '../lexicon/pattern.js'
import { type Anchor, type Commonness, createAnchors } from './anchors.js'
import { createEncoder, type Landmark } from './encoder.js'
import { createFirsts, type Firsts } from './firsts.js'
import { type Branches, flatten } from './members.js'
import { ANYWHERE, type CompiledPatterns, type Goal, LEAD, type Program, packGoals, SET } from './program.js'
import { createWordSets, type Leaf, type Shape } from './wordsets.js'

// From this share of a million words on, a set is met in most sentences and tells little.
const TELLING = 30_000
// A landmark that is more common, of a million words, or may stand in more places is not worth asking for.
const COMMON = 300_000
const WIDEST = 10
const NO_LANDMARK: Landmark = { set: SET.none, nearest: 0, farthest: 0 }

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
  const made = found.map(({ node }, i) => compiler.goal(node, firsts[i]))
  return {
    goals: packGoals(made),
    besides: Int32Array.from(compiler.neighbours(new Set(made.map(({ also }) => also)))),
    patterns: Int32Array.from(found.flatMap(({ patterns }) => patterns)),
    patternsFrom: Int32Array.from(patternsFrom),
    asked: packGoals(asked),
    program: compiler.done(),
  }
}

/** Where matches of a pattern may begin and end, as its own first and last items tell. */
function bordersOf(
  node: Node,
  anchor: Anchor | undefined,
): Pick<Goal, 'lead' | 'fewest' | 'most' | 'question'> {
  const items = node.is === 'sequence' ? node.items : [node]
  const lead = LEADS[items[0].is] ?? LEAD.none
  const last = items.findLastIndex(({ is }) => !MARKS.has(is))
  const marks = items.slice(last + 1).map(({ is }) => is)
  const closes = anchor !== undefined && marks.includes('clause-end')
  return {
    lead,
    fewest: closes ? anchor.after.min : ANYWHERE,
    most: closes ? anchor.after.max : ANYWHERE,
    question: Number(marks.includes('question')),
  }
}

const LEADS: Partial<Record<Node['is'], number>> = {
  'clause-start': LEAD.clause,
  'sentence-start': LEAD.sentence,
}
/** What takes no word, and may stand at the end of a pattern. */
const MARKS: ReadonlySet<Node['is']> = new Set(['clause-end', 'question', 'exclamation'])

function createCompiler(classes: ReadonlyMap<string, readonly Node[]>, commonness: Commonness) {
  const sets = createWordSets()
  const anchors = createAnchors(classes, commonness)
  const flat = new WeakMap<Node, Branches>()
  const flatOf = (node: Node) => {
    let parts = flat.get(node)
    if (!parts) flat.set(node, (parts = flatten([node], classes)))
    return parts
  }
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

  let tested = 0

  const shares = new Map<number, number>()
  const firstsOf = createFirsts(classes, (leaves) => {
    const set = sets.of(leaves)
    shares.set(
      set,
      leaves.reduce((sum, leaf) => sum + anchors.anchorsOf(leaf)[0].share, 0),
    )
    return set
  })
  // The rarest that is met near enough: one of the anchors, or the second word.
  const landmarkOf = (sequence: Node): Landmark => {
    const { second } = firstsOf(sequence)
    let best = NO_LANDMARK
    let lowest = COMMON
    if (second !== SET.none && shares.get(second)! < lowest) {
      lowest = shares.get(second)!
      best = { set: second, nearest: 1, farthest: 1 }
    }
    for (const anchor of anchors.anchorsOf(sequence)) {
      const { min, max, share } = anchor
      const room = max - min + 1
      if (max === 0 || room > WIDEST || share * room >= lowest) continue
      lowest = share * room
      best = { set: setOf(anchor), nearest: min, farthest: max }
    }
    return best
  }
  const encoder = createEncoder(classes, sets, flatOf, landmarkOf)
  const { encode } = encoder

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
      return { first: tells(0) ? SET.none : first, second: tells(1) ? SET.none : second }
    },
    encodeClasses: encoder.encodeClasses,
    /** Sets made from here on are never asked of a token: they only tell what it makes worth trying. */
    endOfTested(): void {
      tested = sets.count()
    },
    goal(node: Node, firsts: Firsts): Goal {
      const [anchor, ...rest] = anchors.anchorsOf(node)
      const also = rest.find(({ share }) => share < TELLING)
      return {
        root: encode(node),
        anchor: anchor ? setOf(anchor) : SET.none,
        nearest: anchor?.min ?? 0,
        farthest: anchor?.max ?? 0,
        also: also ? setOf(also) : SET.none,
        ...firsts,
        ...bordersOf(node, anchor),
      }
    },
    neighbours: sets.neighbours,
    done: (): Program => encoder.done(tested),
  }
}
