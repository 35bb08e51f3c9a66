import assert from 'node:assert/strict'
import { hinted, newcomer, nudgesOf, sharedHouse, toldTo } from './acts.js'
import { JARGON } from './house.js'
import { type Act, createScene, PLAIN, place } from './scene.js'
import { FILE, SHAPES } from './shapes.js'
import type { Fields } from './stand-in/index.js'

/** What becomes of messages. */
const TURNS: readonly (readonly [name: string, hints: 0 | 1, act: Act])[] = [
  ['an edit that mends it in time', 0, async ({ say, edit }) => edit(await say(JARGON), PLAIN)],
  ['an edit that spoils it', 1, async ({ say, edit }) => edit(await say(PLAIN), JARGON)],
  [
    'an edit that puts it into a quotation',
    0,
    async ({ say, edit }) => edit(await say(JARGON), `<blockquote>${JARGON}</blockquote>`),
  ],
  [
    'an edit that takes all words away',
    0,
    async ({ say, edit }) => edit(await say(JARGON, { attachments: [FILE] }), ''),
  ],
  ['an edit that changes nothing', 1, async ({ say, edit }) => edit(await say(JARGON), JARGON)],
  [
    'one deleted in time and brought back',
    1,
    async ({ say, remove, house }) => {
      const message = await say(JARGON)
      await remove(message)
      await house.pass(5)
      await house.teams.restore(message)
    },
  ],
  [
    'one deleted after its hint and brought back',
    0,
    async ({ say, remove, house, me }) => {
      const message = await say(JARGON)
      await house.pass(30)
      await house.teams.until(() => nudgesOf(house, me).length === 1)
      await remove(message)
      await house.pass(5)
      await house.teams.restore(message)
    },
  ],
  [
    'an answer in a thread',
    1,
    async ({ say, house, other }) => {
      const root = await house.teams.say(other, house.channel, 'Was meint ihr?')
      await say(JARGON, { thread: root.message })
    },
  ],
  [
    'an answer in a thread that is mended',
    0,
    async ({ say, edit, house, other }) => {
      const root = await house.teams.say(other, house.channel, 'Was meint ihr?')
      await edit(await say(JARGON, { thread: root.message }), PLAIN)
    },
  ],
  [
    'an answer beneath one that is deleted',
    1,
    async ({ say, remove }) => {
      const root = await say(PLAIN)
      await say(JARGON, { thread: root })
      await remove(root)
    },
  ],
  [
    'an event of another kind about it',
    1,
    async ({ say, house }) => {
      const message = await say(JARGON)
      const { envelope } = house.teams.draft.edit(message, PLAIN)
      const channelData = { ...(envelope.activity.channelData as Fields), eventType: 'linkUnfurled' }
      await house.teams.deliver({ ...envelope, activity: { ...envelope.activity, channelData } })
    },
  ],
  [
    'a channel that was renamed to one of the works council',
    0,
    async (scene) => {
      const { teams } = scene.house
      const channel = place(scene, {})
      await teams.say(scene.me, channel, PLAIN)
      Object.assign(channel, { name: 'Betriebsrat' })
      await teams.event(channel, 'channelRenamed', scene.me)
      await teams.say(scene.me, channel, JARGON)
    },
  ],
]

for (const [what, cases] of [
  ['what is written', SHAPES],
  ['what becomes of it', TURNS],
] as const)
  describe(`Teams: ${what}`, () => {
    const house = sharedHouse()

    for (const [name, hints, act] of cases)
      it(`${hints === 1 ? 'gives a hint' : 'says nothing'}: ${name}`, async () => {
        const now = await createScene(house())
        await act(now)
        await now.pass(30)
        await house().teams.until(() => nudgesOf(house(), now.me).length === hints)
        // What should not come gets some more time to come.
        if (hints === 0) await now.pass(30)
        assert.equal(nudgesOf(house(), now.me).length, hints)
        assert.deepEqual(toldTo(house(), now.other), [])
        assert.deepEqual(
          house().logged.filter((line) => /"level":[4-6]0/.test(line)),
          [],
        )
      })
  })

describe('Teams: people from elsewhere', () => {
  const house = sharedHouse()

  it('are not told, and are asked nothing', async () => {
    const { teams, team, channel } = house()
    const guest = teams.addUser({ name: 'Gast', tenant: '99999999-2222-4333-8444-555555555555', guest: true })
    await teams.join(team, guest)
    await teams.say(guest, channel, JARGON)
    await house().pass(60)
    assert.deepEqual(toldTo(house(), guest), [])
  })

  it('do not keep anybody else from their hint', async () => {
    const { teams, channel } = house()
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.ok(![...channel.messages.values()].some(({ by }) => by === 'app'))
    assert.equal(teams.seenBy(house().murat).filter(({ by }) => by === 'app').length, 0)
  })
})
