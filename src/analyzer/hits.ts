import type { Entry, Lexicons, Scope } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
import type { Hit } from './detector.js'
import { type Condition, createMatcher } from './matcher.js'
import type { Reading, Run } from './reading.js'

const LANGUAGES: readonly Language[] = ['de', 'en']

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

/** Finds the lexicon entries that match a reading and that neither their own conditions nor the context take back. */
export function createHitFinder(lexicons: Lexicons): (reading: Reading) => Hit[] {
  const finders = LANGUAGES.map((language) => finderFor(language, lexicons))
  return (reading) => finders.flatMap((find) => find(reading))
}

function finderFor(language: Language, lexicons: Lexicons): (reading: Reading) => Hit[] {
  const rules = lexicons.rules.filter((rule) => rule.language === language && rule.status !== 'retired')
  const patterns = rules.flatMap((rule) => rule.patterns)
  const matcher = createMatcher(
    patterns,
    lexicons.classes[language],
    (key) => lexicons.frequency[language].get(key) ?? 2,
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
  for (const cancel of lexicons.cancels.filter((entry) => entry.language === language)) {
    const conditions = cancel.patterns.map((pattern) => ({
      scope: cancel.scope,
      holds: matcher.condition(pattern),
    }))
    for (const label of cancel.labels) vetoes.set(label, [...(vetoes.get(label) ?? []), ...conditions])
  }

  return (reading) => {
    if (!reading.clauses.some((clause) => clause.language === language)) return []
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
