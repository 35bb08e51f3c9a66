import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isConfidential } from '../../adapters/common/confidential.js'
import { manifest, SCOPES } from '../../adapters/slack/manifest.js'
import { type Words, wordsFor } from '../../adapters/slack/words.js'
import { slackVariables } from '../../src/config/slack.js'
import { packageRoot } from '../../src/package-root.js'
import type { Language } from '../../src/types.js'
import { findingsIn, germanProse, textsIn } from '../helpers/own-texts.js'

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8')
const GUIDES = ['slack.md', 'slack.en.md'] as const

const WORDS: readonly (readonly [name: string, words: Words])[] = [
  ['German, Du', wordsFor({ language: 'de', tone: 'du' })],
  ['German, Sie', wordsFor({ language: 'de', tone: 'sie' })],
  ['English', wordsFor({ language: 'en', tone: 'du' })],
]

/** What people read of the manifest. */
function manifestTexts(language: Language): string[] {
  const { display_information: shown, features } = manifest({ mode: 'socket', language })
  const shortcuts = features.shortcuts.flatMap(({ name, description }) => [name, description])
  const commands = features.slash_commands.flatMap(({ description, usage_hint }) => [description, usage_hint])
  return [shown.description, shown.long_description, ...shortcuts, ...commands]
}

describe('Slack: our own texts', function () {
  this.timeout(60_000)

  for (const [name, words] of WORDS)
    it(`have no finding as company-wide text: ${name}`, () =>
      assert.deepEqual(findingsIn(textsIn(words), words.language), []))

  for (const language of ['de', 'en'] as const)
    it(`have no finding as company-wide text: the manifest, ${language}`, () =>
      assert.deepEqual(findingsIn(manifestTexts(language), language), []))

  it('have no finding as company-wide text: the guide in German', () =>
    assert.deepEqual(findingsIn(germanProse(page('slack.md')), 'de'), []))

  for (const [name, words] of WORDS)
    it(`keep to Slack's lengths: ${name}`, () => {
      const { nudge, draft, home, terms, data } = words
      const fits = (texts: readonly string[], most: number) =>
        assert.deepEqual(
          texts.filter((text) => text.length > most),
          [],
        )
      // Titles, closing and sending off of windows.
      fits([nudge.why, draft.title, home.topicsTitle, terms.title, data.title, words.close], 24)
      fits([draft.submit, home.topicsSave, terms.save], 24)
      fits([home.eraseYes, home.eraseNo], 30)
      fits([home.eraseTitle], 100)
      fits([home.eraseText], 300)
      // Buttons, so that three stand in a row on a phone.
      const { helpful, 'not-helpful': notHelpful, mutePraise } = nudge
      fits([helpful, notHelpful, nudge.why, mutePraise, home.join, home.leave, home.pause], 24)
      fits([home.resume, home.check, home.topics, home.unmute, home.export, home.erase, home.terms], 24)
      // Choices.
      fits([...Object.values(home.languages), ...Object.values(home.places), terms.allow, terms.forbid], 75)
      fits([nudge.quotation, nudge['team-term'], nudge['mute-rule'], nudge.pause], 75)
    })
})

describe('Slack: the guide', () => {
  for (const name of GUIDES) {
    it(`lists the scopes that the manifest asks for, and no other: ${name}`, () => {
      const rows = [...page(name).matchAll(/^\| `(commands|[a-z]+:[a-z]+)` \|/gm)].map(([, scope]) => scope!)
      assert.deepEqual(rows.sort(), [...SCOPES].sort())
    })

    it(`names channels that are never read: ${name}`, () => {
      const list = /```text\s+(betriebsrat [^`]*)```/.exec(page(name))?.[1] ?? ''
      const words = list.split(/[^\p{L}]+/u).filter(Boolean)
      assert.ok(words.length > 50)
      assert.deepEqual(
        words.filter((word) => !isConfidential(word)),
        [],
      )
    })
  }

  it('has the same sections in both languages', () => {
    const outline = (name: string) => (page(name).match(/^#+ /gm) ?? []).map((marks) => marks.trim().length)
    assert.deepEqual(outline('slack.en.md'), outline('slack.md'))
  })

  it('goes with a list of all variables', () => {
    const settings = page('settings.md')
    assert.deepEqual(
      Object.keys(slackVariables).filter((name) => !settings.includes(`| \`${name}\` |`)),
      [],
    )
  })
})
