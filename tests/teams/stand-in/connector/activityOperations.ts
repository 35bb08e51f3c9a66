import type { Asked } from '../createFront.js'
import type { Ledger } from '../createLedger.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Fields, Message, Place } from '../types.js'
import type { Operations } from './createConnector.js'
import type { ReadOutgoing } from './createOutgoing.js'
import type { Reach } from './createReach.js'

export interface ActivityParts {
  readonly world: World
  readonly ledger: Ledger
  readonly reach: Reach
  readonly read: ReadOutgoing
  /** Whether the bot may be seen in channels. */
  readonly channelPosts: boolean
}

/** Sending, changing and taking back what the bot says. */
export function activityOperations({ world, ledger, reach, read, channelPosts }: ActivityParts): Operations {
  /** The place, once it has been seen that the bot may write there now. */
  function open({ name, params }: Asked) {
    reach.unhurried('send', params.conversation!)
    const { place, root } = reach.writable(params.conversation!)
    if (place.kind === 'channel' && !channelPosts) ledger.fault(name, 'wrote_in_channel', [place.id])
    return { place, root }
  }

  function existing(place: Place, id: string): Message {
    const message = place.messages.get(id)
    if (!message || message.deleted)
      throw new Refusal(404, 'ActivityNotFoundInConversation', 'The activity is not in the conversation.')
    if (message.by === 'app') return message
    throw new Refusal(403, 'NotEnoughPermissions', 'Only what the bot wrote can be changed.', { fault: true })
  }

  async function send(asked: Asked, replyTo?: string) {
    const { place, root } = open(asked)
    const { type, ...content } = await read(asked.body)
    const id = world.ids.message()
    if (type !== 'message') return { status: 201, body: { id } }
    if (root && !place.messages.has(root))
      throw new Refusal(404, 'ConversationNotFound', 'The thread is not there.', { fault: true })
    const thread = place.kind === 'channel' ? { root: root ?? replyTo ?? id } : {}
    const base = { id, place, by: 'app' as const, at: world.clock.now(), mentionsBot: false, ...thread }
    const message: Message = { ...base, ...content, deleted: false, views: new Map() }
    place.messages.set(id, message)
    ledger.shown('message', message, asked.name)
    return { status: 201, body: { id } }
  }

  return {
    sendToConversation: (asked) => send(asked),
    replyToActivity: (asked) => send(asked, asked.params.activity),
    async updateActivity(asked) {
      const { place } = open(asked)
      const message = existing(place, asked.params.activity!)
      const { type: _, more: _m, ...content } = await read(asked.body)
      Object.assign(message, content, { edited: world.clock.now() } satisfies Fields)
      message.views.clear()
      ledger.shown('edit', message, asked.name)
      return { status: 200, body: { id: message.id } }
    },
    deleteActivity(asked) {
      const { place } = open(asked)
      const message = existing(place, asked.params.activity!)
      message.deleted = true
      ledger.shown('deletion', message, asked.name)
      return { status: 200 }
    },
  }
}
