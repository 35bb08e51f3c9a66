import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import bolt from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import WebSocket from 'ws'
import { silentLogger } from '../../adapters/slack/silent-logger.js'
import {
  type Fields,
  type Slack,
  type SlackOptions,
  startSlack,
  type User,
  type Workspace,
} from './stand-in/index.js'

const { App, ExpressReceiver, LogLevel, SocketModeReceiver } = bolt

const quiet = { logLevel: LogLevel.ERROR }

/** A workspace with two people in one channel, and a client of its bot. */
interface Office {
  readonly slack: Slack
  readonly work: Workspace
  readonly ada: User
  readonly ben: User
  readonly team: string
  readonly client: WebClient
}

async function office(use: (office: Office) => Promise<void>, options: SlackOptions = {}): Promise<void> {
  const slack = await startSlack({ patience: 300, ...options })
  const work = slack.addWorkspace({ name: 'Works' })
  const ada = slack.addUser(work, { name: 'ada' })
  const ben = slack.addUser(work, { name: 'ben' })
  const team = slack.addChannel(work, { name: 'team', members: [ada, ben] }).id
  const client = new WebClient(work.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  })
  try {
    await use({ slack, work, ada, ben, team, client })
  } finally {
    await slack.close()
  }
}

/** A Bolt app behind an ExpressReceiver. */
async function overHttp(slack: Slack, work: Workspace, more: object = {}) {
  const receiver = new ExpressReceiver({
    signingSecret: slack.app.signingSecret,
    logger: silentLogger,
    ...more,
  })
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const app = new App({ receiver, token: work.botToken, clientOptions, ...quiet })
  const server = await receiver.start({ port: 0, host: '127.0.0.1' } as unknown as number)
  slack.http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  const stop = async () => {
    server.closeAllConnections()
    await receiver.stop()
  }
  return { app, stop }
}

/** A Bolt app in Socket Mode. */
async function overSocket(slack: Slack, work: Workspace, clientPingTimeout = 200) {
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const receiver = new SocketModeReceiver({
    appToken: slack.app.token,
    installerOptions: { clientOptions },
    clientPingTimeout,
    logger: silentLogger,
  })
  const app = new App({ receiver, token: work.botToken, clientOptions, ...quiet })
  await app.start()
  await slack.sockets.connected()
  return { app, stop: () => app.stop() }
}

/** A bare server that answers what it is told to. */
async function bareApp(slack: Slack, status: (nth: number) => number) {
  const got: { readonly headers: Fields; readonly body: string }[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk) => (body += chunk))
    req.on('end', () => {
      got.push({ headers: { ...req.headers }, body })
      const code = status(got.length)
      if (code > 0) res.writeHead(code).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  slack.http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { got, stop }
}

const refused = (error: string) => (thrown: unknown) => {
  assert.equal((thrown as { data?: Fields }).data?.error, error)
  return true
}

const button = (action_id: string, value = 'v') => ({
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: 'Press' } }],
})

const form = (more: Fields = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: { type: 'plain_text' as const, text: 'Form' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'words',
      label: { type: 'plain_text', text: 'Words' },
      element: { type: 'plain_text_input', action_id: 'text', max_length: 10 },
    },
  ],
  ...more,
})

