import { activityBase } from './activityBase.js'
import { audienceOf } from './audienceOf.js'
import { cardInputs } from './card/cardInputs.js'
import { findAction } from './card/findAction.js'
import { toggled } from './card/toggled.js'
import { type CheckCard, checkedCard } from './connector/checkedCard.js'
import type { Ask } from './createInvokes.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import { Refusal } from './Refusal.js'
import type { Delivery, Fields, Message, Pressable, User, Who } from './types.js'

export interface PressParts {
  readonly world: World
  readonly ledger: Ledger
  readonly deliveries: Deliveries
  readonly ask: Ask
  readonly check: CheckCard
}

const NAME = 'adaptiveCard/action'
const ANSWERS = 'application/vnd.microsoft.'

/** People press what is on the cards of messages. */
export function createPresses({ world, ledger, deliveries, ask, check }: PressParts) {
  /** A message somebody can see, with the card as they see it. */
  function seen(user: User, which: Pressable): { readonly message: Message; readonly card: Fields } {
    const id = typeof which === 'string' ? which : which.id
    const mine = [...world.places.values()].filter((place) => audienceOf(place).has(user.id))
    const message = mine.map(({ messages }) => messages.get(id)).find((one) => one !== undefined)
    const card = message?.views.get(user.id) ?? message?.card
    if (!message || message.deleted || !card) throw new Error(`${user.name} sees no card in ${id}`)
    return { message, card }
  }

  /** Puts what came back in front of the person. */
  async function show(user: User, message: Message, answer: unknown) {
    const { statusCode, type, value } = (answer ?? {}) as Fields
    if (typeof statusCode !== 'number' || !String(type).startsWith(ANSWERS))
      return ledger.fault(NAME, 'bad_answer', ['an answer has a statusCode, a type and a value'])
    if (type === `${ANSWERS}activity.message`) return ledger.told('notice', user, String(value))
    if (type === `${ANSWERS}error`) {
      const { message: text } = (value ?? {}) as Fields
      return ledger.told('failure', user, String(text ?? 'Something went wrong. Please try again.'))
    }
    if (type !== `${ANSWERS}card.adaptive`) return ledger.fault(NAME, 'bad_answer', [String(type)])
    const card = await checkedCard(check, value)
    message.views.set(user.id, card)
    const { id, place, root, text } = message
    const audience = new Set([user.id])
    ledger.show({ kind: 'edit', by: 'app', via: 'answer', audience, place: place.id, id, root, text, card })
  }

  async function execute(user: User, message: Message, action: Fields, data: Fields): Promise<Delivery> {
    const { id, title, verb } = action
    const value = { action: { type: 'Action.Execute', id, title, verb, data }, trigger: 'manual' }
    const { place, root } = message
    const source = 'message' as const
    const delivery = await ask(user, { name: NAME, value, place, root, replyToId: message.id, source })
    try {
      if (delivery.acked) await show(user, message, delivery.body)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      ledger.fault(NAME, error.code, error.messages)
      ledger.told('failure', user, 'Something went wrong. Please try again.')
    }
    return delivery
  }

  /** Action.Submit comes as a message that has a value and no wording. */
  function submit(user: User, { id: replyToId, place, root }: Message, value: Fields): Promise<Delivery> {
    const base = activityBase(world, user, place, root)
    const channelData = {
      ...(base.channelData as Fields),
      source: { name: 'message' },
      legacy: { replyToId },
    }
    const id = world.ids.message()
    const activity = { type: 'message', id, ...base, channelData, replyToId, value }
    return deliveries.deliver({ activity, heard: true })
  }

  return {
    /**
     * Presses the button with such a title, verb or id, with inputs filled in by their ids.
     * Throws where a person could not: the button cannot be seen, or an input does not fit.
     * What only the client does (show, hide, open a page) is never tried on the bot.
     */
    async press(who: Who, which: Pressable, button: string, inputs: Fields = {}): Promise<Delivery> {
      const user = world.user(who)
      const { message, card } = seen(user, which)
      const action = findAction(card, button)
      const none = deliveries.begun({ activity: {}, heard: false })
      if (action.type === 'Action.ToggleVisibility') message.views.set(user.id, toggled(card, action))
      if (action.type !== 'Action.Execute' && action.type !== 'Action.Submit') return none
      const filled = cardInputs(card, action, inputs)
      const data = { ...((action.data as Fields | undefined) ?? {}), ...filled }
      return action.type === 'Action.Execute'
        ? execute(user, message, action, data)
        : submit(user, message, data)
    },
  }
}
