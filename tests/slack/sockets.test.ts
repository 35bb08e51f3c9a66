import assert from 'node:assert/strict'
import { App } from '@slack/bolt'
import { pino } from 'pino'
import { socketReceiver } from '../../adapters/slack/receivers/socket.js'
import { chatOf, hinted, inHouse, newcomer, sharedHouse } from './acts.js'
import { JARGON, type SlackHouse, TUESDAY } from './house.js'
import { createClock, type Slack, startSlack } from './stand-in/index.js'

/** Slack says goodbye for so many reasons, or without a word. */
const GOODBYES: readonly (readonly [name: string, act: (slack: Slack) => unknown])[] = [
  ...(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const).map(
    (reason) => [`„${reason}“`, (slack: Slack) => slack.sockets.disconnect(reason)] as const,
  ),
  ['a broken line', ({ sockets }) => sockets.live()[0]!.drop()],
]

/** What a connection may bring that is no envelope. */
const FRAMES: readonly unknown[] = [
  ...['', 'null', null, 7, [], {}, true],
  ...[{ type: 'hello' }, { type: 'events_api' }, { type: 'events_api', payload: null }],
  { type: 'events_api', envelope_id: 'x', payload: { event: null } },
  { type: 'events_api', envelope_id: 'x', payload: { event: { type: 'error' } } },
  { type: 'events_api', envelope_id: 'x', payload: { event: { type: 'close' } } },
  { type: 'spaceship', envelope_id: 'x', payload: {} },
  { type: 'interactive', envelope_id: 'x', payload: null },
  { type: 'error', error: { msg: 'x', code: 1 } },
]

describe('Slack over socket: connections', () => {
  const house = sharedHouse(async () => ({
    mode: 'socket',
    slack: await startSlack({ clock: createClock(TUESDAY), patience: 500 }),
  }))

  /** Long enough that the next connection is made at once. */
  const lasted = () => house().pass(15)

  for (const [name, act] of GOODBYES)
    it(`makes another after ${name}, and neither loses nor doubles a thing`, async () => {
      const { slack, channel } = house()
      const users = [await newcomer(house()), await newcomer(house()), await newcomer(house())]
      await lasted()
      const [old] = slack.sockets.live()
      const saying = users.map((user, at) => {
        if (at === 1) act(slack)
        return slack.say(user, channel, JARGON)
      })
      const said = await Promise.all(saying)
      await slack.until(() => slack.sockets.live().some(({ id }) => id !== old!.id))
      await house().pass(60)
      await slack.settled()
      for (const { acked, attempts } of said)
        assert.ok(acked, JSON.stringify(attempts.map(({ status, reason }) => [status, reason])))
      await house().pass(30)
      await slack.until(() => users.every((user) => chatOf(house(), user).length > 0))
      for (const user of users) assert.equal(chatOf(house(), user).length, 1)
      await slack.until(() => slack.sockets.all().length === 1)
    })

  it('survives whatever comes over the line', async () => {
    const { slack } = house()
    const [line] = slack.sockets.live()
    for (const frame of FRAMES) line!.write(frame as never)
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.equal(slack.sockets.live()[0]!.id, line!.id, 'the connection was given up')
  })

  it('tries until Slack is there again, once it was away', async () => {
    const { slack, logged } = house()
    await lasted()
    const away = slack.fail('apps.connections.open', { status: 500, times: 2 })
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => away.met === 2)
    await slack.sockets.connected(1)
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.ok(!logged.join().includes(slack.app.token))
  })

  it('comes back where Slack had too many connections', async () => {
    const { slack } = house()
    await lasted()
    const ghosts = Array.from({ length: 10 }, () => slack.sockets.ghost())
    const opened = slack.count('apps.connections.open')
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => slack.count('apps.connections.open') > opened)
    for (const ghost of ghosts) slack.sockets.forget(ghost)
    await slack.sockets.connected(1)
    await hinted(house(), await newcomer(house()), JARGON)
  })

  it('says that another process takes part of the events', async () => {
    const { slack, logged } = house()
    await lasted()
    const ghost = slack.sockets.ghost()
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => logged.some((line) => line.includes('another process is connected')))
    slack.sockets.forget(ghost)
    await slack.sockets.connected(1)
  })

  it('says that its token is no longer accepted, and goes on asking', () =>
    inHouse({ mode: 'socket' }, async ({ slack, logged, pass }: SlackHouse) => {
      await pass(15)
      slack.fail('apps.connections.open', { error: 'token_revoked' })
      slack.sockets.disconnect('refresh_requested')
      await slack.until(() => logged.some((line) => line.includes('app-level token is no longer accepted')))
      // Not in the middle of it: a socket that is closed while it opens keeps the process waiting.
      await slack.until(() => logged.filter((line) => line.includes('Slack: connected')).length === 2)
    }))
})

describe('Slack over socket: a line that is half open', () => {
  it('is given up and replaced, and what was swallowed comes again', async () => {
    const slack = await startSlack({ patience: 500, pingEvery: 50 })
    const workspace = slack.addWorkspace()
    const jana = slack.addUser(workspace)
    const channel = slack.addChannel(workspace, { members: [jana] })
    const { token: appToken } = slack.app
    const options = { mode: 'socket', appToken, apiUrl: slack.apiUrl } as const
    const { receiver, connection } = socketReceiver(options, { log: pino({ level: 'silent' }) }, 300)
    const heard: string[] = []
    const app = new App({ receiver, token: workspace.botToken, clientOptions: { slackApiUrl: slack.apiUrl } })
    app.event('message', async ({ event }) => void heard.push(event.ts))
    try {
      await connection.start()
      await slack.sockets.connected(1)
      const [old] = slack.sockets.live()
      old!.silence()
      const saying = slack.say(jana, channel, JARGON)
      await slack.until(() => slack.sockets.live().length > 0)
      slack.sockets.forget(old!)
      const said = await saying
      await slack.clock.advance(60_000)
      await slack.settled()
      assert.ok(said.acked)
      assert.equal(heard.length, 1)
      assert.equal(slack.sockets.all().length, 1)
    } finally {
      await connection.stop()
      await slack.close()
    }
  })
})
