import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { createCredentials } from '../../adapters/teams/door/credentials.js'
import { microsoft } from '../../adapters/teams/door/microsoft.js'
import { NotOurs } from '../../adapters/teams/door/outside.js'
import { readConfig } from '../../src/config.js'
import { UserError } from '../../src/errors.js'
import { type Door, openDoor } from './hostile/openDoor.js'
import { head, sendBytes } from './hostile/sendBytes.js'
import { startTeams, type Teams } from './stand-in/index.js'

const PLAYGROUND = 'http://127.0.0.1:56150'

describe('Teams: a playground, which knows no tokens', () => {
  let teams: Teams
  let door: Door
  before(async () => {
    teams = await startTeams()
    door = await openDoor(teams, {
      host: '0.0.0.0',
      options: { standIn: undefined, playground: PLAYGROUND },
    })
  })
  after(async () => {
    door.close()
    await teams.close()
  })

  function send(lines: readonly string[], host = '127.0.0.1', address = door.address, url = PLAYGROUND) {
    const body = JSON.stringify({
      ...{ type: 'event', channelId: 'msteams', serviceUrl: url },
      conversation: { id: 'a:1' },
    })
    const rest = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
    return sendBytes(address, [head([...rest, ...lines], { host }) + body])
  }

  const CASES: readonly (readonly [name: string, status: number, lines: readonly string[], host?: string])[] =
    [
      ['this machine', 200, []],
      ['this machine by its name', 200, [], 'localhost:3978'],
      ['this machine by its newer address', 200, [], '[::1]:3978'],
      ...[
        'X-Forwarded-For: 203.0.113.7',
        'x-forwarded-for: 127.0.0.1',
        'X-Forwarded-Host: klartext.example.com',
        'X-Forwarded-Proto: https',
        'X-Real-IP: 203.0.113.7',
        'X-Original-Host: klartext.example.com',
        'Forwarded: for=203.0.113.7',
        'Via: 1.1 proxy',
        'Origin: https://example.com',
        'Origin: null',
      ].map((line) => [`„${line}“`, 403, [line]] as const),
      ['a proxy that keeps the name', 403, [], 'klartext.example.com'],
      ['a name that begins alike', 403, [], 'localhost.example.com'],
      ['an address that begins alike', 403, [], '127.0.0.1.example.com'],
      ['no name', 403, [], ''],
    ]
  for (const [name, status, lines, host] of CASES)
    it(`${status === 200 ? 'is let in from' : 'is refused from'} ${name}`, async () => {
      const before = door.letIn.length
      const reply = await send(lines, host)
      assert.equal(reply.status, status)
      assert.equal(door.letIn.length - before, status === 200 ? 1 : 0)
      assert.match(reply.text, /\r\n\r\n$/)
    })

  it('is refused from any other machine', async function () {
    const outer = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)
    if (!outer) return this.skip()
    const { status } = await send([], '127.0.0.1', `http://${outer.address}:${door.port}`)
    assert.equal(status, 403)
  })

  it('is refused where it is to be answered elsewhere', async () => {
    for (const url of ['https://smba.trafficmanager.net/emea/', 'http://127.0.0.1:56151', `${PLAYGROUND}0`])
      assert.equal((await send([], '127.0.0.1', door.address, url)).status, 403, url)
  })

  it('never gets a token, nor does anybody else', async () => {
    const options = { appId: 'a', appSecret: 's', tenant: teams.tenant, playground: PLAYGROUND }
    let fetched = 0
    const send = async () => {
      fetched++
      return new Response()
    }
    const credentials = createCredentials(microsoft(options), options, send)
    const headers = new Headers()
    await credentials.signRequest({ url: `${PLAYGROUND}/v3/conversations`, headers })
    const real = { url: 'https://smba.trafficmanager.net/emea/v3/conversations', headers }
    await assert.rejects(credentials.signRequest(real), NotOurs)
    assert.deepEqual([fetched, [...headers]], [0, []])
  })

  const REAL: readonly (readonly [name: string, value: string])[] = [
    ['KLARTEXT_TEAMS_APP_ID', '11111111-1111-4111-8111-111111111111'],
    ['KLARTEXT_TEAMS_APP_SECRET', 'a~secret.of-sixteen'],
    ['KLARTEXT_TEAMS_TENANT', '11111111-1111-4111-8111-111111111111'],
    ['KLARTEXT_TEAMS_STAND_IN', 'http://127.0.0.1:4300'],
    ['KLARTEXT_URL', 'https://klartext.example.com'],
  ]
  for (const [name, value] of REAL)
    it(`does not start beside ${name}`, () =>
      assert.throws(
        () => readConfig({ KLARTEXT_TEAMS_PLAYGROUND: PLAYGROUND, [name]: value }),
        (error) =>
          error instanceof UserError &&
          error.message.includes(`${name}: found it beside KLARTEXT_TEAMS_PLAYGROUND`) &&
          !error.message.includes('a~secret'),
      ))

  for (const elsewhere of [
    'http://0.0.0.0:56150',
    'http://localhost:56150',
    'https://example.com',
    `${PLAYGROUND}/x`,
  ])
    it(`does not start at ${elsewhere}`, () =>
      assert.throws(
        () => readConfig({ KLARTEXT_TEAMS_PLAYGROUND: elsewhere }),
        /a playground on 127\.0\.0\.1/,
      ))
})
