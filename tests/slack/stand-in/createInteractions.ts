import type { Events } from './createEvents.js'
import type { Ledger } from './createLedger.js'
import type { Responses } from './createResponses.js'
import type { Triggers } from './createTriggers.js'
import type { World } from './createWorld.js'
import { elementState } from './elementState.js'
import type { Deliveries } from './inbound/createDelivery.js'
import { payloadBase } from './payloadBase.js'
import { placeOf } from './placeOf.js'
import type { Delivery, Envelope, Fields, Pressable, User, View, Where, Who } from './types.js'

export interface InteractionParts {
  readonly world: World
  readonly ledger: Ledger
  readonly events: Events
  readonly triggers: Triggers
  readonly responses: Responses
  readonly deliveries: Deliveries
}

/** People press, call commands and shortcuts, and open the home tab. */
export function createInteractions({
  world,
  ledger,
  events,
  triggers,
  responses,
  deliveries,
}: InteractionParts) {
  const interactive = (user: User, payload: Fields): Envelope => {
    const { workspace } = user
    const full = { ...payload, ...payloadBase(world.app, user), trigger_id: triggers.issue(user) }
    return { kind: 'interactive', workspace, payload: full, heard: true }
  }

  /** Shortcuts are there only where the app is installed with their scope. */
  function offered({ workspace }: User): void {
    const { grant } = workspace
    if (!grant || grant.dead || !grant.scopes.has('commands')) throw new Error('the app offers nothing here')
  }

  /** The message somebody sees and presses. */
  function pressed(user: User, where: string, ts: string) {
    const channel = world.channel(user.workspace.channels.get(where) ?? where)
    const own = channel.ephemerals.get(ts)
    const message = own ? (own.user === user.id ? own.message : undefined) : channel.messages.get(ts)
    const sees = own || channel.members.has(user.id)
    if (!message || !sees) throw new Error(`${user.id} sees no message ${ts} in ${channel.id}`)
    return { channel, message, is_ephemeral: Boolean(own) }
  }

  function onMessage(user: User, where: string, ts: string): [Fields, readonly Fields[]] {
    const { channel, message, is_ephemeral } = pressed(user, where, ts)
    const response_url = responses.issue({ user, channel, original: message })
    const container = { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral }
    const shown = is_ephemeral ? {} : { message: structuredClone(message) }
    return [{ container, channel: placeOf(channel), ...shown, response_url }, message.blocks ?? []]
  }

  return {
    interactive,
    offered,
    /** Presses an element of a message or view; `choice` is an option's value, a text, or a full selection. */
    async press(who: Who, on: Pressable, action: string, choice?: unknown): Promise<Delivery> {
      const user = world.user(who)
      const shown = ('view' in on && on.view ? on.view : 'hash' in on ? on : undefined) as View | undefined
      const view = shown && world.views.get(shown.id)
      const open = view?.user === user && (user.home === view.view || user.modals.includes(view.view))
      if (shown && !open) throw new Error(`${user.id} sees no view ${shown.id}`)
      const { channel, ts } = on as { channel?: string; ts?: string }
      const [place, blocks] = view
        ? [{ container: { type: 'view', view_id: view.view.id } }, view.view.blocks]
        : onMessage(user, channel!, ts!)
      const { block, element } = elementState.find(blocks, action)
      const chosen = elementState.choose(element, choice)
      const { type, placeholder } = element
      const values = view ? view.view.state.values : elementState.of(blocks)
      const [id, held] = [String(block.block_id), { type, ...chosen }]
      if (values[id]?.[action]) values[id][action] = held
      const action_ts = world.stamp()
      const more = placeholder ? { placeholder } : {}
      const actions = [{ type, action_id: action, block_id: id, ...chosen, ...more, action_ts }]
      const about = view ? { view: structuredClone(view.view) } : { state: { values } }
      const envelope = interactive(user, { type: 'block_actions', ...place, ...about, actions })
      return ledger.failed(user, await deliveries.deliver(envelope), action)
    },
    /** A global shortcut. */
    async shortcut(who: Who, callback_id: string): Promise<Delivery> {
      const user = world.user(who)
      offered(user)
      const envelope = interactive(user, { type: 'shortcut', callback_id, action_ts: world.stamp() })
      return ledger.failed(user, await deliveries.deliver(envelope), callback_id)
    },
    /** A message shortcut; it works where the bot is no member, too. */
    async messageShortcut(who: Who, callback_id: string, where: Where, ts: string): Promise<Delivery> {
      const user = world.user(who)
      offered(user)
      const { channel, message } = pressed(user, world.channel(where).id, ts)
      const response_url = responses.issue({ user, channel })
      const about = {
        channel: placeOf(channel),
        message: structuredClone(message),
        message_ts: ts,
        response_url,
      }
      const envelope = interactive(user, {
        type: 'message_action',
        callback_id,
        action_ts: world.stamp(),
        ...about,
      })
      return ledger.failed(user, await deliveries.deliver(envelope), callback_id)
    },
    openHome(who: Who, tab: 'home' | 'messages' = 'home'): Promise<Delivery> {
      const user = world.user(who)
      const channel = world.dm(user).id
      const view = user.home && tab === 'home' ? { view: structuredClone(user.home) } : {}
      const event = { type: 'app_home_opened', user: user.id, channel, tab, event_ts: world.stamp(), ...view }
      return deliveries.tell(events.envelope(user.workspace, event))
    },
  }
}

export type Interactions = ReturnType<typeof createInteractions>
