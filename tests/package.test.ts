import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { loadLexicons } from '../src/lexicon/load.js'
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

  it('keeps nothing of the file that the lexicons were read from: no list of numbers is a view of it', () => {
    const lists: ArrayBufferView[] = []
    const seen = new Set<unknown>()
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return
      seen.add(value)
      if (ArrayBuffer.isView(value)) lists.push(value)
      else for (const part of value instanceof Map ? value.values() : Object.values(value)) look(part)
    }
    look(loadLexicons())
    assert.ok(lists.length > 20)
    const memory = new Set(lists.map(({ buffer }) => buffer))
    const bytes = [...memory].reduce((sum, { byteLength }) => sum + byteLength, 0)
    const own = lists.reduce((sum, { byteLength }) => sum + byteLength, 0)
    // Small ones may share a page.
    assert.ok(bytes - own < 1e6, `${lists.length} lists of ${own} bytes keep ${bytes}`)
  })
})
