import type { TurnContext } from 'botbuilder'
import { wordsFor } from '../../../src/words/index.js'
import { type House, isOwnChat, personOf } from '../house.js'
import { homeOf } from './deeds.js'
import { say } from './say.js'

/** Somebody has got the bot for themselves: it asks them, once, whether they would like to take part. */
export async function handleInstalled(house: House, context: TurnContext): Promise<void> {
  const turn = context.activity
  const person = personOf(turn, house.options.tenant)
  // In a team the bot says nothing: it never writes where others read along.
  if (!person || !isOwnChat(turn)) return
  const core = house.core()
  const words = wordsFor(await core.settings(person), 'teams')
  await say(house, context, await homeOf({ house, core, person, words }))
}

/** Somebody has removed the bot: whoever does that no longer takes part. */
export async function handleRemoved(house: House, context: TurnContext): Promise<void> {
  const turn = context.activity
  const person = personOf(turn, house.options.tenant)
  if (!person || !isOwnChat(turn)) return
  const core = house.core()
  if ((await core.settings(person)).optedIn) await core.change(person, { optedIn: false })
  await house.chats.drop(person)
}
