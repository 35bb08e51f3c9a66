import type { AdaptiveCardInvokeResponse, AdaptiveCardInvokeValue, TurnContext } from 'botbuilder'
import type { Settings } from '../../../src/types.js'
import { isAnswer } from '../../../src/words/answers.js'
import { wordsFor } from '../../../src/words/index.js'
import { unmuted } from '../../../src/words/topics.js'
import { type House, isOwnChat, keepChat, personOf } from '../house.js'
import type { Card } from '../render/card.js'
import { dataCards } from '../render/data.js'
import { draftForm, draftResult } from '../render/draft.js'
import { aboutCard, eraseCard, erasedCard } from '../render/notices.js'
import { answeredCard, goneCard, unansweredCard } from '../render/nudge.js'
import { type Errand, erase, homeOf, join } from './deeds.js'
import { say } from './say.js'
import { patchOf } from './settings-of-card.js'

/** What comes with a button: what the card gave it, and what was entered. */
type Data = Readonly<Record<string, unknown>>

/** A pressed button on its way: a card in place of the old one, or a line beside it where it stays. */
type Press = (errand: Errand, data: Data, context: TurnContext) => Promise<Card | string>

/** The buttons on cards in the bot's own chat: each is answered with the card that takes the place of the old one. */
export async function handleAction(
  house: House,
  context: TurnContext,
  { action }: Pick<AdaptiveCardInvokeValue, 'action'>,
): Promise<AdaptiveCardInvokeResponse> {
  const { options, log } = house
  const turn = context.activity
  const person = personOf(turn, options.tenant)
  const press = PRESSES.get(action.verb)
  if (!person || !press || !isOwnChat(turn)) return refused
  const core = house.core()
  const settings = await core.settings(person)
  if (settings.optedIn) await keepChat(house, person, turn)
  const words = wordsFor(settings, 'teams')
  const data: Data = { ...action.data }
  try {
    return replaced(await press({ house, core, person, turn, words, rest: '' }, data, context))
  } catch {
    log.error({ verb: action.verb }, 'Teams: a button failed')
    const { nudge, shown } = data
    if (action.verb === 'answer') return replaced(unansweredCard(String(nudge ?? ''), shown, words))
    return notice(words.command.failed)
  }
}

/** A change of settings, after which the card is shown anew; `saved` where it is to say so. */
const changes =
  (patch: (before: Settings, data: Data) => Partial<Settings>, saved = false): Press =>
  async (errand, data) => {
    const { core, person } = errand
    const after = await core.change(person, patch(await core.settings(person), data))
    return homeOf({ ...errand, words: wordsFor(after, 'teams') }, saved)
  }

const PRESSES: ReadonlyMap<string, Press> = new Map<string, Press>([
  [
    'answer',
    async ({ core, person, words }, { answer: kind, nudge, shown }) => {
      if (typeof kind !== 'string' || !isAnswer(kind) || typeof nudge !== 'string') return goneCard(words)
      const settings = await core.answer(person, nudge, kind)
      return settings ? answeredCard(kind, shown, wordsFor(settings, 'teams')) : goneCard(words)
    },
  ],
  [
    'join',
    async (errand) => {
      await join(errand)
      return homeOf(errand)
    },
  ],
  [
    'pause',
    async (errand) => {
      await errand.core.pause(errand.person)
      return homeOf(errand)
    },
  ],
  ['home', (errand) => homeOf(errand)],
  ['leave', changes(() => ({ optedIn: false }))],
  ['resume', changes(() => ({ pausedUntil: null }))],
  ['other-language', changes(({ language }) => ({ language: language === 'en' ? 'de' : 'en' }))],
  ['save', changes((before, data) => patchOf(data, before), true)],
  ['unmute', changes((before, { muted }) => unmuted(String(muted ?? ''), before) ?? {})],
  ['about', async ({ words }) => aboutCard(words)],
  ['check', async ({ words }) => draftForm(words, 'chat')],
  [
    'check-text',
    async ({ core, person, words }, { text }) => {
      const draft = { text: String(text ?? ''), markup: 'plain' } as const
      if (draft.text.trim() === '') return draftForm(words, 'chat')
      const check = await core.check(person, { ...draft, audience: 'cross-team' })
      return draftResult(draft, check, words, 'chat')
    },
  ],
  [
    'export',
    async ({ house, core, person, words }, _data, context) => {
      // As messages of their own, so that they can be kept; the card with the button stays.
      for (const card of dataCards(await core.export(person), words)) await say(house, context, card)
      return words.data.below
    },
  ],
  ['erase', async ({ words }) => eraseCard(words)],
  [
    'erase-yes',
    async (errand) => {
      await erase(errand)
      return erasedCard(errand.words)
    },
  ],
])

const replaced = (card: Card | string): AdaptiveCardInvokeResponse =>
  typeof card === 'string'
    ? notice(card)
    : { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...card } }

/** A line that Teams shows beside the card. */
const notice = (text: string): AdaptiveCardInvokeResponse => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text as unknown as Record<string, unknown>,
})

const refused: AdaptiveCardInvokeResponse = {
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message: 'Unknown action.' },
}
