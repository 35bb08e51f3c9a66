import assert from 'node:assert/strict'
import { hinted, newcomer, onHome, sharedHouse, toldTo, wordsOn } from './acts.js'
import { JARGON } from './house.js'
import type { Channel, User } from './stand-in/index.js'

describe('Slack: hints in the channel', () => {
  const house = sharedHouse({ mode: 'socket' })

  /** Where the hint turns up, by what has happened to the channel since. */
  const PLACES: readonly (readonly [
    name: string,
    where: 'channel' | 'direct',
    change: (channel: Channel, me: User) => void,
  ])[] = [
    ['as ever', 'channel', () => {}],
    ['I have left it', 'direct', (channel, me) => house().slack.leave(channel, me)],
    ['the bot was sent out', 'direct', (channel) => house().slack.leave(channel, house().workspace.botUser)],
    ['it was archived', 'direct', (channel) => Object.assign(channel, { isArchived: true })],
  ]
  async function whispering(): Promise<User> {
    const me = await newcomer(house())
    await house().slack.openHome(me)
    await onHome(house(), me, 'place', 'channel')
    return me
  }

  for (const kind of ['channel', 'group'] as const)
    for (const [name, where, change] of PLACES)
      it(`shows it in the ${where === 'channel' ? 'channel' : 'chat with the bot'}: ${kind}, ${name}`, async () => {
        const { slack, workspace, murat } = house()
        const me = await whispering()
        const channel = slack.addChannel(workspace, { members: [me, murat], kind })
        await slack.say(me, channel, JARGON)
        change(channel, me)
        await house().pass(30)
        await slack.until(() => toldTo(house(), me).length > 0)
        const [told, ...more] = toldTo(house(), me)
        assert.deepEqual(more, [])
        assert.equal(told?.kind, where === 'channel' ? 'ephemeral' : 'message')
        assert.equal(told?.channel, where === 'channel' ? channel.id : slack.dm(me).id)
        assert.match(wordsOn(told), /Geht das auch auf Deutsch/)
        assert.deepEqual(toldTo(house(), murat), [])
      })

  for (const error of ['restricted_action', 'restricted_action_read_only_channel'])
    it(`shows it in the chat with the bot where not everybody may write: ${error}`, async () => {
      const { slack } = house()
      const me = await whispering()
      slack.fail('chat.postEphemeral', { error })
      await hinted(house(), me, JARGON)
      assert.deepEqual(
        toldTo(house(), me).map(({ channel }) => channel),
        [slack.dm(me).id],
      )
    })

  it('shows it beneath an answer in its thread', async () => {
    const { slack, channel, murat } = house()
    const me = await whispering()
    const root = await slack.say(murat, channel, 'Was meint ihr?')
    await hinted(house(), me, JARGON, { thread_ts: root.message.ts })
    assert.equal(toldTo(house(), me)[0]?.thread_ts, root.message.ts)
  })

  it('leaves it to Slack to let it go, when the message or the person goes', async () => {
    const { slack, channel } = house()
    const me = await whispering()
    const { ts } = await hinted(house(), me, JARGON)
    await slack.remove(channel, ts)
    await onHome(house(), me, 'erase')
    await house().pass(15 * 86_400)
    const removed = slack.calls
      .filter(({ method }) => method === 'chat.delete')
      .map(({ args }) => args.channel)
    assert.ok(!removed.includes(channel.id) && !removed.includes('ephemeral'))
    assert.deepEqual(
      house().logged.filter((line) => /"level":[4-6]0/.test(line)),
      [],
    )
  })
})
