import { DETECTORS } from '../analyzer/detectors/index.js'
import type { Entry, Lexicons } from './lexicon.js'

/** All entries by id, those of detectors included. */
export function entriesById({ rules, terms }: Lexicons): ReadonlyMap<string, Entry> {
  const inCode = DETECTORS.flatMap(({ entries }) => entries ?? [])
  return new Map([...rules, ...terms, ...inCode].map((entry) => [entry.id, bare(entry)]))
}

// Without patterns and forms, which the analyzer has taken in already.
function bare({
  id,
  name,
  label,
  language,
  why,
  instead,
  status,
  audience,
  weight,
  where,
  flag,
  allow,
}: Entry): Entry {
  return { id, name, label, language, why, instead, status, audience, weight, where, flag, allow }
}
