import type { Node } from '../lexicon/pattern.js'
import { formsIn } from '../lexicon/tuning/forms-in.js'
import { ownRule } from '../lexicon/tuning/own-rule.js'
import type { OwnEntry } from '../types.js'

/** Every form that an own entry of a term takes, sorted; empty for patterns. */
export function formsOfOwn(value: OwnEntry): string[] {
  return value.patterns ? [] : [...new Set(formsIn(ownRule('eigen-x', value).patterns))].sort()
}

/** The words that an own entry looks for, whatever else its patterns ask: whole words, and beginnings and ends with a `*`. */
export function wordsOf(value: OwnEntry): string[] {
  return [...new Set(ownRule('eigen-x', value).patterns.flatMap(wordsIn))]
}

function wordsIn(node: Node): readonly string[] {
  switch (node.is) {
    case 'word':
      return [node.key]
    case 'words':
      return node.keys
    case 'exact':
      return [node.text]
    case 'prefix':
      return [`${node.part}*`]
    case 'suffix':
      return [`*${node.part}`]
    case 'sequence':
    case 'choice': {
      const parts = node.items.map(wordsIn)
      // Neighbours may make one reserved phrase.
      const phrase = node.is === 'sequence' && parts.every(({ length }) => length === 1)
      return phrase ? [...parts.flat(), parts.flat().join(' ')] : parts.flat()
    }
    case 'optional':
      return wordsIn(node.item)
    default:
      return []
  }
}