describe('the stand-in for Slack: HTTP', () => {
  it('signs so that Bolt accepts it, and delivers messages, edits and deletions', () =>
    office(async ({ slack, work, ada, team }) => {
      const { app, stop } = await overHttp(slack, work)
      const heard: Fields[] = []
      app.event('message', async ({ event }) => void heard.push(event as unknown as Fields))
      const said = await slack.say(ada, team, 'hello')
      assert.ok(said.acked && said.status === 200)
      await slack.edit(ada, team, said.message.ts, 'hello, all')
      await slack.unfurl(team, said.message.ts)
      await slack.remove(team, said.message.ts)
      const [first, edited, unfurled, gone] = heard as [Fields, Fields, Fields, Fields]
      assert.equal(first.text, 'hello')
      assert.equal(first.channel_type, 'channel')
      assert.equal((edited.message as Fields).text, 'hello, all')
      assert.equal(((edited.message as Fields).edited as Fields).user, ada.id)
      assert.equal((edited.previous_message as Fields).text, 'hello')
      assert.equal((unfurled.message as Fields).text, (unfurled.previous_message as Fields).text)
      assert.equal(gone.subtype, 'message_deleted')
      assert.equal(gone.deleted_ts, first.ts)
      assert.equal(await slack.verifyUrl(), true)
      await stop()
    }))

  it('is turned away with a wrong secret, a stale time or a body too big', () =>
    office(async ({ slack, work }) => {
      const { stop } = await overHttp(slack, work, { bodyLimit: 1000 })
      const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } })
      const status = async (more: object) => (await slack.raw({ body, ...more })).status
      const now = Math.floor(Date.now() / 1000)
      assert.equal(await status({ secret: 'wrong' }), 401)
      assert.equal(await status({ timestamp: now - 301 }), 401)
      assert.equal(await status({ headers: { 'x-slack-signature': undefined } }), 401)
      assert.equal(await status({ body: 'x'.repeat(1001) }), 413)
      assert.equal(await status({ body: '{', contentType: 'application/json' }), 400)
      await stop()
    }))

  it('tries again at once, after one and after five minutes by its clock', () =>
    office(async ({ slack, ada, team }) => {
      const app = await bareApp(slack, (nth) => (nth === 1 ? 0 : nth < 4 ? 500 : 200))
      const said = await slack.say(ada, team, 'hello')
      assert.equal(app.got.length, 2)
      assert.ok(!said.acked)
      await slack.clock.advance(59_999)
      assert.equal(app.got.length, 2)
      await slack.clock.advance(1)
      assert.equal(app.got.length, 3)
      await slack.clock.advance(240_000)
      assert.ok(said.acked)
      const headers = app.got.map(({ headers }) => [
        headers['x-slack-retry-num'],
        headers['x-slack-retry-reason'],
      ])
      assert.deepEqual(headers, [
        [undefined, undefined],
        ['1', 'http_timeout'],
        ['2', 'http_error'],
        ['3', 'http_error'],
      ])
      assert.equal(new Set(app.got.map(({ body }) => JSON.parse(body).event_id)).size, 1)
      app.stop()
    }))

  it('gives up on an answer when its clock has moved three seconds', () =>
    office(
      async ({ slack, ada, team }) => {
        const app = await bareApp(slack, (nth) => (nth === 1 ? 0 : 200))
        const saying = slack.say(ada, team, 'hello')
        await slack.until(() => app.got.length > 0)
        await slack.clock.advance(3000)
        assert.deepEqual(
          (await saying).attempts.map(({ reason }) => reason),
          ['http_timeout', ''],
        )
        app.stop()
      },
      { patience: 20_000 },
    ))

  it('tells nothing of channels without the bot, without the scope or beyond the subscription', () =>
    office(
      async ({ slack, work, ada }) => {
        const app = await bareApp(slack, () => 200)
        const outside = slack.addChannel(work, { members: [ada], bot: false })
        const secret = slack.addChannel(work, { members: [ada], kind: 'group' })
        assert.equal((await slack.say(ada, outside, 'a')).attempts.length, 0)
        assert.equal((await slack.say(ada, secret, 'b')).attempts.length, 0)
        assert.equal((await slack.say(ada, slack.dm(ada), 'c')).attempts.length, 1)
        assert.equal((await slack.openHome(ada)).attempts.length, 0)
        app.stop()
      },
      { scopes: ['channels:history', 'im:history'], subscribed: ['message.channels', 'message.im'] },
    ))

  it('delivers thousands a second, again and under new ids', () =>
    office(
      async ({ slack, ada, team }) => {
        const app = await bareApp(slack, () => 200)
        const { envelope } = slack.draft.say(ada, team, 'hello')
        const begun = performance.now()
        const each = Number(process.env.DELIVERIES ?? 3000)
        const all = Array.from({ length: each }, (_, at) =>
          slack.deliver(envelope, { eventId: at % 3 === 0 ? 'new' : 'same', retries: false }),
        )
        assert.ok((await Promise.all(all)).every(({ acked }) => acked))
        const perSecond = (each / (performance.now() - begun)) * 1000
        assert.equal(new Set(app.got.map(({ body }) => JSON.parse(body).event_id)).size, each / 3 + 1)
        assert.ok(perSecond > 500, `${perSecond} a second`)
        if (process.env.DELIVERIES) console.log(`      ${Math.round(perSecond)} a second`)
        app.stop()
      },
      { patience: 3000 },
    ))
})

