import type { Node } from '../lexicon/pattern.js'
import { fold } from './morphology/fold.js'
import type { Token } from './reading.js'
import { type Ascending, merge, NONE } from './sets.js'

/** Which patterns may begin with which word. */
export interface Beginnings {
  readonly words: Map<string, number[]>
  /** By the first four letters. */
  readonly prefixes: Map<string, number[]>
  /** By the last four letters. */
  readonly suffixes: Map<string, number[]>
  readonly objects: Map<string, number[]>
  /** By the name of the class they begin with; empty where classes were entered. */
  readonly classes: Map<string, number[]>
  /** Patterns that may begin with any word. */
  readonly anywhere: number[]
}

/**
 * Indexes patterns by what they may begin with.
 * @param entered classes whose members stand for them; without it a class is one beginning
 */
export function indexByBeginning(
  patterns: readonly Node[],
  entered?: ReadonlyMap<string, readonly Node[]>,
): Beginnings {
  const index: Beginnings = {
    words: new Map(),
    prefixes: new Map(),
    suffixes: new Map(),
    objects: new Map(),
    classes: new Map(),
    anywhere: [],
  }
  const singles: number[][] = []
  const add = (map: Map<string, number[]>, key: string, pattern: number) => {
    const list = map.get(key)
    // Most words begin one pattern; they share its list.
    if (!list) map.set(key, (singles[pattern] ??= [pattern]))
    else if (list.length === 1 && list[0] !== pattern) map.set(key, [list[0], pattern])
    else if (list.at(-1) !== pattern) list.push(pattern)
  }
  // Answers whether the node may match nothing, so that what follows may begin too.
  const enter = (node: Node, pattern: number, seen: Set<string>): boolean => {
    switch (node.is) {
      case 'word':
        add(index.words, node.key, pattern)
        return false
      case 'exact':
        add(index.words, fold(node.text), pattern)
        return false
      case 'words':
        for (const key of node.keys) add(index.words, key, pattern)
        return false
      case 'prefix':
        add(index.prefixes, node.part.slice(0, 4), pattern)
        return false
      case 'suffix':
        add(index.suffixes, node.part.slice(-4), pattern)
        return false
      case 'object':
        add(index.objects, node.kind, pattern)
        return false
      case 'class':
        if (!entered) add(index.classes, node.name, pattern)
        else if (!seen.has(node.name)) {
          seen.add(node.name)
          for (const member of entered.get(node.name)!) enter(member, pattern, seen)
        }
        return false
      case 'choice':
        return node.items.map((item) => enter(item, pattern, seen)).some(Boolean)
      case 'optional':
        enter(node.item, pattern, seen)
        return true
      case 'sequence':
        return node.items.every((item) => enter(item, pattern, seen))
      case 'any':
      case 'gap':
        if (index.anywhere.at(-1) !== pattern) index.anywhere.push(pattern)
        return false
      default:
        return true
    }
  }
  for (const [pattern, node] of patterns.entries()) {
    const free = enter(node, pattern, new Set())
    if (free && index.anywhere.at(-1) !== pattern) index.anywhere.push(pattern)
  }
  return index
}

/** The patterns that may begin with a token, ascending, but for those that begin with a class or anywhere. */
export function candidates(index: Beginnings, { key, kind }: Token): Ascending {
  if (kind !== 'word' && kind !== 'number') return index.objects.get(kind) ?? NONE
  const found = index.words.get(key) ?? NONE
  const isLong = key.length >= 4
  const byPrefix = isLong && index.prefixes.size > 0 ? index.prefixes.get(key.slice(0, 4)) : undefined
  const bySuffix = isLong && index.suffixes.size > 0 ? index.suffixes.get(key.slice(-4)) : undefined
  const byObject = kind === 'number' ? index.objects.get(kind) : undefined
  return byPrefix || bySuffix || byObject
    ? merge(found, byPrefix ?? NONE, bySuffix ?? NONE, byObject ?? NONE)
    : found
}
