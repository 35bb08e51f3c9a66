import { wordsIn } from '../lexicon/tuning/class-words.js'
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
