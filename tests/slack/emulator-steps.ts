import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { Call, Fields } from '../emulator/start.js'
import type { EmulatedHouse } from './emulator-house.js'
import { BOT } from './emulator-seed.js'

/** A message as Slack gives it back. */
export interface Message {
  readonly ts: string
  readonly user: string
  readonly text: string
  readonly blocks: readonly Fields[]
  readonly metadata?: { readonly event_type: string; readonly event_payload: { readonly nudge_id: string } }
}

/** Waits until there is something; fails after ten seconds. */
export async function until<Value>(
  find: () => Promise<Value | null | undefined | false>,
  what: string,
): Promise<Value> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const found = await find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return assert.fail(`never came: ${what}`)
}

/** What a browser does from the install page to the last one, without one. @param without is not granted */
export async function install(
  { klartext, emulator, people }: EmulatedHouse,
  without?: string,
): Promise<void> {
  const page = await fetch(`${klartext.address}/slack/install`)
  const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!
  const consent = new URL(/<a href="([^"]+)"/.exec(await page.text())![1]!.replaceAll('&amp;', '&'))
  const form = new URLSearchParams(consent.searchParams)
  const scopes = form.get('scope')!.split(',')
  form.set('scope', scopes.filter((scope) => scope !== without).join(','))
  form.set('user_id', people.chef)
  const allow = `${emulator.address}/oauth/v2/authorize/callback`
  const allowed = await fetch(allow, { method: 'POST', body: form, redirect: 'manual' })
  const done = await fetch(allowed.headers.get('location')!, { headers: { cookie } })
  assert.deepEqual([done.status, new URL(done.url).search], [200, '?done'])
}

/** The state of an installation that began so many seconds ago, signed with a secret. */
export function forge(secret: string, age: number): string {
  const now = new Date(Date.now() - age * 1000)
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { installOptions: { scopes: [] }, now, random: 1 },
  ]
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** Takes part, at any hour and as often as it comes. */
export async function join(house: EmulatedHouse, name: 'jana' | 'murat'): Promise<void> {
  const time = (action_id: string) => ({ type: 'timepicker', action_id, selected_time: '00:00' })
  const select = (action_id: string, value: string) => ({
    type: 'static_select',
    action_id,
    selected_option: { value },
  })
  for (const action of [
    { type: 'button', action_id: 'join' },
    time('quiet-from'),
    time('quiet-to'),
    select('between', '0'),
    select('per-day', '50'),
  ])
    assert.equal(await house.press(name, action), 200)
}

/** The bot's chats with a person, as they see them; each with its members and its messages. */
export async function chatsOf(house: EmulatedHouse, name: 'jana' | 'murat' | 'chef') {
  const list = await house.as<{ channels: { id: string }[] }>(name, 'conversations.list', { types: 'im' })
  return Promise.all(
    list.channels.map(async ({ id }) => ({
      id,
      members: (await house.as<{ members: string[] }>(name, 'conversations.members', { channel: id }))
        .members,
      messages: (await house.as<{ messages: Message[] }>(name, 'conversations.history', { channel: id }))
        .messages,
    })),
  )
}

/** The newest message of the bot to Jana, other than some. */
export const nudgeOf = (house: EmulatedHouse, except: readonly string[] = []) =>
  until(async () => {
    const [chat] = await chatsOf(house, 'jana')
    const message = chat?.messages.find(({ ts }) => !except.includes(ts))
    return message && { channel: chat!.id, members: chat!.members, message }
  }, 'a nudge')

/** Presses something below a message of the bot. */
export const pressBelow = (
  house: EmulatedHouse,
  { channel, message }: { channel: string; message: Message },
  action: Fields,
  more: Fields = {},
): Promise<number> =>
  house.press('jana', action, {
    container: { type: 'message', channel_id: channel, message_ts: message.ts, is_ephemeral: false },
    channel: { id: channel },
    message: { ...message, user: BOT },
    ...more,
  })

/** A person opens App Home; what they are shown, as JSON. */
export async function home(house: EmulatedHouse, name: 'jana' | 'chef'): Promise<string> {
  const before = house.emulator.calls.length
  const event = { type: 'app_home_opened', user: house.people[name], channel: 'D1', tab: 'home' }
  assert.equal(await house.event(event), 200)
  const shown = house.emulator.calls
    .slice(before)
    .find(({ method, args }) => method === 'views.publish' && args.user_id === house.people[name])
  assert.equal(shown?.answer.ok, true)
  return shown.args.view!
}

/** The calls that Slack refused. */
export const refused = ({ emulator }: EmulatedHouse): Call[] =>
  emulator.calls.filter(({ answer }) => answer.ok !== true)
