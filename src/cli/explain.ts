import pc from 'picocolors'
import { createAnalyzer } from '../analyzer/analyzer.js'
import { DETECTORS } from '../analyzer/detectors/index.js'
import { fold } from '../analyzer/morphology/fold.js'
import { mentionsOf } from '../lexicon/describe.js'
import type { Lexicons } from '../lexicon/lexicon.js'
import type { Audience } from '../types.js'

const MOST = 20

/** Says what the lexicons make of a word or sentence, and why: lines for a terminal. */
export function explain(text: string, lexicons: Lexicons, audience: Audience): string {
  const analyzer = createAnalyzer(lexicons)
  const message = { text, audience }
  const isWord = !/\s/.test(text.trim())
  const { language, labels } = analyzer.analyze(message)
  // A word alone has no language; the question is what it is in German.
  const { words } = analyzer.analyze(isWord ? { text: `Hier steht ${text}.`, audience } : message)
  const thresholds = new Map(DETECTORS.map(({ label, density }) => [label, density]))
  const lines: string[] = [`${pc.bold(text)}  ${language ?? 'no language'}, for ${audience}`]
  const section = (title: string, entries: readonly string[]) => {
    if (entries.length === 0) return
    lines.push('', pc.bold(title), ...entries.slice(0, MOST).map((entry) => `  ${entry}`))
    if (entries.length > MOST) lines.push(`  … ${entries.length - MOST} more`)
  }

  section(
    'Words of English origin',
    words.map(
      ({ word, lemma, status, instead }) =>
        `${word} (${lemma}): ${status}${instead.length > 0 ? ` ${pc.cyan('→')} ${instead.join(', ')}` : ''}`,
    ),
  )
  const hits = new Map(analyzer.hits(message).map(({ entry }) => [entry.id, entry]))
  section(
    'Rules that match',
    [...hits.values()].map(({ id, label, weight, why, instead, where }) => {
      const { threshold } = thresholds.get(label)!
      const speaks = labels.includes(label) ? 'speaks' : `silent: ${weight} of ${threshold}`
      return [`${pc.bold(label)} ${id} (${speaks})  ${pc.dim(where)}`, why, ...instead.slice(0, 1)].join(
        '\n    ',
      )
    }),
  )
  if (isWord) {
    const key = fold(text.trim())
    const zipf = (['de', 'en'] as const).map(
      (each) => `${each} ${lexicons.frequency[each].get(key)?.toFixed(1) ?? 'not among the most frequent'}`,
    )
    section('Frequency (Zipf: 7 = the most frequent, 3 = once in a million words)', [zipf.join(', ')])
    const mentions = mentionsOf(text.trim(), lexicons)
    section('Anglicism entries', mentions.terms)
    section('Named in the patterns of', mentions.rules)
    section('In the word classes', mentions.classes)
  }
  if (lines.length === 1) lines.push('', 'Not in the lexicons, and no rule matches.')
  return lines.join('\n')
}
