import type { Language } from '../types.js'
import { hasBit } from './bits.js'
import { CountingMachine } from './counting-machine.js'
import { Machine } from './machine.js'
import { type CompiledPatterns, type Goal, SET, unpackGoals } from './program.js'
import type { Reading, Run, Sentence } from './reading.js'
import { createSignals, NEED, SIGNAL, TRIED, TRY } from './signals.js'

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
  /**
   * The longest match of each pattern at each place it begins.
   * @param silent by sentence, the labels of which nothing is looked for, as bits; null for none
   */
  find(silent?: Int32Array | null): readonly Match[]
  /** Whether a condition, by its index, matches anywhere within a run of tokens. */
  holds(condition: number, within: Run): boolean
}

/**
 * Makes a matcher of compiled patterns. A pattern is tried only around its anchor, the part of it that is met least
 * often, so that most patterns cost nothing in most messages, however many there are. A match is followed as a set of
 * places: there is no backtracking, and the time is linear in the text.
 *
 * @param memo as {@link Machine} has it
 * @param bitOf the label of a pattern, as a bit; default: all have the same
 */
export function createMatcher(
  language: Language,
  { program, goals, besides, patterns, patternsFrom, asked }: CompiledPatterns,
  { memo, bitOf = () => 1 }: { memo?: 'form' | 'table'; bitOf?: (pattern: number) => number } = {},
): Matcher {
  const conditions = unpackGoals(asked)
  const labels = Int32Array.from({ length: patternsFrom.length - 1 }, (_, goal) => {
    let bits = 0
    for (let i = patternsFrom[goal]; i < patternsFrom[goal + 1]; i++) bits |= bitOf(patterns[i])
    return bits
  })
  const { signals, tries, signalOf, unanchored, alwaysWorth, size } = createSignals({
    goals,
    besides,
    labels,
    conditions,
  })
  const worth = new Int32Array((conditions.length + 31) >> 5)
  // What the sentence at hand holds, and the labels of which something is looked for.
  const held = new Int32Array(size)
  let open = -1
  // By token, where what it adds to what is held ends in the signals; and what is worth trying, in turn: at which token,
  // which list of tries, and how long it is.
  let heldEnds = new Int32Array(0)
  let worthTrying = new Int32Array(1 << 8)

  // By goal, the place up to which it was met, so that none is met twice; places count on over all readings.
  const met = new Int32Array(labels.length)
  let base = 1

  const machine = new (program.counts ? CountingMachine : Machine)(language, program, signalOf, memo)

  let reading: Reading | null = null
  let answers: Map<number, boolean> | null = null

  const mayBegin = (first: number, second: number, at: number): boolean =>
    (first === SET.none || machine.isIn(first, at)) && (second === SET.none || machine.isIn(second, at + 1))

  const matches: Match[] = []
  const runAt = (goal: number, root: number, at: number): void => {
    const ends = machine.ends(root, at)
    // Bit 0 would be a match of nothing.
    if ((ends & ~1) === 0 || base + at < met[goal]) return
    met[goal] = base + at + 1
    const end = at + 31 - Math.clz32(ends)
    for (let i = patternsFrom[goal]; i < patternsFrom[goal + 1]; i++)
      matches.push({ pattern: patterns[i], from: at, to: end })
  }
  // Tries a list of goals around a token.
  const tryAround = (at: number, list: number, length: number, { from, to, question }: Sentence): void => {
    const { numbers } = tries
    const { leads, clauseEnds } = machine
    const last = list + length
    for (let i = list + 1; i <= last; i += TRY.size) {
      const where = numbers[i]
      if ((where & TRY.question) !== 0 && !question) continue
      if (((numbers[i + 3] >> TRIED.labels) & open) === 0) continue
      const fewest = (where >> TRY.fewest) & TRY.mask
      if (fewest > 0) {
        // The last token of the shortest match: its clause must end soon enough.
        const end = at + fewest - 1
        if (end >= to || clauseEnds[end] > at + ((where >> TRY.most) & TRY.mask)) continue
      }
      const lead = (where >> TRY.lead) & 3
      const latest = at - (where & TRY.mask)
      const first = numbers[i + 1]
      const second = numbers[i + 2]
      for (let place = Math.max(from, at - ((where >> TRY.farthest) & TRY.mask)); place <= latest; place++) {
        if (first !== SET.none) {
          place = machine.firstIn(first, place, latest)
          if (place < 0) break
        }
        if (leads[place] >= lead && (second === SET.none || machine.isIn(second, place + 1)))
          runAt(numbers[i + 3] & TRIED.goal, numbers[i + 4], place)
      }
    }
  }
  // Gathers what a sentence holds. In several loops, here and below: where one step of a loop does not hang on the one
  // before, the processor waits for the memory of several at once.
  const hold = ({ from, to }: Sentence): void => {
    const { numbers } = signals
    const told = machine.signals
    if (heldEnds.length < to) heldEnds = new Int32Array(2 * to)
    const ends = heldEnds
    held.fill(0)
    held[0] = 1
    for (let at = from; at < to; at++) ends[at] = told[at] + numbers[told[at] + SIGNAL.held]
    for (let at = from; at < to; at++)
      for (let i = told[at] + SIGNAL.size; i < ends[at]; i += 2) held[numbers[i]] |= numbers[i + 1]
  }
  // Gathers what is worth trying then; answers how many numbers tell it.
  const gatherTries = ({ from, to }: Sentence): number => {
    const { numbers } = signals
    const told = machine.signals
    let count = 0
    for (let at = from; at < to; at++) {
      const end = told[at] + numbers[told[at] + SIGNAL.needs]
      const length = end - heldEnds[at]
      for (let i = heldEnds[at]; i < end; i++) {
        const need = numbers[i]
        // Both at once: most that one tells could not be foretold from the other.
        const isOpen = -((need >>> NEED.labels) & open) >>> 31
        if ((isOpen & (held[(need & NEED.bit) >> 5] >>> (need & 31))) === 0) continue
        if (count + 3 > worthTrying.length) worthTrying = enlarged(worthTrying)
        const list = numbers[i + length]
        worthTrying[count++] = at
        worthTrying[count++] = list
        worthTrying[count++] = tries.numbers[list]
      }
    }
    return count
  }
  const findIn = (sentence: Sentence): void => {
    hold(sentence)
    const count = gatherTries(sentence)
    for (let i = 0; i < count; i += 3)
      tryAround(worthTrying[i], worthTrying[i + 1], worthTrying[i + 2], sentence)
    for (const { goal, root } of unanchored)
      for (let at = sentence.from; at < sentence.to; at++) runAt(goal, root, at)
  }
  const find = (silent: Int32Array | null = null): readonly Match[] => {
    const { tokens, sentences } = reading!
    if (base + tokens.length > 0x3fffffff) {
      met.fill(0)
      base = 1
    }
    for (let at = 0; at < sentences.length; at++) {
      open = silent === null ? -1 : ~silent[at]
      findIn(sentences[at])
    }
    base += tokens.length
    return matches.length === 0 ? NO_MATCHES : matches.splice(0)
  }

  // Most conditions need no look: the message has no word that they hang on.
  const gatherWorth = () => {
    worth.fill(0)
    for (let i = 0; i < alwaysWorth.length; i += 2) worth[alwaysWorth[i]] = alwaysWorth[i + 1]
    const { numbers } = signals
    for (let at = 0; at < reading!.tokens.length; at++) {
      const signal = machine.signals[at]
      const end = signal + numbers[signal + SIGNAL.worth]
      for (let i = signal + numbers[signal + SIGNAL.tries]; i < end; i += 2)
        worth[numbers[i]] |= numbers[i + 1]
    }
  }
  const isFrom = ({ root, first, second }: Goal, at: number, to: number): boolean => {
    if (!mayBegin(first, second, at)) return false
    const ends = machine.ends(root, at)
    return ends !== 0 && 31 - Math.clz32(ends & -ends) <= to - at
  }
  const occurs = (goal: Goal, { from, to }: Run): boolean => {
    const { anchor, nearest, farthest } = goal
    let untried = from
    for (let place = from; place < to; place++) {
      if (anchor !== SET.none && !machine.isIn(anchor, place)) continue
      const last = anchor === SET.none ? place : place - nearest
      const first = anchor === SET.none ? place : place - farthest
      for (untried = Math.max(untried, first); untried <= last; untried++)
        if (isFrom(goal, untried, to)) return true
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
      if (answers === null) {
        answers = new Map()
        gatherWorth()
      }
      if (!hasBit(worth, condition)) return false
      const key = (condition * 4096 + within.from) * 4096 + within.to
      let holds = answers.get(key)
      if (holds === undefined) answers.set(key, (holds = occurs(conditions[condition], within)))
      return holds
    },
  }
}

const NO_MATCHES: readonly Match[] = []

function enlarged(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}
