import type { Language } from '../types.js'
import { CountingMachine, Machine } from './machine.js'
import { Pool } from './pool.js'
import { ANYWHERE, type CompiledPatterns, type Goal, MATCH, SET, unpackGoals } from './program.js'
import type { Reading, Run, Sentence } from './reading.js'

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
 * @param memo as {@link Machine} has it
 */
export function createMatcher(
  language: Language,
  { program, goals: packed, patterns, patternsFrom, asked }: CompiledPatterns,
  memo: 'form' | 'table' = 'form',
): Matcher {
  const goals = unpackGoals(packed)
  const conditions = unpackGoals(asked)
  const unanchored = goals.flatMap(({ anchor }, goal) => (anchor === SET.none ? [goal] : []))
  const bySet = goalsBySet(goals)
  const conditionsBySet = goalsBySet(conditions)
  const alwaysWorth = packBits(conditions.flatMap(({ anchor }, i) => (anchor === SET.none ? [i] : [])))
  const worth = new Int32Array((conditions.length + 31) >> 5)
  // The sets that patterns ask for besides their anchor, counted from 1: bits of what a sentence holds. Bit 0 stands
  // for nothing asked.
  const besides = new Map<number, number>()
  for (const { also } of goals)
    if (also !== SET.none && !besides.has(also)) besides.set(also, besides.size + 1)
  const held = new Int32Array((besides.size + 32) >> 5)

  // By goal, the place up to which it was met, so that none is met twice; places count on over all readings.
  const met = new Int32Array(goals.length)
  let base = 1

  // What tokens mean: how many numbers tell what one adds to what a sentence holds (index and bits, in turn), how many
  // tell the goals that it makes worth trying (in groups: what must be held besides, how many numbers follow, and what
  // it takes to try each), how many tell the conditions that it makes worth asking (index and bits), and the numbers.
  const signals = new Pool()
  const known = new Map<string, number>()
  const signalOf = (sets: readonly number[]): number => {
    const telling = sets.filter((set) => bySet.has(set) || besides.has(set) || conditionsBySet.has(set))
    const key = telling.join()
    let signal = known.get(key)
    if (signal === undefined) known.set(key, (signal = addSignal(telling)))
    return signal
  }
  const addSignal = (sets: readonly number[]): number => {
    const held = packBits(sets.flatMap((set) => besides.get(set) ?? []))
    const tries = sets.flatMap((set) => triesOf(set))
    const worth = packBits(sets.flatMap((set) => conditionsBySet.get(set) ?? []))
    return signals.add([held.length, tries.length, worth.length, ...held, ...tries, ...worth])
  }
  const triesBySet = new Map<number, readonly number[]>()
  const triesOf = (set: number): readonly number[] => {
    let tries = triesBySet.get(set)
    if (tries === undefined) triesBySet.set(set, (tries = groupedTries(bySet.get(set) ?? [])))
    return tries
  }
  const groupedTries = (here: readonly number[]): readonly number[] => {
    const groups = new Map<number, number[]>()
    for (const goal of here) {
      const asked = besides.get(goals[goal].also) ?? 0
      const group = groups.get(asked)
      if (group) group.push(...tryOf(goals[goal], goal))
      else groups.set(asked, tryOf(goals[goal], goal))
    }
    return [...groups].flatMap(([asked, group]) => [asked, group.length, ...group])
  }
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
  // Tries a group of goals around a token.
  const tryAround = (at: number, first: number, last: number, { from, to, question }: Sentence): void => {
    const { numbers } = signals
    const { leads, clauseEnds } = machine
    for (let i = first; i < last; i += TRY.size) {
      const where = numbers[i]
      if ((where & TRY.question) !== 0 && !question) continue
      const fewest = (where >> TRY.fewest) & TRY.mask
      if (fewest > 0) {
        // The last token of the shortest match: its clause must end soon enough.
        const end = at + fewest - 1
        if (end >= to || clauseEnds[end] > at + ((where >> TRY.most) & TRY.mask)) continue
      }
      const lead = (where >> TRY.lead) & 3
      const latest = at - (where & TRY.mask)
      for (let place = Math.max(from, at - ((where >> TRY.farthest) & TRY.mask)); place <= latest; place++)
        if (leads[place] >= lead && mayBegin(numbers[i + 1], numbers[i + 2], place))
          runAt(numbers[i + 3], numbers[i + 4], place)
    }
  }
  const findIn = (sentence: Sentence): void => {
    const { from, to } = sentence
    const { numbers } = signals
    const here = held
    here.fill(0)
    here[0] = 1
    for (let at = from; at < to; at++) {
      const signal = machine.signalAt(at)
      const tries = signal + SIGNAL.size + numbers[signal]
      for (let i = signal + SIGNAL.size; i < tries; i += 2) here[numbers[i]] |= numbers[i + 1]
    }
    for (let at = from; at < to; at++) {
      for (const goal of unanchored) runAt(goal, goals[goal].root, at)
      const signal = machine.signalAt(at)
      let i = signal + SIGNAL.size + numbers[signal]
      const end = i + numbers[signal + SIGNAL.tries]
      while (i < end) {
        const besides = numbers[i]
        const next = i + 2 + numbers[i + 1]
        if (((here[besides >> 5] >> (besides & 31)) & 1) === 1) tryAround(at, i + 2, next, sentence)
        i = next
      }
    }
  }
  const find = (): Match[] => {
    const { tokens, sentences } = reading!
    if (base + tokens.length > 0x3fffffff) {
      met.fill(0)
      base = 1
    }
    for (const sentence of sentences) findIn(sentence)
    base += tokens.length
    return matches.splice(0)
  }

  // Most conditions need no look: the message has no word that they hang on.
  const gatherWorth = () => {
    worth.fill(0)
    for (let i = 0; i < alwaysWorth.length; i += 2) worth[alwaysWorth[i]] = alwaysWorth[i + 1]
    const { numbers } = signals
    for (let at = 0; at < reading!.tokens.length; at++) {
      const signal = machine.signalAt(at)
      const from = signal + SIGNAL.size + numbers[signal] + numbers[signal + SIGNAL.tries]
      const to = from + numbers[signal + SIGNAL.worth]
      for (let i = from; i < to; i += 2) worth[numbers[i]] |= numbers[i + 1]
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
      if (((worth[condition >> 5] >> (condition & 31)) & 1) === 0) return false
      const key = (condition * 4096 + within.from) * 4096 + within.to
      let holds = answers.get(key)
      if (holds === undefined) answers.set(key, (holds = occurs(conditions[condition], within)))
      return holds
    },
  }
}

