import type { Lexicons } from '../lexicon/lexicon.js'
import { toProse } from '../prose/index.js'
import type { Analysis, Finding, Label, Message, Word } from '../types.js'
import { type CompiledLexicons, compileLexicons } from './compiled.js'
import { type Candidate, type Evidence, type Hit, statusOf } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import { createForms } from './forms.js'
import { createHitFinder } from './hits.js'
import { clauseLanguages, languageOf } from './language.js'
import { createLoanwordFinder } from './loanwords.js'
import { unpackNumbers } from './packed.js'
import { density } from './passes/density.js'
import { overlaps } from './passes/overlaps.js'
import type { Reading } from './reading.js'
import { tokenize } from './tokenize.js'

/** Finds wording in messages: pure, synchronous, same answer for the same message and lexicons. */
export interface Analyzer {
  /** Never throws, whatever the text; takes time linear in it. */
  analyze(message: Message): Analysis
  /** The lexicon entries that match, before their label's threshold; for examples and explanations. */
  hits(message: Message): readonly Hit[]
}

/** The longest text that is read; what stands behind it is left alone. In UTF-16 code units. */
export const LONGEST_TEXT = 40_000

const ENOUGH = new Map(
  DETECTORS.map(({ label, density }) => [label, Math.min(density.threshold, density.overall)]),
)

/** Makes an analyzer of lexicons; those that were only read are compiled first. */
export function createAnalyzer(lexicons: Lexicons | CompiledLexicons): Analyzer {
  const compiled = 'languages' in lexicons ? lexicons : compileLexicons(lexicons)
  const frequency = { de: unpackNumbers(compiled.frequency.de), en: unpackNumbers(compiled.frequency.en) }
  const formOf = createForms(frequency)
  const hitFinder = createHitFinder(compiled)
  const loanwords = createLoanwordFinder(compiled.terms, frequency)

  const read = (message: Message) => {
    const prose = toProse(message.text.slice(0, LONGEST_TEXT), message.markup ?? 'plain')
    const { tokens, sentences, clauses } = tokenize(prose.text, formOf)
    const loans = loanwords.phrasePlaces(tokens)
    const language = languageOf(tokens, message.language, loans)
    const reading: Reading = {
      prose: prose.text,
      tokens,
      sentences,
      clauses: clauseLanguages(
        tokens,
        clauses,
        sentences,
        language ?? 'de',
        language === 'en' ? null : loans,
      ),
      language,
      audience: message.audience ?? 'team',
      reply: message.reply ?? null,
      teamTerms: message.teamTerms ?? new Set(),
    }
    return { prose, reading }
  }
  const gather = (reading: Reading): Evidence => ({
    reading,
    hits: hitFinder.find(reading, ENOUGH),
    loanwords: loanwords.find(reading),
  })

  return {
    analyze(message) {
      const { prose, reading } = read(message)
      const evidence = gather(reading)
      const spanOf = ({ from, to }: { from: number; to: number }) =>
        prose.origin(reading.tokens[from].start, reading.tokens[to - 1].end)
      const toFinding = (candidate: Candidate): Finding => ({
        label: candidate.label,
        rule: candidate.rule,
        ...spanOf(candidate),
        why: candidate.why,
        instead: candidate.instead,
      })
      const labels: Label[] = []
      const findings: Finding[] = []
      for (const detector of DETECTORS) {
        const found = density(overlaps(detector.detect(evidence)), detector.density)
        if (found.length === 0) continue
        labels.push(detector.label)
        findings.push(...found.map(toFinding))
      }
      const words = evidence.loanwords.map((loanword): Word => {
        const span = spanOf(loanword)
        const status = statusOf(loanword, reading)
        const { lemma, instead } = loanword.term
        return {
          ...span,
          word: message.text.slice(span.start, span.end),
          lemma,
          status,
          instead: status === 'established' ? [] : instead,
        }
      })
      findings.sort((a, b) => a.start - b.start || a.end - b.end)
      return { language: reading.language, labels, findings, words }
    },
    hits(message) {
      return hitFinder.find(read(message).reading)
    },
  }
}
