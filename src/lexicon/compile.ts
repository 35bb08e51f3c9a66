import { englishForms } from '../analyzer/morphology/english.js'
import { adjectiveForms, nounForms, verbForms } from '../analyzer/morphology/german.js'
import { UserError } from '../errors.js'
import type { Language } from '../types.js'
import type { Cancel, Entry, Examples, Rule, Scope, Term } from './lexicon.js'
import { compilePattern, type Node, PatternError } from './pattern.js'
import type { ReadFile } from './read.js'
import type { CancelFile, ClassFile, EntryFile, EntryInput } from './schema.js'
import { normalize, termForms } from './term-forms.js'

const KINDS = ['noun', 'verb', 'adjective', 'word'] as const

/** What one file of entries holds. */
export interface CompiledEntries {
  readonly rules: Rule[]
  readonly terms: Term[]
  readonly examples: Examples
}

/** Compiles a file of entries; @throws UserError with `file:line:col` */
export function compileEntries({ value: file, where }: ReadFile<EntryFile>): CompiledEntries {
  const rules: Rule[] = []
  const terms: Term[] = []
  file.entries.forEach((input, index) => {
    const at = (...path: PropertyKey[]) => where(['entries', index, ...path])
    const common = commonOf(file, input, at)
    const kind = KINDS.find((candidate) => input[candidate] !== undefined)
    if (kind && file.label === 'anglicism') {
      const lemma = input[kind]!
      terms.push({
        ...common,
        lemma,
        kind,
        forms: termForms(kind, lemma, input.forms ?? []),
        parts: input.parts ?? true,
      })
      return
    }
    const compile = (field: 'unless' | 'unless-clause' | 'unless-message' | 'needs' | 'needs-all') =>
      (input[field] ?? []).map((source, i) => compileAt(source, file.language, () => at(field, i), true))
    const unless = (field: 'unless' | 'unless-clause' | 'unless-message', scope: Scope) =>
      compile(field).map((pattern) => ({ scope, pattern }))
    rules.push({
      ...common,
      patterns: kind
        ? [termPattern(kind, input, file.language, () => at(kind))]
        : (input.patterns ?? []).map((source, i) =>
            compileAt(source, file.language, () => at('patterns', i)),
          ),
      unless: [
        ...unless('unless', 'sentence'),
        ...unless('unless-clause', 'clause'),
        ...unless('unless-message', 'message'),
      ],
      needs: compile('needs'),
      needsAll: compile('needs-all'),
      check: input.check ?? null,
    })
  })
  const examples = {
    label: file.label,
    language: file.language,
    audience: file.audience ?? [],
    where: where(['flag']),
    flag: file.flag ?? [],
    allow: file.allow ?? [],
  }
  return { rules, terms, examples }
}

function commonOf(file: EntryFile, input: EntryInput, at: (...path: PropertyKey[]) => string): Entry {
  const why = input.why ?? file.why
  if (!why)
    throw new UserError(
      at(),
      `entry ${input.id} without „why“`,
      'a reason in one plain sentence',
      'Add why to the entry or to the file.',
    )
  if (!(input.source ?? file.source))
    throw new UserError(
      at(),
      `entry ${input.id} without „source“`,
      'where it comes from',
      'Add source to the entry or to the file, such as own.',
    )
  return {
    id: input.id,
    name: input.name ?? KINDS.map((kind) => input[kind]).find(Boolean) ?? null,
    label: file.label,
    language: file.language,
    why,
    instead: input.instead ?? file.instead ?? [],
    status: input.status ?? file.status ?? 'active',
    audience: input.audience ?? file.audience ?? [],
    weight: input.weight ?? file.weight ?? 1,
    eachWord: input.count === 'words',
    where: at(),
    flag: input.flag ?? [],
    allow: input.allow ?? [],
  }
}

const INFLECT: Record<Language, Record<(typeof KINDS)[number], (lemma: string) => readonly string[]>> = {
  de: { noun: nounForms, verb: verbForms, adjective: adjectiveForms, word: (lemma) => [lemma] },
  en: { noun: englishForms, verb: englishForms, adjective: englishForms, word: (lemma) => [lemma] },
}

// A term outside the anglicism files is a pattern of its forms.
function termPattern(
  kind: (typeof KINDS)[number],
  input: EntryInput,
  language: Language,
  where: () => string,
): Node {
  const lemma = input[kind]!
  const forms = /[\s-]/.test(lemma) ? [lemma] : INFLECT[language][kind](lemma)
  const normal = [...new Set([...forms, ...(input.forms ?? [])].map(normalize))]
  const words: Node = { is: 'words', keys: normal.filter((form) => !form.includes(' ')) }
  const phrases = normal
    .filter((form) => form.includes(' '))
    .map((phrase) => compileAt(phrase, language, where))
  const branches = words.keys.length > 0 ? [words, ...phrases] : phrases
  return branches.length === 1 ? branches[0] : { is: 'choice', items: branches }
}

function compileAt(source: string, language: Language, where: () => string, condition = false): Node {
  try {
    return compilePattern(source, language, condition)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    const [, file, line, column] = where().match(/^(.*):(\d+):(\d+)$/)!
    // The column counts the opening quote of the YAML text.
    throw new UserError(
      `${file}:${line}:${Number(column) + 1 + error.offset}`,
      `${error.found} in the pattern „${source}“`,
      error.expected,
      error.remedy,
    )
  }
}

/** Compiles a file of word classes into nodes by name. */
export function compileClasses({
  value: file,
  where,
}: ReadFile<ClassFile>): { name: string; nodes: Node[]; where: string }[] {
  return Object.entries(file.classes).map(([name, members]) => ({
    name,
    nodes: members.map((source, i) => compileAt(source, file.language, () => where(['classes', name, i]))),
    where: where(['classes', name]),
  }))
}

/** Compiles a file of cancelling context. */
export function compileCancels({ value: file, where }: ReadFile<CancelFile>): Cancel[] {
  return file.cancels.map((input, index) => ({
    id: input.id,
    language: file.language,
    labels: input.labels,
    scope: input.scope,
    weak: input.weak ?? false,
    patterns: input.patterns.map((source, i) =>
      compileAt(source, file.language, () => where(['cancels', index, 'patterns', i]), true),
    ),
    where: where(['cancels', index]),
  }))
}
