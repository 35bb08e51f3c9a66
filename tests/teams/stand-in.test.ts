import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import express from 'express'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { createClock, type Fields, startTeams, type Teams, type TeamsOptions } from './stand-in/index.js'

const CARD = 'application/vnd.microsoft.card.adaptive'
const SCOPE = 'https://api.botframework.com/.default'

/** A company with one team of two people, and the app in the team and with Ada. */
async function office(options: TeamsOptions = {}) {
  const clock = createClock(Date.UTC(2026, 0, 5, 9))
  const teams = await startTeams({ clock, patience: 300, cardFaults: () => [], ...options })
  const ada = teams.addUser({ name: 'Ada Lovelace' })
  const ben = teams.addUser({ name: 'Ben Bitdiddle' })
  const works = teams.addTeam({ name: 'Works', members: [ada, ben] })
  return { teams, ada, ben, works, clock }
}

type Office = Awaited<ReturnType<typeof office>>

async function inOffice(use: (office: Office) => Promise<void>, options: TeamsOptions = {}): Promise<void> {
  const one = await office(options)
  try {
    await use(one)
  } finally {
    await one.teams.close()
  }
}

async function getToken(teams: Teams, more: Fields = {}) {
  const { id, secret } = teams.app
  const form = {
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope: SCOPE,
    ...more,
  }
  const body = new URLSearchParams(form as Record<string, string>)
  const res = await fetch(`${teams.origin}/${teams.tenant}/oauth2/v2.0/token`, { method: 'POST', body })
  return { status: res.status, body: (await res.json()) as Fields }
}

/** A client of the connector that speaks HTTP and nothing else. */
async function direct(teams: Teams) {
  const token = (await getToken(teams)).body.access_token
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const res = await fetch(`${teams.serviceUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await res.text()
    const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text
    const error = (parsed as { error?: { code: string } }).error?.code
    return { status: res.status, body: parsed as Fields, error, headers: res.headers }
  }
}

const activities = (conversation: string, id = '') =>
  `v3/conversations/${encodeURIComponent(conversation)}/activities${id && `/${id}`}`

const text = (words: string) => ({ type: 'message', text: words })

/** A naive bot on botbuilder, with real authentication that points to the stand-in. */
async function withBot(teams: Teams, turn: (context: TurnContext) => Promise<void>, entra = false) {
  const factory = {
    isValidAppId: async (id: string) => id === teams.app.id,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request: { headers: { set(name: string, value: string): void } }) {
        const { body } = await getToken(teams)
        request.headers.set('authorization', `Bearer ${body.access_token}`)
        return request
      },
    }),
  } as unknown as ServiceClientCredentialsFactory
  const metadata = `${teams.origin}/v1/.well-known/openidconfiguration`
  const config = {
    ToChannelFromBotLoginUrl: `${teams.origin}/${teams.tenant}`,
    ToChannelFromBotOAuthScope: SCOPE,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: teams.origin,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: entra
      ? `${teams.origin}/${teams.tenant}/v2.0/.well-known/openid-configuration`
      : metadata,
  }
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(config, factory))
  adapter.onTurnError = async (_, error) => {
    throw error
  }
  const app = express().use(express.json())
  app.post('/teams/messages', (req, res, next) => void adapter.process(req, res, turn).catch(next))
  app.use(((_error, _req, res, _next) => void res.status(500).end()) as express.ErrorRequestHandler)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  teams.http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/messages`)
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { adapter, stop }
}

/** A bare server in place of a bot, which answers what it is told to; 0 means never. */
async function bare(teams: Teams, answer: (nth: number, got: Fields) => number | Fields = () => 200) {
  const got: Fields[] = []
  const authorizations: string[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk) => (body += chunk))
    req.on('end', () => {
      got.push(JSON.parse(body) as Fields)
      authorizations.push(req.headers.authorization ?? '')
      const told = answer(got.length, got.at(-1)!)
      if (typeof told === 'object')
        res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told))
      else if (told > 0) res.writeHead(told).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  teams.http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { got, authorizations, stop }
}

/** An office with a bare bot. */
const withBare = (
  use: (given: Office & Awaited<ReturnType<typeof bare>>) => Promise<void>,
  answer?: Parameters<typeof bare>[1],
  options: TeamsOptions = {},
) =>
  inOffice(async (one) => {
    const bot = await bare(one.teams, answer)
    try {
      await use({ ...one, ...bot })
    } finally {
      bot.stop()
    }
  }, options)

const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'How was it?' },
    { type: 'Input.Text', id: 'why', isRequired: true, errorMessage: 'Say why', label: 'Why', maxLength: 5 },
    { type: 'Input.Text', id: 'more', label: 'More' },
    { type: 'Input.Toggle', id: 'again', title: 'Again' },
    { type: 'Input.Number', id: 'stars', value: 3, max: 5 },
    { type: 'Input.Time', id: 'when', value: '09:30' },
    {
      type: 'Input.ChoiceSet',
      id: 'tone',
      value: 'warm',
      choices: [
        { title: 'Warm', value: 'warm' },
        { title: 'Cold', value: 'cold' },
      ],
    },
    {
      type: 'Container',
      id: 'rest',
      isVisible: false,
      items: [{ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Hidden', verb: 'hidden' }] }],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Send', verb: 'send', id: 'go', data: { about: 7, why: 'old' } },
    { type: 'Action.Execute', title: 'Skip', verb: 'skip', associatedInputs: 'none' },
    { type: 'Action.Submit', title: 'Post', data: { post: true } },
    { type: 'Action.ToggleVisibility', title: 'Rest', targetElements: ['rest'] },
    { type: 'Action.OpenUrl', title: 'Read', url: 'https://example.com/' },
    { type: 'Action.Execute', title: 'Off', verb: 'off', isEnabled: false },
  ],
}

const withCard = (card: unknown = form) => ({
  type: 'message',
  attachments: [{ contentType: CARD, content: card }],
})

const small = (words: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: words, wrap: true }],
})

const shows = (card: Fields) => ({ statusCode: 200, type: CARD, value: card })

