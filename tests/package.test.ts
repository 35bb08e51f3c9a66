import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { packageRoot } from '../src/package-root.js'

describe('the built package', function () {
  this.timeout(60_000)

  it('gives createAnalyzer and loadLexicons to whoever imports klartext', () => {
    const program = `
      import { createAnalyzer, loadLexicons } from 'klartext'
      const analyzer = createAnalyzer(loadLexicons())
      const analysis = analyzer.analyze({ text: 'Wir challengen das Alignment im Daily.' })
      console.log(JSON.stringify(analysis.labels))`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: packageRoot,
      encoding: 'utf8',
    })
    assert.deepEqual(JSON.parse(output), ['anglicism'])
  })
})
