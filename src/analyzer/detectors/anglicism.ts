import { type Detector, statusOf } from '../detector.js'
import { UNLISTED } from '../unlisted.js'

/** Replaceable English words in German text; one alone is never worth a word. */
export const anglicism: Detector = {
  label: 'anglicism',
  density: { threshold: 2, window: 12, overall: 3 },
  entries: [UNLISTED],
  detect: ({ loanwords, reading }) =>
    loanwords
      .filter((loanword) => statusOf(loanword, reading) === 'avoidable')
      .map(({ term, from, to }) => ({
        label: 'anglicism',
        rule: term.id,
        why: term.why,
        instead: term.instead,
        weight: term.weight,
        key: term.eachWord ? `${term.id} ${term.lemma}` : term.id,
        from,
        to,
      })),
}
