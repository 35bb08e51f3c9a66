import assert from 'node:assert/strict'
import { get } from 'node:http'
import { chatOf, hinted, newcomer, sharedHouse, toldTo } from './acts.js'
import { JARGON } from './house.js'
import type { RawRequest } from './stand-in/inbound/createPostman.js'
import type { Fields } from './stand-in/index.js'
import { inStubHouse } from './stub-house.js'

const MIB = 1024 * 1024
const FORM = 'application/x-www-form-urlencoded'
/** Stands nowhere but in what is sent. */
const CANARY = 'Quittenmarmelade'
const now = () => Math.floor(Date.now() / 1000)
const form = (payload: unknown) => ({
  contentType: FORM,
  body: new URLSearchParams({
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  }).toString(),
})

/** What differs from a good request. */
type Request = Partial<RawRequest>

describe('Slack over http: requests', () => {
  const house = sharedHouse({ mode: 'http' })
  const event = (more: Fields = {}, envelope: Fields = {}) =>
    JSON.stringify({
      type: 'event_callback',
      team_id: house().workspace.id,
      event_id: 'Ev1',
      event: {
        ...{ type: 'message', channel: house().channel.id, channel_type: 'channel' },
        ...{ user: house().jana.id, ts: '1.000001', text: CANARY, ...more },
      },
      ...envelope,
    })
  const who = () => ({
    team: { id: house().workspace.id },
    user: { id: house().jana.id, team_id: house().workspace.id },
  })

  const CASES: readonly (readonly [name: string, status: number, request: () => Request])[] = [
    ['a good one', 200, () => ({})],
    ['five minutes old', 200, () => ({ timestamp: now() - 295 })],
    ['older', 401, () => ({ timestamp: now() - 305 })],
    ['almost five minutes from the future', 200, () => ({ timestamp: now() + 295 })],
    ['from further on', 401, () => ({ timestamp: now() + 305 })],
    ['from the end of time', 401, () => ({ timestamp: '999999999999' })],
    ['without a time', 401, () => ({ headers: { 'x-slack-request-timestamp': undefined } })],
    ...['', 'NaN', '1e9', '-1', `0x${now().toString(16)}`, `${now()}.5`].map(
      (timestamp) => [`at „${timestamp}“`, 401, () => ({ timestamp })] as const,
    ),
    ['signed with another secret', 401, () => ({ secret: 'f'.repeat(32) })],
    ['signed with no secret', 401, () => ({ secret: '-' })],
    ['without a signature', 401, () => ({ headers: { 'x-slack-signature': undefined } })],
    ['with a short signature', 401, () => ({ headers: { 'x-slack-signature': 'v0=abc' } })],
    ['signed for another version', 401, () => ({ headers: { 'x-slack-signature': `v1=${'a'.repeat(64)}` } })],
    ['signed for another body', 401, () => ({ headers: { 'x-slack-signature': `v0=${'a'.repeat(64)}` } })],
    ['as long as may be', 200, () => ({ body: event({}, { padding: 'x'.repeat(MIB - 1000) }) })],
    ['over 1 MiB', 413, () => ({ body: event({ text: 'x'.repeat(MIB) }) })],
    [
      'over 1 MiB, without saying so',
      413,
      () => ({
        body: event({ text: 'x'.repeat(MIB) }),
        headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' },
      }),
    ],
    ['of broken JSON', 400, () => ({ body: `{"text":"${CANARY}` })],
    ['of nothing', 400, () => ({ body: '' })],
    ['of too many brackets', 400, () => ({ body: '['.repeat(200_000) })],
    ['a form of broken JSON', 400, () => form('{')],
    ['of an unknown type', 200, () => ({ body: event({ type: 'spaceship_landed', subtype: CANARY }) })],
    ['of an unknown kind', 200, () => ({ body: event({}, { type: 'spaceship' }) })],
    ['of an unknown workspace', 200, () => ({ body: event({}, { team_id: 'T0ELSEWHERE' }) })],
    ['without a workspace', 200, () => ({ body: event({}, { team_id: undefined }) })],
    ['a message without a text', 200, () => ({ body: event({ text: undefined }) })],
    ['a message of odd shape', 200, () => ({ body: event({ text: [], ts: {}, user: 7, channel: {} }) })],
    ['with prototypes', 200, () => ({ body: event().replace('"type"', '"__proto__":{"text":"x"},"type"') })],
    [
      'an unknown button',
      200,
      () => form({ type: 'block_actions', ...who(), actions: [{ action_id: 'x', type: 'button' }] }),
    ],
    [
      'a button of an odd value',
      200,
      () =>
        form({
          type: 'block_actions',
          ...who(),
          container: { type: 'message' },
          actions: [{ action_id: 'answer:helpful', type: 'button', value: '||' }],
        }),
    ],
    ['no button', 200, () => form({ type: 'block_actions', ...who(), actions: [] })],
    ['an unknown window', 200, () => form({ type: 'view_submission', ...who(), view: { callback_id: 'x' } })],
    [
      'a window that closes',
      200,
      () => form({ type: 'view_closed', ...who(), view: { callback_id: 'draft' } }),
    ],
    ['an unknown shortcut', 200, () => form({ type: 'shortcut', ...who(), callback_id: 'x' })],
    [
      'an unknown command',
      200,
      () => ({ contentType: FORM, body: `command=%2Fother&team_id=${house().workspace.id}&text=x` }),
    ],
    ['a check of the connection', 200, () => ({ contentType: FORM, body: 'ssl_check=1&token=x' })],
  ]
  for (const [name, status, request] of CASES)
    it(`are answered with ${status}: ${name}`, async () => {
      const answer = await house().slack.raw({ body: event(), ...request() })
      assert.equal(answer.status, status)
      assert.ok(!JSON.stringify([answer.body, house().logged]).includes(CANARY), 'the text comes back')
      assert.ok(!/node_modules|at .*\.[jt]s/.test(JSON.stringify(answer.body)), 'the answer shows code')
    })

  for (const body of [
    ...['null', '1', '"x"', '[]', '{}', '{"event":null}', '{"type":"event_callback"}'],
    '{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":null}}',
  ])
    it(`are no trouble: ${body}`, async () => {
      const { status } = await house().slack.raw({ body })
      assert.ok(status === 200 || status === 400 || status === 503, `${status}`)
    })

  it('give the challenge of a new address back, if signed', async () => {
    assert.ok(await house().slack.verifyUrl())
    const body = JSON.stringify({ type: 'url_verification', challenge: CANARY })
    const forged = await house().slack.raw({ body, secret: 'f'.repeat(32) })
    assert.equal(forged.status, 401)
    assert.ok(!JSON.stringify(forged.body).includes(CANARY))
  })

  it('are posted, not got', async () => {
    const { address } = house().klartext
    const status = await new Promise((resolve) =>
      get(`${address}/slack/events`, (response) => resolve(response.resume().statusCode)),
    )
    assert.equal(status, 404)
  })

  it('leave all in order', async () => {
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.equal(chatOf(house(), me).length, 1)
    assert.deepEqual(toldTo(house(), house().jana), [])
  })
})

