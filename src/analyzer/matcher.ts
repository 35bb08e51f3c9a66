import type { LazyNode } from '../lexicon/lexicon.js'
import type { Node } from '../lexicon/pattern.js'
import type { Commonness } from './anchors.js'
import { perForm } from './forms.js'
import { createMachine } from './machine.js'
import { createCompiler, type Goal } from './program.js'
import type { Reading, Run, Token } from './reading.js'
import { OBJECT_KEYS, setsOf } from './wordsets.js'

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
 * Compiles patterns and conditions into a matcher. A pattern is tried only around its anchor, the part of it that is
 * met least often, so that most patterns cost nothing in most messages, however many there are. A match is followed
 * as a set of places: there is no backtracking, and the time is linear in the text.
 * @param commonness decides which part of a pattern is its anchor
 */
export function createMatcher(
  patterns: readonly Node[],
  conditions: readonly LazyNode[],
  classes: ReadonlyMap<string, readonly Node[]>,
  commonness: Commonness,
): Matcher {
  const compiler = createCompiler(classes, commonness)
  const goals = patterns.map(compiler.goal)
  const asked = conditions.map((condition) => compiler.goal(condition()))
  const program = compiler.done()
  const machine = createMachine(program)

  const roots = Int32Array.from(goals, ({ root }) => root)
  const also = Int32Array.from(goals, ({ also }) => also)
  const nearest = Uint8Array.from(goals, ({ nearest }) => nearest)
  const farthest = Uint8Array.from(goals, ({ farthest }) => Math.min(farthest, 255))
  const unanchored = goals.flatMap(({ anchor }, pattern) => (anchor < 0 ? [pattern] : []))
  const bySet = patternsBySet(goals, program.sets.count)

  const triggeredBy = (sets: readonly number[]): readonly number[] => {
    const lists = sets.map((set) => bySet[set]).filter((list) => list !== undefined)
    return lists.length < 2 ? (lists[0] ?? NONE) : [...new Set(lists.flat())]
  }
  const byForm = perForm((form) => triggeredBy(setsOf(program.sets, form)))
  const byObject = new Map<string, readonly number[]>(
    Object.entries(OBJECT_KEYS).map(([kind, key]) => [kind, triggeredBy(program.sets.words.get(key) ?? [])]),
  )
  const triggered = ({ kind, quoted, form }: Token): readonly number[] =>
    kind === 'word' || kind === 'number' ? (quoted ? NONE : byForm(form)) : (byObject.get(kind) ?? NONE)

  // The place up to which a pattern has been tried, and whether a set was met in a sentence; places and sentences
  // count on over all readings.
  const tried = new Int32Array(goals.length)
  let base = 1
  const askedIn = new Int32Array(program.sets.count)
  const met = new Uint8Array(program.sets.count)
  let sentence = 0

  let reading: Reading | null = null
  let answers: Map<number, boolean> | null = null

  const isMet = (set: number, { from, to }: Run): boolean => {
    if (askedIn[set] !== sentence) {
      askedIn[set] = sentence
      met[set] = Number(machine.meets(set, from, to))
    }
    return met[set] === 1
  }

  const find = (): Match[] => {
    const { tokens, sentences } = reading!
    if (base + tokens.length > 0x3fffffff || sentence > 0x3ffffff0 - sentences.length) {
      tried.fill(0)
      askedIn.fill(0)
      base = 1
      sentence = 0
    }
    const matches: Match[] = []
    const tryAt = (pattern: number, from: number, to: number) => {
      for (let at = Math.max(from, tried[pattern] - base); at <= to; at++) {
        const ends = machine.ends(roots[pattern], at)
        // Bit 0 would be a match of nothing.
        if ((ends & ~1) !== 0) matches.push({ pattern, from: at, to: at + 31 - Math.clz32(ends) })
      }
      tried[pattern] = Math.max(tried[pattern], base + to + 1)
    }
    for (let s = 0; s < sentences.length; s++) {
      const run = sentences[s]
      sentence++
      for (let at = run.from; at < run.to; at++) {
        for (let i = 0; i < unanchored.length; i++) tryAt(unanchored[i], at, at)
        const patterns = triggered(tokens[at])
        for (let i = 0; i < patterns.length; i++) {
          const pattern = patterns[i]
          if (also[pattern] >= 0 && !isMet(also[pattern], run)) continue
          tryAt(pattern, Math.max(run.from, at - farthest[pattern]), at - nearest[pattern])
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
      if (holds === undefined) answers.set(key, (holds = occurs(asked[condition], within)))
      return holds
    },
  }
}

const NONE: readonly number[] = []

function patternsBySet(goals: readonly Goal[], count: number): (number[] | undefined)[] {
  const bySet: (number[] | undefined)[] = new Array(count)
  goals.forEach(({ anchor }, pattern) => {
    if (anchor >= 0) (bySet[anchor] ??= []).push(pattern)
  })
  return bySet
}
