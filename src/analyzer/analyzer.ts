import type { Lexicons } from '../lexicon/lexicon.js'
import { type Prose, toProse } from '../prose/index.js'
import type { Analysis, Finding, Label, Message, Span, Word } from '../types.js'
import { type CompiledLexicons, compileLexicons } from './compiled.js'
import { type Candidate, type Detector, type Evidence, type Hit, statusOf } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import { Forms } from './forms.js'
import { createHitFinder, createLayers } from './hits.js'
import { tellLanguages } from './language.js'
import { createLoanwordFinder, type Loanword, type Phrases, untellingPlaces } from './loanwords.js'
import { unpackNumbers } from './packed.js'
import { density } from './passes/density.js'
import { overlaps } from './passes/overlaps.js'
import { heard } from './passes/tone.js'
import type { Reading, Run } from './reading.js'
import { tokenize } from './tokenize.js'
import { createTone } from './tone/tone.js'
import { type CompiledTuning, createViews, UNTUNED } from './tuning.js'

/** Finds wording in messages: pure, synchronous, same answer for the same message and lexicons. */
export interface Analyzer {
  /** Never throws, whatever the text; takes time linear in it. */
  analyze(message: Message): Analysis
  /** The lexicon entries that match, before their label's threshold; for examples and explanations. */
  hits(message: Message): readonly Hit[]
  /** The same lexicons with what a company has set about them, in place of anything set before. */
  tuned(tuning: CompiledTuning): Analyzer
}

/** The longest text that is read; what stands behind it is left alone. In UTF-16 code units. */
export const LONGEST_TEXT = 40_000

/** Makes an analyzer of lexicons; those that were only read are compiled first. */
export function createAnalyzer(lexicons: Lexicons | CompiledLexicons): Analyzer {
  const compiled = 'languages' in lexicons ? lexicons : compileLexicons(lexicons)
  const frequency = { de: unpackNumbers(compiled.frequency.de), en: unpackNumbers(compiled.frequency.en) }
  const forms = new Forms(frequency)
  const layersOf = createLayers(compiled)
  const loanwords = createLoanwordFinder(compiled.terms, frequency)
  const toneOf = createTone(compiled.tone)

  const tuned = (tuning: CompiledTuning): Analyzer => {
    const hitFinder = createHitFinder(layersOf(tuning.languages))
    const viewOf = createViews(tuning)

    const read = (message: Message) => {
      const prose = toProse(message.text.slice(0, LONGEST_TEXT), message.markup ?? 'plain')
      const split = tokenize(prose.text, forms)
      const { tokens, sentences, clauses } = split
      const phrases = loanwords.phrasesIn(tokens)
      const loans = untellingPlaces(tokens, phrases)
      const language = tellLanguages(split, message.language, loans)
      const view = viewOf(message.scopes ?? NOWHERE)
      const terms = message.teamTerms ?? NO_TERMS
      const reading: Reading = {
        prose: prose.text,
        tokens,
        sentences,
        clauses,
        language,
        audience: message.audience ?? 'team',
        reply: message.reply ?? null,
        teamTerms:
          view.silent.size === 0
            ? terms
            : terms.size === 0
              ? view.silent
              : new Set([...terms, ...view.silent]),
        view,
      }
      return { prose, split, reading, phrases }
    }
    const gather = (reading: Reading, phrases: Phrases | null): Evidence => {
      const { audience, view } = reading
      const { enough, wanted } = view.sought(audience)
      const tone = toneOf(reading, wanted)
      const hits = hitFinder.find(reading, { enough, silent: tone.silent })
      const found = loanwords.find(reading, phrases).map((word) => asHere(word, reading))
      const taken = (word: Loanword) => hits.some((hit) => isOwnWord(hit) && overlap(hit, word))
      return {
        reading,
        hits,
        tone,
        loanwords: hits.length === 0 ? found : found.filter((word) => !taken(word)),
      }
    }

    const findingsOf = (detector: Detector, evidence: Evidence): readonly Candidate[] => {
      const { reading, tone } = evidence
      const worded = detector.isWording && evidence.hits.length === 0 ? NONE : detector.detect(evidence)
      const sounding = detector.tones ? heard(detector.tones[reading.language ?? 'de'], reading, tone) : NONE
      if (worded.length === 0 && sounding.length === 0) return worded
      const enough = reading.view.densityOf(detector, reading.audience)
      const found = density(overlaps(worded), enough)
      return found.length > 0 ? found : density(overlaps([...worded, ...sounding]), enough)
    }

    return {
      analyze(message) {
        const { prose, split, reading, phrases } = read(message)
        const evidence = gather(reading, phrases)
        const labels: Label[] = []
        const findings: Finding[] = []
        for (const detector of DETECTORS) {
          const found = findingsOf(detector, evidence)
          if (found.length === 0) continue
          labels.push(detector.label)
          for (const candidate of found) findings.push(toFinding(candidate, reading, prose))
        }
        if (findings.length > 1) findings.sort((a, b) => a.start - b.start || a.end - b.end)
        const words = wordsOf(evidence, message, prose)
        split.leave()
        return { language: reading.language, labels, findings, words }
      },
      hits(message) {
        const { split, reading } = read(message)
        const hits = hitFinder.find(reading)
        split.leave()
        return hits
      },
      tuned,
    }
  }
  return tuned(UNTUNED)
}

const spanOf = ({ from, to }: Run, { tokens }: Reading, prose: Prose): Span =>
  prose.origin(tokens[from].start, tokens[to - 1].end)

function toFinding(candidate: Candidate, reading: Reading, prose: Prose): Finding {
  const { label, rule, why, instead } = candidate
  const { start, end } = spanOf(candidate, reading, prose)
  return { label, rule, start, end, why, instead }
}

/** All words of English origin, in their order. */
function wordsOf({ loanwords, hits, reading }: Evidence, { text }: Message, prose: Prose): Word[] {
  if (loanwords.length + hits.length === 0) return []
  const words: Word[] = []
  const add = (run: Run, lemma: string | null, status: Word['status'], instead: Word['instead']) => {
    const { start, end } = spanOf(run, reading, prose)
    const word = text.slice(start, end)
    words.push({ start, end, word, lemma: lemma ?? word, status, instead })
  }
  for (const loanword of loanwords) {
    const status = statusOf(loanword, reading)
    const { lemma, instead } = loanword.term
    add(loanword, lemma, status, status === 'established' ? [] : instead)
  }
  for (const hit of hits) {
    if (!isOwnWord(hit)) continue
    const { id, name, instead } = hit.entry
    add(hit, name, reading.teamTerms.has(id) ? 'team' : 'avoidable', instead)
  }
  return words.sort((a, b) => a.start - b.start)
}

const NONE: readonly Candidate[] = []
const NOWHERE: readonly string[] = []
const NO_TERMS: ReadonlySet<string> = new Set()

// Words that come with Klartext are loanwords; a company's own are found as rules are.
const isOwnWord = ({ entry }: Hit): boolean => entry.label === 'anglicism'

const asHere = (word: Loanword, { view }: Reading): Loanword => {
  const term = view.entryOf(word.term)
  return term === word.term ? word : { ...word, term }
}

const overlap = (hit: Hit, word: Loanword): boolean => hit.from < word.to && word.from < hit.to
