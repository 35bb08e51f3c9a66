import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import { handleAction } from './handlers/actions.js'
import { handleChat } from './handlers/chat.js'
import { handleInstalled, handleRemoved } from './handlers/installation.js'
import { answerWindow, openWindow } from './handlers/windows.js'
import type { House } from './house.js'
import { createRecent } from './recent.js'

/** Which handler hears of what people do with the bot; messages in channels do not come this way. */
export class Bot extends TeamsActivityHandler {
  readonly #house: House

  constructor(house: House) {
    super()
    this.#house = house
    const recent = createRecent(house.clock)
    // Handed over again, a command would be answered again; one that failed before any answer is not lost.
    const once = (handle: typeof handleChat) => async (context: TurnContext, next: () => Promise<void>) => {
      const { id } = context.activity
      if (recent.isNew(id))
        await handle(house, context).catch((error: unknown) => {
          recent.forget(id)
          throw error
        })
      await next()
    }
    this.onMessage(once(handleChat))
    this.onInstallationUpdateAdd(once(handleInstalled))
    this.onInstallationUpdateRemove(once(handleRemoved))
    for (const event of [this.onTeamsChannelRenamedEvent, this.onTeamsChannelDeletedEvent])
      event.call(this, async (_channel, { id }, _context, next) => {
        house.channels.forget(id ?? '')
        await next()
      })
    this.onTeamsTeamRenamedEvent(async ({ id }, _context, next) => {
      house.channels.forget(id ?? '')
      await next()
    })
  }

  protected override onAdaptiveCardInvoke(
    context: TurnContext,
    value: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    return handleAction(this.#house, context, value)
  }

  protected override handleTeamsMessagingExtensionFetchTask(
    context: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    return openWindow(this.#house, context, action)
  }

  protected override handleTeamsMessagingExtensionSubmitAction(
    context: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    return answerWindow(this.#house, context, action)
  }
}
