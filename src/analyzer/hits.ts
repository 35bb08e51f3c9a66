import type { Cancel, Lexicons, Rule, Scope } from '../lexicon/lexicon.js'
import type { Language } from '../types.js'
import type { Hit } from './detector.js'
import { createMatcher } from './matcher.js'
import type { Reading, Run } from './reading.js'

const LANGUAGES: readonly Language[] = ['de', 'en']

/** Finds the lexicon entries that match a reading and that neither their own conditions nor the context take back. */
export function createHitFinder(lexicons: Lexicons): (reading: Reading) => Hit[] {
  const finders = LANGUAGES.map((language) => finderFor(language, lexicons))
  return (reading) => finders.flatMap((find) => find(reading))
}

function finderFor(language: Language, lexicons: Lexicons): (reading: Reading) => Hit[] {
  const rules = lexicons.rules.filter((rule) => rule.language === language && rule.status !== 'retired')
  const owners = rules.flatMap((rule) => rule.patterns.map(() => rule))
  const cancels = lexicons.cancels.filter((cancel) => cancel.language === language)
  const matcher = createMatcher(
    rules.flatMap((rule) => rule.patterns),
    lexicons.classes[language],
  )

  return (reading) => {
    if (!reading.clauses.some((clause) => clause.language === language)) return []
    const whole = { from: 0, to: reading.tokens.length }
    const scopeOf = (scope: Scope, at: number): Run =>
      scope === 'message'
        ? whole
        : scope === 'sentence'
          ? reading.sentences[reading.tokens[at].sentence]
          : reading.clauses[reading.tokens[at].clause]
    const holds = (rule: Rule, { from }: Run): boolean =>
      (rule.audience.length === 0 || rule.audience.includes(reading.audience)) &&
      !rule.unless.some(({ scope, pattern }) => matcher.occurs(reading, pattern, scopeOf(scope, from))) &&
      (rule.needs.length === 0 || rule.needs.some((pattern) => matcher.occurs(reading, pattern, whole)))
    const cancelled = (cancel: Cancel, { from }: Run): boolean =>
      cancel.patterns.some((pattern) => matcher.occurs(reading, pattern, scopeOf(cancel.scope, from)))

    return matcher
      .find(reading)
      .filter(({ from }) => reading.clauses[reading.tokens[from].clause].language === language)
      .map(({ pattern, from, to }) => ({ entry: owners[pattern], from, to }))
      .filter((hit) => holds(hit.entry, hit))
      .filter(
        (hit) => !cancels.some((cancel) => cancel.labels.includes(hit.entry.label) && cancelled(cancel, hit)),
      )
  }
}
