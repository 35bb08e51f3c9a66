import { cardInputs } from './card/cardInputs.js'
import { findAction } from './card/findAction.js'
import { CARD, type CheckCard, checkedCard } from './connector/checkedCard.js'
import type { Ask } from './createInvokes.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import { messagePayload } from './messagePayload.js'
import { Refusal } from './Refusal.js'
import type { Delivery, Dialog, Fields, Message, Place, User, Where, Who } from './types.js'

export interface ExtensionParts {
  readonly world: World
  readonly ledger: Ledger
  readonly deliveries: Deliveries
  readonly ask: Ask
  readonly check: CheckCard
}

export interface OpenOptions {
  /** The message whose menu it is opened from; without one it is the compose box. */
  readonly message?: Message
  /** Where the compose box is; in the chat with the bot unless told. */
  readonly where?: Where
}

/** Where a dialog was opened. */
interface Spot {
  readonly place: Place
  readonly root?: string | undefined
}

/** Message extensions: commands that open dialogs, and what people send from those. */
export function createExtensions({ world, ledger, ask, check }: ExtensionParts) {
  const spots = new WeakMap<Dialog, Spot>()

  const fault = (name: string, ...messages: string[]) => ledger.fault(name, 'bad_answer', messages)

  /** The dialog that a task describes; a card in it that cannot be shown is refused. */
  async function dialogOf(value: Fields, command: Fields): Promise<Dialog> {
    const { title, card, url, height, width } = value
    const { contentType, content } = (card ?? {}) as Fields
    if (card && contentType !== CARD) throw new Refusal(400, 'bad_answer', 'The card has no contentType.')
    const shown = card ? { card: await checkedCard(check, content) } : { url: String(url) }
    return { title: String(title ?? ''), ...shown, height, width, command }
  }

  /** What the answer to a command does in front of the person. */
  async function show(user: User, name: string, answer: unknown, command: Fields, spot: Spot) {
    user.dialog = undefined
    const { task, composeExtension } = (answer ?? {}) as Record<string, Fields | undefined>
    if (task?.type === 'message') return ledger.told('notice', user, String(task.value))
    if (task?.type === 'continue') {
      const { title, card, url } = (task.value ?? {}) as Fields
      if (!title || !(card || url)) return fault(name, 'a dialog has a title and a card or url')
      user.dialog = await dialogOf(task.value as Fields, command)
      spots.set(user.dialog, spot)
      return ledger.told('dialog', user, user.dialog.title, { card: user.dialog.card })
    }
    if (composeExtension?.type === 'message')
      return ledger.told('notice', user, String(composeExtension.text))
    if (composeExtension?.type === 'result') {
      user.composed = composeExtension.attachments as Fields[]
      return
    }
    const closes = name === 'composeExtension/submitAction' && !task && !composeExtension
    if (!closes) fault(name, 'an answer has a task or a composeExtension')
  }

  async function run(user: User, name: string, command: Fields, spot: Spot, more: Fields = {}) {
    const value = { ...command, ...more, requestId: world.ids.guid().replaceAll('-', '') }
    const source = command.commandContext === 'message' ? ('message' as const) : ('compose' as const)
    const delivery = await ask(user, { name, value, source, ...spot })
    try {
      if (delivery.acked) await show(user, name, delivery.body, command, spot)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      ledger.fault(name, error.code, error.messages)
      ledger.told('failure', user, 'Unable to reach app. Please try again.')
    }
    return delivery
  }

  return {
    /** Opens a command; what comes back stands in `user.dialog` or is shown as a notice. */
    async openExtension(
      who: Who,
      commandId: string,
      { message, where }: OpenOptions = {},
    ): Promise<Delivery> {
      const user = world.user(who)
      if (!world.reaches(user)) throw new Error(`${user.name} does not have the app`)
      const place = message?.place ?? (where ? world.channel(where) : user.chat)
      const about = message ? { messagePayload: messagePayload(world, message) } : {}
      const commandContext = message ? 'message' : 'compose'
      const command = { commandId, commandContext, ...about, context: { theme: 'default' } }
      return run(user, 'composeExtension/fetchTask', command, { place, root: message?.root })
    },
    /**
     * Sends the dialog that stands open, by its only button or the one with such a title or id.
     * Throws where a person could not: no dialog, no such button, or an input does not fit.
     */
    async submitDialog(who: Who, inputs: Fields = {}, button?: string): Promise<Delivery> {
      const user = world.user(who)
      const { dialog } = user
      if (!dialog?.card) throw new Error(`${user.name} has no dialog open`)
      const action = findAction(dialog.card, button)
      if (action.type !== 'Action.Submit') throw new Error(`${action.type} sends no dialog`)
      const filled = cardInputs(dialog.card, action, inputs)
      const data = { ...((action.data as Fields | undefined) ?? {}), ...filled }
      return run(user, 'composeExtension/submitAction', dialog.command, spots.get(dialog)!, { data })
    },
    /** Closes the dialog; the bot hears nothing of it. */
    closeDialog: (who: Who) => void (world.user(who).dialog = undefined),
  }
}
