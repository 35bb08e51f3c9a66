import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agreedConfig } from '../../src/config/agreed.js'
import { consoleVariables } from '../../src/config/console.js'
import { parseOffices } from '../../src/console/access/offices.js'
import { councilWords } from '../../src/console/words/council.js'
import { settingWords } from '../../src/console/words/council-settings.js'
import { frameWords } from '../../src/console/words/frame.js'
import { packageRoot } from '../../src/package-root.js'
import { findingsIn, germanProse, textsIn } from '../helpers/own-texts.js'

/** The lines that make a page's outline. */
const outline = (name: string) =>
  (page(name).match(/^(?:#+ |\||>|\d+\. |- |\s*```)/gm) ?? []).map((marks) => marks.trim())

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8')

describe('console: its guide and its words', function () {
  this.timeout(60_000)

  it('has the same sections, tables and code in both languages', () => {
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

describe('console: the page for the works council', function () {
  this.timeout(60_000)

  it('has the same sections, tables and lists in both languages', () =>
    assert.deepEqual(outline('works-council.en.md'), outline('works-council.md')))

  for (const [name, language] of [
    ['works-council.md', 'de'],
    ['works-council.en.md', 'en'],
  ] as const) {
    it(`names every setting that can be agreed on as the console does, ${language}`, () => {
      const channels = { onlyIn: [], notIn: [], sharedChannels: false, audiences: new Map(), teams: [] }
      const config = agreedConfig({
        ...{ timeZone: 'Europe/Berlin', settleSeconds: undefined, nudgeDays: 14, summaryPeople: 7 },
        ...{ summaryNoise: false, playground: false, fourEyes: false, teams: undefined },
        slack: channels as never,
      })
      const names = Object.keys(config)
      assert.equal(names.length, 12)
      const rows = page(name).split('\n')
      for (const setting of names) {
        const { title } = settingWords(setting, language)
        const named = setting.startsWith('KLARTEXT_') ? ` (\`${setting}\`)` : ''
        assert.ok(
          rows.some((row) => row.startsWith(`| ${title}${named} |`)),
          `${title}${named}`,
        )
      }
    })

    it(`says for how long things stay as the console does, ${language}`, () => {
      const { rows } = councilWords[language]().retention
      const said = rows(14).map(([, time]) => /\d+ \S+/.exec(time)?.[0])
      const text = page(name)
      for (const time of said.filter((each) => each !== undefined)) assert.ok(text.includes(time), time)
    })
  }

  it('has no finding as company-wide text, the template among it', () => {
    const text = page('works-council.md').replace(/^> ?/gm, '')
    assert.deepEqual(findingsIn(germanProse(text), 'de'), [])
  })
})
