import assert from 'node:assert/strict'
import type { Language, Role, Tone } from '../../src/types.js'
import { findingsIn } from '../helpers/own-texts.js'
import type { Client, OpenedConsole } from './house.js'
import { cast, furnish, live, openScene } from './scene.js'
import { blocksOf } from './text.js'

const SPEECHES: readonly (readonly [name: string, language: Language, tone: Tone])[] = [
  ['German, Du', 'de', 'du'],
  ['German, Sie', 'de', 'sie'],
  ['English', 'en', 'du'],
]

/** A page, by whom it is seen and how it comes to be what it is. */
interface Shown {
  readonly name: string
  readonly role: Role
  readonly open: (client: Client, house: OpenedConsole) => Promise<string>
}

const at = (role: Role, path: string): Shown => ({
  ...{ name: path, role },
  open: async (client) => (await client.get(path)).text,
})
const sent = (role: Role, path: string, fields: Record<string, string>): Shown => ({
  ...{ name: `POST ${path}`, role },
  open: async (client) => (await client.post(path, fields)).text,
})

const PAGES: readonly Shown[] = [
  at('employee', '/me?said=me-joined'),
  {
    ...{ name: '/me before the first yes', role: 'employee' },
    async open(client, house) {
      await house.core.change(client.person, { optedIn: false })
      const { text } = await client.get('/me?said=me-left')
      await house.core.change(client.person, { optedIn: true })
      return text
    },
  },
  sent('employee', '/me/settings', { language: 'x', 'per-day': 'x', between: 'x', 'quiet-from': 'x' }),
  at('employee', '/me/erase'),
  at('employee', '/try'),
  sent('employee', '/try', { text: 'Wir müssen das Alignment challengen. Der Einkauf ist schuld.' }),
  sent('employee', '/try', { text: '' }),
  sent('employee', '/try', { text: 'ä'.repeat(40_001) }),
  at('employee', '/changes'),
  at('employee', '/changes/2'),
  at('manager', '/team'),
  at('manager', '/team/montage/2026-02-09'),
  at('works-council', '/council'),
  at('works-council', '/council/audit'),
  {
    ...{ name: '/council with a proposal', role: 'works-council' },
    async open(client, house) {
      await client.post('/council/propose')
      const { text } = await client.get('/council?said=council-proposed')
      await house.store.console.withdraw(null)
      return text
    },
  },
]

const WHO = { employee: cast.jana, manager: cast.katrin, admin: cast.leon, 'works-council': cast.sofie }

describe('console: our own texts have no finding as company-wide text', function () {
  this.timeout(60_000)
  let house: OpenedConsole

  before(async () => {
    house = await openScene()
    await furnish(house)
    await live(house, cast.jana, ['facade-de-ein-beispiel', 'ownership-de-ein-beispiel'])
  })
  after(() => house.close())

  for (const [speech, language, tone] of SPEECHES)
    for (const { name, role, open } of PAGES)
      it(`${name}, ${speech}`, async () => {
        const person = WHO[role]
        await house.core.change(person, { language, tone, mutedRules: ['blame-de-schuld-sind-andere'] })
        const html = await open(await house.signIn(person, role), house)
        const texts = blocksOf(html)
        assert.ok(texts.length > 8, html.slice(0, 2000))
        assert.deepEqual(findingsIn([...new Set(texts)], language), [])
        if (language === 'de') assert.deepEqual(misaddressed(texts, tone), [])
        assert.deepEqual(
          texts.filter((text) => /[—]|undefined|\[object/.test(text)),
          [],
        )
      })
})

/** Texts that address their reader otherwise than the reader wishes. */
const misaddressed = (texts: readonly string[], tone: Tone): readonly string[] =>
  // The choice between the two names both.
  texts
    .filter((text) => !['Du', 'Sie'].includes(text))
    .filter((text) =>
      (tone === 'sie'
        ? /\b(?:du|dich|dir|deine?[mnrs]?)\b/i
        : /(?<!^)(?<![.!?:„] )\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b/
      ).test(text),
    )
