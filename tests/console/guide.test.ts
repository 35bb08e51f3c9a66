import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consoleVariables } from '../../src/config/console.js'
import { parseOffices } from '../../src/console/access/offices.js'
import { frameWords } from '../../src/console/words/frame.js'
import { packageRoot } from '../../src/package-root.js'
import { findingsIn, germanProse, textsIn } from '../helpers/own-texts.js'

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8')

describe('console: its guide and its words', function () {
  this.timeout(60_000)

  it('has the same sections, tables and code in both languages', () => {
    const outline = (name: string) =>
      (page(name).match(/^(?:#+ |\||\s*```)/gm) ?? []).map((marks) => marks.trim())
    assert.deepEqual(outline('console.en.md'), outline('console.md'))
  })

  it('goes with a list of all variables', () => {
    const settings = page('settings.md')
    assert.deepEqual(
      Object.keys(consoleVariables).filter((name) => !settings.includes(`| \`${name}\` |`)),
      [],
    )
  })

  it('shows a file of roles that can be read', () => {
    for (const name of ['console.md', 'console.en.md']) {
      const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page(name)) ?? []
      assert.deepEqual([...parseOffices(name, yaml).values()], ['admin', 'admin', 'works-council'])
    }
  })

  it('explains what the pages say, in their own words', () => {
    for (const [name, words] of [
      ['console.md', frameWords.de('sie')],
      ['console.en.md', frameWords.en()],
    ] as const) {
      const quoted = [...page(name).matchAll(/^\| [„“]([^“”]+)[“”]/gm)].map(([, text]) => text!)
      assert.equal(quoted.length, 6)
      const texts = textsIn(words)
      for (const text of quoted)
        assert.ok(
          texts.some((said) => said.startsWith(text)),
          text,
        )
    }
  })

  it('has no finding as company-wide text', () => {
    for (const tone of ['du', 'sie'] as const)
      assert.deepEqual(findingsIn(textsIn(frameWords.de(tone)), 'de'), [])
    assert.deepEqual(findingsIn(textsIn(frameWords.en()), 'en'), [])
    assert.deepEqual(findingsIn(germanProse(page('console.md')), 'de'), [])
  })
})
