import { type CompiledLanguage, compileLanguage } from '../../analyzer/compiled.js'
import { UserError } from '../../errors.js'
import type { Language, TuningItem } from '../../types.js'
import type { Lexicons, Rule } from '../lexicon.js'
import { forgetElements, type Node } from '../pattern.js'
import { ownRule } from './own-rule.js'
import { usedClasses } from './used-classes.js'

/** What of the shipped lexicons the entries of a company are compiled with. */
export type Ground = Pick<Lexicons, 'classes' | 'frequency'>

/** Entries of a company's own by language; null where there are none. */
export type CompiledOwn = Readonly<Record<Language, CompiledLanguage | null>>

type OwnItem = Extract<TuningItem, { kind: 'entry' }>

/**
 * Compiles entries of a company's own.
 * @param onFault takes an entry that cannot be compiled, which is left out: an update may have taken a class away that
 *   it used
 */
export function compileOwn(
  items: Iterable<OwnItem>,
  ground: Ground,
  onFault: (item: OwnItem, fault: UserError) => void,
): CompiledOwn {
  const rules: Record<Language, Rule[]> = { de: [], en: [] }
  for (const item of items) {
    try {
      const rule = ownRule(item.name, item.value)
      const missing = missingClass(rule, ground)
      if (missing !== undefined) throw unknownClass(missing)
      rules[rule.language].push(rule)
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault
      onFault(item, fault)
    }
  }
  forgetElements()
  return { de: compile('de', rules.de, ground), en: compile('en', rules.en, ground) }
}

function compile(language: Language, rules: readonly Rule[], ground: Ground): CompiledLanguage | null {
  if (rules.length === 0) return null
  const used = usedClasses(rules.flatMap(nodesOf), ground.classes[language])
  const entries = new Map(rules.map((rule) => [rule.id, rule]))
  return compileLanguage(
    language,
    { rules, cancels: [], classes: { ...ground.classes, [language]: used }, frequency: ground.frequency },
    (id) => {
      const { patterns: _1, unless: _2, needs: _3, needsAll: _4, check: _5, ...entry } = entries.get(id)!
      return { ...entry, flag: [], allow: [] }
    },
  )
}

const nodesOf = ({ patterns, unless, needs, needsAll }: Rule): Node[] => [
  ...patterns,
  ...unless.map(({ pattern }) => pattern),
  ...needs,
  ...needsAll,
]

/** The first class that a rule refers to and that does not exist. */
function missingClass(rule: Rule, { classes }: Ground): string | undefined {
  const visit = (node: Node): string | undefined => {
    if (node.is === 'class') return classes[rule.language].has(node.name) ? undefined : node.name
    if ('items' in node) return node.items.map(visit).find(Boolean)
    return 'item' in node ? visit(node.item) : undefined
  }
  return nodesOf(rule).map(visit).find(Boolean)
}

const unknownClass = (name: string) =>
  new UserError(
    'patterns:1:1',
    `the class @${name}`,
    'a class of lexicons/classes for the language of the entry',
    'Mend its name, or write its words out.',
  )
