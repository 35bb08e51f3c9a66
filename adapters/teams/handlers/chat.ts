import type { TurnContext } from 'botbuilder'
import { wordsFor } from '../../../src/words/index.js'
import { commandIn } from '../../common/commands.js'
import { type House, isOwnChat, keepChat, personOf } from '../house.js'
import { doneCard, helpCard } from '../render/notices.js'
import { DO } from './deeds.js'
import { say } from './say.js'

/** Whoever is used to channels puts the bot's name in front. */
const NAME = /^\s*<at>[^<]*<\/at>/

/** What people write to the bot in its own chat with them: commands, German and English. */
export async function handleChat(house: House, context: TurnContext): Promise<void> {
  const { options, log } = house
  const turn = context.activity
  const person = personOf(turn, options.tenant)
  if (!person || !isOwnChat(turn)) return
  const core = house.core()
  const settings = await core.settings(person)
  if (settings.optedIn) await keepChat(house, person, turn)
  const { known, rest } = commandIn((turn.text ?? '').replace(NAME, ''))
  const language = known?.language ?? settings.language
  const words = wordsFor({ language, tone: settings.tone }, 'teams')
  try {
    const cards = known
      ? await DO[known.deed]({ house, core, person, turn, words, rest })
      : [helpCard(words, true)]
    for (const card of cards) await say(house, context, card)
  } catch {
    log.error({}, 'Teams: a command failed')
    await say(house, context, doneCard(words.command.failed, words))
  }
}
