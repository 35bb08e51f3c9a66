import type { Entry, Lexicons, Scope } from '../lexicon/lexicon.js'
import { forgetElements } from '../lexicon/pattern.js'
import type { Label, Language } from '../types.js'
import type { Hit } from './detector.js'
import { type Condition, createMatcher, type Matcher } from './matcher.js'
import type { Reading, Run } from './reading.js'

/** A condition that takes a hit back where it holds within a scope around the hit. */
interface Veto {
  readonly scope: Scope
  readonly holds: Condition
}

/** A rule as it is kept for matching: without the patterns, which the matcher has taken in. */
interface Owner {
  readonly entry: Entry
  readonly unless: readonly Veto[]
  readonly needs: readonly Condition[]
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
  const patterns = rules.flatMap((rule) => rule.patterns.map((pattern) => pattern()))
  const matcher = createMatcher(
    patterns,
    lexicons.classes[language],
    commonnessIn(lexicons.frequency[language]),
  )
  const owners = rules.flatMap((rule) => {
    const owner: Owner = {
      entry: entryOf(rule),
      unless: rule.unless.map(({ scope, pattern }) => ({ scope, holds: matcher.condition(pattern) })),
      needs: rule.needs.map(matcher.condition),
    }
    return rule.patterns.map(() => owner)
  })
  const vetoes = new Map<Label, Veto[]>()
  for (const { labels, scope, patterns } of lexicons.cancels.filter((entry) => entry.language === language)) {
    const conditions = patterns.map((pattern) => ({ scope, holds: matcher.condition(pattern) }))
    for (const label of labels) vetoes.set(label, [...(vetoes.get(label) ?? []), ...conditions])
  }
  forgetElements()
  return { matcher, owners, vetoes }
}

function commonnessIn(frequency: ReadonlyMap<string, number>): (key: string) => number {
  return (key) => frequency.get(key) ?? 2
}

function finderFor(language: Language, { matcher, owners, vetoes }: Taken): Finder {
  return (reading) => {
    const whole = { from: 0, to: reading.tokens.length }
    const around = (scope: Scope, { from }: Run): Run => {
      if (scope === 'message') return whole
      const { sentence, clause } = reading.tokens[from]
      return scope === 'sentence' ? reading.sentences[sentence] : reading.clauses[clause]
    }
    const taken = (vetoed: readonly Veto[], hit: Run) =>
      vetoed.some(({ scope, holds }) => holds(reading, around(scope, hit)))
    const counts = ({ entry, unless, needs }: Owner, hit: Run): boolean =>
      (entry.audience.length === 0 || entry.audience.includes(reading.audience)) &&
      (needs.length === 0 || needs.some((holds) => holds(reading, whole))) &&
      !taken(unless, hit) &&
      !taken(vetoes.get(entry.label) ?? [], hit)

    return matcher
      .find(reading)
      .filter(({ from }) => reading.clauses[reading.tokens[from].clause].language === language)
      .filter((match) => counts(owners[match.pattern], match))
      .map(({ pattern, from, to }) => ({ entry: owners[pattern].entry, from, to }))
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
