import { DETECTORS } from '../analyzer/detectors/index.js'
import { entryOf } from '../analyzer/hits.js'
import type { Entry, Lexicons } from './lexicon.js'

/** All entries by id, those of detectors included; without the patterns and forms, which the analyzer takes in. */
export function entriesById({ rules, terms }: Lexicons): ReadonlyMap<string, Entry> {
  const inCode = DETECTORS.flatMap(({ entries }) => entries ?? [])
  return new Map([...rules, ...terms, ...inCode].map((entry) => [entry.id, entryOf(entry)]))
}
