import type { Language } from '../types.js'
import { createMachine } from './machine.js'
import { type CompiledPatterns, type Goal, NO_SET, unpackGoals } from './program.js'
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
  const unanchored = goals.flatMap(({ anchor }, goal) => (anchor === NO_SET ? [goal] : []))
  const bySet = goalsBySet(goals)
  // The sets that patterns ask for besides their anchor, counted from 1: bits of what a sentence holds. Bit 0 stands
  // for nothing asked.
  const besides = new Map<number, number>()
  for (const { also } of goals) if (also !== NO_SET && !besides.has(also)) besides.set(also, besides.size + 1)
  const held = new Int32Array((besides.size + 32) >> 5)

  // What a goal takes to be tried, in one row of numbers; the last is the place up to which it has been tried, and
  // places count on over all readings.
  const table = Int32Array.from(
    goals.flatMap(({ root, nearest, farthest, first, second }, goal) => {
      return [root, nearest, farthest, first, second, patternsFrom[goal], patternsFrom[goal + 1], 0]
    }),
  )
  let base = 1

  // What tokens mean: how many numbers tell what one adds to what a sentence holds (index and bits, in turn), how many
  // tell the goals that it makes worth trying (what must be held besides, and the goal), and the numbers.
  const signals = createPool()
  const silent = signals.add([0, 0])
  const signalOf = (sets: readonly number[]): number => {
    const tried = new Set(sets.flatMap((set) => bySet.get(set) ?? []))
    const bits = new Map<number, number>()
    for (const set of sets) {
      const number = besides.get(set)
      if (number !== undefined) bits.set(number >> 5, (bits.get(number >> 5) ?? 0) | (1 << (number & 31)))
    }
    if (bits.size + tried.size === 0) return silent
    const tries = [...tried].flatMap((goal) => [besides.get(goals[goal].also) ?? 0, goal * ROW])
    return signals.add([2 * bits.size, tries.length, ...[...bits].flat(), ...tries])
  }
  const machine = createMachine(language, program, signalOf, memo)

  let reading: Reading | null = null
  let answers: Map<number, boolean> | null = null

  const mayBegin = (first: number, second: number, at: number): boolean =>
    (first === NO_SET || machine.isIn(first, at)) && (second === NO_SET || machine.isIn(second, at + 1))

  const find = (): Match[] => {
    const { tokens, sentences } = reading!
    if (base + tokens.length > 0x3fffffff) {
      for (let tried = ROW - 1; tried < table.length; tried += ROW) table[tried] = 0
      base = 1
    }
    const matches: Match[] = []
    const tryAt = (row: number, from: number, to: number) => {
      const tried = table[row + 7]
      for (let at = Math.max(from, tried - base); at <= to; at++) {
        if (!mayBegin(table[row + 3], table[row + 4], at)) continue
        const ends = machine.ends(table[row], at)
        // Bit 0 would be a match of nothing.
        if ((ends & ~1) === 0) continue
        const end = at + 31 - Math.clz32(ends)
        for (let i = table[row + 5]; i < table[row + 6]; i++)
          matches.push({ pattern: patterns[i], from: at, to: end })
      }
      if (tried <= base + to) table[row + 7] = base + to + 1
    }
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]
      const { numbers } = signals
      held.fill(0)
      held[0] = 1
      for (let at = from; at < to; at++) {
        const signal = machine.signalAt(at)
        const tries = signal + 2 + numbers[signal]
        for (let i = signal + 2; i < tries; i += 2) held[numbers[i]] |= numbers[i + 1]
      }
      for (let at = from; at < to; at++) {
        for (let i = 0; i < unanchored.length; i++) tryAt(unanchored[i] * ROW, at, at)
        const signal = machine.signalAt(at)
        const tries = signal + 2 + numbers[signal]
        const end = tries + numbers[signal + 1]
        for (let i = tries; i < end; i += 2) {
          const besides = numbers[i]
          if (((held[besides >> 5] >> (besides & 31)) & 1) === 0) continue
          const row = numbers[i + 1]
          tryAt(row, Math.max(from, at - table[row + 2]), at - table[row + 1])
        }
      }
    }
    base += tokens.length
    return matches
  }

  const occurs = ({ root, anchor, first, second }: Goal, { from, to }: Run): boolean => {
    if (anchor !== NO_SET && !machine.meets(anchor, from, to)) return false
    for (let at = from; at < to; at++) {
      if (!mayBegin(first, second, at)) continue
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

// So many numbers hold what a goal takes to be tried.
const ROW = 8

/** Lists of numbers one behind the other, in a piece that grows. */
function createPool() {
  let length = 0
  const pool = {
    numbers: new Int32Array(1 << 16),
    /** Answers where the list begins. */
    add(list: readonly number[]): number {
      if (length + list.length > pool.numbers.length) {
        const larger = new Int32Array(2 * (length + list.length))
        larger.set(pool.numbers)
        pool.numbers = larger
      }
      pool.numbers.set(list, length)
      length += list.length
      return length - list.length
    },
  }
  return pool
}

function goalsBySet(goals: readonly Goal[]): ReadonlyMap<number, readonly number[]> {
  const bySet = new Map<number, number[]>()
  goals.forEach(({ anchor }, goal) => {
    if (anchor === NO_SET) return
    const list = bySet.get(anchor)
    if (list) list.push(goal)
    else bySet.set(anchor, [goal])
  })
  return bySet
}
