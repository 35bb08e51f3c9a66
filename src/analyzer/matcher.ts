import type { Node } from '../lexicon/pattern.js'
import { type Beginnings, candidates, indexByBeginning } from './beginnings.js'
import type { Reading, Run } from './reading.js'
import { type Ascending, merge, NONE } from './sets.js'
import { anyWord, buildStep, type Step, type Text } from './steps.js'

/** Where a pattern matched; token indices, `to` exclusive. */
export interface Match extends Run {
  /** Index of the pattern in the list the matcher was made of. */
  readonly pattern: number
}

/** Finds patterns in readings. */
export interface Matcher {
  /** The longest match of each pattern at each place it begins, by place. */
  find(reading: Reading): Match[]
  /** Compiles a condition on its own: whether it matches anywhere within a run of tokens of a reading. */
  condition(pattern: Node): Condition
}

export type Condition = (reading: Reading, within: Run) => boolean

/**
 * Compiles patterns into a matcher. Each step hands on a set of positions, so there is no backtracking:
 * the time is linear in the text, bounded by the length of a pattern at each place.
 */
export function createMatcher(
  patterns: readonly Node[],
  classes: ReadonlyMap<string, readonly Node[]>,
): Matcher {
  const classSteps = new Map<string, Step>()
  // Equal words are one node, and so one step.
  const built = new WeakMap<Node, Step>()
  const build = (node: Node): Step => {
    let step = built.get(node)
    if (!step) {
      step = buildStep(node, build, (name) => classStep(name))
      built.set(node, step)
    }
    return step
  }
  const names = [...classes.keys()]
  const classesByWord = indexByBeginning(
    names.map((name) => ({ is: 'choice', items: classes.get(name)! })),
    classes,
  )
  // What may begin at a place, each class being tried once there, however many patterns begin with it.
  const beginning = (index: Beginnings, text: Text, at: number): Ascending => {
    const token = text.tokens[at]
    const plain = candidates(index, token)
    if (index.classes.size === 0) return plain
    const behindClasses = candidates(classesByWord, token).flatMap((number) => {
      const behind = index.classes.get(names[number])
      return behind && classStep(names[number])(text, at).length > 0 ? [behind] : []
    })
    return behindClasses.length === 0 ? plain : merge(plain, ...behindClasses)
  }
  const classStep = (name: string): Step => {
    let step = classSteps.get(name)
    if (!step) {
      const index = indexByBeginning(classes.get(name)!)
      const members = classes.get(name)!.map((node) => (node.is === 'words' ? anyWord : build(node)))
      step = remember(name, (text, at) => {
        if (at >= text.tokens.length) return NONE
        return merge(...beginning(index, text, at).map((member) => members[member](text, at)))
      })
      classSteps.set(name, step)
    }
    return step
  }

  const steps = patterns.map((node) => (node.is === 'words' ? anyWord : build(node)))
  const index = indexByBeginning(patterns)
  let last: Text | undefined
  const textOf = (reading: Reading): Text => {
    if (last?.tokens !== reading.tokens) last = { ...reading, memo: new Map(), single: [] }
    return last
  }

  return {
    find(reading) {
      const text = textOf(reading)
      const matches: Match[] = []
      for (let at = 0; at < text.tokens.length; at++) {
        for (const pattern of beginning(index, text, at)) {
          const to = steps[pattern](text, at).at(-1)
          if (to !== undefined && to > at) matches.push({ pattern, from: at, to })
        }
      }
      return matches
    },
    condition(pattern) {
      const step = build(pattern)
      return (reading, within) => {
        const text = textOf(reading)
        for (let at = within.from; at < within.to; at++)
          if (step(text, at).some((end) => end <= within.to)) return true
        return false
      }
    },
  }
}

function remember(name: string, step: Step): Step {
  return (text, at) => {
    let ends = text.memo.get(name)
    if (!ends) text.memo.set(name, (ends = []))
    return (ends[at] ??= step(text, at))
  }
}
