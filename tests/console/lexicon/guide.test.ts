import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexiconWords } from '../../../src/console/words/lexicon/index.js'
import { packageRoot } from '../../../src/package-root.js'
import { findingsIn, germanProse } from '../../helpers/own-texts.js'
import { type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8')

describe('the guide to the lexicon', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  beforeEach(async () => void (opened = await openLexicon()))
  afterEach(() => opened.close())

  it('has the same sections, tables and code in both languages', () => {
    const outline = (name: string) => page(name).match(/^(?:#+ |\||\s*```)/gm)
    assert.deepEqual(outline('lexicon-guide.en.md'), outline('lexicon-guide.md'))
  })

  for (const [name, language] of [
    ['lexicon-guide.md', 'de'],
    ['lexicon-guide.en.md', 'en'],
  ] as const) {
    it(`uses the words of the pages, ${language}`, () => {
      const { home, nav, create, draft, preview, history, statuses } = lexiconWords[language]()
      const text = page(name)
      for (const word of [
        ...[home.switchOn, home.switchOff, home.allow, home.shares.notHelpful, home.shares.quotation],
        ...[nav.create, nav.thresholds, nav.approvals, nav.file, create.show, draft.submit],
        ...[preview.harmless, history.back, statuses.probation, statuses.retired],
      ])
        assert.ok(text.includes(word), word)
    })

    it(`shows a file that can be read and published, ${language}`, async () => {
      const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page(name)) ?? []
      const units = [{ id: 'vertrieb', name: 'Vertrieb', parent: null }]
      await opened.store.saveOrganisation({ units, members: [] }, new Date('2026-03-01T23:00:00Z'))
      const answer = await opened.leon.upload('/lexicon/import', yaml)
      assert.match(answer.headers.location ?? wordsIn(answer.text), /said=lexicon-saved/)
      const draft = wordsIn((await opened.leon.follow(answer)).text)
      assert.match(draft, /4 Änderungen.*Alles in Ordnung\./)
    })
  }

  it('has no finding as company-wide text', () =>
    assert.deepEqual(findingsIn(germanProse(page('lexicon-guide.md')), 'de'), []))
})
