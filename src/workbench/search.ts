import { fold } from '../analyzer/morphology/fold.js'
import type { Entry } from '../lexicon/lexicon.js'
import type { LiveLexicon, Tuned } from '../tuning/live-lexicon.js'
import { createLines, shownLine, touchedIn } from './lines.js'
import type { EntryPage, EntryQuery } from './workbench.js'

/** Lines on one page. */
export const PAGE = 50

/** Makes the search over all entries; the company's own come first, then exact names, then the rest by name. */
export function createSearch(
  lexicon: Pick<LiveLexicon, 'current'>,
  shipped: ReadonlyMap<string, Entry>,
): (query: EntryQuery) => EntryPage {
  const linesOf = createLines(shipped)
  return ({ text, label, language, origin, touched, page }) => {
    const tuned = lexicon.current()
    const key = fold(text.trim())
    const { ids, names } = key === '' ? NOTHING : namedBy(text.trim(), tuned)
    const changed = touchedIn(tuned)
    const first: Entry[] = []
    const others: Entry[] = []
    for (const { entry, name, text: line } of linesOf(tuned)) {
      const { id } = entry
      if (label && entry.label !== label) continue
      if (language && entry.language !== language) continue
      if (touched && !changed.has(id)) continue
      if (origin && (origin === 'shipped') !== shipped.has(id)) continue
      if (ids.has(id) || names.has(name)) first.push(entry)
      else if (line.includes(key)) others.push(entry)
    }
    const all = first.length === 0 ? others : [...first, ...others]
    const from = (Math.max(1, page) - 1) * PAGE
    return {
      total: all.length,
      lines: all
        .slice(from, from + PAGE)
        .map((entry) => shownLine(tuned.entries.get(entry.id) ?? entry, tuned, shipped, changed)),
    }
  }
}

interface Named {
  readonly ids: ReadonlySet<string>
  /** Folded. */
  readonly names: ReadonlySet<string>
}

const NOTHING: Named = { ids: new Set(), names: new Set() }

/** What something typed names: entries of which it is a form, and names. */
function namedBy(text: string, { analyzer }: Tuned): Named {
  // A word alone has no language; the question is what it is in German.
  const { words } = analyzer.analyze({ text: `Hier steht ${text}.` })
  return {
    ids: new Set(analyzer.hits({ text }).map(({ entry }) => entry.id)),
    names: new Set([text, ...words.map(({ lemma }) => lemma)].map(fold)),
  }
}
