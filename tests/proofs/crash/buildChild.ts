import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../../src/package-root.js'

/** The wording that the child's only rule finds. */
export const EARNS = 'Das ist doch wieder einmal Quatschkram.'
export const PLAIN = 'Der Bericht ist fertig.'

const LEXICON = {
  label: 'blame',
  language: 'de',
  source: 'own',
  why: 'So wird niemand froh.',
  entries: [{ id: 'crash-rule', patterns: ['Quatschkram'], flag: [EARNS], allow: [PLAIN] }],
}

/** What knex asks for, for databases that are not ours. */
const STRANGERS = 'better-sqlite3 libsql mariadb mysql mysql2 oracledb pg pg-* tedious'.split(' ')

/** Runs the program that it is given. */
export const LOADER = fileURLToPath(new URL('load.cjs', import.meta.url))

/**
 * Puts the child and all of Klartext into one file in a package of its own, with a lexicon of one rule: it starts in a
 * fraction of the time. Always of the sources as they are, whatever was built.
 * @returns the folder, to be removed in the end, and the file to run
 */
export function buildChild(): { readonly folder: string; readonly program: string } {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-crash-'))
  const program = join(folder, 'child.cjs')
  // The one that tsx has brought along.
  const { buildSync } = createRequire(createRequire(import.meta.url).resolve('tsx'))(
    'esbuild',
  ) as typeof import('esbuild')
  buildSync({
    entryPoints: [fileURLToPath(new URL('child.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    external: ['sqlite3', 'compromise', 'botbuilder', 'botframework-connector', ...STRANGERS],
    define: { 'import.meta.url': 'ownUrl' },
    banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  })
  mkdirSync(join(folder, 'lexicons'))
  writeFileSync(join(folder, 'lexicons', 'one.yaml'), JSON.stringify(LEXICON))
  writeFileSync(join(folder, 'lexicons', 'reserved.txt'), '# Nothing is reserved here.\n')
  writeFileSync(join(folder, 'package.json'), '{}')
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'))
  execFileSync(process.execPath, [LOADER, program])
  return { folder, program }
}
