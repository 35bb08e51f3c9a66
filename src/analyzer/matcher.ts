import type { Node } from '../lexicon/pattern.js'
import { candidates, indexByBeginning } from './beginnings.js'
import type { Reading, Run } from './reading.js'
import { merge, NONE } from './sets.js'

/** Where a pattern matched; token indices, `to` exclusive. */
export interface Match extends Run {
  /** Index of the pattern in the list the matcher was made of. */
  readonly pattern: number
}

/** Finds patterns in readings. */
export interface Matcher {
  /** The longest match of each pattern at each place it begins, by place. */
  find(reading: Reading): Match[]
  /** Whether a pattern matches anywhere within a run of tokens of the reading. */
  occurs(reading: Reading, pattern: Node, within: Run): boolean
}

/** The ends, ascending, at which something that begins at `at` may end. */
type Step = (text: Text, at: number) => readonly number[]

interface Text extends Reading {
  /** Ends of class matches, by class and place: each is computed once a message. */
  readonly memo: Map<string, (readonly number[] | undefined)[]>
  readonly single: number[][]
}

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
  const classStep = (name: string): Step => {
    let step = classSteps.get(name)
    if (!step) {
      const index = indexByBeginning(classes.get(name)!, classes)
      const members = classes.get(name)!.map(build)
      step = remember(name, (text, at) => {
        if (at >= text.tokens.length) return NONE
        return merge(...candidates(index, text.tokens[at]).map((member) => members[member](text, at)))
      })
      classSteps.set(name, step)
    }
    return step
  }

  const steps = patterns.map(build)
  const index = indexByBeginning(patterns, classes)
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
        for (const pattern of candidates(index, text.tokens[at])) {
          const to = steps[pattern](text, at).at(-1)
          if (to !== undefined && to > at) matches.push({ pattern, from: at, to })
        }
      }
      return matches
    },
    occurs(reading, pattern, within) {
      const step = build(pattern)
      const text = textOf(reading)
      for (let at = within.from; at < within.to; at++)
        if (step(text, at).some((end) => end <= within.to)) return true
      return false
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

function buildStep(node: Node, build: (node: Node) => Step, classStep: (name: string) => Step): Step {
  switch (node.is) {
    case 'word':
      return token((text, at) => text.tokens[at].key === node.key)
    case 'words': {
      const keys = new Set(node.keys)
      return token((text, at) => keys.has(text.tokens[at].key))
    }
    case 'exact':
      return token((text, at) => text.tokens[at].text === node.text)
    case 'prefix':
      return token((text, at) => text.tokens[at].key.startsWith(node.part))
    case 'suffix':
      return token((text, at) => text.tokens[at].key.endsWith(node.part))
    case 'any':
      return token(() => true)
    case 'object':
      return (text, at) =>
        at < text.tokens.length && text.tokens[at].kind === node.kind ? next(text, at) : NONE
    case 'class': {
      // Looked up when it is first needed: classes may refer to classes that come later.
      let step: Step | undefined
      return (text, at) => (step ??= classStep(node.name))(text, at)
    }
    case 'choice': {
      const branches = node.items.map(build)
      return (text, at) => merge(...branches.map((branch) => branch(text, at)))
    }
    case 'optional': {
      const item = build(node.item)
      return (text, at) => merge([at], item(text, at))
    }
    case 'not': {
      const item = build(node.item)
      return (text, at) => (item(text, at).length > 0 ? NONE : [at])
    }
    case 'sequence': {
      const items = node.items.map((item, i) =>
        item.is === 'gap' ? gap(item.most, node.items[i + 1], node.items[i - 1]) : build(item),
      )
      return (text, at) => {
        if (at >= text.tokens.length) return NONE
        const stop = text.sentences[text.tokens[at].sentence].to
        let ends: readonly number[] = [at]
        for (const item of items) {
          ends = ends.length === 1 ? item(text, ends[0]) : merge(...ends.map((end) => item(text, end)))
          // A sentence's end is the last place to be: what begins there begins the next sentence.
          if (ends.length > 0 && ends[ends.length - 1] > stop) ends = ends.filter((end) => end <= stop)
          if (ends.length === 0) return NONE
        }
        return ends
      }
    }
    case 'gap':
      return gap(node.most, undefined)
    case 'comma':
      return assertion(
        (text, at) =>
          at > 0 && at < text.tokens.length && text.tokens[at].clause !== text.tokens[at - 1].clause,
      )
    case 'clause-start':
      return assertion(
        (text, at) => at < text.tokens.length && begins(text, text.clauses[text.tokens[at].clause].from, at),
      )
    case 'sentence-start':
      return assertion(
        (text, at) =>
          at < text.tokens.length && begins(text, text.sentences[text.tokens[at].sentence].from, at),
      )
    case 'clause-end':
      return assertion(
        (text, at) =>
          at > 0 && (at === text.tokens.length || text.tokens[at].clause !== text.tokens[at - 1].clause),
      )
    case 'question':
      return assertion((text, at) => sentenceAt(text, at).question)
    case 'exclamation':
      return assertion((text, at) => sentenceAt(text, at).exclamation)
  }
}

function token(fits: (text: Text, at: number) => boolean): Step {
  return (text, at) => {
    if (at >= text.tokens.length) return NONE
    const { kind, quoted } = text.tokens[at]
    return (kind === 'word' || kind === 'number') && !quoted && fits(text, at) ? next(text, at) : NONE
  }
}

function next(text: Text, at: number): readonly number[] {
  return (text.single[at] ??= [at + 1])
}

function assertion(holds: (text: Text, at: number) => boolean): Step {
  return (text, at) => (holds(text, at) ? [at] : NONE)
}

// Up to `most` words of one clause: the one that the word before the gap stands in, or the one that begins after a
// border asked for. Only a border may follow where the clause ends.
function gap(most: number, following: Node | undefined, preceding?: Node): Step {
  const toBorder = following === undefined || asksForBorder(following)
  const afterBorder = preceding !== undefined && preceding.is === 'comma'
  return (text, at) => {
    const first = afterBorder ? at : at - 1
    if (first < 0 || first >= text.tokens.length) return NONE
    const { clause } = text.tokens[first]
    const ends: number[] = []
    for (let end = at; end <= at + most && end <= text.tokens.length; end++) {
      const inClause = end < text.tokens.length && text.tokens[end].clause === clause
      if (inClause || toBorder) ends.push(end)
      if (!inClause) break
    }
    return ends
  }
}

function asksForBorder(node: Node): boolean {
  if (node.is === 'comma' || node.is === 'clause-end') return true
  if (node.is === 'choice') return node.items.some(asksForBorder)
  if (node.is === 'sequence') return asksForBorder(node.items[0])
  return node.is === 'optional' && asksForBorder(node.item)
}

// Mentions before the first word do not count: „@Jana, du hast …“ begins with „du“.
function begins(text: Text, from: number, at: number): boolean {
  for (let before = from; before < at; before++) if (text.tokens[before].kind !== 'mention') return false
  return true
}

function sentenceAt(text: Text, at: number) {
  return text.sentences[text.tokens[Math.max(0, at - 1)].sentence]
}
