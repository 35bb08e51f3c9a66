import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '../../adapters/teams/client.js'
import { createConnectors } from '../../adapters/teams/door/connector.js'
import { createCredentials } from '../../adapters/teams/door/credentials.js'
import { microsoft as addresses } from '../../adapters/teams/door/microsoft.js'
import { outside } from '../../adapters/teams/door/outside.js'
import { TeamsFault } from '../../adapters/teams/fault-of.js'
import { createPace, type Pace } from '../../adapters/teams/pace.js'
import { TENANT } from './activities.js'
import { hurry } from './hostile/hurry.js'

const CARD = { type: 'AdaptiveCard' } as const

/** Microsoft, answering as told; with a client of Klartext's that calls it. */
async function withMicrosoft(
  answer: RequestListener,
  use: (client: ReturnType<typeof createClient>, origin: string, paths: string[]) => Promise<void>,
  pace: Pace = createPace(() => new Date(), true),
): Promise<void> {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    if (!request.url?.includes('/token')) return answer(request, response)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const options = { appId: TENANT, appSecret: 's', tenant: TENANT, standIn: origin }
  const microsoft = addresses(options)
  const send = outside(microsoft)
  const connectors = createConnectors(createCredentials(microsoft, options, send), send)
  try {
    await use(createClient(options, { microsoft, connectors, pace }), origin, paths)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const fault =
  (status: string, http: number | null = null) =>
  (error: unknown) => {
    assert.ok(error instanceof TeamsFault, String(error))
    assert.deepEqual([error.status, error.http], [status, http])
    return true
  }

describe('Teams: the way out', () => {
  it('follows nobody elsewhere', async () => {
    let strangers = 0
    const stranger = createServer((_request, response) => {
      strangers++
      response.end('{"id":"1"}')
    })
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    const { port } = stranger.address() as AddressInfo
    for (const status of [301, 302, 303, 307, 308])
      await withMicrosoft(
        (_request, response) => response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end(),
        async (client, serviceUrl, paths) => {
          const place = { conversation: 'a:1', serviceUrl }
          await assert.rejects(client.show(place, CARD, 'x'), fault('unknown'))
          await assert.rejects(client.remove(place, '1'), fault('later'))
          assert.equal(paths.length, 3)
        },
      )
    assert.equal(strangers, 0)
    stranger.closeAllConnections()
    stranger.close()
  })

  const LONG = [
    ['that says so', { 'content-length': String(2 ** 21) }],
    ['in pieces', {}],
  ] as const
  for (const [name, headers] of LONG)
    it(`reads no more than a mebibyte of an answer ${name}`, () =>
      withMicrosoft(
        (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json', ...headers })
          response.end(`{"id":"1","x":"${'x'.repeat(2 ** 21 - 17)}"}`)
        },
        async (client, serviceUrl) => {
          await assert.rejects(client.show({ conversation: 'a:1', serviceUrl }, CARD, 'x'), fault('unknown'))
          await assert.rejects(client.members(serviceUrl, 'team'), fault('later'))
        },
      ))

  const SLOW: readonly (readonly [name: string, answer: RequestListener])[] = [
    ['nothing', () => undefined],
    ['the half of it', (_request, response) => void response.writeHead(200).write('{"id"')],
    [
      'a letter now and then',
      (_request, response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write(' '), 20)
        response.on('close', () => clearInterval(timer))
      },
    ],
  ]
  for (const [name, answer] of SLOW)
    it(`waits ten seconds, and no longer, for who answers ${name}`, () =>
      withMicrosoft(answer, async (client, serviceUrl) => {
        const begun = performance.now()
        const limits = await hurry(50, async () => {
          await assert.rejects(client.show({ conversation: 'a:1', serviceUrl }, CARD, 'x'), fault('unknown'))
          await assert.rejects(client.remove({ conversation: 'a:1', serviceUrl }, '1'), fault('later'))
        })
        assert.ok(performance.now() - begun < 2000)
        // For a token, a card and its removal. The library that asks for tokens has another limit, which nobody hears of.
        assert.equal(limits.filter((ms) => ms === 10_000).length, 3)
      }))

  const ODD: readonly (readonly [name: string, body: string])[] = [
    ['no id', '{}'],
    ['nothing', ''],
    ['HTML', '<html>'],
    ['null', 'null'],
    ['a list', '[]'],
  ]
  for (const [name, body] of ODD)
    it(`cannot know what became of a hint where the answer is ${name}`, () =>
      withMicrosoft(
        (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
        (client, serviceUrl) =>
          assert.rejects(client.show({ conversation: 'a:1', serviceUrl }, CARD, 'x'), (error) => {
            assert.ok(!(error instanceof TeamsFault) || error.status === 'unknown', String(error))
            return true
          }),
      ))
})

it('Teams: each call counts where Teams counts it, and until it is answered', async () => {
  const turns: unknown[] = []
  const pace: Pace = {
    async turn(operation, conversation) {
      turns.push([operation, conversation])
      return () => void turns.push('answered')
    },
    rest: () => undefined,
  }
  await withMicrosoft(
    ({ method }, response) => response.writeHead(method === 'DELETE' ? 404 : 200).end('{"id":"1"}'),
    async (client, serviceUrl) => {
      await client.show({ conversation: 'a:1', serviceUrl }, CARD, 'x').catch(() => undefined)
      await assert.rejects(client.remove({ conversation: 'a:1', serviceUrl }, '1'), fault('refused', 404))
      await assert.rejects(client.show({ conversation: 'a:1', serviceUrl: 'http://127.0.0.1:9' }, CARD, 'x'))
    },
    pace,
  )
  assert.deepEqual(turns, [['show', 'a:1'], 'answered', ['remove', 'a:1'], 'answered'])
})

describe('Teams: tokens of our own', () => {
  const SERVICE = 'https://smba.trafficmanager.net/emea/'

  function keeper(answer: () => Response | Promise<Response>) {
    const options = { appId: TENANT, appSecret: 's', tenant: TENANT }
    let fetched = 0
    const credentials = createCredentials(addresses(options), options, async () => {
      fetched++
      return answer()
    })
    const signed = async () => {
      const headers = new Headers()
      await credentials.signRequest({ url: SERVICE, headers })
      return headers.get('authorization') ?? ''
    }
    return { credentials, signed, fetched: () => fetched }
  }

  it('are kept where an older one is refused late', async () => {
    let number = 0
    const { credentials, signed, fetched } = keeper(() =>
      Response.json({ access_token: `t${++number}`, token_type: 'Bearer', expires_in: 3600 }),
    )
    const first = await signed()
    credentials.drop(first)
    const second = await signed()
    credentials.drop(first)
    assert.deepEqual([first, second, await signed(), fetched()], ['Bearer t1', 'Bearer t2', 'Bearer t2', 2])
  })

  /** What Microsoft answers, and what that means. */
  const REFUSALS: readonly (readonly [name: string, status: string, answer: () => Response])[] = [
    ['a refusal', 'refused', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
    [
      'a refusal with a challenge',
      'refused',
      () =>
        Response.json(
          { error: 'invalid_client' },
          { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_client"' } },
        ),
    ],
    ['too many', 'later', () => Response.json({ error: 'temporarily_unavailable' }, { status: 429 })],
    ['a failure', 'later', () => Response.json({ error: 'server_error' }, { status: 500 })],
    ['a page', 'later', () => new Response('<html>', { status: 407 })],
    ['a page that is fine', 'later', () => new Response('<html>')],
    ['an answer without a token', 'later', () => Response.json({ token_type: 'Bearer' })],
  ]
  for (const [name, status, answer] of REFUSALS)
    it(`are ${status === 'later' ? 'asked for later' : 'not asked for again'} after ${name}`, () =>
      assert.rejects(keeper(answer).credentials.token(), fault(status)))
})
