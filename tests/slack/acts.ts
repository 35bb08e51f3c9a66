import assert from 'node:assert/strict'
import { join } from 'node:path'
import knex from 'knex'
import type { PersonalData } from '../../src/types.js'
import { type Given, openSlackHouse, type SlackHouse } from './house.js'
import type { Fields, Message, Pressable, Sighting, User, View } from './stand-in/index.js'

/** Both ways of being connected, for tables. */
export const MODES = ['http', 'socket'] as const

/** One house for all cases of a `describe`; at its end, Slack must have had no fault to find. */
export function sharedHouse(given: Given | (() => Promise<Given>)): () => SlackHouse {
  let house: SlackHouse
  before(async () => {
    house = await openSlackHouse(typeof given === 'function' ? await given() : given)
  })
  after(async () => {
    const { faults } = house.slack
    await house.stop()
    assert.deepEqual(faults, [])
  })
  return () => house
}

/** A house for one case, closed whatever happens. */
export async function inHouse(given: Given, use: (house: SlackHouse) => Promise<void>): Promise<void> {
  const house = await openSlackHouse(given)
  try {
    await use(house)
  } finally {
    await house.stop()
  }
}

let people = 0

/** Somebody new in the channel, who has not opted in. */
export function newUser({ slack, workspace, channel }: SlackHouse): User {
  const user = slack.addUser(workspace, { name: `person-${++people}` })
  slack.join(channel, user)
  return user
}

/** Somebody new who takes part. */
export async function newcomer(house: SlackHouse): Promise<User> {
  const user = newUser(house)
  await house.slack.command(user, house.channel, '/klartext', 'an')
  return user
}

/** The same, with as many hints as there may be; their page is open. */
export async function insatiable(house: SlackHouse): Promise<User> {
  const user = await newcomer(house)
  await house.slack.openHome(user)
  await onHome(house, user, 'between', '0')
  await onHome(house, user, 'per-day', '8')
  return user
}

/** Presses or chooses something on the person's page. */
export async function onHome(house: SlackHouse, user: User, action: string, choice?: unknown): Promise<void> {
  const delivery = await house.slack.press(user, user.home!, action, choice)
  assert.ok(delivery.acked, `${action} was not taken: ${delivery.status}`)
}

/** All words of a message or view, as one string. */
export const wordsOn = (shown: { readonly text?: unknown; readonly blocks?: readonly Fields[] }): string =>
  JSON.stringify([shown.text, shown.blocks])

/** What stands in somebody's chat with the bot now. */
export const chatOf = ({ slack }: SlackHouse, user: User): Message[] => [...slack.dm(user).messages.values()]

/** The newest message there, as it can be pressed. */
export function lastIn(house: SlackHouse, user: User): Pressable & { readonly message: Message } {
  const message = chatOf(house, user).at(-1)
  assert.ok(message, 'nothing stands in the chat')
  return { channel: house.slack.dm(user).id, ts: message.ts, message }
}

/** What the app has told somebody by itself: no pages, no windows, no answers to commands. */
export const toldTo = ({ slack }: SlackHouse, user: User): Sighting[] =>
  slack.seenBy(user).filter(({ by, via, view }) => by === 'app' && via !== 'ack' && !view)

/** The window somebody looks at. */
export function windowOf(user: User): View {
  const view = user.modals.at(-1)
  assert.ok(view, 'no window is open')
  return view
}

/** Has a message said, and lets it settle. */
export async function settled(house: SlackHouse, user: User, text: string, more: Fields = {}) {
  const said = await house.slack.say(user, house.channel, text, more)
  assert.ok(said.acked, `not taken: ${said.status}`)
  await house.pass(30)
  return said.message
}

/** Has a message said that earns a hint, waits for it, and until it is written down that it was sent. */
export async function hinted(house: SlackHouse, user: User, text: string, more: Fields = {}) {
  const before = toldTo(house, user).length
  const message = await settled(house, user, text, more)
  await house.slack.until(() => toldTo(house, user).length > before)
  await isKept(house, user)
  return message
}

/** Waits, in real time, until something holds that takes asking. */
export async function eventually(holds: () => Promise<boolean>, ms = 5000): Promise<void> {
  const end = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Everything kept about somebody, read from the window that shows it to them. */
export async function exported(house: SlackHouse, user: User): Promise<PersonalData> {
  await house.slack.command(user, house.channel, '/klartext', 'daten')
  const chunks = windowOf(user).blocks.filter(({ type }) => type === 'rich_text')
  const texts = chunks.map(
    (block) => (block as { elements: [{ elements: [{ text: string }] }] }).elements[0].elements[0].text,
  )
  await house.slack.closeView(user)
  return JSON.parse(texts.join(''))
}

const openRows = (folder: string) =>
  knex({
    client: 'sqlite3',
    connection: { filename: join(folder, 'klartext.db') },
    useNullAsDefault: true,
  })

/** Waits until it is written down that somebody's hints were sent. */
export const isKept = (house: SlackHouse, user: User): Promise<void> =>
  eventually(async () => (await exported(house, user)).nudges.every(({ state }) => state === 'sent'))

/** Every row of every table, for comparing. */
export async function allRows({ folder }: Pick<SlackHouse, 'folder'>): Promise<Record<string, unknown[]>> {
  const db = openRows(folder)
  try {
    const tables: { name: string }[] = await db('sqlite_master').where({ type: 'table' }).select('name')
    const rows = await Promise.all(tables.map(async ({ name }) => [name, await db(name)] as const))
    return Object.fromEntries(rows)
  } finally {
    await db.destroy()
  }
}

/** The choice of this kind in the menu beneath a nudge. */
export function furtherOn({ blocks = [] }: Message, kind: string): string {
  const elements = blocks.flatMap((block) => (block.elements as Fields[] | undefined) ?? [])
  const options = elements.flatMap((element) => (element.options as { value: string }[] | undefined) ?? [])
  const found = options.find(({ value }) => value.startsWith(`${kind}|`))
  assert.ok(found, `no ${kind} to choose`)
  return found.value
}

/** All runs of four words in a text. */
export function fourWords(text: string): string[] {
  const words = text.split(' ')
  return words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' '))
}

/** Takes a table away, so that the store fails; gives back what brings it back. */
export async function breakTable(
  { folder }: Pick<SlackHouse, 'folder'>,
  table: string,
): Promise<() => Promise<void>> {
  const rename = async (from: string, to: string) => {
    const db = openRows(folder)
    await db.schema.renameTable(from, to)
    await db.destroy()
  }
  await rename(table, `${table}_away`)
  return () => rename(`${table}_away`, table)
}
