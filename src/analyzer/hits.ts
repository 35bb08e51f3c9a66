import type { Entry, LazyNode, Lexicons, Rule, Scope } from '../lexicon/lexicon.js'
import { forgetElements } from '../lexicon/pattern.js'
import type { Label, Language } from '../types.js'
import type { Hit } from './detector.js'
import { createMatcher, type Matcher } from './matcher.js'
import { isAgentlessPassive } from './passive.js'
import type { Reading, Run } from './reading.js'

/** A condition that takes a hit back where it holds within a scope around the hit. */
interface Veto {
  readonly scope: Scope
  /** Takes only hits that do not speak alone. */
  readonly weak: boolean
  /** Index of the condition in the matcher. */
  readonly condition: number
}

/** A rule as it is kept for matching: without the patterns, which the matcher has taken in. */
interface Owner {
  readonly entry: Entry
  readonly unless: readonly Veto[]
  readonly needs: readonly number[]
  readonly check: Rule['check']
}

/** A match with its rule, before any condition was asked. */
interface Raw extends Run {
  readonly owner: Owner
  readonly finder: Finder
}

interface Finder {
  match(reading: Reading): Raw[]
  /** Whether neither the rule's own conditions nor the context take a match back. */
  counts(raw: Raw): boolean
  leave(): void
}

/**
 * Finds the lexicon entries that match a reading and that neither their own conditions nor the context take back.
 * What a language needs is compiled with its first message, or by `prepare`.
 */
export function createHitFinder(lexicons: Lexicons) {
  const german = whenNeeded(finderOf('de', lexicons))
  const english = whenNeeded(finderOf('en', lexicons))
  const finders = { de: german, en: english }
  return {
    /**
     * @param enough the weight from which on a label speaks; hits of labels that stay below need not be right
     */
    find(reading: Reading, enough?: ReadonlyMap<Label, number>): Hit[] {
      const raws: Raw[] = []
      const used: Finder[] = []
      for (const language of ['de', 'en'] as const) {
        if (!reading.clauses.some((clause) => clause.language === language)) continue
        const finder = finders[language]()
        used.push(finder)
        raws.push(...finder.match(reading))
      }
      const telling = enough ? raws.filter(reaching(raws, enough)) : raws
      const hits = telling
        .filter((raw) => raw.finder.counts(raw))
        .map(({ owner, from, to }) => ({ entry: owner.entry, from, to }))
      for (const finder of used) finder.leave()
      return hits
    },
    prepare() {
      german()
      english()
    },
  }
}

// Whether the label of a match can speak at all, even if no condition takes anything back.
function reaching(raws: readonly Raw[], enough: ReadonlyMap<Label, number>): (raw: Raw) => boolean {
  if (raws.length === 0) return () => false
  const sums = new Map<Label, number>()
  const seen = new Set<Entry>()
  for (const { owner } of raws) {
    if (seen.has(owner.entry)) continue
    seen.add(owner.entry)
    sums.set(owner.entry.label, (sums.get(owner.entry.label) ?? 0) + owner.entry.weight)
  }
  return ({ owner }) => sums.get(owner.entry.label)! >= (enough.get(owner.entry.label) ?? 0) - 0.01
}

// A function of its own, so that nothing but what is pending holds the lexicons.
function finderOf(language: Language, lexicons: Lexicons): () => Finder {
  return () => finderFor(language, takeIn(language, lexicons))
}

function whenNeeded<T>(make: () => T): () => T {
  let pending: (() => T) | null = make
  let made: T
  return () => {
    if (pending) made = pending()
    // With it goes what it holds of the lexicons.
    pending = null
    return made
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
      unless: rule.unless.map(({ scope, pattern }) => ({ scope, weak: false, condition: ask(pattern) })),
      needs: rule.needs.map(ask),
      check: rule.check,
    }
    return rule.patterns.map(() => owner)
  })
  const vetoes = new Map<Label, Veto[]>()
  for (const { labels, scope, weak, patterns } of lexicons.cancels.filter(
    (entry) => entry.language === language,
  )) {
    const added = patterns.map((pattern) => ({ scope, weak, condition: ask(pattern) }))
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
  let reading: Reading
  const around = (scope: Scope, { from }: Run): Run => {
    if (scope === 'message') return { from: 0, to: reading.tokens.length }
    const { sentence, clause } = reading.tokens[from]
    return scope === 'sentence' ? reading.sentences[sentence] : reading.clauses[clause]
  }
  const taken = (vetoed: readonly Veto[] | undefined, { weight }: Entry, hit: Run) =>
    vetoed?.some(
      ({ scope, weak, condition }) => (!weak || weight < 1) && matcher.holds(condition, around(scope, hit)),
    ) ?? false

  const finder: Finder = {
    match(next) {
      reading = next
      matcher.turnTo(next)
      const raws: Raw[] = []
      for (const { pattern, from, to } of matcher.find())
        if (next.clauses[next.tokens[from].clause].language === language)
          raws.push({ owner: owners[pattern], finder, from, to })
      return raws
    },
    counts: ({ owner: { entry, unless, needs, check }, from, to }) =>
      (entry.audience.length === 0 || entry.audience.includes(reading.audience)) &&
      (needs.length === 0 ||
        needs.some((condition) => matcher.holds(condition, { from: 0, to: reading.tokens.length }))) &&
      !taken(unless, entry, { from, to }) &&
      !taken(vetoes.get(entry.label), entry, { from, to }) &&
      (check === null || isAgentlessPassive(reading, reading.sentences[reading.tokens[from].sentence])),
    leave: matcher.leave,
  }
  return finder
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
