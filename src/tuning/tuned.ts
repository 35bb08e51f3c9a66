import type { Analyzer } from '../analyzer/analyzer.js'
import { COMPANY, type CompiledTuning, createViews } from '../analyzer/tuning.js'
import type { Entry, EntryLookup } from '../lexicon/lexicon.js'
import type { Scope } from '../types.js'
import { entryTable, withChanges } from './entry-table.js'
import { createNaming } from './naming.js'
import { createPauses } from './pauses.js'

/** The lexicons as they come with Klartext. */
export interface Base {
  readonly analyzer: Analyzer
  readonly entries: ReadonlyMap<string, Entry>
  readonly version: string
}

/** The lexicons with what the company has set about them, as messages are read at this moment. */
export interface Tuned {
  readonly analyzer: Analyzer
  /** All entries by id as they are company-wide, those of the company's own among them. */
  readonly entries: ReadonlyMap<string, Entry>
  /** The same as they are in some scopes, given the largest first. */
  entriesIn(scopes: readonly Scope[]): EntryLookup
  /** Identifies both, such as `3f2a9c0b11d4e7a8.12`; at most 64 characters. */
  readonly version: string
  /** The published version that is in force here; 0 for none. */
  readonly tuning: number
  /** What was set, as it was set. */
  readonly settings: CompiledTuning
  /** Whether anything holds for units, or for channels, alone. */
  readonly has: { readonly units: boolean; readonly channels: boolean }
}

/** Puts what a company has set on top of the lexicons. */
export function tunedFrom(base: Base, tuning: CompiledTuning, version: number): Tuned {
  const raw = entryTable(base.entries, Object.values(tuning.languages).flat())
  const inForce = { ...tuning, allowed: resolved(tuning, raw, base) }
  const viewOf = createViews(inForce)
  const { entryOf } = viewOf([])
  const companyWide = [...(tuning.changed.get(COMPANY)?.keys() ?? [])].flatMap((id) => {
    const entry = raw.get(id)
    return entry ? [[id, entryOf(entry)] as const] : []
  })
  const entries = withChanges(raw, new Map(companyWide))
  const scopes = [...tuning.scopes.values(), ...tuning.allowed.keys(), ...tuning.changed.keys()]
  const isNarrow = tuning.changed.size > Number(tuning.changed.has(COMPANY))
  return {
    analyzer: version === 0 ? base.analyzer : base.analyzer.tuned(inForce),
    entries,
    entriesIn(scopes) {
      if (!isNarrow || scopes.length === 0) return entries
      const { entryOf } = viewOf(scopes)
      return {
        get(id) {
          const entry = raw.get(id)
          return entry && entryOf(entry)
        },
      }
    },
    version: version === 0 ? base.version : `${base.version}.${version}`,
    tuning: version,
    settings: tuning,
    has: {
      units: scopes.some((scope) => scope.startsWith('unit/')),
      channels: scopes.some((scope) => scope.startsWith('channel/')),
    },
  }
}

// People name words; what is found has the id of an entry.
function resolved(
  tuning: CompiledTuning,
  entries: ReadonlyMap<string, Entry>,
  base: Base,
): CompiledTuning['allowed'] {
  const idsNamed = createNaming(base.entries, tuning.languages, base.analyzer)
  return new Map(
    [...tuning.allowed].map(([scope, names]) => [
      scope,
      new Set([...names].flatMap((name) => (entries.has(name) ? [name] : [name, ...idsNamed(name)]))),
    ]),
  )
}

/** Reads beforehand, and bit by bit, what {@link tunedFrom} would read at once: there may be thousands of words. */
export async function readAllowed({ allowed, languages }: CompiledTuning, base: Base): Promise<void> {
  const pause = createPauses()
  const idsNamed = createNaming(base.entries, languages, base.analyzer)
  for (const names of allowed.values())
    for (const name of names) {
      await pause()
      if (!base.entries.has(name)) idsNamed(name)
    }
}
