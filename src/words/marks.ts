import type { Analysis, Label, Span } from '../types.js'

/** What there is to say of a passage; a word has no label and no why of its own. */
export interface Note extends Span {
  readonly label: Label | null
  readonly why: string | null
  readonly instead: readonly string[]
}

/** A stretch of the draft under the same notes; `begins` where a note starts here. */
export interface Segment {
  readonly text: string
  readonly notes: readonly Note[]
  readonly begins: boolean
}

/** The notes on a draft: its findings, and the avoidable words that no finding speaks of already. */
export function notesOf(text: string, analysis: Analysis): readonly Note[] {
  const inside = (span: Span) => span.start >= 0 && span.start < span.end && span.end <= text.length
  const findings = analysis.findings.filter(inside)
  const spokenOf = (word: Span) =>
    findings.some(
      (finding) =>
        (finding.label === 'anglicism' || finding.label === 'jargon') &&
        finding.start <= word.start &&
        word.end <= finding.end,
    )
  const words = analysis.words.filter(
    (word) => word.status === 'avoidable' && inside(word) && !spokenOf(word),
  )
  return [
    ...findings.map(({ start, end, label, why, instead }) => ({ start, end, label, why, instead })),
    ...words.map(({ start, end, instead }) => ({ start, end, label: null, why: null, instead })),
  ].sort((a, b) => a.start - b.start)
}

/** Cuts the draft wherever a note begins or ends; the pieces together are the draft. */
export function segments(text: string, notes: readonly Note[]): readonly Segment[] {
  const cuts = [...new Set([0, text.length, ...notes.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    const here = notes.filter((note) => note.start <= start && end <= note.end)
    return { text: text.slice(start, end), notes: here, begins: here.some((note) => note.start === start) }
  })
}
