import {
  CardFactory,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type TurnContext,
} from 'botbuilder'
import { z } from 'zod'
import { wordsFor } from '../../../src/words/index.js'
import { type House, personOf } from '../house.js'
import { CHECK_MESSAGE } from '../manifest.js'
import type { Card } from '../render/card.js'
import { draftForm, draftResult } from '../render/draft.js'
import { noticeCard } from '../render/notices.js'

/** A message that somebody chose in its menu, as far as we read it. */
const chosen = z.object({
  from: z.object({ user: z.object({ id: z.string() }).nullish() }).nullish(),
  body: z.object({ contentType: z.string(), content: z.string() }),
})

/** Opens the window: for a draft a form, for a message of one's own what there is to say of it. Keeps nothing. */
export async function openWindow(
  house: House,
  context: TurnContext,
  action: MessagingExtensionAction,
): Promise<MessagingExtensionActionResponse> {
  const asker = await askerOf(house, context)
  if (!asker) return {}
  const { core, person, words } = asker
  if (action.commandId !== CHECK_MESSAGE) return windowOf(words.draft.title, draftForm(words, 'dialog'))
  const message = chosen.safeParse(action.messagePayload)
  const author = message.success ? message.data.from?.user?.id.toLowerCase() : undefined
  if (author !== person.user) return windowOf(words.draft.title, noticeCard(words.draft.notYours, words))
  const text = message.success ? message.data.body.content : ''
  const isHtml = message.success && message.data.body.contentType === 'html'
  const draft = { text, markup: isHtml ? 'teams' : 'plain' } as const
  if (text.replace(/<[^>]*>/g, '').trim() === '')
    return windowOf(words.draft.title, noticeCard(words.draft.nothing, words))
  const check = await core.check(person, { ...draft, audience: 'cross-team' })
  return windowOf(words.draft.title, draftResult(draft, check, words, 'dialog'))
}

/** Answers what was sent off in the window. */
export async function answerWindow(
  house: House,
  context: TurnContext,
  action: MessagingExtensionAction,
): Promise<MessagingExtensionActionResponse> {
  const asker = await askerOf(house, context)
  if (!asker) return {}
  const { core, person, words } = asker
  const { step, text } = (action.data ?? {}) as { step?: unknown; text?: unknown }
  if (step !== 'check' || typeof text !== 'string' || text.trim() === '')
    return windowOf(words.draft.title, draftForm(words, 'dialog'))
  const draft = { text, markup: 'plain' } as const
  try {
    const check = await core.check(person, { ...draft, audience: 'cross-team' })
    return windowOf(words.draft.title, draftResult(draft, check, words, 'dialog'))
  } catch {
    house.log.error({}, 'Teams: a draft could not be checked')
    return windowOf(words.draft.title, draftForm(words, 'dialog', { text, fault: words.draft.failed }))
  }
}

async function askerOf(house: House, { activity }: TurnContext) {
  const person = personOf(activity, house.options.tenant)
  if (!person) return null
  const core = house.core()
  return { core, person, words: wordsFor(await core.settings(person), 'teams') }
}

const windowOf = (title: string, card: Card): MessagingExtensionActionResponse => ({
  task: {
    type: 'continue',
    value: { title, card: CardFactory.adaptiveCard(card), width: 'medium', height: 'medium' },
  },
})
