import assert from 'node:assert/strict'
import { SCOPES } from '../../adapters/slack/manifest.js'
import type { Fields } from '../emulator/start.js'
import { type EmulatedHouse, openEmulatedHouse } from './emulator-house.js'
import { BOT, POOR_TOKEN, TEAM } from './emulator-seed.js'
import { chatsOf, home, install, join, nudgeOf, pressBelow, refused, until } from './emulator-steps.js'
import { JARGON } from './house.js'

/** Scopes without which no event would come; Slack asks for them in no call that we make. */
const FOR_EVENTS = ['channels:history', 'commands', 'groups:history']

describe('Slack: beside a public emulator', function () {
  this.timeout(30_000)
  let house: EmulatedHouse

  const missing = () =>
    house.logged.flatMap((line) => (JSON.parse(line) as { scopes?: string[] }).scopes ?? [])

  before(async function () {
    const opened = await openEmulatedHouse()
    if (!opened) return this.skip()
    house = opened
    await install(house)
    await join(house, 'jana')
  })
  after(() => house?.stop())

  it('a nudge reaches its writer alone, is answered, found again and removed', async () => {
    const ts = await house.write('jana', JARGON)
    const sent = await nudgeOf(house)
    const { channel, members, message } = sent
    assert.deepEqual([...members].sort(), [BOT, house.people.jana].sort())
    assert.equal(message.user, BOT)
    assert.match(JSON.stringify(message.blocks), new RegExp(`/archives/${house.channel}/p\\d+`))
    assert.equal(message.metadata?.event_type, 'klartext_nudge')
    for (const other of ['murat', 'chef'] as const) assert.deepEqual(await chatsOf(house, other), [])
    const { messages } = await house.as<{ messages: { ts: string }[] }>('murat', 'conversations.history', {
      channel: house.channel,
    })
    assert.deepEqual(
      messages.map((seen) => seen.ts),
      [ts],
    )

    const id = message.metadata.event_payload.nudge_id
    const to = { platform: 'slack', tenant: TEAM, user: house.people.jana } as const
    assert.equal(await house.adapter.find!({ id, to, place: 'direct' }), `${channel}:${message.ts}`)
    assert.equal(await house.adapter.find!({ id: 'another', to, place: 'direct' }), null)

    const token = house.emulator.calls.find(({ method }) => method === 'oauth.v2.access')!.answer.access_token
    const { trigger_id } = await house.emulator.ask(String(token), 'views.generateTriggerId', {
      user_id: house.people.jana,
    })
    const buttons = message.blocks.flatMap(({ elements }) => (elements ?? []) as Fields[])
    const button = (action: string) => buttons.find(({ action_id }) => action_id === action)!
    assert.equal(await pressBelow(house, sent, button('why'), { trigger_id }), 200)
    assert.equal(house.emulator.calls.at(-1)!.method, 'views.open')
    assert.equal(await pressBelow(house, sent, button('answer:helpful')), 200)
    const { message: answered } = await nudgeOf(house)
    assert.equal(answered.ts, message.ts)
    assert.ok(!answered.blocks.some(({ type }) => type === 'actions'))
    assert.match(JSON.stringify(answered.blocks), /white_check_mark/)
    assert.deepEqual(answered.metadata, message.metadata)

    const previous_message = { user: house.people.jana, ts, text: JARGON }
    const gone = { subtype: 'message_deleted', deleted_ts: ts, previous_message, channel: house.channel }
    await house.event({ type: 'message', channel_type: 'channel', ts, ...gone })
    await until(async () => (await chatsOf(house, 'jana'))[0]!.messages.length === 0, 'the removal')
  })

  it('a nudge in the channel is shown to its writer alone', async () => {
    const place = (value: string) =>
      house.press('jana', { type: 'static_select', action_id: 'place', selected_option: { value } })
    await place('channel')
    await house.write('jana', JARGON)
    const { args } = await until(
      async () => house.emulator.calls.find(({ method }) => method === 'chat.postEphemeral'),
      'an ephemeral message',
    )
    assert.deepEqual([args.channel, args.user], [house.channel, house.people.jana])
    assert.deepEqual((await chatsOf(house, 'jana'))[0]!.messages, [])
    await place('direct')
  })

  it('needs no more than the scopes of the manifest', async () => {
    assert.deepEqual(refused(house), [])
    const methods = [...new Set(house.emulator.calls.map(({ method }) => method))].sort()
    assert.deepEqual(
      methods,
      `auth.test chat.delete chat.getPermalink chat.postEphemeral chat.postMessage chat.update conversations.history
      conversations.info conversations.open oauth.v2.access views.open views.publish`.split(/\s+/),
    )
  })

  it('says which scope is missing, in the log and to admins, until it is granted', async () => {
    const { channel: secret } = await house.as<{ channel: { id: string } }>('jana', 'conversations.create', {
      name: 'umzug',
      is_private: true,
    })
    await house.as('jana', 'conversations.invite', { channel: secret.id, users: BOT })
    await join(house, 'murat')
    const to = { platform: 'slack', tenant: TEAM, user: house.people.jana } as const
    const needing: Record<string, () => Promise<unknown>> = {
      'channels:read': async () => {
        await house.event({ type: 'channel_rename', channel: { id: house.channel, name: 'umbau' } })
        await house.write('jana', JARGON)
      },
      'groups:read': () => house.write('jana', JARGON, secret.id),
      'im:history': () => house.adapter.find!({ id: 'n', to, place: 'direct' }).catch(() => {}),
      'im:write': () => house.write('murat', JARGON),
      'chat:write': () => house.write('jana', JARGON),
    }
    assert.deepEqual([...Object.keys(needing), ...FOR_EVENTS].sort(), [...SCOPES].sort())
    for (const [scope, need] of Object.entries(needing)) {
      const before = [missing().length, refused(house).length]
      await install(house, scope)
      await need()
      const [refusal] = await until(async () => {
        const found = refused(house).slice(before[1])
        return found.length > 0 && found
      }, `the refusal without ${scope}`)
      assert.deepEqual([refusal!.answer.error, refusal!.answer.needed], ['missing_scope', scope])
      assert.deepEqual(missing().slice(before[0]), [scope])
      assert.ok((await home(house, 'chef')).includes(scope))
      assert.ok(!(await home(house, 'jana')).includes(scope))
      await install(house)
      assert.ok(!(await home(house, 'chef')).includes(scope))
    }
    const known = (await chatsOf(house, 'jana')).flatMap(({ messages }) => messages.map(({ ts }) => ts))
    await house.write('jana', JARGON, secret.id)
    await nudgeOf(house, known)
  })
})

describe('Slack: beside a public emulator, with a token of too few scopes', () => {
  it('learns of a scope when it is refused', async function () {
    const house = await openEmulatedHouse(POOR_TOKEN)
    if (!house) return this.skip()
    try {
      await join(house, 'jana')
      await house.write('jana', JARGON)
      assert.ok(house.logged.some((line) => line.includes('"scopes":["channels:read"]')))
      assert.ok((await home(house, 'chef')).includes('channels:read'))
    } finally {
      await house.stop()
    }
  })
})
