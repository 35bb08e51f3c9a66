import type { Cancel, Entry, Lexicons, Rule, Scope } from '../lexicon/lexicon.js'
import type { Node } from '../lexicon/pattern.js'
import type { Label, Language } from '../types.js'
import { compilePatterns } from './compile.js'
import { DETECTORS } from './detectors/index.js'
import { type CompiledTerms, compileTerms } from './loanwords.js'
import { type PackedNumbers, packNumbers } from './packed.js'
import type { CompiledPatterns } from './program.js'
import { type CompiledTone, compileTone } from './tone/weights.js'

/** A condition that takes a hit back where it holds within a scope around the hit. */
export interface Veto {
  readonly scope: Scope
  /** Takes only hits that do not speak alone. */
  readonly weak: boolean
  /** Index of the condition. */
  readonly condition: number
}

/** A rule as it is kept for matching: its patterns are in the program. */
export interface CompiledRule {
  readonly entry: Entry
  readonly unless: readonly Veto[]
  readonly needs: readonly number[]
  readonly needsAll: readonly number[]
  readonly check: Rule['check']
}

/** What finds hits in one language. */
export interface CompiledLanguage {
  readonly patterns: CompiledPatterns
  readonly rules: readonly CompiledRule[]
  /** Of the patterns, by their index: the index of the rule. */
  readonly ruleOf: Int32Array
  readonly vetoes: ReadonlyMap<Label, readonly Veto[]>
}

/** Changes whenever compiled lexicons change their shape or meaning: what a build kept of another is not taken. */
export const FORMAT = 10

/** Lexicons as the analyzer runs them: plain data that a build may keep. */
export interface CompiledLexicons {
  /** Changes whenever a file changes; 16 characters. */
  readonly version: string
  /** Zipf frequencies by folded word. */
  readonly frequency: Readonly<Record<Language, PackedNumbers>>
  readonly languages: Readonly<Record<Language, CompiledLanguage>>
  readonly terms: CompiledTerms
  readonly tone: Readonly<Record<Language, CompiledTone | null>>
  /** All entries by id, those of detectors included. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** Compiles what was read from lexicon files. */
export function compileLexicons(lexicons: Lexicons): CompiledLexicons {
  const inCode = DETECTORS.flatMap(({ entries }) => entries ?? [])
  const terms = compileTerms(lexicons.terms)
  const entries = new Map<string, Entry>(
    [...[...lexicons.rules, ...inCode].map(entryOf), ...terms.terms].map((entry) => [entry.id, entry]),
  )
  const entry = (id: string) => entries.get(id)!
  return {
    version: lexicons.version,
    frequency: { de: packNumbers(lexicons.frequency.de), en: packNumbers(lexicons.frequency.en) },
    languages: {
      de: compileLanguage('de', lexicons, entry),
      en: compileLanguage('en', lexicons, entry),
    },
    terms,
    tone: {
      de: lexicons.tone.de && compileTone(lexicons.tone.de),
      en: lexicons.tone.en && compileTone(lexicons.tone.en),
    },
    entries,
  }
}

/** Compiles the rules of one language. */
export function compileLanguage(
  language: Language,
  lexicons: Pick<Lexicons, 'rules' | 'cancels' | 'classes' | 'frequency'>,
  entryOf: (id: string) => Entry,
): CompiledLanguage {
  const conditions: Node[] = []
  const asked = new Map<Node, number>()
  // Rules repeat their conditions by the hundred; equal ones are one node.
  const ask = (condition: Node): number => {
    let index = asked.get(condition)
    if (index === undefined) {
      index = conditions.push(condition) - 1
      asked.set(condition, index)
    }
    return index
  }
  const shareVetoes = createSharing<readonly Veto[]>()
  const shareNeeds = createSharing<readonly number[]>()
  const found = lexicons.rules.filter((rule) => rule.language === language && rule.status !== 'retired')
  const rules = found.map(
    ({ id, unless, needs, needsAll, check }): CompiledRule => ({
      entry: entryOf(id),
      unless: shareVetoes(
        unless.map(({ scope, pattern }) => ({ scope, weak: false, condition: ask(pattern) })),
      ),
      needs: shareNeeds(needs.map(ask)),
      needsAll: shareNeeds(needsAll.map(ask)),
      check,
    }),
  )
  const vetoes = vetoesOf(
    lexicons.cancels.filter((cancel) => cancel.language === language),
    ask,
  )
  const frequency = lexicons.frequency[language]
  return {
    patterns: compilePatterns(
      found.flatMap(({ patterns }) => patterns),
      conditions,
      lexicons.classes[language],
      (key) => frequency.get(key) ?? 0,
    ),
    rules,
    ruleOf: Int32Array.from(found.flatMap(({ patterns }, rule) => patterns.map(() => rule))),
    vetoes,
  }
}

function vetoesOf(cancels: readonly Cancel[], ask: (condition: Node) => number): Map<Label, Veto[]> {
  const vetoes = new Map<Label, Veto[]>()
  for (const { labels, scope, weak, patterns } of cancels) {
    const added = patterns.map((pattern) => ({ scope, weak, condition: ask(pattern) }))
    for (const label of labels) vetoes.set(label, [...(vetoes.get(label) ?? []), ...added])
  }
  return vetoes
}

// Equal things become one thing: smaller in memory and in the file that a build keeps.
function createSharing<T>(): (thing: T) => T {
  const known = new Map<string, T>()
  return (thing) => {
    const content = JSON.stringify(thing)
    const shared = known.get(content)
    if (shared !== undefined) return shared
    known.set(content, thing)
    return thing
  }
}

// Without patterns, forms and examples, which serve those who tend the lexicons.
const NO_EXAMPLES: readonly string[] = []

function entryOf(entry: Entry | Rule): Entry {
  const { id, name, label, language, why, instead, status, audience, weight, eachWord, where } = entry
  return {
    id,
    name,
    label,
    language,
    why,
    instead,
    status,
    audience,
    weight,
    eachWord,
    where,
    flag: NO_EXAMPLES,
    allow: NO_EXAMPLES,
  }
}