describe('the stand-in for Slack: Socket Mode', () => {
  it('says hello, hands envelopes over and takes acknowledgements with what they carry', () =>
    office(async ({ slack, work, ada, team }) => {
      const { app, stop } = await overSocket(slack, work)
      const heard: string[] = []
      app.event('message', async ({ event }) => void heard.push((event as unknown as Fields).text as string))
      app.command('/klartext', async ({ ack, command }) => ack(`you said ${command.text}`))
      assert.ok((await slack.say(ada, team, 'hello')).acked)
      assert.deepEqual(heard, ['hello'])
      const answer = await slack.command(ada, team, '/klartext', 'status')
      assert.deepEqual(answer.body, { text: 'you said status' })
      assert.equal(slack.seenBy(ada).at(-1)?.text, 'you said status')
      await stop()
    }))

  it('asks the app to come back and reaches it on the new connection', () =>
    office(async ({ slack, work, ada, team }) => {
      const { stop } = await overSocket(slack, work)
      const [old] = slack.sockets.live()
      slack.sockets.disconnect('refresh_requested')
      await slack.sockets.connected()
      assert.notEqual(slack.sockets.live()[0]?.id, old?.id)
      assert.ok((await slack.say(ada, team, 'hello')).acked)
      assert.equal(slack.count('apps.connections.open'), 2)
      await stop()
    }))

  it('hands an event over again elsewhere when the connection breaks before the acknowledgement', () =>
    office(async ({ slack, ada, team }) => {
      const got: Fields[] = []
      const client = new WebClient(slack.app.token, { slackApiUrl: slack.apiUrl })
      for (let count = 0; count < 2; count++) {
        const socket = new WebSocket((await client.apps.connections.open({})).url!)
        socket.on('message', (data) => {
          const envelope = JSON.parse(String(data))
          if (envelope.type === 'hello') return
          got.push(envelope)
          if (got.length === 1) socket.terminate()
          else socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
        })
      }
      await slack.sockets.connected(2)
      const said = await slack.say(ada, team, 'hello')
      assert.deepEqual(
        said.attempts.map(({ reason }) => reason),
        ['connection_failed', ''],
      )
      assert.deepEqual(
        got.map(({ retry_attempt }) => retry_attempt),
        [0, 1],
      )
      assert.equal(new Set(got.map(({ payload }) => (payload as Fields).event_id)).size, 1)
      assert.equal(new Set(got.map(({ envelope_id }) => envelope_id)).size, 2)
    }))

  it('keeps a half-open connection until the app notices', () =>
    office(async ({ slack, work, ada, team }) => {
      const { stop } = await overSocket(slack, work)
      const [old] = slack.sockets.live()
      old!.silence()
      await slack.sockets.connected()
      assert.equal(slack.sockets.all().length, 2)
      slack.sockets.forget(old!)
      assert.ok((await slack.say(ada, team, 'hello')).acked)
      await stop()
    }))

  it('swallows what goes to a silentLogger connection or to a ghost, and finds another', () =>
    office(async ({ slack, work, ada, team }) => {
      const { stop } = await overSocket(slack, work, 5000)
      const ghost = slack.sockets.ghost()
      const tried = async () => (await slack.say(ada, team, 'hello')).attempts.map(({ reason }) => reason)
      const both = [await tried(), await tried()].map((reasons) => reasons.join()).sort()
      assert.deepEqual(both, ['', 'timeout,'])
      slack.sockets.forget(ghost)
      slack.sockets.live()[0]?.silence()
      assert.deepEqual(await tried(), ['timeout', 'timeout'])
      await stop()
    }))

  it('refuses an eleventh connection and a ticket used twice', () =>
    office(async ({ slack }) => {
      for (let count = 0; count < 10; count++) slack.sockets.ghost()
      const opened = await new WebClient(slack.app.token, {
        slackApiUrl: slack.apiUrl,
      }).apps.connections.open({})
      const first = await new Promise<string>((resolve) => {
        const socket = new WebSocket(opened.url!)
        socket.once('message', (data: Buffer) => {
          socket.terminate()
          resolve(String(data))
        })
      })
      assert.equal(JSON.parse(first).reason, 'too_many_websockets')
      await assert.rejects(
        new Promise((_, reject) => {
          const again = new WebSocket(opened.url!)
          again.once('error', reject)
        }),
        /403/,
      )
    }))
})

