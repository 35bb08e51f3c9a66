import { COMPANY } from '../analyzer/tuning.js'
import type { TuningCompiler } from '../lexicon/tuning/compiler.js'
import type { EntrySource } from '../lexicon/tuning/exchange.js'
import type { LiveLexicon, Tuned } from '../tuning/live-lexicon.js'
import type { KeptTuningItem, OwnEntry, Store, TuningKey } from '../types.js'
import { shownLine, touchedIn } from './lines.js'
import { formsOfOwn } from './words-of.js'
import type { EntryDetail } from './workbench.js'

interface Parts {
  readonly lexicon: Pick<LiveLexicon, 'current' | 'base'>
  readonly compiler: Pick<TuningCompiler, 'source'>
  readonly store: { readonly tuning: Pick<Store['tuning'], 'item'> }
}

const NOTHING: EntrySource = { forms: [], patterns: [], unless: [], needs: [], flag: [], allow: [] }

/** All there is to know of an entry; null where there is none. */
export async function entryDetail(
  { lexicon, compiler, store }: Parts,
  id: string,
): Promise<EntryDetail | null> {
  const tuned = lexicon.current()
  const { entries: shipped } = lexicon.base
  const entry = tuned.entries.get(id)
  if (!entry) return null
  const items: KeptTuningItem[] = []
  for (const key of keysAbout(id, entry.name, tuned, shipped.has(id))) {
    const item = await store.tuning.item(key)
    if (item) items.push(item)
  }
  const own = items.find((item) => item.kind === 'entry')
  const [, file] = entry.where.match(/(?:^|\/)lexicons\/(.*):\d+:\d+$/) ?? []
  const source = own
    ? sourceOfOwn(own.value as OwnEntry)
    : (file && (await compiler.source(file, id))) || NOTHING
  return { line: shownLine(entry, tuned, shipped, touchedIn(tuned)), entry, ...source, items }
}

function keysAbout(id: string, name: string | null, { settings }: Tuned, isShipped: boolean): TuningKey[] {
  const keys: TuningKey[] = isShipped
    ? []
    : [{ scope: settings.scopes.get(id) ?? COMPANY, kind: 'entry', name: id }]
  for (const [scope, changes] of settings.changed)
    if (changes.has(id)) keys.push({ scope, kind: 'change', name: id })
  for (const [scope, allowed] of settings.allowed)
    for (const allowedName of [id, name])
      if (allowedName !== null && allowed.has(allowedName))
        keys.push({ scope, kind: 'allow', name: allowedName })
  return keys
}

const sourceOfOwn = (value: OwnEntry): EntrySource => ({
  forms: formsOfOwn(value),
  patterns: value.patterns ?? [],
  unless: [...(value.unless ?? []), ...(value['unless-clause'] ?? []), ...(value['unless-message'] ?? [])],
  needs: [],
  flag: value.flag ?? [],
  allow: value.allow ?? [],
})
