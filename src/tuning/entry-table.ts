import type { CompiledLanguage } from '../analyzer/compiled.js'
import type { OwnEntries } from '../analyzer/tuning.js'
import type { Entry } from '../lexicon/lexicon.js'

// Made once for entries that were compiled together, however often others are published.
const made = new WeakMap<CompiledLanguage, ReadonlyMap<string, Entry>>()

function entriesOf(compiled: CompiledLanguage): ReadonlyMap<string, Entry> {
  let entries = made.get(compiled)
  if (!entries)
    made.set(compiled, (entries = new Map(compiled.rules.map(({ entry }) => [entry.id, entry] as const))))
  return entries
}

/** All entries by id: those that come with Klartext, and on top a company's own; made without copying them. */
export function entryTable(
  shipped: ReadonlyMap<string, Entry>,
  layers: readonly OwnEntries[],
): ReadonlyMap<string, Entry> {
  if (layers.length === 0) return shipped
  const own = layers.map(({ compiled, superseded }) => ({ entries: entriesOf(compiled), superseded }))
  const get = (id: string): Entry | undefined => {
    for (const { entries, superseded } of own) {
      const entry = entries.get(id)
      if (entry && !superseded.has(id)) return entry
    }
    return shipped.get(id)
  }
  function* all(): MapIterator<[string, Entry]> {
    yield* shipped
    for (const { entries, superseded } of own)
      for (const each of entries) if (!superseded.has(each[0])) yield each
    return undefined
  }
  const table: ReadonlyMap<string, Entry> = {
    get,
    has: (id) => get(id) !== undefined,
    get size() {
      return own.reduce(
        (sum, { entries, superseded }) =>
          sum + entries.size - [...superseded].filter((id) => entries.has(id)).length,
        shipped.size,
      )
    },
    entries: all,
    *keys() {
      for (const [id] of all()) yield id
      return undefined
    },
    *values() {
      for (const [, entry] of all()) yield entry
      return undefined
    },
    forEach(act, self) {
      for (const [id, entry] of all()) act.call(self, entry, id, table)
    },
    [Symbol.iterator]: all,
  }
  return table
}

/** The same with some entries as they are changed. */
export function withChanges(
  entries: ReadonlyMap<string, Entry>,
  changed: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  if (changed.size === 0) return entries
  function* all(): MapIterator<[string, Entry]> {
    for (const [id, entry] of entries) yield [id, changed.get(id) ?? entry]
    return undefined
  }
  const table: ReadonlyMap<string, Entry> = {
    get: (id) => changed.get(id) ?? entries.get(id),
    has: (id) => entries.has(id),
    get size() {
      return entries.size
    },
    entries: all,
    keys: () => entries.keys(),
    *values() {
      for (const [, entry] of all()) yield entry
      return undefined
    },
    forEach(act, self) {
      for (const [id, entry] of all()) act.call(self, entry, id, table)
    },
    [Symbol.iterator]: all,
  }
  return table
}
