import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { de as germanPages } from '../adapters/playground/words/de.js'
import { en as englishPages } from '../adapters/playground/words/en.js'
import { DETECTORS } from '../src/analyzer/detectors/index.js'
import { germanWords } from '../src/coaching/wording/de.js'
import { englishWords } from '../src/coaching/wording/en.js'
import { packageRoot } from '../src/package-root.js'
import { shippedLexicons } from './helpers/lexicons.js'
import { findingsIn, germanProse, textsIn } from './helpers/own-texts.js'

describe('our own texts have no finding as company-wide text', function () {
  this.timeout(60_000)

  it('the interface in German', () => assert.deepEqual(findingsIn(textsIn(germanPages), 'de'), []))
  it('the interface in English', () => assert.deepEqual(findingsIn(textsIn(englishPages), 'en'), []))
  it('the wording of nudges in German', () => {
    for (const tone of ['du', 'sie'] as const)
      assert.deepEqual(findingsIn(textsIn(germanWords(tone)), 'de'), [])
  })
  it('the wording of nudges in English', () => assert.deepEqual(findingsIn(textsIn(englishWords), 'en'), []))

  it('the German of README.md', () =>
    assert.deepEqual(findingsIn(germanProse(readFileSync(join(packageRoot, 'README.md'), 'utf8')), 'de'), []))

  for (const language of ['de', 'en'] as const)
    it(`why each rule speaks, ${language}`, () => {
      const { rules, terms } = shippedLexicons()
      const whys = new Set(
        [...rules, ...terms].filter((entry) => entry.language === language).map(({ why }) => why),
      )
      assert.deepEqual(findingsIn([...whys], language), [])
    })

  for (const language of ['de', 'en'] as const)
    it(`what rules in code say, ${language}`, () => {
      const entries = DETECTORS.flatMap(({ entries = [] }) => entries).filter(
        (entry) => entry.language === language,
      )
      const texts = entries.flatMap(({ why, instead }) => [why, ...instead])
      assert.deepEqual(
        findingsIn(
          texts.map((text) => text.replace(/[„“”"]/g, '')),
          language,
        ),
        [],
      )
    })

  for (const language of ['de', 'en'] as const)
    it(`the sentences that we suggest, ${language}`, () => {
      const wordings = shippedLexicons()
        .rules.filter((rule) => rule.language === language && rule.name === null && rule.label !== 'jargon')
        .flatMap(({ instead }) => instead)
      // Quotation marks would hide them.
      const spoken = [...new Set(wordings)].map((wording) => wording.replace(/[„“”"]/g, ''))
      assert.deepEqual(findingsIn(spoken, language), [])
    })
})
