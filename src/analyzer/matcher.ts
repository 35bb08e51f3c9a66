import { createMachine } from './machine.js'
import { type CompiledPatterns, type Goal, unpackGoals } from './program.js'
import type { Reading, Run } from './reading.js'

/** Where a pattern matched; token indices, `to` exclusive. */
export interface Match extends Run {
  /** Index of the pattern in the list the matcher was made of. */
  readonly pattern: number
}

/** Finds patterns in readings. */
export interface Matcher {
  /** Turns to a reading; what is asked next is asked of it. */
  turnTo(reading: Reading): void
  /** Lets go of the reading, so that nothing of a message outlives its analysis. */
  leave(): void
  /** The longest match of each pattern at each place it begins. */
  find(): Match[]
  /** Whether a condition, by its index, matches anywhere within a run of tokens. */
  holds(condition: number, within: Run): boolean
}

/**
 * Makes a matcher of compiled patterns. A pattern is tried only around its anchor, the part of it that is met least
 * often, so that most patterns cost nothing in most messages, however many there are. A match is followed as a set of
 * places: there is no backtracking, and the time is linear in the text.
 */
export function createMatcher({ program, goals: packed, patternOf, asked }: CompiledPatterns): Matcher {
  const goals = unpackGoals(packed)
  const conditions = unpackGoals(asked)
  const unanchored = goals.flatMap(({ anchor }, goal) => (anchor < 0 ? [goal] : []))
  const bySet = goalsBySet(goals, program.sets.count)
  // The sets that patterns ask for besides their anchor, counted from 1: bits of what a sentence holds.
  const besides = new Map<number, number>()
  for (const { also } of goals) if (also >= 0 && !besides.has(also)) besides.set(also, besides.size + 1)
  const held = new Uint32Array((besides.size + 32) >> 5)

  const signalOf = (sets: readonly number[]): Signal => {
    const tried = new Set(sets.flatMap((set) => bySet[set] ?? []))
    const bits = new Map<number, number>()
    for (const set of sets) {
      const number = besides.get(set)
      if (number !== undefined) bits.set(number >> 5, (bits.get(number >> 5) ?? 0) | (1 << (number & 31)))
    }
    return {
      tries: Int32Array.from(
        [...tried].flatMap((goal) => {
          const { root, also, nearest, farthest } = goals[goal]
          return [besides.get(also) ?? 0, goal, root, nearest, farthest]
        }),
      ),
      bits: Int32Array.from([...bits].flat()),
    }
  }
  const machine = createMachine(program, signalOf)

  // The place up to which a goal has been tried; places count on over all readings.
  const tried = new Int32Array(goals.length)
  let base = 1

  let reading: Reading | null = null
  let answers: Map<number, boolean> | null = null

  const find = (): Match[] => {
    const { tokens, sentences } = reading!
    if (base + tokens.length > 0x3fffffff) {
      tried.fill(0)
      base = 1
    }
    const matches: Match[] = []
    const tryAt = (goal: number, root: number, from: number, to: number) => {
      for (let at = Math.max(from, tried[goal] - base); at <= to; at++) {
        const ends = machine.ends(root, at)
        // Bit 0 would be a match of nothing.
        if ((ends & ~1) !== 0)
          matches.push({ pattern: patternOf[goal], from: at, to: at + 31 - Math.clz32(ends) })
      }
      if (tried[goal] <= base + to) tried[goal] = base + to + 1
    }
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]
      held.fill(0)
      // Bit 0 stands for nothing asked besides.
      held[0] = 1
      for (let at = from; at < to; at++) {
        const { bits } = machine.signalAt(at)
        for (let i = 0; i < bits.length; i += 2) held[bits[i]] |= bits[i + 1]
      }
      for (let at = from; at < to; at++) {
        for (let i = 0; i < unanchored.length; i++) tryAt(unanchored[i], goals[unanchored[i]].root, at, at)
        const { tries } = machine.signalAt(at)
        for (let i = 0; i < tries.length; i += 5) {
          const besides = tries[i]
          if (((held[besides >> 5] >> (besides & 31)) & 1) === 0) continue
          tryAt(tries[i + 1], tries[i + 2], Math.max(from, at - tries[i + 4]), at - tries[i + 3])
        }
      }
    }
    base += tokens.length
    return matches
  }

  const occurs = ({ root, anchor }: Goal, { from, to }: Run): boolean => {
    if (anchor >= 0 && !machine.meets(anchor, from, to)) return false
    for (let at = from; at < to; at++) {
      const ends = machine.ends(root, at)
      if (ends !== 0 && 31 - Math.clz32(ends & -ends) <= to - at) return true
    }
    return false
  }

  return {
    turnTo(next) {
      reading = next
      machine.turnTo(next)
    },
    leave() {
      reading = null
      answers = null
      machine.leave()
    },
    find,
    holds(condition, within) {
      // The same question is asked for every hit within a scope; its answer is found once.
      answers ??= new Map()
      const key = (condition * 4096 + within.from) * 4096 + within.to
      let holds = answers.get(key)
      if (holds === undefined) answers.set(key, (holds = occurs(conditions[condition], within)))
      return holds
    },
  }
}

/** What a token does for the search. */
interface Signal {
  /** In turn: the number of a set that must be held besides, or 0; a goal to try; its root, nearest and farthest. */
  readonly tries: Int32Array
  /** In turn: an index into what a sentence holds, and the bits that the token adds there. */
  readonly bits: Int32Array
}

function goalsBySet(goals: readonly Goal[], count: number): (number[] | undefined)[] {
  const bySet: (number[] | undefined)[] = new Array(count)
  goals.forEach(({ anchor }, goal) => {
    if (anchor >= 0) (bySet[anchor] ??= []).push(goal)
  })
  return bySet
}
