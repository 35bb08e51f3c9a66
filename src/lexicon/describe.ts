import { fold } from '../analyzer/morphology/fold.js'
import type { Language } from '../types.js'
import type { Lexicons } from './lexicon.js'
import type { Node } from './pattern.js'

/** Where a word stands in the lexicons; ids, each with its `file:line:col`. */
export interface Mentions {
  /** Anglicism entries with this form. */
  readonly terms: readonly string[]
  /** Rules whose patterns name the word itself. */
  readonly rules: readonly string[]
  /** Word classes that it is a member of, alone or within a phrase. */
  readonly classes: readonly string[]
}

/** Looks a single word up in everything that was read. */
export function mentionsOf(word: string, lexicons: Lexicons): Mentions {
  const key = fold(word)
  const classes = (['de', 'en'] as const).flatMap((language: Language) =>
    [...lexicons.classes[language]]
      .filter(([, nodes]) => nodes.some((node) => names(node, key)))
      .map(([name]) => `@${name} (${language})`),
  )
  return {
    terms: lexicons.terms
      .filter(({ forms }) => forms.includes(key))
      .map(({ id, where }) => `${id}  ${where}`),
    rules: lexicons.rules
      .filter(({ patterns }) => patterns.some((pattern) => names(pattern, key)))
      .map(({ id, where }) => `${id}  ${where}`),
    classes,
  }
}

function names(node: Node, key: string): boolean {
  switch (node.is) {
    case 'word':
      return node.key === key
    case 'words':
      return node.keys.includes(key)
    case 'exact':
      return fold(node.text) === key
    case 'prefix':
      return key.startsWith(node.part)
    case 'suffix':
      return key.endsWith(node.part)
    case 'sequence':
    case 'choice':
      return node.items.some((item) => names(item, key))
    case 'optional':
      return names(node.item, key)
    default:
      return false
  }
}
