import type { Analyzer } from './analyzer/analyzer.js'
import { fold } from './analyzer/morphology/fold.js'
import { type Cached, cached } from './cached.js'
import type { Entry, Term } from './lexicon/lexicon.js'
import type { ChannelAddress, Store } from './types.js'

/** Looks up what a channel has declared as its own; whoever changes it in the store must `forget` it here. */
export type TeamTermsOf = Cached<ChannelAddress, ReadonlySet<string>>

/** Kept in memory, so that a message costs no query; another instance's change is seen after 10 seconds. */
export function createTeamTermsOf(store: Pick<Store, 'teamTerms'>): TeamTermsOf {
  return cached(
    async (channel) => new Set(await store.teamTerms(channel)),
    ({ platform, tenant, channel }) => `${platform}|${tenant}|${channel}`,
    { seconds: 10, most: 5000 },
  )
}

/**
 * The ids of the entries that a word names: the id itself, an entry of that name or lemma, the entry of which it is a
 * form, and the rules that this word alone makes match.
 */
export function entriesNamed(
  word: string,
  entries: ReadonlyMap<string, Entry | Term>,
  analyzer: Analyzer,
): string[] {
  const { given, keys, alone } = readTerm(word, analyzer)
  const named = [...entries.values()]
    .filter((entry) => namesOf(entry).some((name) => keys.has(fold(name))))
    .map(({ id }) => id)
  return [...new Set([...(entries.has(given) ? [given] : []), ...named, ...alone])]
}

/** A word as the lexicons may know it. */
export interface ReadTerm {
  readonly given: string
  /** Names that it may be a form of, folded. */
  readonly keys: ReadonlySet<string>
  /** Ids of the entries that this word alone makes match. */
  readonly alone: readonly string[]
}

/** Reads a word without looking at all entries. */
export function readTerm(word: string, analyzer: Analyzer): ReadTerm {
  const given = word.trim()
  const keys = new Set([fold(given)])
  const alone: string[] = []
  if (!/\s/.test(given)) {
    // A word alone has no language; the question is what it is in German.
    const { words } = analyzer.analyze({ text: `Hier steht ${given}.` })
    for (const found of words) if (found.word === given) keys.add(fold(found.lemma))
    for (const { entry } of analyzer.hits({ text: given })) if (entry.name !== null) alone.push(entry.id)
  }
  return { given, keys, alone }
}

/** What an entry is called. */
export const namesOf = (entry: Entry | Term): string[] => [
  ...(entry.name === null ? [] : [entry.name]),
  ...('lemma' in entry ? [entry.lemma] : []),
]
