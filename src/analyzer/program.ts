import type { WordSets } from './wordsets.js'

/** What one part of a program does at a place; its operands follow it in the code. */
export const OP = {
  /** set: the token is in the set. */
  set: 0,
  any: 1,
  /** class, and the set of its single words */
  class: 2,
  /**
   * count, a set and how far behind the beginning it must be met, at least and at most ({@link NO_SET} for none), then
   * the parts: twice a
   * part's offset, or, as most parts are plain sets, twice the set and one.
   */
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

/** So many sets are kept as bits: they take one line of the processor's cache, and four in five questions are for them. */
export const MOST_BUSY = 512

/** Stands where a set may stand, and is none. */
export const NO_SET = -1

/** Something to be looked for: its place in the code, and what every match of it contains. */
export interface Goal {
  readonly root: number
  /** The set whose words it is looked for by; {@link NO_SET} where it has to be tried everywhere. */
  readonly anchor: number
  /** How far the anchor stands behind the beginning, in tokens. */
  readonly nearest: number
  readonly farthest: number
  /** A further set that must be met in the same sentence; {@link NO_SET} for none. */
  readonly also: number
  /** The sets of all words that a match may begin with, and that may follow; {@link NO_SET} where that is any word, or where the anchor tells. */
  readonly first: number
  readonly second: number
  /** Where it may begin: anywhere, where a clause begins, or where a sentence begins; as {@link LEAD} counts. */
  readonly lead: number
  /**
   * How many tokens may stand behind the anchor up to the end of a clause, at least and at most; both
   * {@link ANYWHERE} where it may end anywhere.
   */
  readonly fewest: number
  readonly most: number
  /** Whether only a question is one: 0 or 1. */
  readonly question: number
}

/** What may begin at a place. */
export const LEAD = { none: 0, clause: 1, sentence: 2 } as const

/** Stands for the tokens behind an anchor where a match need not end with a clause. */
export const ANYWHERE = -1

/** So many numbers hold a goal. */
const GOAL = 11

/** Goals in one row of numbers. */
export function packGoals(goals: readonly Goal[]): Int32Array {
  return Int32Array.from(
    goals.flatMap(({ root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question }) => {
      return [root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question]
    }),
  )
}

export function unpackGoals(packed: Int32Array): Goal[] {
  return Array.from({ length: packed.length / GOAL }, (_, i) => {
    const [root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question] =
      packed.subarray(GOAL * i, GOAL * (i + 1))
    return { root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question }
  })
}

/** Patterns of one language, compiled: plain data. */
export interface Program {
  readonly code: Int32Array
  readonly sets: WordSets
  /** So many sets, from 0 on, are asked of tokens; what follows only tells what a token makes worth trying. */
  readonly tested: number
  /** So many of them, from 0 on, are asked for most, at most {@link MOST_BUSY}; profiles keep them as bits. */
  readonly busy: number
  /** Where present, how often each set is asked for, and how often each place in the code is run, is counted here. */
  readonly counts?: { readonly asked: Uint32Array; readonly ran: Uint32Array }
  /** So many classes there are, unnamed ones included. */
  readonly classes: number
  readonly classesBySet: ReadonlyMap<number, readonly number[]>
  /** Members of all classes that are more than one word: their class and offset. */
  readonly memberClasses: readonly number[]
  readonly memberRoots: readonly number[]
  /** Members that may begin with a set, with a class, or with anything. */
  readonly membersBySet: ReadonlyMap<number, readonly number[]>
  readonly membersByClass: ReadonlyMap<number, readonly number[]>
  readonly membersAnywhere: readonly number[]
}

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