describe('the stand-in for Slack: Web API', () => {
  it('answers auth.test and knows good, bad, dead and missing tokens', () =>
    office(async ({ slack, work, client }) => {
      assert.equal((await client.auth.test()).bot_id, work.botId)
      const as = (token?: string) =>
        new WebClient(token, { slackApiUrl: slack.apiUrl, logger: silentLogger }).auth.test()
      await assert.rejects(as('xoxb-else'), refused('invalid_auth'))
      await assert.rejects(as(), refused('not_authed'))
      await assert.rejects(client.apiCall('chat.whistle'), refused('unknown_method'))
      await client.auth.revoke()
      await assert.rejects(client.auth.test(), refused('token_revoked'))
    }))

  it('names the scope that is missing', () =>
    office(
      async ({ client, ada }) => {
        await assert.rejects(client.conversations.open({ users: ada.id }), (thrown) => {
          const { error, needed, provided } = (thrown as { data: Fields }).data
          assert.deepEqual([error, needed, provided], ['missing_scope', 'im:write', 'chat:write,im:read'])
          return true
        })
      },
      { scopes: ['chat:write', 'im:read'] },
    ))

  it('posts only where the bot may', () =>
    office(async ({ slack, work, ada, team, client }) => {
      const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' })
      const place = (more: object) => slack.addChannel(work, { members: [ada], ...more }).id
      await assert.rejects(post(place({ bot: false })), refused('not_in_channel'))
      await assert.rejects(post(place({ bot: false, kind: 'group' })), refused('channel_not_found'))
      await assert.rejects(post(place({ isArchived: true })), refused('is_archived'))
      await assert.rejects(post('C404'), refused('channel_not_found'))
      await assert.rejects(
        client.chat.postMessage({ channel: team, text: 'x'.repeat(40_001) }),
        refused('msg_too_long'),
      )
      const { ts } = await post(team)
      await client.chat.delete({ channel: team, ts: ts! })
      await assert.rejects(client.chat.delete({ channel: team, ts: ts! }), refused('message_not_found'))
      const said = await slack.say(ada, team, 'mine')
      await assert.rejects(
        client.chat.delete({ channel: team, ts: said.message.ts }),
        refused('cant_delete_message'),
      )
      slack.addUser(work, { id: 'UGONE', deactivated: true })
      await assert.rejects(client.conversations.open({ users: 'UGONE' }), refused('user_disabled'))
      assert.deepEqual(
        slack.faults.map(({ error }) => error),
        ['msg_too_long'],
      )
    }))

  it('keeps metadata of direct messages and shows it only when asked', () =>
    office(async ({ slack, ada, client }) => {
      const { channel } = await client.conversations.open({ users: ada.id })
      const metadata = { event_type: 'nudge', event_payload: { id: '7' } }
      await client.chat.postMessage({ channel: channel!.id!, text: 'psst', metadata })
      const plain = await client.conversations.history({ channel: channel!.id! })
      assert.equal(plain.messages?.[0]?.metadata, undefined)
      const whole = await client.conversations.history({
        channel: channel!.id!,
        include_all_metadata: true,
        limit: 1,
      })
      assert.deepEqual(whole.messages?.[0]?.metadata, metadata)
      assert.deepEqual(
        slack.seenBy(ada).map(({ text, via }) => [text, via]),
        [['psst', 'chat.postMessage']],
      )
    }))

  it('shows ephemeral messages to one person, and only in a channel of theirs', () =>
    office(async ({ slack, work, ada, ben, team, client }) => {
      await client.chat.postEphemeral({ channel: team, user: ada.id, text: 'for you' })
      assert.equal(slack.seenBy(ada).length, 1)
      assert.equal(slack.seenBy(ben).length, 0)
      assert.equal((await client.conversations.history({ channel: team })).messages?.length, 0)
      const cy = slack.addUser(work)
      const whisper = client.chat.postEphemeral({ channel: team, user: cy.id, text: 'x' })
      await assert.rejects(whisper, refused('user_not_in_channel'))
    }))

  it('refuses blocks beyond the limits and says where', () =>
    office(async ({ slack, team, client }) => {
      const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
      const tried: [Fields[], RegExp][] = [
        [
          [section('x'.repeat(3001))],
          /must be less than 3001 characters \[json-pointer:\/blocks\/0\/text\/text\]/,
        ],
        [[section('')], /must be more than 0 characters/],
        [Array.from({ length: 51 }, () => ({ type: 'divider' })), /no more than 50 items allowed/],
        [[{ type: 'sectoin' }], /unsupported type: sectoin/],
        [[{ ...button('a'), block_id: 'x'.repeat(256) }], /less than 256/],
        [[button('a', 'x'.repeat(2001))], /less than 2001/],
        [[{ ...button('a'), colour: 'red' }], /unknown property/],
        [[button('a'), button('b')], /duplicate block_id/],
        [[{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], /must be one of plain_text/],
        [[{ ...button('a'), elements: [] }], /no less than 1 items/],
      ]
      for (const [blocks, expected] of tried) {
        await assert.rejects(
          client.chat.postMessage({ channel: team, text: 'x', blocks: blocks as never }),
          (thrown) => {
            const { error, response_metadata } = (thrown as { data: Fields }).data
            assert.equal(error, 'invalid_blocks')
            assert.match((response_metadata as { messages: string[] }).messages.join('\n'), expected)
            return true
          },
        )
      }
      assert.equal(slack.faults.length, tried.length)
      assert.equal(slack.sightings.length, 0)
    }))

  it('loses answers after the work is done, slows down, and fails as it is told', () =>
    office(async ({ slack, team, client }) => {
      const post = () => client.chat.postMessage({ channel: team, text: 'once' })
      slack.fail('chat.postMessage', { loseAnswer: true })
      await assert.rejects(post(), { code: 'slack_webapi_request_error' })
      assert.equal(slack.sightings.length, 1)
      slack.fail('chat.postMessage', { status: 503 })
      await assert.rejects(post(), { code: 'slack_webapi_http_error' })
      slack.fail('chat.postMessage', { rateLimit: 7 })
      await assert.rejects(post(), { code: 'slack_webapi_rate_limited_error', retryAfter: 7 })
      const planned = slack.fail('chat.postMessage', {
        error: 'internal_error',
        when: ({ text }) => text === 'once',
      })
      await assert.rejects(post(), refused('internal_error'))
      slack.fail('chat.postMessage', { delayMs: 50 })
      assert.ok((await post()).ok)
      assert.equal(planned.met, 1)
      assert.equal(slack.sightings.length, 2)
    }))

  it('limits posts to one a second and channel by its clock', () =>
    office(async ({ slack, work, ada, team, client }) => {
      slack.rateLimits(true)
      const other = slack.addChannel(work, { members: [ada] }).id
      const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' })
      await post(team)
      await assert.rejects(post(team), { retryAfter: 1 })
      await post(other)
      await slack.clock.advance(1000)
      await post(team)
    }))

  it('posts a reply to a vanished message into the channel itself', () =>
    office(async ({ slack, ada, team, client }) => {
      const { message } = await slack.say(ada, team, 'root')
      const reply = await client.chat.postMessage({ channel: team, text: 'a', thread_ts: message.ts })
      assert.equal((reply.message as Fields).thread_ts, message.ts)
      const removed = slack.draft.remove(team, message.ts)
      const event = removed.envelope.payload.event as Fields
      assert.deepEqual([event.subtype, (event.message as Fields).subtype], ['message_changed', 'tombstone'])
      const lone = await client.chat.postMessage({ channel: team, text: 'b', thread_ts: '1.000001' })
      assert.equal((lone.message as Fields).thread_ts, undefined)
    }))

  it('replaces blocks by new text, and tells the app of its own messages', () =>
    office(async ({ slack, ada, team, client }) => {
      const app = await bareApp(slack, () => 200)
      const { ts } = await client.chat.postMessage({ channel: team, text: 'a', blocks: [button('go')] })
      const kept = await client.chat.update({ channel: team, ts: ts!, blocks: [button('stop')] })
      assert.equal((kept.message as Fields).text, 'a')
      const plain = await client.chat.update({ channel: team, ts: ts!, text: 'b' })
      assert.equal((plain.message as Fields).blocks, undefined)
      await slack.until(() => app.got.length === 3)
      await slack.settled()
      const events = app.got.map(({ body }) => JSON.parse(body).event as Fields)
      assert.deepEqual(
        events.map(({ subtype }) => subtype),
        [undefined, 'message_changed', 'message_changed'],
      )
      assert.deepEqual(
        slack.seenBy(ada).map(({ kind, text }) => [kind, text]),
        [
          ['message', 'a'],
          ['edit', 'a'],
          ['edit', 'b'],
        ],
      )
      const { permalink } = await client.chat.getPermalink({ channel: team, message_ts: ts! })
      assert.equal(permalink, `https://works.slack.com/archives/${team}/p${ts!.replace('.', '')}`)
      app.stop()
    }))

  it('keeps workspaces apart that use the same ids, and marks people from elsewhere', () =>
    office(async ({ slack, work, team, client }) => {
      const app = await bareApp(slack, () => 200)
      const other = slack.addWorkspace({ enterprise: { id: 'E1', name: 'Org' } })
      const [here, there] = [work, other].map((one) => slack.addUser(one, { id: 'USAME' }))
      const [mine, theirs] = [work, other].map((one) =>
        slack.addChannel(one, { id: 'CSAME', members: ['USAME'] }),
      )
      await client.chat.postMessage({ channel: 'CSAME', text: 'x' })
      assert.deepEqual([slack.seenBy(here!).length, slack.seenBy(there!).length], [1, 0])
      assert.throws(() => slack.user('USAME'), /2 with the id USAME/)
      const sent = await slack.say(there!, theirs!, 'y')
      assert.equal(sent.envelope.payload.enterprise_id, 'E1')
      const guest = slack.addUser(work, { team: 'TELSEWHERE' })
      slack.join(mine!, guest)
      mine!.isExtShared = true
      const { payload } = (await slack.say(guest, mine!, 'z')).envelope
      assert.equal(payload.is_ext_shared_channel, true)
      assert.equal((payload.event as Fields).user_team, 'TELSEWHERE')
      assert.equal((await client.users.info({ user: guest.id })).user?.team_id, 'TELSEWHERE')
      assert.equal(slack.channel(team).workspace, work)
      app.stop()
    }))

  it('lists members, groups, people and teams', () =>
    office(async ({ slack, work, ada, ben, team, client }) => {
      const group = slack.addGroup(work, { name: 'Sales', members: [ada.id] })
      const members = await client.conversations.members({ channel: team, limit: 2 })
      assert.deepEqual(members.members, [ada.id, ben.id])
      const { next_cursor: cursor } = members.response_metadata!
      assert.deepEqual((await client.conversations.members({ channel: team, cursor })).members, [
        work.botUser,
      ])
      assert.equal((await client.usergroups.list()).usergroups?.[0]?.id, group.id)
      assert.deepEqual((await client.usergroups.users.list({ usergroup: group.id })).users, [ada.id])
      assert.equal((await client.users.info({ user: ben.id })).user?.name, 'ben')
      assert.equal((await client.team.info()).team?.id, work.id)
      assert.equal((await client.conversations.info({ channel: team })).channel?.is_member, true)
    }))
})

describe('the stand-in for Slack: interactions', () => {
  it('opens a modal once within three seconds of a press', () =>
    office(async ({ slack, work, ada, team, client }) => {
      const { app, stop } = await overHttp(slack, work)
      const triggers: string[] = []
      app.action('go', async ({ ack, body }) => {
        await ack()
        triggers.push((body as unknown as { trigger_id: string }).trigger_id)
      })
      await client.chat.postMessage({ channel: team, text: 'x', blocks: [button('go')] })
      const [shown] = slack.seenBy(ada)
      for (let count = 0; count < 2; count++) assert.ok((await slack.press(ada, shown!, 'go')).acked)
      const view = form() as never
      const open = (at: number) => client.views.open({ trigger_id: triggers[at]!, view })
      await open(0)
      await assert.rejects(open(0), refused('exchanged_trigger_id'))
      await slack.clock.advance(3000)
      await assert.rejects(open(1), refused('expired_trigger_id'))
      await assert.rejects(client.views.open({ trigger_id: 'x', view }), refused('invalid_trigger_id'))
      const long = form({ title: { type: 'plain_text', text: 'x'.repeat(25) } }) as never
      await assert.rejects(client.views.open({ trigger_id: 'x', view: long }), refused('invalid_arguments'))
      assert.equal(slack.seenBy(ada).at(-1)?.kind, 'modal')
      await stop()
    }))

  it('submits a modal with errors, an update, a push and at last nothing', () =>
    office(async ({ slack, work, ada, client }) => {
      const { app, stop } = await overHttp(slack, work)
      app.shortcut('new', async ({ ack, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: form() as never })
      })
      app.view('form', async ({ ack, view }) => {
        const said = view.state.values.words?.text?.value
        if (said === 'bad') await ack({ response_action: 'errors', errors: { words: 'no' } })
        else if (said === 'more')
          await ack({ response_action: 'push', view: form({ callback_id: 'two' }) as never })
        else if (said === 'other') {
          const title = { type: 'plain_text', text: 'Again' }
          await ack({ response_action: 'update', view: form({ title }) as never })
        } else await ack()
      })
      app.view('two', async ({ ack }) => ack({ response_action: 'clear' }))
      await slack.shortcut(ada, 'new')
      await slack.until(() => ada.modals.length > 0)
      const id = ada.modals[0]!.id
      const send = (text: string) => slack.submit(ada, undefined, { text })
      assert.throws(() => slack.user('UNOBODY'))
      await assert.rejects(slack.submit(ada, id), /must be filled in/)
      await assert.rejects(slack.submit(ada, id, { text: 'x'.repeat(11) }), /1?0 characters/)
      assert.deepEqual((await send('bad')).errors, { words: 'no' })
      assert.deepEqual((await send('other')).view?.title, { type: 'plain_text', text: 'Again' })
      assert.equal((await send('more')).view?.callback_id, 'two')
      assert.equal(ada.modals.length, 2)
      assert.equal((await send('x')).view, undefined)
      assert.deepEqual(slack.faults, [])
      await stop()
    }))

  it('tells of closed modals that asked for it, and of nothing that is closed', () =>
    office(async ({ slack, ada, client }) => {
      const app = await bareApp(slack, () => 200)
      const payload = (at: number) => JSON.parse(new URLSearchParams(app.got[at]!.body).get('payload')!)
      await slack.shortcut(ada, 'new')
      const open = { trigger_id: payload(0).trigger_id, view: form({ notify_on_close: true }) as never }
      const { view } = await client.views.open(open)
      assert.equal(view?.id, ada.modals[0]?.id)
      const [closed] = await slack.closeView(ada)
      assert.ok(closed?.acked)
      assert.deepEqual([payload(1).type, payload(1).is_cleared], ['view_closed', false])
      const again = client.views.update({ view_id: view!.id!, view: form() as never })
      await assert.rejects(again, refused('not_found'))
      await assert.rejects(slack.press(ada, slack.seenBy(ada)[0]!, 'text', 'x'), /sees no view/)
      slack.narrow(ada.workspace, ['chat:write'])
      await assert.rejects(slack.shortcut(ada, 'new'), /offers nothing/)
      app.stop()
    }))

  it('answers through a response_url five times within half an hour', () =>
    office(async ({ slack, work, ada, ben, team }) => {
      const { app, stop } = await overHttp(slack, work)
      const urls: string[] = []
      app.command('/klartext', async ({ ack, command }) => {
        urls.push(command.response_url)
        await ack()
      })
      app.action('go', async ({ ack, respond }) => {
        await ack()
        await respond({ delete_original: true })
      })
      await slack.command(ada, team, '/klartext')
      const respond = (body: Fields, at = 0) =>
        fetch(urls[at]!, { method: 'POST', body: JSON.stringify(body) })
      assert.equal(await (await respond({ text: 'a', blocks: [button('go')] })).text(), 'ok')
      assert.equal((await respond({ text: 'b', response_type: 'in_channel' })).status, 200)
      assert.deepEqual(
        slack.seenBy(ben).map(({ text }) => text),
        ['b'],
      )
      await slack.press(ada, slack.seenBy(ada)[0]!, 'go')
      await slack.until(() => slack.count('response_url') === 3)
      await assert.rejects(slack.press(ada, slack.seenBy(ada)[0]!, 'go'), /sees no message/)
      for (let count = 0; count < 3; count++) await respond({ text: 'c' })
      assert.equal((await respond({ text: 'd' })).status, 404)
      await slack.command(ada, team, '/klartext')
      await slack.clock.advance(30 * 60_000 + 1)
      assert.deepEqual(await (await respond({ text: 'e' }, 1)).json(), { ok: false, error: 'expired_url' })
      await stop()
    }))

  it('carries message shortcuts from channels without the bot, and says when nobody answers', () =>
    office(async ({ slack, ada, work }) => {
      const app = await bareApp(slack, (nth) => (nth === 1 ? 200 : 500))
      const outside = slack.addChannel(work, { members: [ada], bot: false, kind: 'group' })
      const { message } = await slack.say(ada, outside, 'words')
      await slack.messageShortcut(ada, 'check', outside, message.ts)
      const payload = JSON.parse(new URLSearchParams(app.got[0]!.body).get('payload')!)
      assert.deepEqual(
        [payload.type, payload.message.text, payload.channel.name],
        ['message_action', 'words', 'privategroup'],
      )
      assert.equal(app.got[0]!.headers['content-type'], 'application/x-www-form-urlencoded')
      const failed = await slack.command(ada, outside, '/klartext', 'an')
      assert.deepEqual([failed.acked, app.got.length], [false, 2])
      assert.match(slack.seenBy(ada).at(-1)!.text, /^\/klartext failed with the error "dispatch_failed"/)
      app.stop()
    }))

  it('carries selections, state and home tabs', () =>
    office(async ({ slack, work, ada, client }) => {
      const { app, stop } = await overHttp(slack, work)
      const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value })
      const select = {
        type: 'static_select' as const,
        action_id: 'tone',
        options: [option('a'), option('b')],
      }
      const block = {
        type: 'section' as const,
        block_id: 's',
        text: { type: 'mrkdwn' as const, text: 'Tone' },
      }
      app.event('app_home_opened', async ({ event, client }) => {
        const blocks = [{ ...block, accessory: { ...select, initial_option: option('a') } }]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
      const chosen: unknown[] = []
      app.action('tone', async ({ ack, body, payload }) => {
        await ack()
        chosen.push((payload as unknown as { selected_option: Fields }).selected_option.value)
        chosen.push((body as unknown as { view: { state: { values: Fields } } }).view.state.values)
      })
      await slack.openHome(ada)
      await slack.until(() => ada.home !== undefined)
      await slack.press(ada, ada.home!, 'tone', 'b')
      const held = { s: { tone: { type: 'static_select', selected_option: option('b') } } }
      assert.deepEqual(chosen, ['b', held])
      await assert.rejects(slack.press(ada, ada.home!, 'tone', 'c'), /no option c/)
      const view = { type: 'home' as const, blocks: [block] }
      await assert.rejects(
        client.views.publish({ user_id: ada.id, view, hash: 'old' }),
        refused('hash_conflict'),
      )
      await stop()
    }))
})

