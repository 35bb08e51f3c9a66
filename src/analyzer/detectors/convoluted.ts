import type { Entry } from '../../lexicon/lexicon.js'
import type { Language } from '../../types.js'
import type { Candidate, Detector } from '../detector.js'
import type { Reading, Run } from '../reading.js'
import { type Load, loadOf, nounChain } from '../syntax.js'
import { ONE } from './wording.js'

function entry(id: string, language: Language, why: string, instead: string): Entry {
  return {
    id,
    name: null,
    label: 'convoluted',
    language,
    why,
    instead: [instead],
    status: 'active',
    audience: [],
    weight: 1,
    eachWord: false,
    where: `rule ${id}`,
    flag: [],
    allow: [],
  }
}

const NESTED: Record<Language, Entry> = {
  de: entry(
    'convoluted-de-nested',
    'de',
    'Ein Satz im Satz im Satz verlangt, dass man sich den Anfang bis zum Ende merkt.',
    'Zwei oder drei Sätze daraus machen, die Hauptsache zuerst: „Bitte … bis … . Der Grund: … .“',
  ),
  en: entry(
    'convoluted-en-nested',
    'en',
    'A clause inside a clause inside a clause makes the reader hold the beginning until the end.',
    'Make two or three sentences of it, the main point first: “Please … by … . The reason: … .”',
  ),
}
const NOUNS: Record<Language, Entry> = {
  de: entry(
    'convoluted-de-nouns',
    'de',
    'Aneinandergereihte Hauptwörter verdecken, wer was tut.',
    'Verben nehmen: „Bevor wir … prüfen, muss die Fachabteilung … bestätigen.“',
  ),
  en: entry(
    'convoluted-en-nouns',
    'en',
    'A chain of abstract nouns hides who does what.',
    'Use verbs: “Before we check …, the department has to confirm … .”',
  ),
}

/** Sentences that must be read twice: clauses inside clauses, or chains of nouns. */
export const convoluted: Detector = {
  label: 'convoluted',
  density: ONE,
  entries: [...Object.values(NESTED), ...Object.values(NOUNS)],
  detect({ reading }) {
    let found: Candidate[] | null = null
    const { sentences, clauses, tokens } = reading
    for (const sentence of sentences) {
      if (sentence.to - sentence.from < FEWEST_WORDS) continue
      const { language } = clauses[tokens[sentence.from].clause]
      if (isTooNested(loadOf(reading, sentence, language), language))
        (found ??= []).push(candidate(NESTED[language], sentence, reading))
    }
    for (const clause of clauses) {
      const chain = nounChain(reading, clause)
      if (chain) (found ??= []).push(candidate(NOUNS[clause.language], chain, reading))
    }
    if (found === null) return NONE
    return found.filter(({ from, rule }) => !tokens[from].quoted && !reading.teamTerms.has(rule))
  },
}

const NONE: readonly Candidate[] = []

/** A shorter sentence is never too nested. */
const FEWEST_WORDS = 18

function isTooNested(
  { words, subordinate, nested, cut, fragments, openers, stacked }: Load,
  language: Language,
): boolean {
  return (
    cut >= 2 ||
    (cut >= 1 && nested >= 2) ||
    (subordinate >= 3 && fragments >= 1) ||
    (language === 'en' && openers >= 4 && fragments >= 1) ||
    (language === 'de' && stacked >= 2) ||
    (words >= 25 && nested >= 2) ||
    (words >= 30 && subordinate >= 3 && nested >= 1) ||
    (words >= 45 && subordinate >= 4)
  )
}

function candidate(shipped: Entry, { from, to }: Run, { view }: Reading): Candidate {
  const { id, why, instead, weight } = view.entryOf(shipped)
  return { label: 'convoluted', rule: id, why, instead, weight, key: id, from, to }
}
