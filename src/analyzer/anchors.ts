import type { Node } from '../lexicon/pattern.js'
import { keysOf, type Leaf, type Shape } from './wordsets.js'

/** How often words are met, as Zipf frequencies; 0 for unlisted words. */
export type Commonness = (key: string) => number

/** What every match of a pattern contains one of, and how far behind its beginning, in tokens. */
export interface Anchor {
  readonly leaves: readonly (Leaf | Shape)[]
  /** Names of classes whose own anchors serve. */
  readonly classes: readonly string[]
  readonly min: number
  readonly max: number
  /** How many tokens of the match follow it, at least and at most. */
  readonly after: Length
  /** How many of a million words are such an anchor, about. */
  readonly share: number
}

// Of a million words: those with one beginning or end, and masked parts.
const PART = 30
const OBJECT = 3_000
const ABBREVIATION = 5_000
const NOUN = 200_000
const UNLISTED = 0.05

interface Length {
  readonly min: number
  readonly max: number
}

/** Finds, for patterns of one language, the part that is met least often. */
export function createAnchors(classes: ReadonlyMap<string, readonly Node[]>, commonness: Commonness) {
  const anchors = new Map<string, Anchor | null>()
  const lengths = new Map<string, Length>()

  // Equal words are one node.
  const known = new WeakMap<Node, Anchor | null>()
  const anchorOf = (node: Node): Anchor | null => {
    let anchor = known.get(node)
    if (anchor === undefined) known.set(node, (anchor = findAnchor(node)))
    return anchor
  }

  const findAnchor = (node: Node): Anchor | null => {
    switch (node.is) {
      case 'word':
      case 'exact':
      case 'words':
        return leaf(
          node,
          keysOf(node).reduce((all, key) => all + share(key), 0),
        )
      case 'prefix':
      case 'suffix':
        return leaf(node, PART)
      case 'object':
        return leaf(node, OBJECT)
      case 'abbreviation':
        return leaf(node, ABBREVIATION)
      case 'noun':
        return leaf(node, NOUN)
      case 'class': {
        const inner = classAnchor(node.name)
        return inner && { ...inner, leaves: [], classes: [node.name] }
      }
      case 'sequence':
        return sequenceAnchors(node.items)[0] ?? null
      case 'choice':
        return union(node.items.map(anchorOf))
      default:
        return null
    }
  }

  const classAnchor = (name: string): Anchor | null => {
    let anchor = anchors.get(name)
    if (anchor === undefined) {
      anchor = union(classes.get(name)!.map(anchorOf))
      anchors.set(name, anchor)
    }
    return anchor
  }

  // The rarest first.
  const sequenceAnchors = (items: readonly Node[]): Anchor[] => {
    const anchors: Anchor[] = []
    const lengths = items.map(lengthOf)
    items.forEach((item, i) => {
      const found = anchorOf(item)
      if (!found) return
      const before = lengths.slice(0, i).reduce(sum, NOTHING)
      const behind = lengths.slice(i + 1).reduce(sum, NOTHING)
      anchors.push({
        ...found,
        min: before.min + found.min,
        max: before.max + found.max,
        after: { min: behind.min, max: behind.max + lengths[i].max - found.min - 1 },
      })
    })
    return anchors.sort((a, b) => a.share - b.share)
  }

  const lengthOf = (node: Node): Length => {
    switch (node.is) {
      case 'class': {
        let length = lengths.get(node.name)
        if (!length) {
          length = widest(classes.get(node.name)!.map(lengthOf))
          lengths.set(node.name, length)
        }
        return length
      }
      case 'sequence':
        return node.items.map(lengthOf).reduce(sum, NOTHING)
      case 'choice':
        return widest(node.items.map(lengthOf))
      case 'optional':
        return { min: 0, max: lengthOf(node.item).max }
      case 'gap':
        return { min: 0, max: node.most }
      case 'word':
      case 'exact':
      case 'words':
      case 'prefix':
      case 'suffix':
      case 'object':
      case 'any':
      case 'noun':
      case 'abbreviation':
        return { min: 1, max: 1 }
      default:
        return NOTHING
    }
  }

  const share = (key: string) => {
    const zipf = commonness(key)
    return zipf > 0 ? 10 ** (zipf - 3) : UNLISTED
  }

  return {
    /** What every match of a pattern contains one of each, the rarest first; empty where there is nothing. */
    anchorsOf(node: Node): readonly Anchor[] {
      if (node.is === 'sequence') return sequenceAnchors(node.items)
      const anchor = anchorOf(node)
      return anchor ? [anchor] : []
    },
    /** All leaves that an anchor consists of, those of its classes among them. */
    leavesOf(anchor: Anchor): readonly (Leaf | Shape)[] {
      const leaves = new Set(anchor.leaves)
      const seen = new Set<string>()
      const waiting = [...anchor.classes]
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (seen.has(name)) continue
        seen.add(name)
        const inner = classAnchor(name)!
        for (const leaf of inner.leaves) leaves.add(leaf)
        waiting.push(...inner.classes)
      }
      return [...leaves]
    },
  }
}

function leaf(node: Leaf | Shape, share: number): Anchor {
  return { leaves: [node], classes: [], min: 0, max: 0, after: NOTHING, share }
}

function union(anchors: readonly (Anchor | null)[]): Anchor | null {
  if (anchors.includes(null)) return null
  const all = anchors as readonly Anchor[]
  return {
    leaves: all.flatMap(({ leaves }) => leaves),
    classes: all.flatMap(({ classes }) => classes),
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
    after: widest(all.map(({ after }) => after)),
    share: all.reduce((sum, { share }) => sum + share, 0),
  }
}

const NOTHING: Length = { min: 0, max: 0 }

const sum = (a: Length, b: Length): Length => ({ min: a.min + b.min, max: a.max + b.max })

function widest(lengths: readonly Length[]): Length {
  return {
    min: Math.min(...lengths.map(({ min }) => min)),
    max: Math.max(...lengths.map(({ max }) => max)),
  }
}
