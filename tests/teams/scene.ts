import { newcomer } from './acts.js'
import type { TeamsHouse } from './house.js'
import type { Channel, Fields, Message, User } from './stand-in/index.js'

/** A message that gets no hint. */
export const PLAIN = 'Wir sollten das bald angehen.'

/** Somebody who takes part, in a channel with somebody who reads along. */
export interface Scene {
  readonly house: TeamsHouse
  readonly me: User
  readonly other: User
  say(html: string, more?: Fields): Promise<Message>
  edit(message: Message, html: string): Promise<unknown>
  remove(message: Message): Promise<unknown>
  pass(seconds: number): Promise<void>
}

/** Somebody new in the house. */
export async function createScene(house: TeamsHouse): Promise<Scene> {
  const { teams, channel } = house
  const [me, other] = [await newcomer(house), house.murat]
  return {
    ...{ house, me, other, pass: house.pass },
    say: async (html, more = {}) => (await teams.say(me, channel, html, more)).message,
    edit: (message, html) => teams.edit(message, html),
    remove: (message) => teams.remove(message),
  }
}

export type Act = (scene: Scene) => Promise<unknown>

/** A channel of its own. */
export const place = ({ house }: Scene, more: object): Channel =>
  house.teams.addChannel(house.team, { name: 'Station 5', ...more })
