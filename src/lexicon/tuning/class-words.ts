import { UserError } from '../../errors.js'
import type { Language, TuningItem } from '../../types.js'
import type { Node } from '../pattern.js'
import type { Ground } from './compile-own.js'
import { ownRule } from './own-rule.js'
import { usedClasses } from './used-classes.js'

/** What names a class among those of all languages. */
export const classKey = (language: Language, name: string): string => `${language} ${name}`

/** The words of every class that some entries refer to, those of classes within it included; beginnings and ends with a `*`. */
export function classWords(
  items: readonly Extract<TuningItem, { kind: 'entry' }>[],
  { classes }: Pick<Ground, 'classes'>,
): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>()
  for (const { name: id, value } of items) {
    const used = usedClasses(nodesOf(id, value), classes[value.language])
    for (const name of used.keys()) {
      const key = classKey(value.language, name)
      if (words.has(key)) continue
      const members = [...usedClasses([{ is: 'class', name }], classes[value.language]).values()].flat()
      words.set(key, [...new Set(members.flatMap(wordsIn))])
    }
  }
  return words
}

function nodesOf(id: string, value: Parameters<typeof ownRule>[1]): readonly Node[] {
  try {
    return ownRule(id, value).patterns
  } catch (fault) {
    // Compiling tells of it.
    if (fault instanceof UserError) return []
    throw fault
  }
}

/** The words that somebody can find by a pattern; classes apart. */
export function wordsIn(node: Node): readonly string[] {
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
    case 'choice':
      return node.items.flatMap(wordsIn)
    case 'optional':
      return wordsIn(node.item)
    default:
      return []
  }
}