/** What stands before the numbers of a signal: how many there are of each kind. */
const enum SIGNAL {
  held,
  tries,
  worth,
  size,
}

/**
 * What it takes to try a goal around its anchor: where it may lie, in bits, the sets of its first word and its second,
 * which one it is, and its root.
 */
const enum TRY {
  size = 5,
  // From the lowest bit on: how far its beginning lies before the anchor, at least and at most, what must begin there,
  // how many tokens the anchor and what follows it are, at least (0: a match may end anywhere) and at most.
  mask = 63,
  farthest = 6,
  lead = 12,
  fewest = 14,
  most = 20,
  question = 1 << 26,
}

function tryOf({ root, nearest, farthest, first, second, lead, fewest, most, question }: Goal, goal: number) {
  const upTo = (number: number) => Math.min(number, MATCH.longest + 1)
  const closes = fewest === ANYWHERE ? 0 : (upTo(fewest + 1) << TRY.fewest) | (upTo(most + 1) << TRY.most)
  const begins = upTo(nearest) | (upTo(farthest) << TRY.farthest) | (lead << TRY.lead)
  return [begins | closes | (question === 1 ? TRY.question : 0), first, second, goal, root]
}

/** Numbers as bits: for every 32 of them that are met, their index and their bits, in turn. */
function packBits(numbers: number[]): number[] {
  const packed: number[] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const index = number >> 5
    if (packed.at(-2) === index) packed[packed.length - 1] |= 1 << (number & 31)
    else packed.push(index, 1 << (number & 31))
  }
  return packed
}

function goalsBySet(goals: readonly Goal[]): ReadonlyMap<number, readonly number[]> {
  const bySet = new Map<number, number[]>()
  goals.forEach(({ anchor }, goal) => {
    if (anchor === SET.none) return
    const list = bySet.get(anchor)
    if (list) list.push(goal)
    else bySet.set(anchor, [goal])
  })
  return bySet
}
