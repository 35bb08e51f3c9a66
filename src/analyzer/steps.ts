import type { Node } from '../lexicon/pattern.js'
import type { Reading } from './reading.js'
import { type Ascending, merge, NONE } from './sets.js'

/** The ends, ascending, at which something that begins at `at` may end. */
export type Step = (text: Text, at: number) => Ascending

/** A reading with what is remembered while it is matched. */
export interface Text extends Reading {
  /** Ends of class matches, by class and place: each is computed once a message. */
  readonly memo: Map<string, (Ascending | undefined)[]>
  /** `[at + 1]` by place, made once. */
  readonly single: number[][]
  /** Whether a condition holds, by its step and scope. */
  readonly answers: Map<Step, Map<number, boolean>>
  /** `[at]` by place, made once. */
  readonly here: number[][]
}

/** Compiles a node of a pattern; the parts it is made of come through `build`. */
export function buildStep(node: Node, build: (node: Node) => Step, classStep: (name: string) => Step): Step {
  switch (node.is) {
    case 'word':
      return keyStep(node.key)
    case 'words':
      return keysStep(node.keys)
    case 'exact':
      return exactStep(node.text)
    case 'prefix':
      return prefixStep(node.part)
    case 'suffix':
      return suffixStep(node.part)
    case 'any':
      return anyWord
    case 'object':
      return objectStep(node.kind)
    case 'class':
      return lazyStep(node.name, classStep)
    case 'choice':
      return choiceStep(node.items.map(build))
    case 'optional':
      return optionalStep(build(node.item))
    case 'not':
      return notStep(build(node.item))
    case 'sequence':
      return sequenceStep(
        node.items.map((item, i) =>
          item.is === 'gap' ? gap(item.most, node.items[i + 1], node.items[i - 1]) : build(item),
        ),
      )
    case 'gap':
      return gap(node.most, undefined)
    case 'comma':
      return border
    case 'clause-start':
      return clauseStart
    case 'sentence-start':
      return sentenceStart
    case 'clause-end':
      return clauseEnd
    case 'question':
      return question
    case 'exclamation':
      return exclamation
  }
}

// One small function each, so that a step keeps nothing of the pattern but what it needs.

const keyStep = (key: string) => token((text, at) => text.tokens[at].key === key)
const exactStep = (written: string) => token((text, at) => text.tokens[at].text === written)
const prefixStep = (part: string) => token((text, at) => text.tokens[at].key.startsWith(part))
const suffixStep = (part: string) => token((text, at) => text.tokens[at].key.endsWith(part))

function keysStep(keys: readonly string[]): Step {
  // Made when it is first needed: most of these stand alone in their pattern and are found by its beginning.
  let known: Set<string> | undefined
  return token((text, at) => (known ??= new Set(keys)).has(text.tokens[at].key))
}

function objectStep(kind: string): Step {
  return (text, at) => (at < text.tokens.length && text.tokens[at].kind === kind ? next(text, at) : NONE)
}

function lazyStep(name: string, classStep: (name: string) => Step): Step {
  // Looked up when it is first needed: classes may refer to classes that come later.
  let step: Step | undefined
  return (text, at) => (step ??= classStep(name))(text, at)
}

function choiceStep(branches: readonly Step[]): Step {
  return (text, at) => {
    let ends = NONE
    for (const branch of branches) ends = merge(ends, branch(text, at))
    return ends
  }
}

function optionalStep(item: Step): Step {
  return (text, at) => {
    const here = (text.here[at] ??= [at])
    const ends = item(text, at)
    return ends.length === 0 ? here : merge(here, ends)
  }
}

function notStep(item: Step): Step {
  return (text, at) => (item(text, at).length > 0 ? NONE : [at])
}

function sequenceStep(items: readonly Step[]): Step {
  return (text, at) => {
    if (at >= text.tokens.length) return NONE
    const stop = text.sentences[text.tokens[at].sentence].to
    let ends: Ascending = [at]
    for (const item of items) {
      ends = ends.length === 1 ? item(text, ends[0]) : merge(...ends.map((end) => item(text, end)))
      // A sentence's end is the last place to be: what begins there begins the next sentence.
      if (ends.length > 0 && ends[ends.length - 1] > stop) ends = ends.filter((end) => end <= stop)
      if (ends.length === 0) return NONE
    }
    return ends
  }
}

// A step that takes one word.
function token(fits: (text: Text, at: number) => boolean): Step {
  return (text, at) => {
    if (at >= text.tokens.length) return NONE
    const { kind, quoted } = text.tokens[at]
    return (kind === 'word' || kind === 'number') && !quoted && fits(text, at) ? next(text, at) : NONE
  }
}

/** Any word: what begins with the right one and ends there has been found by its beginning. */
export const anyWord = token(() => true)

function next(text: Text, at: number): Ascending {
  return (text.single[at] ??= [at + 1])
}

function assertion(holds: (text: Text, at: number) => boolean): Step {
  return (text, at) => (holds(text, at) ? [at] : NONE)
}

const isBorder = (text: Text, at: number) => text.tokens[at].clause !== text.tokens[at - 1].clause
const border = assertion((text, at) => at > 0 && at < text.tokens.length && isBorder(text, at))
const clauseEnd = assertion((text, at) => at > 0 && (at === text.tokens.length || isBorder(text, at)))
const clauseStart = assertion(
  (text, at) => at < text.tokens.length && begins(text, text.clauses[text.tokens[at].clause].from, at),
)
const sentenceStart = assertion(
  (text, at) => at < text.tokens.length && begins(text, text.sentences[text.tokens[at].sentence].from, at),
)
const question = assertion((text, at) => sentenceAt(text, at).question)
const exclamation = assertion((text, at) => sentenceAt(text, at).exclamation)

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
  // What may be left out may leave the gap at the end.
  return node.is === 'optional'
}

// Mentions before the first word do not count: „@Jana, du hast …“ begins with „du“.
function begins(text: Text, from: number, at: number): boolean {
  for (let before = from; before < at; before++) if (text.tokens[before].kind !== 'mention') return false
  return true
}

function sentenceAt(text: Text, at: number) {
  return text.sentences[text.tokens[Math.max(0, at - 1)].sentence]
}
