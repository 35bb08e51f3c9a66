import type { Entry, Scope } from '../lexicon/lexicon.js'
import type { Label, Language } from '../types.js'
import type { CompiledLanguage, CompiledLexicons, CompiledRule, Veto } from './compiled.js'
import type { Hit } from './detector.js'
import { createMatcher } from './matcher.js'
import { namesAgent } from './passive.js'
import type { Reading, Run } from './reading.js'
import { toneBit } from './tone/labels.js'
import type { CompiledTuning, Enough, OwnEntries } from './tuning.js'

/** A match with its rule, before any condition was asked. */
interface Raw extends Run {
  readonly rule: CompiledRule
  /** The rule's entry as it is where the message stands. */
  readonly entry: Entry
  readonly finder: Finder
}

/** Finds the matches of one list of patterns in one language. */
interface Finder {
  /**
   * Adds what it finds.
   * @param superseded ids of rules that do not hold any more
   * @param silent by sentence, the labels of which nothing is looked for, as bits; null for none
   */
  match(
    reading: Reading,
    left: { superseded: ReadonlySet<string>; silent: Int32Array | null },
    found: Raw[],
  ): void
  /** Whether neither the rule's own conditions nor the context take a match back. */
  counts(raw: Raw): boolean
  /** Whether context takes the label's hit back; asked of the reading it was last given. */
  cancels(entry: Entry, hit: Run): boolean
  /** Lets go of the reading. */
  leave(): void
}

interface Layer {
  readonly finder: Finder
  readonly superseded: ReadonlySet<string>
}

/** By language, the finder of what comes with Klartext and then those of the company's own entries. */
export type Layers = Readonly<Record<Language, readonly Layer[]>>

const NONE: ReadonlySet<string> = new Set()

/** Makes the finders of lexicons, and of what companies set on top; what stays the same is not made anew. */
export function createLayers({ languages }: CompiledLexicons): (own: CompiledTuning['languages']) => Layers {
  const made = new WeakMap<CompiledLanguage, Finder>()
  const stack = (language: Language) => {
    const shipped = createFinder(language, languages[language])
    const finderOf = (compiled: CompiledLanguage): Finder => {
      let finder = made.get(compiled)
      if (!finder) made.set(compiled, (finder = createFinder(language, compiled, shipped)))
      return finder
    }
    return (own: readonly OwnEntries[]): Layer[] => [
      { finder: shipped, superseded: NONE },
      ...own.map(({ compiled, superseded }) => ({ finder: finderOf(compiled), superseded })),
    ]
  }
  const [german, english] = [stack('de'), stack('en')]
  return ({ de, en }) => ({ de: german(de), en: english(en) })
}

/** Makes a finder of the lexicon entries that match a reading and that neither their own conditions nor the context take back. */
export function createHitFinder(layers: Layers) {
  return {
    /**
     * @param enough the weight from which on a label speaks; hits of labels that stay below need not be right
     * @param silent by sentence, the labels of which nothing that comes with Klartext is looked for, as bits
     */
    find(
      reading: Reading,
      { enough, silent = null }: { enough?: Enough; silent?: Int32Array | null } = {},
    ): readonly Hit[] {
      const raws: Raw[] = []
      const used: Finder[] = []
      for (const language of LANGUAGES) {
        if (!isMet(language, reading)) continue
        for (const { finder, superseded } of layers[language]) {
          // The company's own, which come behind what is shipped, are looked for whatever the tone.
          finder.match(
            reading,
            { superseded, silent: finder === layers[language][0].finder ? silent : null },
            raws,
          )
          used.push(finder)
        }
      }
      const hits = raws.length === 0 ? NO_HITS : counted(enough ? reaching(raws, enough) : raws)
      for (const finder of used) finder.leave()
      return hits
    },
  }
}

const LANGUAGES = ['de', 'en'] as const
const NO_HITS: readonly Hit[] = []
const NO_RAWS: readonly Raw[] = []

