import type { CompiledLanguage } from '../analyzer/compiled.js'
import { fold } from '../analyzer/morphology/fold.js'
import { COMPANY } from '../analyzer/tuning.js'
import type { Entry } from '../lexicon/lexicon.js'
import type { Tuned } from '../tuning/tuned.js'
import type { EntryLine } from './workbench.js'

/** An entry as it is looked for. */
export interface Line {
  readonly entry: Entry
  /** Folded: its name, and its id. */
  readonly name: string
  readonly text: string
}

const lineOf = (entry: Entry): Line => {
  const name = entry.name === null ? '' : fold(entry.name)
  return { entry, name, text: `${name} ${entry.id}` }
}

// By name; what has none, which only those look for who know its id, at the end.
const byName = (a: Line, b: Line): number => {
  const [first, second] = [a.name || `\uffff${a.text}`, b.name || `\uffff${b.text}`]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Makes the lines of a state of the lexicon, in order, the company's own first; what has not changed is kept. */
export function createLines(shipped: ReadonlyMap<string, Entry>) {
  const ofShipped = [...shipped.values()].map(lineOf).sort(byName)
  const made = new WeakMap<CompiledLanguage, Line[]>()
  const ofOwn = (compiled: CompiledLanguage): Line[] => {
    let lines = made.get(compiled)
    if (!lines) made.set(compiled, (lines = compiled.rules.map(({ entry }) => lineOf(entry)).sort(byName)))
    return lines
  }
  let last: { readonly tuned: Tuned; readonly lines: readonly Line[] } | null = null
  return (tuned: Tuned): readonly Line[] => {
    if (last?.tuned === tuned) return last.lines
    const layers = Object.values(tuned.settings.languages).flat()
    const own = layers.flatMap(({ compiled, superseded }) => {
      const lines = ofOwn(compiled)
      return superseded.size === 0 ? lines : lines.filter(({ entry }) => !superseded.has(entry.id))
    })
    last = { tuned, lines: [...own, ...ofShipped] }
    return last.lines
  }
}

/** Ids of the entries that the company has changed or allowed somewhere. */
export function touchedIn({ settings: { changed, allowed }, entries }: Tuned): ReadonlySet<string> {
  const named = [...changed.values(), ...allowed.values()].flatMap((of) => [...of.keys()])
  return new Set(named.filter((id) => entries.has(id)))
}

/** What a line shows. */
export function shownLine(
  entry: Entry,
  { settings }: Pick<Tuned, 'settings'>,
  shipped: ReadonlyMap<string, Entry>,
  touched: ReadonlySet<string>,
): EntryLine {
  const { id, name, label, language, status, instead } = entry
  const origin = shipped.has(id) ? 'shipped' : 'own'
  const scope = settings.scopes.get(id) ?? COMPANY
  return { id, name, label, language, status, instead, origin, scope, touched: touched.has(id) }
}
