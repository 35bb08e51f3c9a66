import { createHash } from 'node:crypto'
import { fold } from '../analyzer/morphology/fold.js'
import { TONE_LABELS } from '../analyzer/tone/labels.js'
import { UserError } from '../errors.js'
import type { Language } from '../types.js'
import { checkClasses } from './check-classes.js'
import { compileCancels, compileClasses, compileEntries } from './compile.js'
import type { Cancel, Examples, Lexicons, Rule, Term, ToneWeights } from './lexicon.js'
import { forgetElements, type Node } from './pattern.js'
import { type ReadFile, readYaml } from './read.js'
import {
  type CancelFile,
  type ClassFile,
  cancelsSchema,
  classesSchema,
  type EntryFile,
  entriesSchema,
} from './schema.js'

/** A lexicon file of any kind that fits its schema. */
export type LexiconFile = ReadFile<EntryFile | ClassFile | CancelFile>

/** Reads one lexicon file; @throws UserError as `file:line:col` */
export function readLexiconFile(name: string, source: string): LexiconFile {
  return readYaml<EntryFile | ClassFile | CancelFile>(name, source, (keys) =>
    keys.includes('classes') ? classesSchema : keys.includes('cancels') ? cancelsSchema : entriesSchema,
  )
}

/** Changes whenever a file changes; 16 characters. */
export function versionOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, source] of sources)
    hash.update(name.split('/').at(-1)!).update('\0').update(source).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/**
 * Compiles lexicons from the text of their files, by name.
 * @param onFault takes the first fault of each file, which is then left out; without it the first fault is thrown
 */
export function parseLexicons(
  sources: ReadonlyMap<string, string>,
  onFault: (fault: UserError) => void = throwFault,
): Lexicons {
  const rules: Rule[] = []
  const terms: Term[] = []
  const cancels: Cancel[] = []
  const examples: Examples[] = []
  const classes: Record<Language, Map<string, Node[]>> = { de: new Map(), en: new Map() }
  const frequency: Record<Language, ReadonlyMap<string, number>> = { de: new Map(), en: new Map() }
  const tone: Record<Language, ToneWeights | null> = { de: null, en: null }
  const ids = new Map<string, string>()
  const claim = (id: string, where: string) => {
    const earlier = ids.get(id)
    if (earlier)
      throw new UserError(
        where,
        `the id „${id}“ a second time`,
        'an id of its own',
        `It stands first at ${earlier}; give this one another id.`,
      )
    ids.set(id, where)
  }

  const add = (name: string, source: string) => {
    const read = readLexiconFile(name, source)
    if ('classes' in read.value) {
      for (const { name: className, nodes, where } of compileClasses({
        value: read.value,
        where: read.where,
      })) {
        claim(`@${className} (${read.value.language})`, where)
        classes[read.value.language].set(className, nodes)
      }
    } else if ('cancels' in read.value) {
      for (const cancel of compileCancels({ ...read, value: read.value })) {
        claim(cancel.id, cancel.where)
        cancels.push(cancel)
      }
    } else {
      const compiled = compileEntries({ ...read, value: read.value })
      for (const entry of [...compiled.rules, ...compiled.terms]) claim(entry.id, entry.where)
      rules.push(...compiled.rules)
      terms.push(...compiled.terms)
      examples.push(compiled.examples)
    }
  }

  for (const [name, source] of sources) {
    const language = name.endsWith('/en.tsv') ? 'en' : 'de'
    if (name.endsWith('.tsv') && !name.endsWith(`/tone/${language}.tsv`)) {
      frequency[language] = readFrequency(source)
      continue
    }
    try {
      if (name.endsWith('.tsv')) tone[language] = readTone(name, source)
      else add(name, source)
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault
      onFault(fault)
    }
  }
  forgetElements()
  const usable = checkClasses(rules, cancels, classes, onFault)
  return { ...usable, terms, examples, classes, frequency, tone, version: versionOf(sources) }
}

function readFrequency(source: string): Map<string, number> {
  const table = new Map<string, number>()
  for (const line of source.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 1) continue
    const key = fold(line.slice(0, tab))
    const zipf = Number(line.slice(tab + 1))
    if ((table.get(key) ?? 0) < zipf) table.set(key, zipf)
  }
  return table
}

/** Reads what bench/weigh-tone.ts has written. */
function readTone(name: string, source: string): ToneWeights {
  const [head = '', bias = '', silent = '', ...rows] = source.trimEnd().split('\n')
  const expected = ['# feature', ...TONE_LABELS].join('\t')
  if (head !== expected)
    throw new UserError(
      `${name}:1:1`,
      `the columns „${head.slice(0, 80)}“`,
      `the columns „${expected}“`,
      'Write the file anew: node --import tsx bench/weigh-tone.ts',
    )
  const numbers = (line: string, row: number): number[] => {
    const found = line.split('\t').slice(1).map(Number)
    if (found.length !== TONE_LABELS.length || found.some((number) => !Number.isInteger(number)))
      throw new UserError(
        `${name}:${row + 2}:1`,
        `the line „${line.slice(0, 80)}“`,
        `${TONE_LABELS.length} whole numbers behind the words`,
        'Write the file anew: node --import tsx bench/weigh-tone.ts',
      )
    return found
  }
  return {
    features: rows.map((line) => line.slice(0, line.indexOf('\t'))).join('\n'),
    bias: Int16Array.from(numbers(bias, 0)),
    silent: Int16Array.from(numbers(silent, 1)),
    weights: Int16Array.from(rows.flatMap((line, i) => numbers(line, i + 2))),
  }
}

function throwFault(fault: UserError): void {
  throw fault
}
