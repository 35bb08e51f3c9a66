import type { Entry } from '../lexicon/lexicon.js'
import type { Audience, EntryChange, Label, Language, Scope } from '../types.js'
import type { CompiledLanguage } from './compiled.js'
import type { Density, Detector } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import { toneBit } from './tone/labels.js'

/** Some of a company's own entries in one language. */
export interface OwnEntries {
  readonly compiled: CompiledLanguage
  /** Ids of entries among them that have changed or gone since they were compiled. */
  readonly superseded: ReadonlySet<string>
}

/** What a company has set about the lexicons, as the analyzer runs it: plain data. */
export interface CompiledTuning {
  /** Its own entries: those of long ago and those since, so that one more costs no more than itself. */
  readonly languages: Readonly<Record<Language, readonly OwnEntries[]>>
  /** Of its own entries that do not hold everywhere: where they do. */
  readonly scopes: ReadonlyMap<string, Scope>
  /** By scope, ids and lemmas that are not counted. */
  readonly allowed: ReadonlyMap<Scope, ReadonlySet<string>>
  /** By scope, what is different about an entry. */
  readonly changed: ReadonlyMap<Scope, ReadonlyMap<string, EntryChange>>
  /** By label, or `label/audience`: how much wording it takes until it is worth mentioning. */
  readonly thresholds: ReadonlyMap<string, number>
}

/** Nothing is set. */
export const UNTUNED: CompiledTuning = {
  languages: { de: [], en: [] },
  scopes: new Map(),
  allowed: new Map(),
  changed: new Map(),
  thresholds: new Map(),
}

/** The scope of all that holds everywhere. */
export const COMPANY: Scope = 'company'

/** The weight from which on a label can speak at all. */
export interface Enough {
  readonly of: ReadonlyMap<Label, number>
  /** Of all labels. */
  readonly least: number
}

/** What of a tuning holds in one place. */
export interface View {
  /** Ids and lemmas that are not counted here. */
  readonly silent: ReadonlySet<string>
  /** Whether an entry of the company's own holds here. */
  holds(id: string): boolean
  /** An entry with what is different about it here. */
  entryOf<E extends Entry>(entry: E): E
  densityOf(detector: Pick<Detector, 'label' | 'density'>, audience: Audience): Density
  sought(audience: Audience): Sought
}

/** What is looked for in messages to an audience. */
export interface Sought {
  readonly enough: Enough
  /** The labels of which a company has set how much it takes, as bits: those it wants to hear of whatever the tone. */
  readonly wanted: number
}

/** Views that are kept; a company has fewer places that differ. */
const MOST_VIEWS = 2000

/** Answers what of a tuning holds in some scopes, given the largest first; `company` need not be named. */
export function createViews(tuning: CompiledTuning): (scopes: readonly Scope[]) => View {
  const { scopes: own, allowed, changed } = tuning
  // Most places have nothing of their own.
  const known = new Set([...own.values(), ...allowed.keys(), ...changed.keys()])
  const densities = createDensities(tuning.thresholds)
  const views = new Map<string, View>()

  const make = (scopes: readonly Scope[]): View => {
    const silent = new Set<string>()
    const changes = new Map<string, EntryChange>()
    for (const scope of scopes) {
      for (const id of allowed.get(scope) ?? []) silent.add(id)
      for (const [id, change] of changed.get(scope) ?? []) changes.set(id, { ...changes.get(id), ...change })
    }
    for (const [id, { status }] of changes) if (status === 'retired') silent.add(id)
    const entries = new Map<Entry, Entry>()
    const here = new Set(scopes)
    return {
      silent,
      holds: (id) => {
        const scope = own.get(id)
        return scope === undefined || here.has(scope)
      },
      entryOf<E extends Entry>(entry: E): E {
        if (changes.size === 0) return entry
        const change = changes.get(entry.id)
        if (!change) return entry
        let altered = entries.get(entry)
        if (!altered) entries.set(entry, (altered = { ...entry, ...change }))
        return altered as E
      },
      ...densities,
    }
  }
  const nothing = make([COMPANY])
  return (scopes) => {
    const telling = scopes.filter((scope) => known.has(scope) && scope !== COMPANY)
    if (telling.length === 0) return nothing
    const key = telling.join('\n')
    let view = views.get(key)
    if (!view) {
      if (views.size >= MOST_VIEWS) views.clear()
      views.set(key, (view = make([COMPANY, ...telling])))
    }
    return view
  }
}

const AUDIENCES: readonly Audience[] = ['team', 'cross-team', 'company', 'customer-facing']

function createDensities(thresholds: CompiledTuning['thresholds']): Pick<View, 'densityOf' | 'sought'> {
  const densityOf: View['densityOf'] = ({ label, density }, audience) => {
    const threshold = thresholds.get(`${label}/${audience}`) ?? thresholds.get(label)
    if (threshold === undefined) return density
    // As much more over a whole message as before.
    return { ...density, threshold, overall: threshold + density.overall - density.threshold }
  }
  const byAudience = new Map<Audience, Sought>(
    AUDIENCES.map((audience) => {
      const densities = DETECTORS.map((detector) => ({ detector, density: densityOf(detector, audience) }))
      const enough = densities.map(
        ({ detector: { label }, density: { threshold, overall } }) =>
          [label, Math.min(threshold, overall)] as const,
      )
      const changed = densities.filter(({ detector, density }) => density !== detector.density)
      const wanted = changed.reduce((bits, { detector: { label } }) => bits | toneBit(label), 0)
      const least = Math.min(...enough.map(([, weight]) => weight))
      return [audience, { enough: { of: new Map(enough), least }, wanted }] as const
    }),
  )
  return { densityOf, sought: (audience) => byAudience.get(audience)! }
}
