import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileEntries } from '../compile.js'
import { SHIPPED } from '../load.js'
import { readLexiconFile } from '../parse.js'
import type { EntrySource } from './exchange.js'
import { formsIn } from './forms-in.js'

/** Reads how an entry stands in its file; null where the file has no such entry. */
export function entrySource(file: string, id: string): EntrySource | null {
  const read = readLexiconFile(file, readFileSync(join(SHIPPED, file), 'utf8'))
  if (!('entries' in read.value)) return null
  const entry = read.value.entries.find((each) => each.id === id)
  if (!entry) return null
  const { rules, terms } = compileEntries({ ...read, value: { ...read.value, entries: [entry] } })
  const forms = terms[0]?.forms ?? (entry.patterns ? [] : rules.flatMap(({ patterns }) => formsIn(patterns)))
  return {
    forms: [...forms].sort(),
    patterns: entry.patterns ?? [],
    unless: [...(entry.unless ?? []), ...(entry['unless-clause'] ?? []), ...(entry['unless-message'] ?? [])],
    needs: [...(entry.needs ?? []), ...(entry['needs-all'] ?? [])],
    flag: entry.flag ?? [],
    allow: entry.allow ?? [],
  }
}
