import { UserError } from '../errors.js'
import type { Language } from '../types.js'
import type { Cancel, Rule } from './lexicon.js'
import type { Node } from './pattern.js'

/** Takes out what refers to a class that does not exist; @throws UserError for a circle of classes */
export function checkClasses(
  rules: Rule[],
  cancels: Cancel[],
  classes: Record<Language, Map<string, Node[]>>,
  onFault: (fault: UserError) => void,
): { rules: Rule[]; cancels: Cancel[] } {
  const known = (nodes: readonly Node[], language: Language, where: string): boolean => {
    const missing = nodes.flatMap(classNames).find((name) => !classes[language].has(name))
    if (missing === undefined) return true
    onFault(
      new UserError(
        where,
        `the class @${missing}`,
        `a class of lexicons/classes for ${language}`,
        'Define the class there or mend its name.',
      ),
    )
    return false
  }
  for (const language of ['de', 'en'] as const) {
    for (const [name, nodes] of classes[language])
      if (!known(nodes, language, `@${name} (${language})`)) classes[language].delete(name)
    refuseCircles(classes[language], language)
  }
  return {
    rules: rules.filter((rule) =>
      known(
        [...rule.patterns, ...rule.needs, ...rule.needsAll, ...rule.unless.map(({ pattern }) => pattern)],
        rule.language,
        rule.where,
      ),
    ),
    cancels: cancels.filter((cancel) => known(cancel.patterns, cancel.language, cancel.where)),
  }
}

function classNames(node: Node): string[] {
  if (node.is === 'class') return [node.name]
  if ('items' in node) return node.items.flatMap(classNames)
  return 'item' in node ? classNames(node.item) : []
}

function refuseCircles(classes: ReadonlyMap<string, readonly Node[]>, language: Language): void {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name))
      throw new UserError(
        `lexicons/classes (${language})`,
        `the circle ${[...path, name].map((step) => `@${step}`).join(' → ')}`,
        'classes that do not contain themselves',
        'Break the circle.',
      )
    if (done.has(name)) return
    for (const inner of (classes.get(name) ?? []).flatMap(classNames)) visit(inner, [...path, name])
    done.add(name)
  }
  for (const name of classes.keys()) visit(name, [])
}
