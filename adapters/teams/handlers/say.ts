import type { TurnContext } from 'botbuilder'
import type { House } from '../house.js'
import type { Card } from '../render/card.js'

/** What a notification shows of a card that somebody asked for. */
const SUMMARY = 'Klartext'

/** Answers in the chat with a card. What cannot be shown is given up: whoever asked will ask again. */
export async function say(
  { client, log }: House,
  { activity }: Pick<TurnContext, 'activity'>,
  card: Card,
): Promise<void> {
  const place = { conversation: activity.conversation.id, serviceUrl: activity.serviceUrl }
  try {
    await client.show(place, card, SUMMARY)
  } catch {
    log.warn({}, 'Teams: an answer in the chat could not be shown')
  }
}
