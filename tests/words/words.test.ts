import assert from 'node:assert/strict'
import { type ChatPlatform, type Words, wordsFor } from '../../src/words/index.js'
import { textsIn } from '../helpers/own-texts.js'

const PLATFORMS: readonly ChatPlatform[] = ['slack', 'teams']

/** The way to every text, and what kind of thing stands there. */
const outline = (value: unknown, path = ''): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => outline(inner, `${path}.${key}`))
    : [`${path}: ${typeof value}`]

const german = (tone: 'du' | 'sie', platform: ChatPlatform): Words =>
  wordsFor({ language: 'de', tone }, platform)
const english = (platform: ChatPlatform): Words => wordsFor({ language: 'en', tone: 'du' }, platform)

describe('the words of the chats', () => {
  for (const platform of PLATFORMS) {
    it(`are the same in German and English: ${platform}`, () =>
      assert.deepEqual(outline(english(platform)), outline(german('du', platform))))

    it(`say Du or Sie, never both: ${platform}`, () => {
      const du = textsIn(german('du', platform)).filter((text) => /\b(?:Ihnen|Ihr(?:e[mnrs]?)?)\b/.test(text))
      const sie = textsIn(german('sie', platform)).filter((text) =>
        /(?<!\p{L})(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|eure?)(?!\p{L})/iu.test(text),
      )
      // The choice itself.
      assert.deepEqual([du, sie], [[], ['Du']])
    })

    it(`begin each sentence with a capital letter and leave no gap: ${platform}`, () => {
      for (const words of [german('du', platform), german('sie', platform), english(platform)])
        assert.deepEqual(
          textsIn(words).filter((text) =>
            /[.!?] [a-zäöü]|undefined|\$\{| {2}(?! )\S/.test(text.replace(/🟦.*/u, '')),
          ),
          [],
        )
    })
  }

  it('are German where a person has set no language', () =>
    assert.equal(wordsFor({ language: 'auto', tone: 'sie' }, 'teams').language, 'de'))

  const COMMANDS: readonly (readonly [platform: ChatPlatform, off: string])[] = [
    ['slack', '`/klartext aus`'],
    ['teams', '„aus“'],
  ]
  for (const [platform, off] of COMMANDS)
    it(`name commands as they are typed: ${platform}`, () =>
      assert.ok(german('du', platform).command.on.endsWith(`Aufhören: ${off}`)))
})
