import type { Node } from '../pattern.js'

/** The words and phrases that plain patterns of forms stand for; what is more than words is left out. */
export function formsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.is === 'words') return node.keys
    if (node.is === 'word') return [node.key]
    if (node.is === 'choice') return formsIn(node.items)
    if (node.is !== 'sequence') return []
    const words = node.items.flatMap((item) => formsIn([item]).slice(0, 1))
    return words.length < node.items.length ? [] : [words.join(' ')]
  })
}
