import type { Entry, LazyNode, Lexicons, Scope } from '../lexicon/lexicon.js'
import { forgetElements } from '../lexicon/pattern.js'
import type { Label, Language } from '../types.js'
import type { Hit } from './detector.js'
import { createMatcher, type Matcher } from './matcher.js'
import type { Reading, Run } from './reading.js'

/** A condition that takes a hit back where it holds within a scope around the hit. */
interface Veto {
  readonly scope: Scope
  /** Index of the condition in the matcher. */
  readonly condition: number
}

/** A rule as it is kept for matching: without the patterns, which the matcher has taken in. */
interface Owner {
  readonly entry: Entry
  readonly unless: readonly Veto[]
  readonly needs: readonly number[]
}

type Finder = (reading: Reading) => Hit[]

/**
 * Finds the lexicon entries that match a reading and that neither their own conditions nor the context take back.
 * What a language needs is compiled with its first message, or by `prepare`.
 */
export function createHitFinder(lexicons: Lexicons): { find: Finder; prepare(): void } {
  const german = whenNeeded('de', finderOf('de', lexicons))
  const english = whenNeeded('en', finderOf('en', lexicons))
  return {
    find: (reading) => [...german.find(reading), ...english.find(reading)],
    prepare() {
      german.prepare()
      english.prepare()
    },
  }
}

// A function of its own, so that nothing but `pending` holds the lexicons.
function finderOf(language: Language, lexicons: Lexicons): () => Finder {
  return () => finderFor(language, takeIn(language, lexicons))
}

function whenNeeded(language: Language, make: () => Finder): { find: Finder; prepare(): void } {
  let pending: (() => Finder) | null = make
  let finder: Finder = () => []
  const prepare = () => {
    if (pending) finder = pending()
    // With it goes what it holds of the lexicons.
    pending = null
  }
  return {
    find(reading) {
      if (!reading.clauses.some((clause) => clause.language === language)) return []
      prepare()
      return finder(reading)
    },
    prepare,
  }
}

/** What is kept of the lexicons: patterns in the matcher, conditions that compile when needed, and the entries. */
interface Taken {
  readonly matcher: Matcher
  /** By pattern of the matcher. */
  readonly owners: readonly Owner[]
  readonly vetoes: ReadonlyMap<Label, readonly Veto[]>
}

function takeIn(language: Language, lexicons: Lexicons): Taken {
  const rules = lexicons.rules.filter((rule) => rule.language === language && rule.status !== 'retired')
  const conditions: LazyNode[] = []
  const ask = (condition: LazyNode) => conditions.push(condition) - 1
  const owners = rules.flatMap((rule) => {
    const owner: Owner = {
      entry: entryOf(rule),
      unless: rule.unless.map(({ scope, pattern }) => ({ scope, condition: ask(pattern) })),
      needs: rule.needs.map(ask),
    }
    return rule.patterns.map(() => owner)
  })
  const vetoes = new Map<Label, Veto[]>()
  for (const { labels, scope, patterns } of lexicons.cancels.filter((entry) => entry.language === language)) {
    const added = patterns.map((pattern) => ({ scope, condition: ask(pattern) }))
    for (const label of labels) vetoes.set(label, [...(vetoes.get(label) ?? []), ...added])
  }
  const patterns = rules.flatMap((rule) => rule.patterns.map((pattern) => pattern()))
  const matcher = createMatcher(
    patterns,
    conditions,
    lexicons.classes[language],
    commonnessIn(lexicons.frequency[language]),
  )
  forgetElements()
  return { matcher, owners, vetoes }
}

function commonnessIn(frequency: ReadonlyMap<string, number>): (key: string) => number {
  return (key) => frequency.get(key) ?? 0
}

function finderFor(language: Language, { matcher, owners, vetoes }: Taken): Finder {
  return (reading) => {
    const whole = { from: 0, to: reading.tokens.length }
    const around = (scope: Scope, { from }: Run): Run => {
      if (scope === 'message') return whole
      const { sentence, clause } = reading.tokens[from]
      return scope === 'sentence' ? reading.sentences[sentence] : reading.clauses[clause]
    }
    const taken = (vetoed: readonly Veto[] | undefined, hit: Run) =>
      vetoed?.some(({ scope, condition }) => matcher.holds(condition, around(scope, hit))) ?? false
    const counts = ({ entry, unless, needs }: Owner, hit: Run): boolean =>
      (entry.audience.length === 0 || entry.audience.includes(reading.audience)) &&
      (needs.length === 0 || needs.some((condition) => matcher.holds(condition, whole))) &&
      !taken(unless, hit) &&
      !taken(vetoes.get(entry.label), hit)

    matcher.turnTo(reading)
    const hits: Hit[] = []
    for (const match of matcher.find()) {
      if (reading.clauses[reading.tokens[match.from].clause].language !== language) continue
      const owner = owners[match.pattern]
      if (counts(owner, match)) hits.push({ entry: owner.entry, from: match.from, to: match.to })
    }
    matcher.leave()
    return hits
  }
}

/** What a finding needs of a rule. */
export function entryOf({
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
