import { createAnalyzer } from '../../src/analyzer/analyzer.js'
import type { Lexicons } from '../../src/lexicon/lexicon.js'
import { lexiconSources, SHIPPED } from '../../src/lexicon/load.js'
import { parseLexicons } from '../../src/lexicon/parse.js'

let shipped: Lexicons | undefined

/** The shipped lexicons with their examples, read once for all tests. */
export function shippedLexicons(): Lexicons {
  return (shipped ??= parseLexicons(lexiconSources(SHIPPED)))
}

let analyzer: ReturnType<typeof createAnalyzer> | undefined

/** One analyzer of the shipped lexicons for all tests. */
export function shippedAnalyzer(): ReturnType<typeof createAnalyzer> {
  return (analyzer ??= createAnalyzer(shippedLexicons()))
}

let frequency: Lexicons['frequency'] | undefined

function shippedFrequency(): Lexicons['frequency'] {
  frequency ??= parseLexicons(
    new Map([...lexiconSources(SHIPPED)].filter(([name]) => name.endsWith('.tsv'))),
  ).frequency
  return frequency
}

/** Lexicons of one German blame rule with the given patterns, and the shipped frequencies. */
export function lexiconsOf(
  patterns: readonly string[],
  extra: Record<string, unknown> = {},
  classes = '',
): Lexicons {
  const entry = { id: 'test-rule', patterns, flag: ['x'], allow: ['x'], ...extra }
  const file = { label: 'blame', language: 'de', source: 'own', why: 'Weil.', entries: [entry] }
  const lexicons = parseLexicons(
    new Map([
      ['test/de.yaml', JSON.stringify(file)],
      ...(classes ? [['test/classes.yaml', classes] as const] : []),
    ]),
  )
  return { ...lexicons, frequency: shippedFrequency() }
}
