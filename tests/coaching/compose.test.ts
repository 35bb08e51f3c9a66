import assert from 'node:assert/strict'
import { type CompiledLexicons, compileLexicons } from '../../src/analyzer/compiled.js'
import { compose } from '../../src/coaching/compose.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import { germanWords } from '../../src/coaching/wording/de.js'
import { englishWords } from '../../src/coaching/wording/en.js'
import { LABELS } from '../../src/lexicon/schema.js'
import type { Nudge } from '../../src/types.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'

describe('nudges in words', function () {
  this.timeout(60_000)

  let entries: CompiledLexicons['entries']
  before(() => {
    entries = compileLexicons(shippedLexicons()).entries
  })
  const textOf = (nudge: Nudge, tone: 'du' | 'sie' = 'du') => compose(nudge, entries, { tone })

  it('lists the terms with their alternatives', () => {
    const text = textOf({
      kind: 'hint',
      label: 'anglicism',
      rules: ['anglicism-alignment', 'anglicism-challengen'],
      language: 'de',
    })
    assert.deepEqual(
      text?.suggestions.map(({ term }) => term),
      ['Alignment', 'challengen'],
    )
    assert.ok(text.suggestions.every(({ instead }) => instead.length >= 1 && instead.length <= 3))
  })

  it('says Sie where that is set', () => {
    const nudge: Nudge = {
      kind: 'hint',
      label: 'justification',
      rules: [shippedLexicons().rules.find(({ label }) => label === 'justification')!.id],
      language: 'de',
    }
    assert.match(textOf(nudge, 'sie')!.body, /\bSie\b/)
    assert.doesNotMatch(textOf(nudge, 'du')!.body, /\bSie\b/)
  })

  it('says nothing where its rules are gone', () =>
    assert.equal(textOf({ kind: 'hint', label: 'blame', rules: ['no-such-rule'], language: 'de' }), null))

  it('offers a better wording with every hint, in the language of the nudge', () => {
    for (const { id, label, language } of entries.values()) {
      if (label === 'ownership' || label === 'care') continue
      for (const nudged of ['de', 'en'] as const) {
        const text = textOf({ kind: 'hint', label, rules: [id], language: nudged })
        if (text === null) continue
        assert.ok(
          text.suggestions.length > 0 &&
            text.suggestions.every(({ instead }) => instead.length > 0 && instead.every(Boolean)),
          `${id} ${language} ${nudged}`,
        )
      }
    }
  })

  for (const label of LABELS) {
    it(`${label}: its own wording passes the analyzer, in German and English, Du and Sie`, () => {
      const texts = [germanWords('du')[label], germanWords('sie')[label], englishWords[label]].flatMap(
        (words, i) =>
          Object.values(words)
            .filter(Boolean)
            .map((text) => ({ text, language: i < 2 ? ('de' as const) : ('en' as const) })),
      )
      for (const { text, language } of texts) {
        const { findings } = shippedAnalyzer().analyze({ text, language, audience: 'company' })
        const heard = findings.filter((finding) => finding.label !== 'ownership' && finding.label !== 'care')
        assert.deepEqual(
          heard.map(({ rule }) => rule),
          [],
          text,
        )
      }
    })
  }

  it('never quotes the message: no four words of it in a row, but for terms of the lexicon', () => {
    const texts = [
      'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
      'Ihr habt das mal wieder komplett verbockt, bei uns war alles in Ordnung.',
      'Ich wollte das ja nur schnell erledigen, mir hat keiner gesagt, dass es anders geht.',
    ]
    for (const text of texts) {
      const { findings, labels } = shippedAnalyzer().analyze({ text })
      for (const label of labels) {
        const nudge: Nudge = {
          kind: 'hint',
          label,
          rules: [...new Set(findings.filter((finding) => finding.label === label).map(({ rule }) => rule))],
          language: 'de',
        }
        const body = JSON.stringify(compose(nudge, entries, DEFAULT_SETTINGS)).toLowerCase()
        const words = text
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .filter(Boolean)
        for (let i = 0; i + 4 <= words.length; i++)
          assert.ok(!body.includes(words.slice(i, i + 4).join(' ')), words.slice(i, i + 4).join(' '))
      }
    }
  })
})
