import assert from 'node:assert/strict'
import { chatOf, hinted, MODES, newcomer, onHome, sharedHouse, toldTo } from './acts.js'
import { JARGON, type SlackHouse } from './house.js'
import type { Channel, Fields, User } from './stand-in/index.js'

const PLAIN = 'Wir sollten das bald angehen.'
const FILE = { id: 'F1', name: 'plan.pdf', mimetype: 'application/pdf', title: JARGON }

interface Scene {
  readonly house: SlackHouse
  readonly me: User
  readonly other: User
  say(text: string, more?: Fields): Promise<string>
  edit(ts: string, text: string): Promise<unknown>
  remove(ts: string): Promise<unknown>
  unfurl(ts: string): Promise<unknown>
  pass(seconds: number): Promise<void>
}

async function scene(house: SlackHouse): Promise<Scene> {
  const { slack, channel } = house
  const [me, other] = [await newcomer(house), house.murat]
  return {
    ...{ house, me, other, pass: house.pass },
    say: async (text, more = {}) => (await slack.say(me, channel, text, more)).message.ts,
    edit: (ts, text) => slack.edit(me, channel, ts, text),
    remove: (ts) => slack.remove(channel, ts),
    unfurl: (ts) => slack.unfurl(channel, ts),
  }
}

/** A channel of its own, with me and the bot in it. */
const place = ({ house, me }: Scene, more: object): Channel =>
  house.slack.addChannel(house.workspace, { members: [me, house.murat], ...more })

/** What is done, and how many hints stand in the chat when half a minute has passed. */
const CASES: readonly (readonly [name: string, hints: number, act: (scene: Scene) => Promise<unknown>])[] = [
  ['a new message', 1, ({ say }) => say(JARGON)],
  ['a plain one', 0, ({ say }) => say(PLAIN)],
  ['an edit that mends it in time', 0, async ({ say, edit }) => edit(await say(JARGON), PLAIN)],
  ['an edit that spoils it', 1, async ({ say, edit }) => edit(await say(PLAIN), JARGON)],
  [
    'one that is mended, spoilt and mended again',
    0,
    async ({ say, edit }) => {
      const ts = await say(JARGON)
      for (const text of [PLAIN, JARGON, PLAIN]) await edit(ts, text)
    },
  ],
  [
    'an edit that takes all words away',
    0,
    async ({ say, edit }) => {
      await edit(await say(JARGON, { files: [FILE] }), '')
    },
  ],
  [
    'edits after the hint',
    1,
    async ({ say, edit, pass }) => {
      const ts = await say(JARGON)
      await pass(30)
      await edit(ts, 'Wir pushen die Learnings und committen uns.')
      await pass(30)
      await edit(ts, PLAIN)
    },
  ],
  ['a deletion in time', 0, async ({ say, remove }) => remove(await say(JARGON))],
  [
    'a deletion after the hint',
    0,
    async ({ say, remove, pass, house, me }) => {
      const ts = await say(JARGON)
      await pass(30)
      await house.slack.until(() => chatOf(house, me).length === 1)
      await remove(ts)
    },
  ],
  [
    'a deleted message with answers, of which a stone is left',
    0,
    async ({ say, remove, pass, house, me, other }) => {
      const ts = await say(JARGON)
      await pass(30)
      await house.slack.say(other, house.channel, 'Wieso?', { thread_ts: ts })
      await house.slack.until(() => chatOf(house, me).length === 1)
      await remove(ts)
    },
  ],
  ['a link that unfolds', 1, async ({ say, unfurl }) => unfurl(await say(JARGON))],
  [
    'a link that unfolds in a mended message',
    0,
    async ({ say, edit, unfurl }) => {
      const ts = await say(JARGON)
      await edit(ts, PLAIN)
      await unfurl(ts)
    },
  ],
  [
    'an answer in a thread',
    1,
    async ({ say, house, other }) => {
      const root = await house.slack.say(other, house.channel, 'Was meint ihr?')
      await say(JARGON, { thread_ts: root.message.ts })
    },
  ],
  [
    'an answer that is sent to the channel, too',
    1,
    async ({ say, house, other }) => {
      const root = await house.slack.say(other, house.channel, 'Was meint ihr?')
      await say(JARGON, { thread_ts: root.message.ts, subtype: 'thread_broadcast' })
    },
  ],
  ['a file with a text', 1, ({ say }) => say(JARGON, { files: [FILE] })],
  ['a file alone', 0, ({ say }) => say('', { files: [FILE] })],
  ['a /me message', 1, ({ say }) => say(JARGON, { subtype: 'me_message' })],
  ['a message of a bot under my name', 0, ({ say }) => say(JARGON, { bot_id: 'B1' })],
  ['a note of Slack', 0, ({ say }) => say(JARGON, { subtype: 'channel_topic', topic: JARGON })],
  ['a hidden one', 0, ({ say }) => say(JARGON, { hidden: true })],
  ['a quotation', 0, ({ say }) => say(`&gt; ${JARGON}`)],
  ['code', 0, ({ say }) => say(`\`\`\`${JARGON}\`\`\` und \`${JARGON}\``)],
  [
    'a forwarded message',
    0,
    ({ say }) => say(PLAIN, { attachments: [{ text: JARGON, fallback: JARGON, is_msg_unfurl: true }] }),
  ],
  [
    'a private channel',
    1,
    (scene) => scene.house.slack.say(scene.me, place(scene, { kind: 'group' }), JARGON),
  ],
  [
    'a channel without the bot',
    0,
    (scene) => scene.house.slack.say(scene.me, place(scene, { bot: false }), JARGON),
  ],
  [
    'a channel of the works council',
    0,
    (scene) => scene.house.slack.say(scene.me, place(scene, { name: 'br-intern' }), JARGON),
  ],
  [
    'a channel shared with another company',
    0,
    (scene) => scene.house.slack.say(scene.me, place(scene, { isExtShared: true }), JARGON),
  ],
  [
    'a chat of several people',
    0,
    (scene) => scene.house.slack.say(scene.me, place(scene, { kind: 'mpim' }), JARGON),
  ],
  ['what is written to the bot', 0, ({ house, me }) => house.slack.say(me, house.slack.dm(me), JARGON)],
  [
    'the same event three times, and once under another id',
    1,
    async ({ house, me }) => {
      const { envelope } = house.slack.draft.say(me, house.channel, JARGON)
      for (const eventId of ['same', 'same', 'same', 'new'] as const)
        assert.ok((await house.slack.deliver(envelope, { eventId })).acked)
    },
  ],
  [
    'an edit that overtakes its message',
    0,
    async ({ house, me }) => {
      const { envelope, message } = house.slack.draft.say(me, house.channel, JARGON)
      await house.pass(5)
      await house.slack.edit(me, house.channel, message.ts, PLAIN)
      await house.slack.deliver(envelope)
    },
  ],
  [
    'a deletion that overtakes its message',
    0,
    async ({ house, me, remove }) => {
      const { envelope, message } = house.slack.draft.say(me, house.channel, JARGON)
      await remove(message.ts)
      await house.slack.deliver(envelope)
    },
  ],
  [
    'a message just before opting out',
    0,
    async ({ house, me, say }) => {
      await say(JARGON)
      await house.slack.openHome(me)
      await onHome(house, me, 'leave')
    },
  ],
]

