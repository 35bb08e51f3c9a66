import type { Entry, Scope } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
import type { CompiledLanguage, CompiledLexicons, CompiledRule, Veto } from './compiled.js'
import type { Hit } from './detector.js'
import { createMatcher } from './matcher.js'
import { isAgentlessPassive } from './passive.js'
import type { Reading, Run } from './reading.js'

/** A match with its rule, before any condition was asked. */
interface Raw extends Run {
  readonly rule: CompiledRule
  readonly finder: Finder
}

interface Finder {
  match(reading: Reading): Raw[]
  /** Whether neither the rule's own conditions nor the context take a match back. */
  counts(raw: Raw): boolean
  /** Lets go of the reading. */
  leave(): void
}

/** Makes a finder of the lexicon entries that match a reading and that neither their own conditions nor the context take back. */
export function createHitFinder({ languages }: CompiledLexicons) {
  const finders = { de: finderFor('de', languages.de), en: finderFor('en', languages.en) }
  return {
    /**
     * @param enough the weight from which on a label speaks; hits of labels that stay below need not be right
     */
    find(reading: Reading, enough?: ReadonlyMap<Label, number>): Hit[] {
      const raws: Raw[] = []
      const used: Finder[] = []
      for (const language of ['de', 'en'] as const) {
        if (!reading.clauses.some((clause) => clause.language === language)) continue
        const finder = finders[language]
        used.push(finder)
        raws.push(...finder.match(reading))
      }
      const telling = enough ? raws.filter(reaching(raws, enough)) : raws
      const hits = telling
        .filter((raw) => raw.finder.counts(raw))
        .map(({ rule, from, to }) => ({ entry: rule.entry, from, to }))
      for (const finder of used) finder.leave()
      return hits
    },
  }
}

// Whether the label of a match can speak at all, even if no condition takes anything back.
function reaching(raws: readonly Raw[], enough: ReadonlyMap<Label, number>): (raw: Raw) => boolean {
  if (raws.length === 0) return () => false
  const sums = new Map<Label, number>()
  const seen = new Set<Entry>()
  for (const { rule } of raws) {
    if (seen.has(rule.entry) && !rule.entry.eachWord) continue
    seen.add(rule.entry)
    sums.set(rule.entry.label, (sums.get(rule.entry.label) ?? 0) + rule.entry.weight)
  }
  return ({ rule }) => sums.get(rule.entry.label)! >= (enough.get(rule.entry.label) ?? 0) - 0.01
}

function finderFor(language: Language, { patterns, rules, ruleOf, vetoes }: CompiledLanguage): Finder {
  const matcher = createMatcher(language, patterns)
  let current: Reading | null = null
  const around = (reading: Reading, scope: Scope, { from }: Run): Run => {
    if (scope === 'message') return { from: 0, to: reading.tokens.length }
    const { sentence, clause } = reading.tokens[from]
    return scope === 'sentence' ? reading.sentences[sentence] : reading.clauses[clause]
  }
  const taken = (reading: Reading, vetoed: readonly Veto[] | undefined, { weight }: Entry, hit: Run) =>
    vetoed?.some(
      ({ scope, weak, condition }) =>
        (!weak || weight < 1) && matcher.holds(condition, around(reading, scope, hit)),
    ) ?? false

  const finder: Finder = {
    match(next) {
      current = next
      matcher.turnTo(next)
      const raws: Raw[] = []
      for (const { pattern, from, to } of matcher.find())
        if (next.clauses[next.tokens[from].clause].language === language)
          raws.push({ rule: rules[ruleOf[pattern]], finder, from, to })
      return raws
    },
    counts({ rule: { entry, unless, needs, needsAll, check }, from, to }) {
      const reading = current!
      const hit = { from, to }
      const isInMessage = (condition: number) =>
        matcher.holds(condition, { from: 0, to: reading.tokens.length })
      return (
        (entry.audience.length === 0 || entry.audience.includes(reading.audience)) &&
        (needs.length === 0 || needs.some(isInMessage)) &&
        needsAll.every(isInMessage) &&
        !taken(reading, unless, entry, hit) &&
        !taken(reading, vetoes.get(entry.label), entry, hit) &&
        (check === null || isAgentlessPassive(reading, reading.sentences[reading.tokens[from].sentence]))
      )
    },
    leave() {
      // Nothing of a message outlives its analysis.
      current = null
      matcher.leave()
    },
  }
  return finder
}
