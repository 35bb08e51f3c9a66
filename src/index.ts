/**
 * Klartext as a library: the analyzer and its lexicons.
 * @example
 * const analyzer = createAnalyzer(loadLexicons())
 * analyzer.analyze({ text: 'Das Alignment im Daily challengen wir.' }).findings
 */
export { type Analyzer, createAnalyzer, LONGEST_TEXT } from './analyzer/analyzer.js'
export { UserError } from './errors.js'
export type { Lexicons } from './lexicon/lexicon.js'
export { loadLexicons } from './lexicon/load.js'
export { parseLexicons } from './lexicon/parse.js'
export type * from './types.js'
