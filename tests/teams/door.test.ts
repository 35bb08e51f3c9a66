import assert from 'node:assert/strict'
import { request } from 'node:http'
import { allRows, newcomer, sharedHouse } from './acts.js'
import { badHeaders } from './hostile/badHeaders.js'
import { badRequests, nested } from './hostile/badRequests.js'
import { head, sendBytes } from './hostile/sendBytes.js'
import { JARGON } from './house.js'
import type { Fields, User } from './stand-in/index.js'

describe('Teams: the door', () => {
  const house = sharedHouse()
  let mallory: User

  /** A message that would be taken, as it goes over the wire: of somebody who takes part. */
  const activity = (html = JARGON, more: Fields = {}): Fields =>
    house().teams.draft.say(mallory, house().channel, html, { extra: more }).envelope.activity

  before(async () => {
    mallory = await newcomer(house())
    const { status } = await house().teams.forge.post({ body: activity('Guten Tag') })
    assert.equal(status, 200, 'a good one is taken')
  })

  /** Lets requests be made that must change nothing, nor cause any call. */
  async function withoutEffect(use: () => Promise<void>): Promise<void> {
    const { teams } = house()
    const [rows, calls] = [await allRows(house()), teams.calls.length]
    await use()
    await house().pass(31)
    assert.deepEqual(await allRows(house()), rows)
    const since = teams.calls.slice(calls).map(({ name }) => name)
    assert.deepEqual(
      since.filter((name) => name !== 'openid' && name !== 'keys'),
      [],
    )
  }

  describe('refuses whoever cannot show a token of Teams', () => {
    it('whatever is wrong with it', () =>
      withoutEffect(async () => {
        const { teams } = house()
        for (const [name, make] of Object.entries(badHeaders(teams))) {
          const { status, body, headers } = await teams.forge.post({
            ...{ body: activity(), token: null },
            headers: { authorization: make() },
          })
          const expected = name === 'a token: otherServiceUrl' ? 403 : 401
          assert.deepEqual([name, status, body], [name, expected, undefined])
          assert.equal(headers['www-authenticate'], undefined)
        }
      }))

    it('and whoever shows two', async () => {
      const { teams, klartext } = house()
      const body = JSON.stringify(activity())
      const [good, bad] = [teams.forge.token(), teams.forge.tokens.wrongAudience()]
      const pairs = [
        [good, bad],
        [bad, good],
        [good, good],
      ]
      for (const pair of pairs) {
        const lines = pair.map((token) => `Authorization: Bearer ${token}`)
        const rest = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
        const { status } = await sendBytes(klartext.address, [head([...lines, ...rest]) + body])
        assert.equal(status, 401)
      }
    })

    it('before its body is read', async () => {
      const { teams, klartext } = house()
      const lines = [
        `Authorization: Bearer ${teams.forge.tokens.expired()}`,
        'Content-Type: application/json',
        'Content-Length: 1000000',
      ]
      // Nothing of the body ever comes.
      assert.equal((await sendBytes(klartext.address, [head(lines)])).status, 401)
    })
  })

  it('allows for five minutes between the clocks', async () => {
    const { teams } = house()
    const seconds = (more: number) => Math.floor(Date.now() / 1000) + more
    for (const claims of [
      { exp: seconds(-290) },
      { nbf: seconds(290) },
      { exp: seconds(60), nbf: undefined },
    ]) {
      const { status } = await teams.forge.post({ body: activity('Moin'), token: teams.forge.token(claims) })
      assert.equal(status, 200, JSON.stringify(claims))
    }
  })

  it('refuses with a good token whatever it does not expect', () =>
    withoutEffect(async () => {
      const { teams } = house()
      for (const [name, [status, make]] of Object.entries(badRequests(teams, activity))) {
        const answer = await teams.forge.post(make())
        assert.deepEqual([name, answer.status, answer.body], [name, status, undefined])
      }
    }))

  describe('takes, and makes nothing of it', () => {
    const PERSON = '11111111-1111-4111-8111-111111111111'
    const CASES: readonly (readonly [name: string, status: number, change: Fields | string])[] = [
      ...['event', 'trace', 'typing', 'handoff', 'endOfConversation', 'spaceship', '__proto__'].map(
        (type) => [`the type ${type}`, 200, { type }] as const,
      ),
      ...[
        'constructor',
        'toString',
        '__proto__',
        'composeExtension/nothing',
        'signin/verifyState',
        'task/x',
      ].map((name) => [`the invoke ${name}`, 501, { type: 'invoke', name, value: {} }] as const),
      ['a message of nobody', 200, { from: undefined }],
      ['a message of an object', 200, { from: { id: {}, aadObjectId: [] } }],
      ['a message of somebody else', 200, { from: { id: '29:1x', aadObjectId: PERSON } }],
      ['a message whose text is an object', 200, { text: { a: 1 }, attachments: {} }],
      ['a message without a place', 200, { channelData: undefined }],
      ['a message with an id that is none', 200, { id: '../x' }],
      ['a message with a date that is none', 200, { timestamp: 'soon' }],
      ['brackets 100,000 deep beside the rest', 200, nested(100_000)],
      ['prototypes beside the rest', 200, '{"__proto__":{"type":"x"},"constructor":{"prototype":{}}}'],
    ]
    for (const [name, status, change] of CASES)
      it(name, () =>
        withoutEffect(async () => {
          const { teams } = house()
          const whole = { ...activity('Guten Tag'), from: { id: '29:1x', aadObjectId: PERSON } }
          const body =
            typeof change === 'string'
              ? JSON.stringify(whole).replace(/\}$/, `,"value":${change}}`)
              : { ...whole, ...change }
          assert.equal((await teams.forge.post({ body })).status, status)
        }),
      )
  })

  it('reads the last of two keys alike, and checks what it reads', async () => {
    const { teams } = house()
    const twice = (extra: string) => JSON.stringify(activity('Moin')).replace(/^\{/, `{${extra},`)
    const behind = (extra: string) => JSON.stringify(activity('Moin')).replace(/\}$/, `,${extra}}`)
    const other = '"serviceUrl":"https://smba.example/"'
    assert.equal((await teams.forge.post({ body: twice(other) })).status, 200)
    assert.equal((await teams.forge.post({ body: behind(other) })).status, 403)
  })

  it('survives what somebody who takes part could write', async () => {
    const { teams } = house()
    const texts = [
      '<div>'.repeat(100_000),
      `${'<blockquote>'.repeat(40_000)}x${'</blockquote>'.repeat(40_000)}`,
      `${'<b>'.repeat(30_000)}${JARGON}`,
      '&'.repeat(500_000),
      `<a ${'x '.repeat(100_000)}>`,
      '<!--'.repeat(80_000),
      '\u0000\ud800',
    ]
    for (const text of texts) {
      const begun = performance.now()
      const attachments = [{ contentType: 'text/html', content: text }]
      const { status } = await teams.forge.post({ body: activity('x', { attachments }) })
      assert.deepEqual([text.slice(0, 12), status], [text.slice(0, 12), 200])
      assert.ok(performance.now() - begun < 3000, `${text.slice(0, 12)}: ${performance.now() - begun} ms`)
    }
  })

  describe('has one way in', () => {
    const WAYS: readonly (readonly [method: string, path: string, status: number])[] = [
      ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map(
        (method) => [method, '/teams/messages', 405] as const,
      ),
      ['POST', '/teams', 404],
      ['POST', '/teams/messages/x', 404],
      ['POST', '/api/messages', 404],
      ['POST', '/teams/messages%00', 404],
      ['POST', '/teams/%2e%2e/teams/messages', 404],
      ['POST', '/teams/messages/../../healthz', 404],
      ['POST', '//teams/messages', 404],
    ]
    for (const [method, path, status] of WAYS)
      it(`${method} ${path} gets ${status}`, async () => {
        const { teams, klartext } = house()
        const { hostname, port } = new URL(klartext.address)
        const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
          const headers = { authorization: `Bearer ${teams.forge.token()}` }
          const asked = request({ hostname, port, method, path, headers }, (response) => {
            let body = ''
            response.on('data', (chunk) => (body += chunk))
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
          })
          asked.on('error', reject)
          asked.end()
        })
        assert.equal(answer.status, status)
        assert.ok(['', 'Not found'].includes(answer.body), answer.body)
      })
  })

  it('has told the log no word of anything', () => {
    const logged = house().logged.join('')
    for (const part of ['Alignment', mallory.aadObjectId, 'eyJ', 'smba.example'])
      assert.ok(!logged.includes(part), part)
  })
})
