import type { Entry } from '../lexicon/lexicon.js'

/** The rule for English words that no lexicon lists: common in English, hardly ever met in German. */
export const UNLISTED: Entry = {
  id: 'anglicism-unlisted',
  name: null,
  label: 'anglicism',
  language: 'de',
  why: 'Dieses englische Wort ist im Deutschen selten; ein deutsches verstehen alle sofort.',
  instead: ['das deutsche Wort dafür'],
  status: 'active',
  audience: [],
  weight: 0.67,
  eachWord: true,
  where: 'rule anglicism-unlisted',
  flag: [],
  allow: [],
}
