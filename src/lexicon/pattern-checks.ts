import type { Node } from './pattern.js'

/** Whether every match of a node contains a word, class or named object. */
export function hasWord(node: Node): boolean {
  switch (node.is) {
    case 'sequence':
      return node.items.some(hasWord)
    case 'choice':
      return node.items.every(hasWord)
    case 'word':
    case 'words':
    case 'exact':
    case 'prefix':
    case 'suffix':
    case 'class':
    case 'object':
    case 'noun':
    case 'abbreviation':
      return true
    default:
      return false
  }
}

const MARKER_KINDS = new Set<Node['is']>([
  'not',
  'comma',
  'clause-start',
  'clause-end',
  'sentence-start',
  'question',
  'exclamation',
  'reply',
])

/** Whether the first thing that consumes a word may be anything. */
export function canBeginAnywhere(node: Node): boolean {
  if (node.is === 'gap' || node.is === 'any' || node.is === 'comma') return true
  if (node.is === 'optional') return canBeginAnywhere(node.item)
  if (node.is === 'choice') return node.items.some(canBeginAnywhere)
  if (node.is === 'sequence') {
    const consuming = node.items.filter((item) => !MARKER_KINDS.has(item.is) || item.is === 'comma')
    const firm = consuming.findIndex((item) => item.is !== 'optional')
    return firm < 0 || consuming.slice(0, firm + 1).some(canBeginAnywhere)
  }
  return MARKER_KINDS.has(node.is)
}
