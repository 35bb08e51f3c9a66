import { type Candidate, type Detector, statusOf } from '../detector.js'
import { UNLISTED } from '../unlisted.js'

/** Replaceable English words in German text; one alone is never worth a word. */
export const anglicism: Detector = {
  label: 'anglicism',
  density: { threshold: 2, window: 12, overall: 3 },
  entries: [UNLISTED],
  detect({ hits, loanwords, reading }) {
    const candidates: Candidate[] = []
    for (const { entry, from, to } of hits) {
      // Those of the company's own.
      if (entry.label !== 'anglicism' || reading.teamTerms.has(entry.id)) continue
      const { id, why, instead, weight } = entry
      candidates.push({ label: 'anglicism', rule: id, why, instead, weight, key: id, from, to })
    }
    for (const loanword of loanwords) {
      if (statusOf(loanword, reading) !== 'avoidable') continue
      const { term, from, to } = loanword
      candidates.push({
        label: 'anglicism',
        rule: term.id,
        why: term.why,
        instead: term.instead,
        weight: term.weight,
        key: term.eachWord ? `${term.id} ${term.lemma}` : term.id,
        from,
        to,
      })
    }
    return candidates
  },
}
