import type { Entry } from '../../lexicon/lexicon.js'
import type { TermOf } from './summary-text.js'

/** Terms by the lexicons; rules that name no single term, or have since left them, are none. */
export const termOf =
  (entries: { get(rule: string): Pick<Entry, 'name' | 'instead'> | undefined }): TermOf =>
  (rule) => {
    const entry = entries.get(rule)
    return entry?.name ? { term: entry.name, instead: entry.instead } : null
  }
