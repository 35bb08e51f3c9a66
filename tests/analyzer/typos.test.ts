import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTypoFinder } from '../../src/analyzer/typos.js'
import { packageRoot } from '../../src/package-root.js'

const find = createTypoFinder([
  'stakeholder',
  'committen',
  'onboarding',
  'deadline',
  'productmanagement',
  'winnerinnen',
])

/** Mistyped, and the word that was meant; undefined where it may be another word. */
const CASES: readonly [mistyped: string, meant: string | undefined][] = [
  ['stakehlder', 'stakeholder'],
  ['stakehodler', 'stakeholder'],
  ['stakehollder', 'stakeholder'],
  ['stakehulder', 'stakeholder'],
  ['comitten', 'committen'],
  ['onbaording', 'onboarding'],
  ['deadlne', undefined],
  ['stakeholdem', undefined],
  ['produktmanagement', undefined],
  ['wienerinnen', undefined],
  ['line', undefined],
  ['', undefined],
]

describe('typos', () => {
  for (const [mistyped, meant] of CASES)
    it(mistyped || '(nothing)', () => assert.equal(find(mistyped), meant))

  it('takes the distance from natural without what its root does: reading .env, printing', function () {
    this.timeout(60_000)
    const folder = mkdtempSync(join(tmpdir(), 'klartext-'))
    writeFileSync(join(folder, '.env'), 'KLARTEXT_NATURAL=loaded')
    const program = `
      import ${JSON.stringify(pathToFileURL(join(packageRoot, 'dist/src/analyzer/typos.js')).href)}
      console.log(process.env.KLARTEXT_NATURAL)`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    assert.equal(output, 'undefined\n')
  })
})