describe('Slack over http: before the start and after the end', () => {
  const oauth = { clientId: '1.2', clientSecret: 'a'.repeat(32), url: 'https://klartext.example.com' }
  for (const [name, options] of [
    ['one workspace', {}],
    ['several workspaces', { botToken: undefined, oauth }],
  ] as const)
    it(`asks Slack to come again: ${name}`, () =>
      inStubHouse({ mode: 'http', ...options }, async ({ slack, jana, channel, fake, adapter, start }) => {
        const early = await slack.say(jana, channel, JARGON)
        assert.deepEqual(
          early.attempts.map(({ status }) => status),
          [503, 503],
        )
        assert.equal((await slack.command(jana, channel, '/klartext', 'an')).status, 503)
        assert.ok(await slack.verifyUrl())
        await start()
        if ('oauth' in options) return
        await slack.clock.advance(60_000)
        assert.ok(early.acked)
        assert.equal(fake.calls.filter(({ name }) => name === 'handle').length, 1)
        await adapter.stop()
        assert.equal((await slack.say(jana, channel, JARGON)).status, 503)
        assert.equal((await slack.remove(channel, early.message.ts)).status, 503)
        assert.equal((await slack.command(jana, channel, '/klartext', 'an')).status, 503)
      }))

  it('trusts nobody without a secret', () =>
    inStubHouse({ mode: 'http', signingSecret: undefined }, async ({ slack, start }) => {
      await start()
      for (const secret of ['-', '', 'undefined', slack.app.signingSecret])
        assert.equal((await slack.raw({ body: '{}', secret })).status, 401)
    }))

  it('asks Slack to come again while it is not known whose the token is', () =>
    inStubHouse({ mode: 'http' }, async ({ slack, jana, channel, fake, start }) => {
      slack.fail('auth.test', { status: 503, times: 100 })
      await start()
      const said = await slack.say(jana, channel, JARGON)
      assert.equal(said.status, 503)
      assert.deepEqual(fake.calls, [])
    }))
})
