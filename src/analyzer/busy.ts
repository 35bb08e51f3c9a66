import type { Language } from '../types.js'
import { createAnalyzer } from './analyzer.js'
import type { CompiledLexicons } from './compiled.js'
import { MOST_BUSY, type Program } from './program.js'

/** Finds out by some texts which word sets are asked for most, so that they are at hand. Nothing else changes. */
export function withBusySets(lexicons: CompiledLexicons, texts: readonly string[]): CompiledLexicons {
  const counting = mapPrograms(lexicons, (program) => ({
    ...program,
    asked: new Uint32Array(program.tested),
  }))
  const analyzer = createAnalyzer(counting)
  for (const text of texts) analyzer.analyze({ text })
  return mapPrograms(counting, ({ asked = new Uint32Array(0), ...program }) => ({
    ...program,
    busy: Int32Array.from(asked.keys())
      .sort((a, b) => asked[b] - asked[a] || a - b)
      .slice(0, MOST_BUSY),
  }))
}

function mapPrograms(lexicons: CompiledLexicons, change: (program: Program) => Program): CompiledLexicons {
  const changed = (language: Language) => {
    const { patterns, ...rest } = lexicons.languages[language]
    return { ...rest, patterns: { ...patterns, program: change(patterns.program) } }
  }
  return { ...lexicons, languages: { de: changed('de'), en: changed('en') } }
}