describe('the stand-in for Slack: OAuth', () => {
  it('installs end to end, rotates tokens and uninstalls', () =>
    office(
      async ({ slack }) => {
        const shop = slack.addWorkspace({ name: 'Shop <b>', scopes: null })
        const eve = slack.addUser(shop)
        const stored: Fields[] = []
        const redirectUri = 'http://127.0.0.1:1/slack/oauth_redirect'
        const receiver = new ExpressReceiver({
          ...{ signingSecret: slack.app.signingSecret, clientId: slack.app.clientId, logger: silentLogger },
          ...{
            clientSecret: slack.app.clientSecret,
            stateSecret: 'state',
            scopes: ['chat:write', 'im:history'],
          },
          redirectUri,
          installationStore: {
            storeInstallation: async (one) => void stored.push(one as unknown as Fields),
            fetchInstallation: async () => stored[0] as never,
          },
          installerOptions: {
            directInstall: true,
            redirectUriPath: '/slack/oauth_redirect',
            authorizationUrl: slack.authorizeUrl,
            clientOptions: { slackApiUrl: slack.apiUrl },
          },
        })
        const server = await receiver.start({ port: 0, host: '127.0.0.1' } as unknown as number)
        const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
        const begun = await fetch(`${own}/slack/install`, { redirect: 'manual' })
        const cookie = begun.headers.get('set-cookie')!.split(';')[0]!
        const page = await (await fetch(begun.headers.get('location')!)).text()
        assert.match(page, /Shop &#60;b&#62;/)
        const href = new RegExp(`href="([^"]+)" id="allow-${shop.id}"`).exec(page)![1]!
        const allowed = await fetch(slack.origin + href.replaceAll('&#38;', '&'), { redirect: 'manual' })
        const back = new URL(allowed.headers.get('location')!)
        const done = await fetch(own + back.pathname + back.search, { headers: { cookie } })
        assert.equal(done.status, 200)
        const [{ bot, team, user, isEnterpriseInstall }] = stored as [Record<string, Fields>]
        assert.deepEqual([bot!.token, bot!.userId, bot!.id], [shop.botToken, shop.botUser, shop.botId])
        assert.deepEqual(
          [team, user!.id, isEnterpriseInstall],
          [{ id: shop.id, name: shop.name }, eve.id, false],
        )
        const refresh = (refresh_token: unknown) =>
          new WebClient(undefined, { slackApiUrl: slack.apiUrl, logger: silentLogger }).oauth.v2.access({
            ...{ client_id: slack.app.clientId, client_secret: slack.app.clientSecret },
            ...{ grant_type: 'refresh_token', refresh_token: String(refresh_token) },
          })
        const fresh = await refresh(bot!.refreshToken)
        assert.equal(fresh.access_token, shop.botToken)
        await assert.rejects(refresh(bot!.refreshToken), refused('invalid_refresh_token'))
        const client = new WebClient(shop.botToken, { slackApiUrl: slack.apiUrl, logger: silentLogger })
        await slack.clock.advance(43_200_000)
        await assert.rejects(client.auth.test(), refused('token_expired'))
        server.closeAllConnections()
        await receiver.stop()
        const app = await bareApp(slack, () => 200)
        await slack.uninstall(shop, 'tokens_revoked')
        const types = app.got.map(({ body }) => JSON.parse(body).event.type)
        assert.deepEqual(types, ['tokens_revoked', 'app_uninstalled'])
        app.stop()
      },
      { tokenLife: 43_200 },
    ))
})
