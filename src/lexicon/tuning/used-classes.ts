import type { Node } from '../pattern.js'

/** The classes that some nodes refer to, and those that these refer to in turn. */
export function usedClasses(
  nodes: readonly Node[],
  classes: ReadonlyMap<string, readonly Node[]>,
): Map<string, readonly Node[]> {
  const used = new Map<string, readonly Node[]>()
  const visit = (node: Node): void => {
    if (node.is === 'class') {
      const members = classes.get(node.name)
      if (!members || used.has(node.name)) return
      used.set(node.name, members)
      for (const member of members) visit(member)
    } else if ('items' in node) for (const item of node.items) visit(item)
    else if ('item' in node) visit(node.item)
  }
  for (const node of nodes) visit(node)
  return used
}
