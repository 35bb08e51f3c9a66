import type { LazyNode } from '../lexicon/lexicon.js'
import type { Node } from '../lexicon/pattern.js'
import { anchorOf, type Commonness } from './anchors.js'
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
  condition(pattern: LazyNode): Condition
}

export type Condition = (reading: Reading, within: Run) => boolean

/**
 * Compiles patterns into a matcher. Each step hands on a set of positions, so there is no backtracking:
 * the time is linear in the text, bounded by the length of a pattern at each place.
 * @param commonness decides which part of a pattern is looked for first
 */
export function createMatcher(
  patterns: readonly Node[],
  classes: ReadonlyMap<string, readonly Node[]>,
  commonness: Commonness,
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
    let all = plain
    for (const number of candidates(classesByWord, token)) {
      const behind = index.classes.get(names[number])
      if (behind && classStep(names[number])(text, at).length > 0) all = merge(all, behind)
    }
    return all
  }
  const classStep = (name: string): Step => {
    let step = classSteps.get(name)
    if (!step) {
      const index = indexByBeginning(classes.get(name)!)
      const members = classes.get(name)!.map((node) => (node.is === 'words' ? anyWord : build(node)))
      step = remember(name, (text, at) => {
        if (at >= text.tokens.length) return NONE
        let ends = NONE
        for (const member of beginning(index, text, at)) ends = merge(ends, members[member](text, at))
        return ends
      })
      classSteps.set(name, step)
    }
    return step
  }

  const steps = patterns.map((node) => (node.is === 'words' ? anyWord : build(node)))
  const index = indexByBeginning(patterns)
  const anchors = indexByBeginning(patterns.map((node) => anchorOf(node, commonness) ?? { is: 'any' }))
  // The sentence in which the anchor of a pattern was last seen; counted over all readings.
  const seen = new Int32Array(patterns.length).fill(-1)
  let sentences = 0

  // Weak, so that nothing of a message outlives its analysis.
  const texts = new WeakMap<Reading['tokens'], Text>()
  const textOf = (reading: Reading): Text => {
    let text = texts.get(reading.tokens)
    if (!text)
      texts.set(
        reading.tokens,
        (text = { ...reading, memo: new Map(), single: [], here: [], answers: new Map() }),
      )
    return text
  }

  return {
    find(reading) {
      const text = textOf(reading)
      const matches: Match[] = []
      for (const { from, to } of text.sentences) {
        const sentence = sentences++ & 0x3fffffff
        for (let at = from; at < to; at++) {
          for (const pattern of candidates(anchors, text.tokens[at])) seen[pattern] = sentence
          for (const number of candidates(classesByWord, text.tokens[at]))
            for (const pattern of anchors.classes.get(names[number]) ?? NONE) seen[pattern] = sentence
        }
        for (const pattern of anchors.anywhere) seen[pattern] = sentence
        for (let at = from; at < to; at++) {
          for (const pattern of beginning(index, text, at)) {
            if (seen[pattern] !== sentence) continue
            const end = steps[pattern](text, at).at(-1)
            if (end !== undefined && end > at) matches.push({ pattern, from: at, to: end })
          }
        }
      }
      return matches
    },
    condition(pattern) {
      let step: Step | undefined
      return (reading, within) => {
        step ??= build(pattern())
        const text = textOf(reading)
        // The same question is asked for every hit within a scope; its answer is found once.
        let answers = text.answers.get(step)
        if (!answers) text.answers.set(step, (answers = new Map()))
        const key = within.from * (text.tokens.length + 1) + within.to
        let holds = answers.get(key)
        if (holds === undefined) answers.set(key, (holds = occurs(step, text, within)))
        return holds
      }
    },
  }
}

function occurs(step: Step, text: Text, { from, to }: Run): boolean {
  for (let at = from; at < to; at++) {
    const ends = step(text, at)
    if (ends.length > 0 && ends[0] <= to) return true
  }
  return false
}

function remember(name: string, step: Step): Step {
  return (text, at) => {
    let ends = text.memo.get(name)
    if (!ends) text.memo.set(name, (ends = []))
    return (ends[at] ??= step(text, at))
  }
}
