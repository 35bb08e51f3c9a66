import type { Node } from '../lexicon/pattern.js'
import type { Language } from '../types.js'
import type { Form } from './forms.js'
import { contractionOf } from './morphology/english.js'
import { fold } from './morphology/fold.js'
import { type PackedLists, packLists, unpackLists } from './packed.js'
import { SET } from './program.js'

/** A part of a pattern that takes one token, wherever it stands. */
export type Leaf = Extract<Node, { is: 'word' | 'exact' | 'words' | 'prefix' | 'suffix' | 'object' }>

/** A part of a pattern that takes one token by its shape, if it stands in the right place. */
export type Shape = Extract<Node, { is: 'noun' | 'abbreviation' }>

const LEAVES: ReadonlySet<Node['is']> = new Set(['word', 'exact', 'words', 'prefix', 'suffix', 'object'])

export function isLeaf(node: Node): node is Leaf {
  return LEAVES.has(node.is)
}

export function isShape(node: Node): node is Shape {
  return node.is === 'noun' || node.is === 'abbreviation'
}

const SHAPE_KEYS = { noun: '<noun>', abbreviation: '<abbreviation>' } as const

/** What stands for a masked part or a number where word sets are asked. */
export const OBJECT_KEYS = {
  mention: '<mention>',
  number: '<number>',
  link: '<link>',
  code: '<code>',
} as const

/** All word sets that patterns name, and which words are in which; plain data. */
export interface WordSets {
  /** Set numbers, from 0 on for sets of more than one word and from {@link SET.firstWord} down for sets of one, by folded word or {@link OBJECT_KEYS}. */
  readonly words: PackedLists
  /** By the word as written. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  /** By the first four letters: the whole beginning and its set. */
  readonly prefixes: ReadonlyMap<string, readonly (readonly [string, number])[]>
  /** By the last four letters. */
  readonly suffixes: ReadonlyMap<string, readonly (readonly [string, number])[]>
}

export type WordSetsBuilder = ReturnType<typeof createWordSets>

/** Collects word sets; equal ones are one. */
export function createWordSets() {
  const words = new Map<string, number[]>()
  const exact = new Map<string, number[]>()
  const prefixes = new Map<string, [string, number][]>()
  const suffixes = new Map<string, [string, number][]>()
  const byNode = new WeakMap<Leaf | Shape, number>()
  const byContent = new Map<string, number>()
  let count = 0
  let single: number = SET.firstWord

  const put = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  const enter = (leaf: Leaf | Shape, set: number): void => {
    if (isShape(leaf)) put(words, SHAPE_KEYS[leaf.is], set)
    else if (leaf.is === 'word') put(words, leaf.key, set)
    else if (leaf.is === 'words') for (const key of leaf.keys) put(words, key, set)
    else if (leaf.is === 'object') put(words, OBJECT_KEYS[leaf.kind], set)
    else if (leaf.is === 'exact') put(exact, leaf.text, set)
    else if (leaf.is === 'prefix') put(prefixes, leaf.part.slice(0, 4), [leaf.part, set])
    else put(suffixes, leaf.part.slice(-4), [leaf.part, set])
  }

  return {
    /** The number of the set of all words that one of the leaves takes. */
    of(leaves: readonly (Leaf | Shape)[]): number {
      const known = leaves.length === 1 ? byNode.get(leaves[0]) : undefined
      if (known !== undefined) return known
      const content = contentOf(leaves)
      let set = byContent.get(content)
      if (set === undefined) {
        set = leaves.every(isWord) && !content.includes(' ') ? single-- : count++
        byContent.set(content, set)
        const plain = new Set<string>()
        for (const leaf of leaves) {
          if (leaf.is === 'word') plain.add(leaf.key)
          else if (leaf.is === 'words') for (const key of leaf.keys) plain.add(key)
          else enter(leaf, set)
        }
        for (const key of plain) put(words, key, set)
      }
      if (leaves.length === 1) byNode.set(leaves[0], set)
      return set
    },
    /** Some sets, those together that share the word which most of them have. */
    neighbours(some: ReadonlySet<number>): number[] {
      const shared = new Map<number, { count: number; place: number }>([...some].map((set) => [set, ALONE]))
      for (const [place, sets] of [...words.values()].entries()) {
        const these = sets.filter((set) => some.has(set))
        for (const set of these)
          if (shared.get(set)!.count < these.length) shared.set(set, { count: these.length, place })
      }
      return [...shared].sort(([, a], [, b]) => b.count - a.count || a.place - b.place).map(([set]) => set)
    },
    /** How many sets of more than one word there are by now. */
    count: () => count,
    done: (): WordSets => ({ words: packLists(words), exact, prefixes, suffixes }),
  }
}

const ALONE = { count: 0, place: 0 }

const isWord = ({ is }: Leaf | Shape) => is === 'word' || is === 'words'

const SIGNS = { exact: '=', prefix: '^', suffix: '$' } as const

// Equal sets have equal content, whichever leaves they were made of.
function contentOf(leaves: readonly (Leaf | Shape)[]): string {
  const parts = leaves.flatMap((leaf): readonly string[] => {
    if (isShape(leaf)) return [SHAPE_KEYS[leaf.is]]
    if (leaf.is === 'prefix' || leaf.is === 'suffix') return [SIGNS[leaf.is] + leaf.part]
    if (leaf.is === 'object') return [OBJECT_KEYS[leaf.kind]]
    return leaf.is === 'exact' ? [SIGNS.exact + leaf.text] : keysOf(leaf)
  })
  return parts.join(' ')
}

/** Answers the sets that a word form is in, and those of a masked part by its key; ascending. */
export function createSetLookup(language: Language, { words, exact, prefixes, suffixes }: WordSets) {
  const ofKey = unpackLists(words)
  return {
    ofForm({ key, text, isNumber, capital, grammar, abbreviation }: Form): number[] {
      const found: number[] = []
      const take = (sets: Iterable<number> | undefined) => {
        for (const set of sets ?? []) found.push(set)
      }
      take(ofKey(key))
      const contraction = language === 'en' ? contractionOf(key) : undefined
      if (contraction !== undefined) take(ofKey(contraction))
      take(exact.get(text))
      if (isNumber) take(ofKey(OBJECT_KEYS.number))
      if (capital && grammar === 0) take(ofKey(SHAPE_KEYS.noun))
      if (abbreviation) take(ofKey(SHAPE_KEYS.abbreviation))
      if (key.length >= 4) {
        for (const [part, set] of prefixes.get(key.slice(0, 4)) ?? [])
          if (key.startsWith(part)) found.push(set)
        for (const [part, set] of suffixes.get(key.slice(-4)) ?? []) if (key.endsWith(part)) found.push(set)
      }
      const sorted = Int32Array.from(found).sort()
      return [...sorted.filter((set, i) => i === 0 || set !== sorted[i - 1])]
    },
    ofObject: (kind: keyof typeof OBJECT_KEYS): readonly number[] => [...ofKey(OBJECT_KEYS[kind])],
  }
}

/** How a leaf is met under its folded words, for counting how common it is. */
export function keysOf(leaf: Leaf | Shape): readonly string[] {
  switch (leaf.is) {
    case 'word':
      return [leaf.key]
    case 'words':
      return leaf.keys
    case 'exact':
      return [fold(leaf.text)]
    default:
      return []
  }
}
