import type { Node } from '../lexicon/pattern.js'
import { createGrouping, group } from './groups.js'
import { asksForBorder, type Beginning, type Branches, begins, flatten } from './members.js'
import { OP, type Program, SET } from './program.js'
import { isLeaf, type Leaf, type WordSetsBuilder } from './wordsets.js'

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

/** A set that every match of a sequence meets, so many tokens behind its beginning; {@link SET.none} for none. */
export interface Landmark {
  readonly set: number
  readonly nearest: number
  readonly farthest: number
}

// So many branches of more than one word make a choice worth looking up by the word that stands there.
const MANY = 2

/**
 * Writes patterns as code; equal parts are written once.
 * @param flatOf the single words of a node and its other branches
 * @param landmarkOf what tells at once that a sequence does not begin at a place
 */
export function createEncoder(
  classes: ReadonlyMap<string, readonly Node[]>,
  sets: WordSetsBuilder,
  flatOf: (node: Node) => Branches,
  landmarkOf: (sequence: Node) => Landmark,
) {
  const code: number[] = []
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
      case 'class': {
        const { leaves, others } = flatOf(node)
        return others.length === 0 ? emit(OP.set, sets.of(leaves)) : asClass(numbers.get(node.name)!)
      }
      case 'choice': {
        const { leaves, others } = flatOf(node)
        if (others.length === 0) return emit(OP.set, sets.of(leaves))
        const number = unnamedClass(node.items)
        return number === null
          ? emit(OP.choice, node.items.length, ...node.items.map(encode))
          : asClass(number)
      }
      case 'sequence':
        return emit(
          OP.sequence,
          node.items.length,
          ...landmarkIn(node),
          ...node.items.map((item, i) =>
            part(item.is === 'gap' ? gap(item.most, node.items[i + 1], node.items[i - 1]) : encode(item)),
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
  const asClass = (number: number) => emit(OP.class, number, classSets[number])
  const part = (offset: number) => (code[offset] === OP.set ? 2 * code[offset + 1] + 1 : 2 * offset)
  const landmarkIn = (node: Node) => {
    const { set, nearest, farthest } = landmarkOf(node)
    return [set, nearest, farthest]
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
      unnamed.set(key, number)
      for (const { node, beginning } of all) addMember(number, node, beginning)
    }
    return number
  }
  const branchesOf = (items: readonly Node[]): Branches => {
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
  const gap = (most: number, following: Node | undefined, preceding: Node | undefined): number =>
    emit(
      OP.gap,
      most,
      Number(following === undefined || asksForBorder(following)),
      Number(preceding?.is === 'comma'),
    )

  const classSets = [...classes.values()].map((nodes) => sets.of(flatten(nodes, classes).leaves))
  const memberClasses: number[] = []
  const memberRoots: number[] = []
  const beginnings: Beginning[] = []

  return {
    /** Answers where the code of a node begins. */
    encode,
    encodeClasses(): void {
      for (const [name, nodes] of classes) {
        for (const node of flatten(nodes, classes).others)
          addMember(numbers.get(name)!, node, beginningOf(node))
      }
    },
    /** @param tested as {@link Program} has it */
    done(tested: number): Program {
      const membersBySet = createGrouping()
      const membersByClass = createGrouping()
      const membersAnywhere: number[] = []
      for (const [member, { leaves, classes, anywhere }] of beginnings.entries()) {
        if (anywhere) membersAnywhere.push(member)
        for (const set of new Set(leaves.map((leaf) => sets.of([leaf])))) membersBySet.put(set, member)
        for (const name of new Set(classes)) membersByClass.put(numbers.get(name)!, member)
      }
      return {
        code: Int32Array.from(code),
        sets: sets.done(),
        tested,
        busy: 0,
        classes: classSets.length,
        classesBySet: group(classSets, [...classSets.keys()]),
        memberClasses: Int32Array.from(memberClasses),
        memberRoots: Int32Array.from(memberRoots),
        membersBySet: membersBySet.grouped(),
        membersByClass: membersByClass.grouped(),
        membersAnywhere,
      }
    },
  }
}