for (const mode of MODES)
  describe(`Slack over ${mode}: what is written`, () => {
    const house = sharedHouse({ mode })

    for (const [name, hints, act] of CASES)
      it(`${hints === 1 ? 'gives a hint' : 'says nothing'}: ${name}`, async () => {
        const now = await scene(house())
        await act(now)
        await now.pass(30)
        const said = () => chatOf(house(), now.me).filter(({ user }) => user === house().workspace.botUser)
        await house().slack.until(() => said().length === hints)
        assert.equal(said().length, hints)
        assert.deepEqual(toldTo(house(), now.other), [])
        assert.deepEqual(
          house().logged.filter((line) => /"level":[4-6]0/.test(line)),
          [],
        )
      })

    it('tells nobody from another company, and is not told by them', async () => {
      const { slack, workspace } = house()
      const guest = slack.addUser(workspace, { team: 'TELSEWHERE' })
      const shared = slack.addChannel(workspace, { members: [guest], isExtShared: true })
      await slack.command(guest, shared, '/klartext', 'an')
      await slack.say(guest, shared, JARGON)
      slack.join(house().channel, guest)
      await slack.say(guest, house().channel, JARGON)
      await house().pass(60)
      assert.deepEqual(chatOf(house(), guest), [])
    })

    it('removes a hint after 14 days, and not before', async () => {
      const { me } = await scene(house())
      await hinted(house(), me, JARGON)
      await house().pass(13.9 * 86_400)
      assert.equal(chatOf(house(), me).length, 1)
      await house().pass(0.2 * 86_400)
      await house().slack.until(() => chatOf(house(), me).length === 0)
    })
  })
