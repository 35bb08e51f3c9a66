/** Writes docs/figures.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { loadLexicons } from '../src/lexicon/load.js'
import { packageRoot } from '../src/package-root.js'
import { figuresPage } from './figures-page.js'

writeFileSync(join(packageRoot, 'docs/figures.md'), figuresPage(createAnalyzer(loadLexicons())))