function isMet(language: Language, { clauses }: Reading): boolean {
  for (let i = 0; i < clauses.length; i++) if (clauses[i].language === language) return true
  return false
}

const counted = (raws: readonly Raw[]): Hit[] =>
  raws.filter((raw) => raw.finder.counts(raw)).map(({ entry, from, to }) => ({ entry, from, to }))

// Leaves out those of labels that cannot speak, even if no condition takes anything back.
function reaching(raws: readonly Raw[], { of: enough, least }: Enough): readonly Raw[] {
  let all = 0
  // Those of this label are counted together with loanwords, which are found elsewhere.
  for (const { entry } of raws) all += entry.label === 'anglicism' ? Number.POSITIVE_INFINITY : entry.weight
  if (all < least - 0.01) return NO_RAWS
  const speaks = (label: Label, weight: number) => weight >= (enough.get(label) ?? 0) - 0.01
  if (raws.length === 1) return speaks(raws[0].entry.label, all) ? raws : NO_RAWS
  const sums = new Map<Label, number>([['anglicism', Number.POSITIVE_INFINITY]])
  const seen = new Set<Entry>()
  for (const { entry } of raws) {
    if (seen.has(entry) && !entry.eachWord) continue
    seen.add(entry)
    sums.set(entry.label, (sums.get(entry.label) ?? 0) + entry.weight)
  }
  return raws.filter(({ entry: { label } }) => speaks(label, sums.get(label)!))
}

/** @param context the finder that knows what takes hits back; default: this one */
function createFinder(
  language: Language,
  { patterns, rules, ruleOf, vetoes }: CompiledLanguage,
  context?: Finder,
): Finder {
  const matcher = createMatcher(language, patterns, {
    memo: context ? 'table' : 'form',
    bitOf: (pattern) => toneBit(rules[ruleOf[pattern]].entry.label),
  })
  let current: Reading | null = null
  const around = (reading: Reading, scope: Scope, { from }: Run): Run => {
    if (scope === 'message') return { from: 0, to: reading.tokens.length }
    const { sentence, clause } = reading.tokens[from]
    return scope === 'sentence' ? reading.sentences[sentence] : reading.clauses[clause]
  }
  const taken = (vetoed: readonly Veto[] | undefined, { weight }: Entry, hit: Run) =>
    vetoed?.some(
      ({ scope, weak, condition }) =>
        (!weak || weight < 1) && matcher.holds(condition, around(current!, scope, hit)),
    ) ?? false

  const finder: Finder = {
    match(next, { superseded, silent }, found) {
      current = next
      matcher.turnTo(next)
      for (const { pattern, from, to } of matcher.find(silent)) {
        if (next.clauses[next.tokens[from].clause].language !== language) continue
        const rule = rules[ruleOf[pattern]]
        if (context && (superseded.has(rule.entry.id) || !next.view.holds(rule.entry.id))) continue
        found.push({ rule, entry: next.view.entryOf(rule.entry), finder, from, to })
      }
    },
    counts({ rule: { unless, needs, needsAll, check }, entry, from, to }) {
      const reading = current!
      const hit = { from, to }
      const isInMessage = (condition: number) =>
        matcher.holds(condition, { from: 0, to: reading.tokens.length })
      return (
        (entry.audience.length === 0 || entry.audience.includes(reading.audience)) &&
        (needs.length === 0 || needs.some(isInMessage)) &&
        needsAll.every(isInMessage) &&
        !taken(unless, entry, hit) &&
        !(context ?? finder).cancels(entry, hit) &&
        (check === null || !namesAgent(reading, reading.sentences[reading.tokens[from].sentence]))
      )
    },
    cancels: (entry, hit) => taken(vetoes.get(entry.label), entry, hit),
    leave() {
      // Nothing of a message outlives its analysis.
      current = null
      matcher.leave()
    },
  }
  return finder
}
