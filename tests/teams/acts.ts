import assert from 'node:assert/strict'
import type { PersonalData } from '../../src/types.js'
import { eventually } from '../slack/acts.js'
import { type Given, openTeamsHouse, type TeamsHouse } from './house.js'
import type { Fields, Message, Sighting, User } from './stand-in/index.js'

export { allRows, eventually, fourWords } from '../slack/acts.js'

/** One house for all cases of a `describe`; at its end, Teams must have had no fault to find. */
export function sharedHouse(given: Given | (() => Promise<Given>) = {}): () => TeamsHouse {
  let house: TeamsHouse
  before(async () => {
    house = await openTeamsHouse(typeof given === 'function' ? await given() : given)
  })
  after(async () => {
    const { faults } = house.teams
    await house.stop()
    assert.deepEqual(faults, [])
  })
  return () => house
}

/** A house for one case, closed whatever happens. */
export async function inHouse(given: Given, use: (house: TeamsHouse) => Promise<void>): Promise<void> {
  const house = await openTeamsHouse(given)
  try {
    await use(house)
  } finally {
    await house.stop()
  }
}

let people = 0

/** Somebody new in the team, who has the bot but has not opted in. */
export async function newUser({ teams, team }: TeamsHouse): Promise<User> {
  const user = teams.addUser({ name: `Person ${++people}` })
  await teams.join(team, user)
  await teams.installFor(user)
  return user
}

/** Somebody new who takes part. */
export async function newcomer(house: TeamsHouse): Promise<User> {
  const user = await newUser(house)
  await house.teams.write(user, 'an')
  return user
}

/** The same, with as many hints as there may be. */
export async function insatiable(house: TeamsHouse): Promise<User> {
  const user = await newcomer(house)
  await chosen(house, user, { between: '0', 'per-day': '8' })
  return user
}

/** Has somebody set something on the card of their settings; answers the card that says so. */
export async function chosen(house: TeamsHouse, user: User, inputs: Fields): Promise<Fields> {
  const { teams } = house
  await teams.write(user, 'einstellungen')
  const page = lastIn(house, user)
  await teams.press(user, page, 'Einstellungen')
  const pressed = await teams.press(user, page, 'save', inputs)
  assert.ok(pressed.acked, `not taken: ${pressed.status}`)
  return lastIn(house, user).card!
}

/** The nudges in somebody's chat; what they asked for themselves is called otherwise. */
export const nudgesOf = (house: Pick<TeamsHouse, 'teams'>, user: User) =>
  chatOf(house, user).filter(({ summary }) => summary !== 'Klartext')

/** What stands in somebody's chat with the bot now, but for what they wrote themselves. */
export const chatOf = ({ teams }: Pick<TeamsHouse, 'teams'>, user: User) =>
  teams.chat(user).filter(({ by, deleted }) => by === 'app' && !deleted)

/** The newest message there. */
export function lastIn(house: Pick<TeamsHouse, 'teams'>, user: User) {
  const message = chatOf(house, user).at(-1)
  assert.ok(message, 'nothing stands in the chat')
  return message
}

/** All words of a card, as one string. */
export const wordsOn = (shown: unknown): string => JSON.stringify(shown)

/** What the app has told somebody by itself. */
export const toldTo = ({ teams }: Pick<TeamsHouse, 'teams'>, user: User): Sighting[] =>
  teams.seenBy(user).filter(({ by, kind }) => by === 'app' && kind === 'message')

/** Has a message said, and lets it settle. */
export async function settled(
  house: TeamsHouse,
  user: User,
  text: string,
  more: Fields = {},
): Promise<Message> {
  const said = await house.teams.say(user, house.channel, text, more)
  assert.ok(said.acked, `not taken: ${said.status}`)
  await house.pass(30)
  return said.message
}

/** Has a message said that earns a hint, waits for it, and until it is written down that it was sent. */
export async function hinted(
  house: TeamsHouse,
  user: User,
  text: string,
  more: Fields = {},
): Promise<Message> {
  const before = toldTo(house, user).length
  const message = await settled(house, user, text, more)
  await house.teams.until(() => toldTo(house, user).length > before)
  await eventually(async () => (await exported(house, user)).nudges.every(({ state }) => state === 'sent'))
  return message
}

/** Everything kept about somebody, read from the cards that show it to them; these are taken away again. */
export async function exported(house: TeamsHouse, user: User): Promise<PersonalData> {
  const before = house.teams.chat(user).length
  await house.teams.write(user, 'daten')
  const cards = house.teams
    .chat(user)
    .slice(before)
    .filter(({ by }) => by === 'app')
  const texts = cards.flatMap(({ card }) => monospaceIn(card))
  return JSON.parse(texts.join(''))
}

function monospaceIn(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return []
  const { fontType, text } = part as Fields
  if (fontType === 'Monospace' && typeof text === 'string') return [text]
  return Object.values(part).flatMap(monospaceIn)
}
