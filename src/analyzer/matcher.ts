import type { Language } from '../types.js'
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
 *
 * @param memo as {@link createMachine} has it
 */
export function createMatcher(
  language: Language,
  { program, goals: packed, patterns, patternsFrom, asked }: CompiledPatterns,
  memo: 'form' | 'table' = 'form',
): Matcher {
  const goals = unpackGoals(packed)
  const conditions = unpackGoals(asked)
  const unanchored = goals.flatMap(({ anchor }, goal) => (anchor < 0 ? [goal] : []))
  const bySet = goalsBySet(goals, program.sets.count)
  // The sets that patterns ask for besides their anchor, counted from 1: bits of what a sentence holds.
  const besides = new Map<number, number>()
  for (const { also } of goals) if (also >= 0 && !besides.has(also)) besides.set(also, besides.size + 1)
  const held = new Int32Array(Math.ceil((besides.size + 1) / BITS))

  // One list a token: how many numbers tell what the token adds to what a sentence holds (index and bits, in turn);
  // numbers; and the goals it makes worth trying (what must be held besides, the goal, its root, nearest and farthest,
  // and what a match may begin with).
  const signalOf = (sets: readonly number[]): readonly number[] => {
    const tried = new Set(sets.flatMap((set) => bySet[set] ?? []))
    const bits = new Map<number, number>()
    for (const set of sets) {
      const number = besides.get(set)
      if (number === undefined) continue
      const index = Math.floor(number / BITS)
      bits.set(index, (bits.get(index) ?? 0) | (1 << (number % BITS)))
    }
    const tries = [...tried].flatMap((goal) => {
      const { root, also, nearest, farthest, first } = goals[goal]
      const number = besides.get(also) ?? 0
      return [Math.floor(number / BITS), 1 << (number % BITS), goal, root, nearest, farthest, first]
    })
    return bits.size + tries.length === 0 ? SILENT : [2 * bits.size, ...[...bits].flat(), ...tries]
  }
  const machine = createMachine(language, program, signalOf, memo)

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
    const tryAt = (goal: number, root: number, first: number, from: number, to: number) => {
      for (let at = Math.max(from, tried[goal] - base); at <= to; at++) {
        if (first >= 0 && !machine.isIn(first, at)) continue
        const ends = machine.ends(root, at)
        // Bit 0 would be a match of nothing.
        if ((ends & ~1) === 0) continue
        const end = at + 31 - Math.clz32(ends)
        for (let i = patternsFrom[goal]; i < patternsFrom[goal + 1]; i++)
          matches.push({ pattern: patterns[i], from: at, to: end })
      }
      if (tried[goal] <= base + to) tried[goal] = base + to + 1
    }
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]
      held.fill(0)
      // Bit 0 stands for nothing asked besides.
      held[0] = 1
      for (let at = from; at < to; at++) {
        const signal = machine.signalAt(at)
        const bits = signal[0]
        for (let i = 1; i < bits; i += 2) held[signal[i]] |= signal[i + 1]
      }
      for (let at = from; at < to; at++) {
        for (let i = 0; i < unanchored.length; i++) {
          const { root, first } = goals[unanchored[i]]
          tryAt(unanchored[i], root, first, at, at)
        }
        const signal = machine.signalAt(at)
        for (let i = signal[0] + 1; i < signal.length; i += TRY) {
          if ((held[signal[i]] & signal[i + 1]) === 0) continue
          const nearest = at - signal[i + 4]
          tryAt(signal[i + 2], signal[i + 3], signal[i + 6], Math.max(from, at - signal[i + 5]), nearest)
        }
      }
    }
    base += tokens.length
    return matches
  }

  const occurs = ({ root, anchor, first }: Goal, { from, to }: Run): boolean => {
    if (anchor >= 0 && !machine.meets(anchor, from, to)) return false
    for (let at = from; at < to; at++) {
      if (first >= 0 && !machine.isIn(first, at)) continue
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

// So many bits of a number stay small for the engine.
const BITS = 30
// So many numbers hold a goal worth trying.
const TRY = 7
const SILENT: readonly number[] = [0]

function goalsBySet(goals: readonly Goal[], count: number): (number[] | undefined)[] {
  const bySet: (number[] | undefined)[] = new Array(count)
  goals.forEach(({ anchor }, goal) => {
    if (anchor >= 0) (bySet[anchor] ??= []).push(goal)
  })
  return bySet
}
