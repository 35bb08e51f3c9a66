import type { Analyzer } from '../analyzer/analyzer.js'
import { fold } from '../analyzer/morphology/fold.js'
import type { CompiledTuning } from '../analyzer/tuning.js'
import type { Entry } from '../lexicon/lexicon.js'
import { namesOf, type ReadTerm, readTerm } from '../team-terms.js'

/** Words whose reading is kept; reading one takes half a millisecond. */
const MOST = 20_000

type Names = ReadonlyMap<string, readonly string[]>

// Made once for entries that belong together, and once for a word, however often something is published.
const indexes = new WeakMap<object, Names>()
const readings = new WeakMap<Analyzer, Map<string, ReadTerm>>()

/** Answers the ids of the entries that a word names, as `entriesNamed` does, without looking at all of them each time. */
export function createNaming(
  shipped: ReadonlyMap<string, Entry>,
  languages: CompiledTuning['languages'],
  analyzer: Analyzer,
): (word: string) => readonly string[] {
  const layers = Object.values(languages).flat()
  return (word) => {
    const { keys, alone } = reading(word, analyzer)
    const named = [...keys].flatMap((key) => [
      ...(indexOf(shipped, () => shipped.values()).get(key) ?? []),
      ...layers.flatMap(({ compiled, superseded }) => {
        const index = indexOf(compiled, () => compiled.rules.map(({ entry }) => entry))
        return (index.get(key) ?? []).filter((id) => !superseded.has(id))
      }),
    ])
    return [...new Set([...named, ...alone])]
  }
}

function indexOf(of: object, entries: () => Iterable<Entry>): Names {
  const known = indexes.get(of)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const entry of entries())
    for (const key of new Set(namesOf(entry).map(fold))) {
      const ids = index.get(key)
      if (ids) ids.push(entry.id)
      else index.set(key, [entry.id])
    }
  indexes.set(of, index)
  return index
}

function reading(word: string, analyzer: Analyzer): ReadTerm {
  let known = readings.get(analyzer)
  if (!known) readings.set(analyzer, (known = new Map()))
  let read = known.get(word)
  if (!read) {
    if (known.size >= MOST) known.clear()
    known.set(word, (read = readTerm(word, analyzer)))
  }
  return read
}