describe('the stand-in for Teams: where tokens come from', () => {
  it('publishes the keys its tokens are signed with', () =>
    withBare(async ({ teams, ada, authorizations }) => {
      const config = (await (
        await fetch(`${teams.origin}/v1/.well-known/openidconfiguration`)
      ).json()) as Fields
      assert.equal(config.issuer, 'https://api.botframework.com')
      assert.deepEqual(config.id_token_signing_alg_values_supported, ['RS256'])
      const keys = (await (await fetch(String(config.jwks_uri))).json()) as { keys: Fields[] }
      assert.ok((keys.keys[0]!.endorsements as string[]).includes('msteams'))
      await teams.installFor(ada)
      const token = authorizations[0]!.replace('Bearer ', '')
      const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys as never), {
        issuer: 'https://api.botframework.com',
        audience: teams.app.id,
      })
      assert.equal(protectedHeader.alg, 'RS256')
      assert.equal(payload.serviceurl, teams.serviceUrl)
      assert.ok(payload.exp! > Date.now() / 1000)
    }))

  it('signs with another key after a rotation', () =>
    withBare(async ({ teams, ada, authorizations }) => {
      const kid = teams.rotateKeys({ drop: true })
      await teams.installFor(ada)
      const head = JSON.parse(Buffer.from(authorizations[0]!.slice(7).split('.')[0]!, 'base64url').toString())
      assert.equal(head.kid, kid)
      const { keys } = (await (await fetch(`${teams.origin}/v1/.well-known/keys`)).json()) as {
        keys: Fields[]
      }
      assert.ok(keys.some((key) => key.kid === kid))
      assert.ok(!keys.some((key) => key.kid === 'stand-in-key-0'))
    }))

  it('gives out access tokens, also for Basic credentials', () =>
    inOffice(async ({ teams }) => {
      const { status, body } = await getToken(teams)
      assert.equal(status, 200)
      assert.deepEqual([body.token_type, body.expires_in], ['Bearer', 3599])
      const basic = Buffer.from(`${teams.app.id}:${teams.app.secret}`).toString('base64')
      const res = await fetch(`${teams.origin}/${teams.tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPE }),
      })
      assert.equal(res.status, 200)
      assert.deepEqual(teams.faults, [])
    }))

  const refused: readonly [what: string, given: Fields, status: number, error: string][] = [
    ['a wrong secret', { client_secret: 'no' }, 401, 'invalid_client'],
    ['another app', { client_id: 'f0000000-0000-4000-a000-000000000000' }, 400, 'unauthorized_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another scope', { scope: 'https://graph.microsoft.com/.default' }, 400, 'invalid_scope'],
  ]
  for (const [what, given, status, error] of refused)
    it(`gives no token to ${what}`, () =>
      inOffice(async ({ teams }) => {
        const told = await getToken(teams, given)
        assert.deepEqual([told.status, told.body.error], [status, error])
        assert.match(String(told.body.error_description), /^AADSTS/)
        assert.deepEqual(
          teams.faults.map((fault) => [fault.call, fault.error]),
          [['token', error]],
        )
      }))

  it('ends access tokens by the clock, or at once', () =>
    inOffice(async ({ teams, ada, clock }) => {
      await teams.installFor(ada)
      teams.tokensLast(60)
      const call = await direct(teams)
      const send = async () => (await call('POST', activities(ada.chat.id), text('x'))).status
      assert.equal(await send(), 201)
      await clock.advance(60_000)
      assert.equal(await send(), 401)
      teams.tokensLast(3599)
      const other = await direct(teams)
      assert.equal((await other('POST', activities(ada.chat.id), text('x'))).status, 201)
      teams.revokeTokens()
      assert.equal((await other('POST', activities(ada.chat.id), text('x'))).error, 'Unauthorized')
      assert.deepEqual(teams.faults, [])
    }))

  it('describes the directory', () =>
    inOffice(async ({ teams }) => {
      const url = `${teams.origin}/${teams.tenant}/v2.0/.well-known/openid-configuration`
      const config = (await (await fetch(url)).json()) as Fields
      assert.equal(config.token_endpoint, `${teams.origin}/${teams.tenant}/oauth2/v2.0/token`)
      const { keys } = (await (await fetch(String(config.jwks_uri))).json()) as { keys: Fields[] }
      assert.equal(keys.length, 1)
    }))
})

describe('the stand-in for Teams: what the bot hears', () => {
  it('tells of a message in a channel as Teams does', () =>
    withBare(async ({ teams, ada, works, got, clock }) => {
      const plans = teams.addChannel(works, { name: 'Plans' })
      await teams.installIn(works)
      const said = await teams.say(ada, plans, '<p>Wir m&uuml;ssen <b>reden</b>&nbsp;&amp; lachen</p>')
      assert.ok(said.acked)
      const heard = got.at(-1)!
      const { id, entities, channelData, attachments, ...rest } = heard
      assert.match(String(id), /^\d{13}$/)
      assert.deepEqual(rest, {
        type: 'message',
        timestamp: '2026-01-05T09:00:00.000Z',
        localTimestamp: '2026-01-05T10:00:00.000+01:00',
        localTimezone: 'Europe/Berlin',
        locale: 'de-DE',
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        from: { id: ada.id, name: 'Ada Lovelace', aadObjectId: ada.aadObjectId },
        recipient: { id: `28:${teams.app.id}`, name: teams.app.name },
        conversation: {
          isGroup: true,
          conversationType: 'channel',
          tenantId: teams.tenant,
          id: `${plans.id};messageid=${id}`,
        },
        text: 'Wir müssen reden & lachen',
        textFormat: 'plain',
      })
      assert.equal((attachments as Fields[])[0]!.contentType, 'text/html')
      assert.equal((entities as Fields[])[0]!.type, 'clientInfo')
      const { team, channel, tenant } = channelData as Record<string, Fields>
      assert.deepEqual([team!.id, channel!.id, tenant!.id], [works.id, plans.id, teams.tenant])
      assert.equal(clock.now(), said.attempts[0]!.at)
    }))

  it('gives ids in the shapes of Teams', () =>
    inOffice(async ({ teams, ada, works }) => {
      assert.match(ada.id, /^29:1[\w-]{80,}$/)
      assert.match(ada.aadObjectId, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
      assert.match(ada.chat.id, /^a:1[\w-]{100,}$/)
      assert.match(works.id, /^19:[\w-]{43,44}@thread\.tacv2$/)
      assert.equal(works.general.id, works.id)
      assert.equal(teams.addChannel(works, { name: 'x', type: 'private' }).type, 'private')
    }))

  it('keeps replies in their thread, and names whom they mention', () =>
    withBare(async ({ teams, ada, ben, works, got }) => {
      await teams.installIn(works)
      const { message } = await teams.say(ada, works, 'Hello')
      await teams.say(ben, works, 'Hi <at>Ada Lovelace</at>', { thread: message, mentionBot: true })
      const reply = got.at(-1)!
      assert.equal((reply.conversation as Fields).id, `${works.id};messageid=${message.id}`)
      assert.equal(reply.text, '<at>Klartext</at> Hi <at>Ada Lovelace</at>')
      const mentions = (reply.entities as Fields[]).filter(({ type }) => type === 'mention')
      assert.deepEqual(
        mentions.map(({ mentioned }) => (mentioned as Fields).id),
        [teams.bot.id, ada.id],
      )
      assert.match(String((reply.attachments as Fields[])[0]!.content), /schema\.skype\.com\/Mention/)
    }))

  it('tells of edits, deletions and restorals under the same id', () =>
    withBare(async ({ teams, ada, works, got }) => {
      await teams.installIn(works)
      const { message } = await teams.say(ada, works, 'One')
      await teams.edit(message, 'Two')
      await teams.remove(message)
      await teams.restore(message)
      const [, edited, deleted, restored] = got.slice(-4) as [Fields, Fields, Fields, Fields]
      assert.deepEqual([edited.type, edited.id, edited.text], ['messageUpdate', message.id, 'Two'])
      assert.equal((edited.channelData as Fields).eventType, 'editMessage')
      assert.deepEqual([deleted.type, deleted.id, deleted.text], ['messageDelete', message.id, undefined])
      assert.equal((deleted.channelData as Fields).eventType, 'softDeleteMessage')
      assert.equal((restored.channelData as Fields).eventType, 'undeleteMessage')
      assert.equal(restored.text, 'Two')
      const kinds = teams.seenBy(ada).map(({ kind }) => kind)
      assert.deepEqual(kinds, ['message', 'edit', 'deletion', 'message'])
    }))

  it('says nothing of teams and channels in which the app is not', () =>
    withBare(async ({ teams, ada, works, got }) => {
      assert.equal((await teams.say(ada, works, 'Unheard')).attempts.length, 0)
      await teams.installIn(works)
      const secret = teams.addChannel(works, { name: 'Secret', type: 'private', bot: false, members: [ada] })
      assert.equal((await teams.say(ada, secret, 'Unheard')).attempts.length, 0)
      await teams.uninstallFrom(works)
      assert.equal((await teams.say(ada, works, 'Unheard')).attempts.length, 0)
      assert.ok(got.every(({ type }) => type !== 'message'))
      assert.throws(() => teams.draft.write(ada, 'Hello'), /no chat/)
    }))

  it('without the permission tells only of what mentions the bot', () =>
    withBare(
      async ({ teams, ada, works }) => {
        await teams.installIn(works)
        assert.equal((await teams.say(ada, works, 'Hello')).attempts.length, 0)
        assert.ok((await teams.say(ada, works, 'Hello', { mentionBot: true })).acked)
      },
      undefined,
      { readsChannels: false },
    ))

  it('tells of installs and their end', () =>
    withBare(async ({ teams, ada, ben, works, got }) => {
      const plans = teams.addChannel(works, { name: 'Plans' })
      await teams.installIn(works, { by: ben, channel: plans })
      await teams.uninstallFrom(works)
      await teams.installFor(ada)
      await teams.uninstallFor(ada)
      const short = got.map(({ type, action, channelData }) =>
        [type, action, (channelData as Fields).eventType].filter(Boolean).join(' '),
      )
      assert.deepEqual(short, [
        'conversationUpdate teamMemberAdded',
        'installationUpdate add',
        'conversationUpdate teamMemberRemoved',
        'installationUpdate remove',
        'conversationUpdate',
        'installationUpdate add',
        'installationUpdate remove',
      ])
      const [added, , , , personal] = got as Fields[]
      assert.deepEqual(added!.membersAdded, [{ id: teams.bot.id }])
      assert.equal((added!.conversation as Fields).id, plans.id)
      assert.deepEqual((added!.channelData as Fields).team, {
        id: works.id,
        name: 'Works',
        aadGroupId: works.aadGroupId,
      })
      assert.equal((added!.from as Fields).id, ben.id)
      assert.equal((personal!.membersAdded as Fields[]).length, 2)
      assert.equal((personal!.conversation as Fields).id, ada.chat.id)
    }))

  it('tells who joins and leaves, and of other events', () =>
    withBare(async ({ teams, ada, works, got }) => {
      const eve = teams.addUser({ name: 'Eve', guest: true })
      assert.deepEqual(await teams.join(works, eve), [])
      await teams.installIn(works)
      await teams.leave(works, eve)
      assert.deepEqual(got.at(-1)!.membersRemoved, [{ id: eve.id, aadObjectId: eve.aadObjectId }])
      await teams.event(works.general, 'channelRenamed', ada)
      assert.equal((got.at(-1)!.channelData as Fields).eventType, 'channelRenamed')
      assert.throws(() => teams.draft.say(eve, works, 'x'), /not in/)
    }))

  it('sends again what is not answered, with a new time and at most four times', () =>
    withBare(
      async ({ teams, ada, works, got, clock }) => {
        await teams.installIn(works)
        got.length = 0
        const said = await teams.say(ada, works, 'Hello')
        assert.deepEqual([said.acked, said.status], [false, 500])
        for (let i = 0; i < 5; i++) await clock.advance(15_000)
        assert.equal(said.attempts.length, 4)
        assert.deepEqual(new Set(got.map(({ id }) => id)), new Set([said.message.id]))
        assert.equal(new Set(got.map(({ timestamp }) => timestamp)).size, 4)
      },
      (_, { type }) => (type === 'message' ? 500 : 200),
    ))

  it('gives up after 15 seconds of the clock and sends again', () =>
    withBare(
      async ({ teams, ada, got, clock }) => {
        await teams.installFor(ada)
        got.length = 0
        const telling = teams.write(ada, 'Hello')
        await teams.until(() => got.length === 1)
        await clock.advance(15_000)
        const told = await telling
        assert.deepEqual(
          told.attempts.map(({ status, reason }) => [status, reason]),
          [
            [0, 'timeout'],
            [200, ''],
          ],
        )
        assert.ok(told.acked)
      },
      (nth, { type }) => (type === 'message' && nth === 1 ? 0 : 200),
      { patience: 5000 },
    ))

  it('does not send again what was refused', () =>
    withBare(
      async ({ teams, ada, clock, got }) => {
        await teams.installFor(ada)
        await clock.advance(60_000)
        assert.equal(got.length, 2)
      },
      () => 401,
    ))

  it('hands drafts over in any order, also under a new id', () =>
    withBare(async ({ teams, ada, works, got }) => {
      await teams.installIn(works)
      got.length = 0
      const one = teams.draft.say(ada, works, 'One')
      const two = teams.draft.edit(one.message, 'Two')
      await teams.deliver(two.envelope)
      await teams.deliver(one.envelope)
      await teams.deliver(one.envelope, { newId: true })
      assert.deepEqual(
        got.map((activity) => activity.text),
        ['Two', 'One', 'One'],
      )
      assert.equal(got[0]!.id, got[1]!.id)
      assert.notEqual(got[1]!.id, got[2]!.id)
      assert.deepEqual(got[1]!.conversation, got[2]!.conversation)
    }))
})

describe('the stand-in for Teams: people and their chats', () => {
  it('tells of what people write, plain or not', () =>
    withBare(async ({ teams, ada, got }) => {
      await teams.installFor(ada)
      await teams.write(ada, 'a < b & c\nnext')
      const plain = got.at(-1)!
      assert.deepEqual([plain.text, plain.attachments], ['a < b & c\nnext', undefined])
      assert.deepEqual(plain.conversation, {
        conversationType: 'personal',
        tenantId: teams.tenant,
        id: ada.chat.id,
      })
      await teams.write(ada, '<p>Hi <em>there</em></p>', { plain: false })
      assert.deepEqual(
        [got.at(-1)!.text, (got.at(-1)!.attachments as Fields[])[0]!.content],
        ['Hi there', '<p>Hi <em>there</em></p>'],
      )
    }))

  it('lets nobody write who blocked the bot, took it off or does not have it', () =>
    withBare(async ({ teams, ada, ben }) => {
      assert.throws(() => teams.draft.write(ben, 'x'), /no chat/)
      await assert.rejects(teams.openExtension(ben, 'check'), /does not have the app/)
      await teams.installFor(ada)
      teams.block(ada)
      assert.throws(() => teams.draft.write(ada, 'x'), /no chat/)
      teams.unblock(ada)
      assert.ok((await teams.write(ada, 'x')).acked)
      await teams.uninstallFor(ada)
      assert.throws(() => teams.draft.write(ada, 'x'), /no chat/)
    }))

  it('keeps trying where there is no bot at all', () =>
    inOffice(async ({ teams, ada, clock }) => {
      const [first] = await teams.installFor(ada)
      assert.deepEqual([first!.status, first!.attempts[0]!.reason], [0, 'nowhere_to_go'])
      await clock.advance(60_000)
      assert.equal(first!.attempts.length, 4)
      await teams.settled()
    }))

  it('marks shared channels, and knows in the roster who comes from outside', () =>
    withBare(async ({ teams, works, ada, got }) => {
      await teams.installIn(works)
      const tenant = '11111111-2222-4333-a444-555555555555'
      const eve = teams.addUser({ name: 'Eve Else', tenant })
      const shared = teams.addChannel(works, { name: 'Both', type: 'shared', members: [ada, eve] })
      await teams.say(eve, shared, 'Hello')
      const { channel } = got.at(-1)!.channelData as Record<string, Fields>
      assert.deepEqual([channel!.type, channel!.name], ['shared', 'Both'])
      await teams.say(eve, shared, 'Hello', { extra: { from: { tenantId: tenant }, importance: 'high' } })
      const { from, importance } = got.at(-1)!
      assert.deepEqual([(from as Fields).id, (from as Fields).tenantId, importance], [eve.id, tenant, 'high'])
      const call = await direct(teams)
      const path = `v3/conversations/${encodeURIComponent(shared.id)}/members`
      assert.equal((await call('GET', `${path}/${eve.aadObjectId}`)).body.tenantId, tenant)
      const all = (await call('GET', path)).body as unknown as Fields[]
      assert.deepEqual(
        all.map(({ id }) => id),
        [ada.id, eve.id],
      )
      assert.equal((await call('GET', `${path}/29:1nobody`)).error, 'MemberNotFoundInConversation')
    }))
})

describe('the stand-in for Teams: the connector', () => {
  const reachable = (
    use: (given: Office & { call: Awaited<ReturnType<typeof direct>> }) => Promise<void>,
  ) => {
    return (options: TeamsOptions = {}) =>
      withBare(
        async (one) => {
          await one.teams.installIn(one.works)
          await use({ ...one, call: await direct(one.teams) })
        },
        undefined,
        options,
      )
  }

  const open = ({ teams }: Office, id: string) => ({
    isGroup: false,
    bot: { id: teams.bot.id },
    members: [{ id }],
    tenantId: teams.tenant,
    channelData: { tenant: { id: teams.tenant } },
  })

  it('opens the one chat with a person, by either id', () =>
    reachable(async (one) => {
      const { ada, call } = one
      for (const id of [ada.id, ada.aadObjectId]) {
        const told = await call('POST', 'v3/conversations', open(one, id))
        assert.deepEqual([told.status, told.body], [201, { id: ada.chat.id }])
      }
    })())

  it('sends, changes and takes back messages', () =>
    reachable(async ({ teams, ada, call }) => {
      const sent = await call('POST', activities(ada.chat.id), { ...withCard(), summary: 'A form' })
      assert.equal(sent.status, 201)
      const id = String(sent.body.id)
      await call('POST', activities(ada.chat.id, id), text('Well?'))
      assert.deepEqual(
        teams.chat(ada).map((one) => [one.by, one.text, one.summary]),
        [
          ['app', '', 'A form'],
          ['app', 'Well?', undefined],
        ],
      )
      assert.equal(
        (await call('PUT', activities(ada.chat.id, id), { id, ...withCard(small('Done')) })).status,
        200,
      )
      assert.deepEqual(teams.chat(ada)[0]!.card, small('Done'))
      assert.equal((await call('DELETE', activities(ada.chat.id, id))).status, 200)
      assert.ok(teams.chat(ada)[0]!.deleted)
      const gone = await call('PUT', activities(ada.chat.id, id), text('Late'))
      assert.deepEqual([gone.status, gone.error], [404, 'ActivityNotFoundInConversation'])
      assert.deepEqual(
        teams.seenBy(ada).map(({ kind }) => kind),
        ['message', 'message', 'edit', 'deletion'],
      )
      assert.deepEqual(teams.faults, [])
    })())

  it('writes down every call', () =>
    reachable(async ({ teams, ada, call, clock }) => {
      await clock.advance(5)
      await call('POST', activities(ada.chat.id), text('Hello'))
      const { name, method, path, args, at, status } = teams.calls.at(-1)!
      assert.deepEqual([name, method, at, status], ['sendToConversation', 'POST', clock.now(), 201])
      assert.ok(path.endsWith('/activities'))
      assert.deepEqual([args.conversation, args.text], [ada.chat.id, 'Hello'])
      assert.equal(teams.count('sendToConversation'), 1)
    })())

  type Asked = (one: Office & { call: Awaited<ReturnType<typeof direct>> }) => Promise<{
    readonly status: number
    readonly error: string | undefined
  }>

  const refusals: readonly [
    what: string,
    ask: Asked,
    refused: [status: number, error: string, fault: boolean],
  ][] = [
    [
      'a token it did not give out',
      ({ ada, call }) =>
        call('POST', activities(ada.chat.id), text('x'), { authorization: 'Bearer eyJ.eyJ.sig' }),
      [401, 'Unauthorized', true],
    ],
    [
      'a token that has run out',
      async ({ ada, call, clock }) => {
        await clock.advance(3_600_000)
        return call('POST', activities(ada.chat.id), text('x'))
      },
      [401, 'Unauthorized', false],
    ],
    [
      'writing to somebody who blocked the bot',
      ({ teams, ada, call }) => {
        teams.block(ada)
        return call('POST', activities(ada.chat.id), text('x'))
      },
      [403, 'MessageWritesBlocked', false],
    ],
    [
      'writing to somebody who took the bot off',
      async ({ teams, ada, call }) => {
        await teams.installFor(ada)
        await teams.uninstallFor(ada)
        return call('POST', activities(ada.chat.id), text('x'))
      },
      [403, 'MessageWritesBlocked', false],
    ],
    [
      'writing to a team that took the bot off',
      async ({ teams, works, call }) => {
        await teams.uninstallFrom(works)
        return call('POST', activities(works.id), text('x'))
      },
      [403, 'BotNotInConversationRoster', false],
    ],
    [
      'a chat with somebody the app does not reach',
      (one) =>
        one.call('POST', 'v3/conversations', open(one, one.teams.addUser({ name: 'Far Away' }).aadObjectId)),
      [403, 'ForbiddenOperationException', false],
    ],
    [
      'a chat with nobody',
      (one) => one.call('POST', 'v3/conversations', open(one, '29:1nobody')),
      [400, 'BadSyntax', true],
    ],
    [
      'a chat without a tenant',
      (one) => one.call('POST', 'v3/conversations', { members: [{ id: one.ada.id }] }),
      [400, 'BadArgument', true],
    ],
    [
      'an unknown conversation',
      ({ call }) => call('POST', activities('a:1nothing'), text('x')),
      [404, 'ConversationNotFound', false],
    ],
    [
      'changing what a person wrote',
      async ({ teams, ada, call }) => {
        await teams.installFor(ada)
        const { message } = await teams.write(ada, 'Mine')
        return call('PUT', activities(ada.chat.id, message.id), text('Yours'))
      },
      [403, 'NotEnoughPermissions', true],
    ],
    [
      'a card of more than 28 KB',
      ({ ada, call }) => call('POST', activities(ada.chat.id), withCard(small('x'.repeat(29_000)))),
      [413, 'MessageSizeTooBig', true],
    ],
    [
      'another content type',
      ({ ada, call }) => call('POST', activities(ada.chat.id), 'x', { 'content-type': 'text/plain' }),
      [415, 'UnsupportedMediaType', true],
    ],
    [
      'a broken body',
      ({ ada, call }) => call('POST', activities(ada.chat.id), '{"type":'),
      [400, 'BadSyntax', true],
    ],
    [
      'an empty message',
      ({ ada, call }) => call('POST', activities(ada.chat.id), { type: 'message' }),
      [400, 'BadSyntax', true],
    ],
    ['an unknown path', ({ call }) => call('GET', 'v3/attachments'), [404, 'NotFound', true]],
  ]
  for (const [what, ask, [status, error, fault]] of refusals)
    it(`refuses ${what}`, () =>
      reachable(async (one) => {
        const told = await ask(one)
        assert.deepEqual([told.status, told.error], [status, error])
        assert.deepEqual(
          one.teams.faults.map((found) => found.error),
          fault ? [error] : [],
        )
      })())

  it('refuses a card with faults, and says which', () =>
    reachable(async ({ teams, ada, call }) => {
      const told = await call('POST', activities(ada.chat.id), withCard(small('x')))
      assert.deepEqual([told.status, told.error], [400, 'BadSyntax'])
      assert.deepEqual(teams.faults[0]!.messages, ['bad'])
      assert.deepEqual(teams.chat(ada), [])
    })({ cardFaults: async () => ['bad'] }))

  it('judges cards by the rules of Teams unless told', () =>
    reachable(async ({ ada, call }) => {
      assert.equal((await call('POST', activities(ada.chat.id), withCard(small('Good')))).status, 201)
      assert.equal((await call('POST', activities(ada.chat.id), withCard({ type: 'Card' }))).status, 400)
    })({ cardFaults: undefined as never }))

  it('notes it as a fault when the bot writes in a channel', () =>
    reachable(async ({ teams, ada, ben, works, call }) => {
      const { message } = await teams.say(ada, works, 'Hello')
      await call('POST', activities(`${works.id};messageid=${message.id}`), text('Hi all'))
      assert.equal(teams.faults[0]!.error, 'wrote_in_channel')
      const seen = teams.seenBy(ben).at(-1)!
      assert.deepEqual([seen.by, seen.text, seen.root], ['app', 'Hi all', message.id])
    })())

  it('gives the people of a team in pages, with their Entra ids', () =>
    reachable(async ({ teams, works, ada, call }) => {
      for (let i = 0; i < 58; i++) await teams.join(works, teams.addUser({ name: `Person ${i}` }))
      const path = `v3/conversations/${encodeURIComponent(works.id)}/pagedmembers`
      const first = await call('GET', `${path}?pageSize=50`)
      const members = first.body.members as Fields[]
      assert.equal(members.length, 50)
      assert.deepEqual([members[0]!.id, members[0]!.objectId], [ada.id, ada.aadObjectId])
      const rest = await call('GET', `${path}?pageSize=50&continuationToken=${first.body.continuationToken}`)
      assert.equal((rest.body.members as Fields[]).length, 10)
      assert.equal(rest.body.continuationToken, undefined)
    })())

  it('describes a team and its channels', () =>
    reachable(async ({ teams, works, call }) => {
      teams.addChannel(works, { name: 'Plans' })
      const path = `v3/teams/${encodeURIComponent(works.id)}`
      const { id, name, channelCount } = (await call('GET', path)).body
      assert.deepEqual([id, name, channelCount], [works.id, 'Works', 2])
      const { conversations } = (await call('GET', `${path}/conversations`)).body
      assert.deepEqual(
        (conversations as Fields[]).map((channel) => channel.name),
        [undefined, 'Plans'],
      )
    })())

  it('holds the bot to seven messages a second and chat, when the limits are on', () =>
    reachable(async ({ teams, ada, ben, call, clock }) => {
      const send = async (to: string) => (await call('POST', activities(to), text('x'))).status
      for (let i = 0; i < 7; i++) assert.equal(await send(ada.chat.id), 201)
      const late = await call('POST', activities(ada.chat.id), text('x'))
      assert.deepEqual([late.status, late.error, late.headers.get('retry-after')], [429, 'Throttled', '1'])
      assert.equal(await send(ben.chat.id), 201)
      assert.equal(teams.breaches, 1)
      await clock.advance(1000)
      assert.deepEqual([await send(ada.chat.id), await send(ada.chat.id)], [201, 429])
      teams.rateLimits(false)
      assert.equal(await send(ada.chat.id), 201)
      assert.equal(teams.breaches, 2)
    })({ limits: true }))

  it('holds the bot to thirty calls a second in all', () =>
    reachable(async ({ teams, works, call }) => {
      let status = 0
      for (let i = 0; i < 31; i++) {
        const one = teams.addUser({ name: `Person ${i}` })
        await teams.join(works, one)
        status = (await call('POST', activities(one.chat.id), text('x'))).status
      }
      assert.deepEqual([status, teams.breaches], [429, 1])
    })({ limits: true }))

  it('takes a sign of typing, which shows nothing', () =>
    reachable(async ({ teams, ada, call }) => {
      assert.equal((await call('POST', activities(ada.chat.id), { type: 'typing' })).status, 201)
      assert.deepEqual([teams.chat(ada), teams.seenBy(ada)], [[], []])
    })())

  it('lets mishaps meet calls', () =>
    reachable(async ({ teams, ada, call }) => {
      const send = () => call('POST', activities(ada.chat.id), text('x'))
      const rate = teams.fail('sendToConversation', { rateLimit: 7, times: 2 })
      assert.equal((await send()).headers.get('retry-after'), '7')
      assert.equal((await send()).status, 429)
      assert.equal(rate.met, 2)
      teams.fail('*', { error: 'PreconditionFailed', when: (args) => args.text === 'x' })
      assert.deepEqual((await send()).status, 412)
      teams.fail('sendToConversation', { status: 502 })
      assert.deepEqual((await send()).status, 502)
      assert.deepEqual(teams.chat(ada), [])
      teams.fail('sendToConversation', { loseAnswer: true })
      await assert.rejects(send())
      assert.equal(teams.chat(ada).length, 1)
      teams.fail('sendToConversation', { loseAnswer: 'hang' })
      const hanging = send().catch(() => {})
      await teams.until(() => teams.chat(ada).length === 2)
      void hanging
      teams.fail('token', { status: 503 })
      await assert.rejects(getToken(teams))
      teams.fail('keys', { delayMs: 20 })
      const begun = performance.now()
      await fetch(`${teams.origin}/v1/.well-known/keys`)
      assert.ok(performance.now() - begun >= 19)
      assert.deepEqual(teams.faults, [])
    })())
})

describe('the stand-in for Teams: cards and dialogs', () => {
  type Given = Office & Awaited<ReturnType<typeof bare>> & { id: string }

  /** A form in Ada's chat, and a bot that answers invokes. */
  const withForm = (use: (given: Given) => Promise<void>, answer: (got: Fields) => number | Fields) =>
    withBare(
      async (one) => {
        await one.teams.installFor(one.ada)
        const call = await direct(one.teams)
        const { body } = await call('POST', activities(one.ada.chat.id), withCard())
        one.got.length = 0
        await use({ ...one, id: String(body.id) })
      },
      (_, got) => (got.type === 'invoke' ? answer(got) : 200),
      { invokePatience: 200 },
    )

  it('sends what was filled in as a client does, and shows the card that comes back', () =>
    withForm(
      async ({ teams, ada, id, got }) => {
        const delivery = await teams.press(ada, id, 'Send', { why: 'fun', again: true })
        assert.equal(delivery.status, 200)
        const [asked] = got as [Fields]
        assert.deepEqual([asked.type, asked.name, asked.replyToId], ['invoke', 'adaptiveCard/action', id])
        assert.deepEqual(asked.value, {
          action: {
            type: 'Action.Execute',
            id: 'go',
            title: 'Send',
            verb: 'send',
            data: { about: 7, why: 'fun', again: 'true', stars: '3', when: '09:30', tone: 'warm' },
          },
          trigger: 'manual',
        })
        assert.deepEqual(teams.chat(ada)[0]!.card, small('Thanks'))
        assert.equal(teams.seenBy(ada).at(-1)!.via, 'answer')
        assert.deepEqual(teams.faults, [])
      },
      () => shows(small('Thanks')),
    ))

  const impossible: readonly [what: string, button: string, inputs: Fields, error: RegExp][] = [
    ['leaves a required input empty', 'Send', {}, /Say why/],
    ['writes too much', 'Send', { why: 'too much' }, /does not take/],
    ['chooses what there is not', 'Send', { why: 'x', tone: 'loud' }, /does not take/],
    ['gives too many stars', 'Send', { why: 'x', stars: 6 }, /does not take/],
    ['fills in what there is not', 'Send', { why: 'x', who: 'me' }, /no input who/],
    ['presses what is hidden', 'hidden', {}, /no button/],
    ['presses what is off', 'off', {}, /cannot be pressed/],
  ]
  for (const [what, button, inputs, error] of impossible)
    it(`sends nothing when somebody ${what}`, () =>
      withForm(
        async ({ teams, ada, id, got }) => {
          await assert.rejects(teams.press(ada, id, button, inputs), error)
          assert.deepEqual(got, [])
        },
        () => 200,
      ))

  it('shows and hides parts without the bot, then lets what came up be pressed', () =>
    withForm(
      async ({ teams, ada, id, got }) => {
        assert.equal((await teams.press(ada, id, 'Rest')).attempts.length, 0)
        await teams.press(ada, id, 'hidden', { why: 'x' })
        assert.equal(got.length, 1)
        await assert.rejects(teams.press(ada, id, 'hidden', { why: 'x' }), /no button/)
      },
      () => shows(form as Fields),
    ))

  const further = { ...small('More'), actions: [{ type: 'Action.Execute', title: 'Inner', verb: 'inner' }] }
  const nested = {
    ...small('Outer'),
    body: [{ type: 'Input.Text', id: 'out', label: 'Out', value: 'o' }],
    actions: [
      { type: 'Action.Execute', title: 'Outer', verb: 'outer' },
      {
        type: 'Action.ShowCard',
        title: 'More',
        card: { ...further, body: [{ type: 'Input.Text', id: 'in', label: 'In', isRequired: true }] },
      },
    ],
  }

  it('sends the inputs of a card behind a button with its own buttons only', () =>
    withForm(
      async ({ teams, ada, got }) => {
        const call = await direct(teams)
        const id = String((await call('POST', activities(ada.chat.id), withCard(nested))).body.id)
        await teams.press(ada, id, 'Outer')
        await assert.rejects(teams.press(ada, id, 'Inner'), /required/)
        await teams.press(ada, id, 'Inner', { in: 'i' })
        const sent = got.map(({ value }) => ((value as Fields).action as Fields).data)
        assert.deepEqual(sent, [{ out: 'o' }, { out: 'o', in: 'i' }])
      },
      () => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Good' }),
    ))

  it('lets nobody send past a required input that is hidden', () =>
    withForm(
      async ({ teams, ada }) => {
        const call = await direct(teams)
        const hidden = { type: 'Input.Text', id: 'x', isRequired: true, isVisible: false }
        const card = { ...small('x'), body: [hidden], actions: [{ type: 'Action.Execute', title: 'Go' }] }
        const id = String((await call('POST', activities(ada.chat.id), withCard(card))).body.id)
        await assert.rejects(teams.press(ada, id, 'Go'), /x is required/)
        await assert.rejects(teams.press(ada, id, 'Go', { x: 'y' }), /no input x/)
      },
      () => 200,
    ))

  it('can hand a press over twice', () =>
    withForm(
      async ({ teams, ada, id, got }) => {
        const { envelope } = await teams.press(ada, id, 'skip')
        await teams.deliver(envelope)
        await teams.deliver(envelope, { newId: true })
        const ids = got.map((activity) => String(activity.id))
        assert.equal(ids[0], ids[1])
        assert.notEqual(ids[0], ids[2])
        assert.ok(ids[2]!.startsWith('f:'))
      },
      () => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Good' }),
    ))

  it('shows notices and failures that come back', () =>
    withForm(
      async ({ teams, ada, id }) => {
        await teams.press(ada, id, 'skip')
        await teams.press(ada, id, 'send', { why: 'x' })
        const last = teams.seenBy(ada).slice(-2)
        assert.deepEqual(
          last.map(({ kind, text }) => [kind, text]),
          [
            ['notice', 'Skipped'],
            ['failure', 'No'],
          ],
        )
        assert.deepEqual(teams.faults, [])
      },
      ({ value }) =>
        ((value as Fields).action as Fields).verb === 'skip'
          ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Skipped' }
          : { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'No' } },
    ))

  it('notes an answer to a press that has no shape', () =>
    withForm(
      async ({ teams, ada, id }) => {
        await teams.press(ada, id, 'skip')
        assert.equal(teams.faults[0]!.error, 'bad_answer')
      },
      () => ({ ok: true }),
    ))

  it('notes an invoke that is not answered in time, and does not send it again', () =>
    withForm(
      async ({ teams, ada, id, got, clock }) => {
        const delivery = await teams.press(ada, id, 'skip')
        assert.deepEqual([delivery.acked, teams.faults[0]!.error], [false, 'no_answer_in_time'])
        assert.equal(teams.seenBy(ada).at(-1)!.kind, 'failure')
        await clock.advance(60_000)
        assert.equal(got.length, 1)
      },
      () => 0,
    ))

  it('sends Action.Submit as a message with a value', () =>
    withForm(
      async ({ teams, ada, id, got }) => {
        await teams.press(ada, id, 'Post', { why: 'x' })
        const { type, text: words, value, replyToId } = got[0]!
        assert.deepEqual([type, words, replyToId], ['message', undefined, id])
        assert.deepEqual([(value as Fields).post, (value as Fields).why], [true, 'x'])
      },
      () => 200,
    ))

  const dialog = (title = 'Look') => ({
    task: {
      type: 'continue',
      value: { title, height: 'medium', card: { contentType: CARD, content: form } },
    },
  })

  it('opens a dialog from a message and sends it', () =>
    withForm(
      async ({ teams, ada, ben, works, got }) => {
        await teams.installIn(works)
        const { message } = await teams.say(ben, works, '<p>Hallo</p>')
        await teams.openExtension(ada, 'check', { message })
        const fetched = got.at(-1)!
        assert.equal(fetched.name, 'composeExtension/fetchTask')
        const { commandId, commandContext, messagePayload } = fetched.value as Record<string, Fields>
        assert.deepEqual([commandId, commandContext], ['check', 'message'])
        const { body, from } = messagePayload as Record<string, Fields>
        assert.deepEqual(body, { contentType: 'html', content: '<p>Hallo</p>' })
        assert.equal((from!.user as Fields).id, ben.aadObjectId)
        assert.equal((fetched.conversation as Fields).id, `${works.id};messageid=${message.id}`)
        assert.equal(ada.dialog?.title, 'Look')
        await assert.rejects(teams.submitDialog(ada), /Say why/)
        await teams.submitDialog(ada, { why: 'x' })
        const sent = got.at(-1)!
        assert.equal(sent.name, 'composeExtension/submitAction')
        const { data } = sent.value as Record<string, Fields>
        assert.deepEqual([data!.post, data!.why], [true, 'x'])
        assert.equal(ada.dialog, undefined)
        assert.deepEqual(
          teams.seenBy(ada).map(({ kind }) => kind),
          ['message', 'message', 'dialog', 'notice'],
        )
        assert.deepEqual(teams.faults, [])
      },
      ({ name }) =>
        name === 'composeExtension/fetchTask' ? dialog() : { task: { type: 'message', value: 'Done' } },
    ))

  it('opens a dialog from the compose box, and closes it on an empty answer', () =>
    withForm(
      async ({ teams, ada, got }) => {
        await teams.openExtension(ada, 'settings')
        const { commandContext, messagePayload } = got.at(-1)!.value as Fields
        assert.deepEqual([commandContext, messagePayload], ['compose', undefined])
        await teams.submitDialog(ada, { why: 'x' }, 'Post')
        assert.equal(ada.dialog, undefined)
        assert.deepEqual(teams.faults, [])
      },
      ({ name }) => (name === 'composeExtension/fetchTask' ? dialog() : 200),
    ))

  it('notes a dialog without a title', () =>
    withForm(
      async ({ teams, ada }) => {
        await teams.openExtension(ada, 'settings')
        assert.equal(teams.faults[0]!.error, 'bad_answer')
        assert.equal(ada.dialog, undefined)
      },
      () => dialog(''),
    ))
})

describe('the stand-in for Teams: a bot on botbuilder', () => {
  const withNaive = (
    turn: (context: TurnContext) => Promise<void>,
    use: (given: Office & Awaited<ReturnType<typeof withBot>>) => Promise<void>,
    entra = false,
  ) =>
    inOffice(async (one) => {
      const bot = await withBot(one.teams, turn, entra)
      try {
        await use({ ...one, ...bot })
      } finally {
        bot.stop()
      }
    })

  it('is let in by its authentication, and answers in the chat', () =>
    withNaive(
      async (context) => {
        if (context.activity.type === 'message')
          await context.sendActivity(`You said ${context.activity.text}`)
      },
      async ({ teams, ada }) => {
        await teams.installFor(ada)
        const said = await teams.write(ada, 'Hello')
        assert.deepEqual([said.status, said.acked], [200, true])
        assert.deepEqual(
          teams.chat(ada).map((one) => [one.by, one.text]),
          [
            ['user', 'Hello'],
            ['app', 'You said Hello'],
          ],
        )
        assert.equal(teams.calls.at(-1)!.name, 'replyToActivity')
        assert.deepEqual(teams.faults, [])
      },
    ))

  it('opens a chat by itself, and changes its message later', () =>
    withNaive(
      async () => {},
      async ({ teams, ada, works, adapter }) => {
        await teams.installIn(works)
        const { app, tenant, bot, serviceUrl } = teams
        const given = {
          ...{ isGroup: false, bot, members: [{ id: ada.id }], tenantId: tenant, activity: undefined },
          channelData: { tenant: { id: tenant } },
        } as never
        let sent: string | undefined
        await adapter.createConversationAsync(
          app.id,
          'msteams',
          serviceUrl,
          SCOPE,
          given,
          async (context) => {
            sent = (await context.sendActivity(withCard(small('One')) as Partial<Activity>))?.id
            await context.updateActivity({ ...withCard(small('Two')), id: sent } as Partial<Activity>)
          },
        )
        assert.deepEqual(
          teams.chat(ada).map((one) => [one.id, one.card, one.edited]),
          [[sent, small('Two'), true]],
        )
        assert.deepEqual(teams.faults, [])
      },
    ))

  it('answers presses', () =>
    withNaive(
      async (context) => {
        const { type, value } = context.activity
        if (type === 'message') await context.sendActivity(withCard() as Partial<Activity>)
        if (type !== 'invoke') return
        const body = shows(small(`Pressed ${value.action.verb}`))
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
      },
      async ({ teams, ada }) => {
        await teams.installFor(ada)
        await teams.write(ada, 'Form, please')
        await teams.press(ada, teams.chat(ada)[1]!, 'Skip')
        assert.deepEqual(teams.chat(ada)[1]!.card, small('Pressed skip'))
        assert.deepEqual(teams.faults, [])
      },
    ))

  it('reads who is in a team', () => {
    let names: readonly unknown[] = []
    return withNaive(
      async (context) => {
        if (context.activity.type !== 'message') return
        const { members } = await TeamsInfo.getPagedMembers(context)
        const ids = members.map((member) => (member as unknown as Fields).objectId)
        const { name } = await TeamsInfo.getTeamDetails(context)
        const channels = await TeamsInfo.getTeamChannels(context)
        names = [ids, name, channels.length]
      },
      async ({ teams, ada, ben, works }) => {
        await teams.installIn(works)
        assert.equal((await teams.say(ada, works, 'Who are we?')).status, 200)
        assert.deepEqual(names, [[ada.aadObjectId, ben.aadObjectId], 'Works', 1])
      },
    )
  })

  const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
    const { error } = console
    console.error = () => {}
    try {
      return await work()
    } finally {
      console.error = error
    }
  }

  it('lets none of the forged tokens in', () => {
    let turns = 0
    return withNaive(
      async () => void turns++,
      async ({ teams, ada }) => {
        await teams.installFor(ada)
        const { activity: body } = teams.draft.write(ada, 'Forged').envelope
        turns = 0
        for (const [what, forge] of Object.entries(teams.forge.tokens)) {
          const { status } = await quietly(() => teams.forge.post({ body, token: forge() }))
          assert.ok(status === 401 || status === 403 || status === 500, `${what} got ${status}`)
        }
        assert.equal((await teams.forge.post({ body, token: null })).status, 401)
        assert.equal(turns, 0)
        assert.equal((await teams.forge.post({ body })).status, 200)
        assert.equal((await teams.forge.post({ body, token: teams.forge.token() })).status, 200)
        assert.equal(turns, 2)
      },
    )
  })

  it('takes a token of Entra for one of Teams where it trusts the keys of Entra', () =>
    withNaive(
      async () => {},
      async ({ teams, ada }) => {
        await teams.installFor(ada)
        const { activity: body } = teams.draft.write(ada, 'Forged').envelope
        assert.equal((await teams.forge.post({ body, token: teams.forge.tokens.ofEntra() })).status, 200)
      },
      true,
    ))

  it('can be sent anything', () =>
    withNaive(
      async () => {},
      async ({ teams }) => {
        const post = async (body: string, headers = {}) =>
          (await teams.forge.post({ body, headers })).status >= 400
        assert.ok(await post('{'))
        assert.ok(await post('{}'))
        assert.ok(await post('x=1', { 'content-type': 'application/x-www-form-urlencoded' }))
        assert.ok(await post('', { 'content-type': undefined }))
      },
    ))
})
