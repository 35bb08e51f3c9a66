import type { Grouped } from './groups.js'
import type { WordSets } from './wordsets.js'

/**
 * What one part of a program does at a place; its operands follow it in the code.
 *
 * A `const enum`, as are the other numbers that the matching is full of: the build writes them out, for to look up an
 * import at every step takes longer than most steps.
 */
export const enum OP {
  /** set: the token is in the set. */
  set,
  any,
  /** class, and the set of its single words */
  class,
  /**
   * count, a set and how far behind the beginning it must be met, at least and at most ({@link SET.none} for none),
   * then the parts: twice a part's offset, or, as most parts are plain sets, twice the set and one.
   */
  sequence,
  comma,
  clauseStart,
  sentenceStart,
  noun,
  abbreviation,
  /** count, then the offsets of the branches. This one and those that follow may hold behind the last token. */
  choice,
  /** offset */
  optional,
  /** offset */
  not,
  /** most, whether a border may follow, whether it begins behind a border. */
  gap,
  clauseEnd,
  question,
  exclamation,
  reply,
}

/** Sets of words. */
export const enum SET {
  /** Stands where a set may stand, and is none. */
  none = -1,
  /** This number and those below stand for sets of one word: most sets are, and asking for them is comparing two numbers. */
  firstWord = -2,
  /** So many sets at most are kept as bits: of those, asking takes one look at memory. */
  mostBusy = 1088,
}

/** A match spans at most so many tokens. */
export const enum MATCH {
  longest = 31,
}

/** Something to be looked for: its place in the code, and what every match of it contains. */
export interface Goal {
  readonly root: number
  /** The set whose words it is looked for by; {@link SET.none} where it has to be tried everywhere. */
  readonly anchor: number
  /** How far the anchor stands behind the beginning, in tokens. */
  readonly nearest: number
  readonly farthest: number
  /** A further set that must be met in the same sentence; {@link SET.none} for none. */
  readonly also: number
  /** The sets of all words that a match may begin with, and that may follow; {@link SET.none} where that is any word, or where the anchor tells. */
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

/** What begins at a place. */
export const enum LEAD {
  none,
  clause,
  sentence,
}

/** Stands for the tokens behind an anchor where a match need not end with a clause. */
export const ANYWHERE = -1

/** So many numbers hold a goal. */
const GOAL = 11

/** Goals in one row of numbers. */
export function packGoals(goals: readonly Goal[]): Int32Array {
  return Int32Array.from(
    goals.flatMap(
      ({ root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question }) => {
        return [root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question]
      },
    ),
  )
}

export function unpackGoals(packed: Int32Array): Goal[] {
  return Array.from({ length: packed.length / GOAL }, (_, i) => goalAt(packed, i))
}

/** One of them. */
export function goalAt(packed: Int32Array, i: number): Goal {
  const [root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question] =
    packed.subarray(GOAL * i, GOAL * (i + 1))
  return { root, anchor, nearest, farthest, also, first, second, lead, fewest, most, question }
}

/** Patterns of one language, compiled: plain data. */
export interface Program {
  readonly code: Int32Array
  readonly sets: WordSets
  /** So many sets, from 0 on, are asked of tokens; what follows only tells what a token makes worth trying. */
  readonly tested: number
  /** So many of them, from 0 on, are asked for most, at most {@link SET.mostBusy}; profiles keep them as bits. */
  readonly busy: number
  /** Where present, how often each set is asked for, and how often each place in the code is run, is counted here. */
  readonly counts?: { readonly asked: Uint32Array; readonly ran: Uint32Array }
  /** So many classes there are, unnamed ones included. */
  readonly classes: number
  readonly classesBySet: Grouped
  /** Members of all classes that are more than one word: their class and offset. */
  readonly memberClasses: Int32Array
  readonly memberRoots: Int32Array
  /** Members that may begin with a set, with a class, or with anything. */
  readonly membersBySet: Grouped
  readonly membersByClass: Grouped
  readonly membersAnywhere: readonly number[]
}

/** Patterns and conditions of one language, ready to be looked for: plain data. */
export interface CompiledPatterns {
  readonly program: Program
  /** Packed; a pattern may be looked for in several ways. */
  readonly goals: Int32Array
  /** All that goals ask for besides their anchor, {@link SET.none} among it: sets of the same words together. */
  readonly besides: Int32Array
  /** The indices of the patterns that a goal stands for, goal by goal, and where those of each begin. */
  readonly patterns: Int32Array
  readonly patternsFrom: Int32Array
  readonly asked: Int32Array
}
