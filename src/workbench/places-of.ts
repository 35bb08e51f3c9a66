import type { Node } from '../lexicon/pattern.js'
import { classKey, wordsIn } from '../lexicon/tuning/class-words.js'
import { ownRule } from '../lexicon/tuning/own-rule.js'
import type { Language, OwnEntry } from '../types.js'
import type { Place } from './reserved.js'

/** A place of a pattern, and whether a class stands there. */
export interface PatternPlace extends Place {
  readonly next: Set<PatternPlace>
  readonly isClass: boolean
}

interface Part {
  readonly first: readonly PatternPlace[]
  readonly last: readonly PatternPlace[]
  /** Whether it may be left out. */
  readonly empty: boolean
}

const NOTHING: Part = { first: [], last: [], empty: true }

/**
 * All places of what an own entry looks for. What may stand between two words, be it a gap, is passed over: whoever
 * wants to find `new job` may as well write `new ...1 job`.
 * @param classes words by `classKey`
 */
export function placesOf(
  value: OwnEntry,
  classes: ReadonlyMap<string, readonly string[]>,
): readonly PatternPlace[] {
  const places: PatternPlace[] = []
  const place = (words: readonly string[], isClass = false): Part => {
    const one: PatternPlace = { words, isClass, next: new Set() }
    places.push(one)
    return { first: [one], last: [one], empty: false }
  }
  const read = (node: Node): Part => {
    switch (node.is) {
      case 'sequence':
        return node.items.map(read).reduce(followed, NOTHING)
      case 'choice': {
        const parts = node.items.map(read)
        return {
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
          empty: parts.some(({ empty }) => empty),
        }
      }
      case 'optional':
        return { ...read(node.item), empty: true }
      case 'class':
        return place(wordsOfClass(classes, value.language, node.name), true)
      default: {
        const words = wordsIn(node)
        return words.length === 0 ? NOTHING : place(words)
      }
    }
  }
  for (const node of ownRule('eigen-x', value).patterns) read(node)
  return places
}

function followed(before: Part, after: Part): Part {
  for (const { next } of before.last) for (const each of after.first) next.add(each)
  return {
    first: before.empty ? [...before.first, ...after.first] : before.first,
    last: after.empty ? [...before.last, ...after.last] : after.last,
    empty: before.empty && after.empty,
  }
}

const wordsOfClass = (
  classes: ReadonlyMap<string, readonly string[]>,
  language: Language,
  name: string,
): readonly string[] => classes.get(classKey(language, name)) ?? []
