import type { Analyzer } from '../analyzer/analyzer.js'
import { DETECTORS } from '../analyzer/detectors/index.js'
import type { Audience, Label, Language } from '../types.js'
import type { Lexicons } from './lexicon.js'

/** One example sentence with what must come of it. */
export interface Example {
  /** The entry it belongs to; null for the examples of a whole file. */
  readonly rule: string | null
  readonly label: Label
  readonly language: Language
  readonly audience: Audience
  readonly text: string
  readonly expect: 'flag' | 'allow'
  /** Whether the label itself must come of a flag, or the hit alone. */
  readonly speaksAlone: boolean
  readonly where: string
}

/** All example sentences of the lexicons. */
export function examplesOf(lexicons: Lexicons): Example[] {
  const thresholds = new Map(DETECTORS.map(({ label, density }) => [label, density.threshold]))
  const entries = [...lexicons.rules, ...lexicons.terms].filter(({ status }) => status !== 'retired')
  const ofEntries = entries.flatMap((entry) =>
    (['flag', 'allow'] as const).flatMap((expect) =>
      entry[expect].map(
        (text): Example => ({
          rule: entry.id,
          label: entry.label,
          language: entry.language,
          audience: entry.audience[0] ?? 'team',
          text,
          expect,
          speaksAlone: entry.weight >= thresholds.get(entry.label)!,
          where: entry.where,
        }),
      ),
    ),
  )
  const ofFiles = lexicons.examples.flatMap(({ flag, allow, audience, ...file }) =>
    Object.entries({ flag, allow }).flatMap(([expect, texts]) =>
      texts.map(
        (text): Example => ({
          ...file,
          rule: null,
          audience: audience[0] ?? 'team',
          text,
          expect: expect as Example['expect'],
          speaksAlone: true,
        }),
      ),
    ),
  )
  return [...ofEntries, ...ofFiles]
}

/** Runs an example; answers what went wrong, or null. */
export function tryExample(analyzer: Analyzer, example: Example): string | null {
  const message = { text: example.text, language: example.language, audience: example.audience }
  const labels = analyzer.analyze(message).labels
  const labelled = labels.includes(example.label)
  if (example.expect === 'allow') {
    if (!labelled) return null
    const rules = analyzer.analyze(message).findings.filter(({ label }) => label === example.label)
    return `${example.label} found by ${rules.map(({ rule }) => rule).join(', ')}, expected none`
  }
  if (
    example.rule &&
    !isTerm(example.label) &&
    !analyzer.hits(message).some(({ entry }) => entry.id === example.rule)
  )
    return `${example.rule} not found`
  return labelled || !example.speaksAlone ? null : `${example.label} not found`
}

// Words of anglicism files are not hits; their sentences are judged by the label.
const isTerm = (label: Label) => label === 'anglicism'
