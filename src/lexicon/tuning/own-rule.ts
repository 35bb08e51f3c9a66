import type { OwnEntry } from '../../types.js'
import { compileEntries } from '../compile.js'
import type { Rule, Term } from '../lexicon.js'
import { compilePattern, type Node } from '../pattern.js'
import type { EntryFile } from '../schema.js'

/** Compiles an own entry that fits its schema; words of English origin become patterns of their forms. */
export function ownRule(id: string, { label, language, source, ...value }: OwnEntry): Rule {
  const file = {
    label,
    language,
    entries: [{ ...value, id, source: source ?? 'own' }],
  } as unknown as EntryFile
  // Shown as `<id>:1:1`; faults in patterns count their characters from there.
  const where = (path: readonly PropertyKey[]) => `${path.slice(2).map(String).join('.') || id}:1:0`
  const { rules, terms } = compileEntries({ value: file, where })
  return rules[0] ?? ofTerm(terms[0]!)
}

function ofTerm({ lemma, kind: _kind, forms, parts: _parts, ...entry }: Term): Rule {
  const single = forms.filter((form) => !form.includes(' '))
  const phrases = forms.filter((form) => form.includes(' '))
  const items: Node[] = [
    ...(single.length > 0 ? [{ is: 'words', keys: single } as const] : []),
    ...phrases.map((phrase) => compilePattern(phrase, entry.language)),
  ]
  return {
    ...entry,
    name: entry.name ?? lemma,
    patterns: [items.length === 1 ? items[0]! : { is: 'choice', items }],
    unless: [],
    needs: [],
    needsAll: [],
    check: null,
  }
}
