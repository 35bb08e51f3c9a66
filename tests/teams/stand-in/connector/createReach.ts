import type { Limits } from '../createLimits.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Place } from '../types.js'

const outside = () =>
  new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')

/** Which conversations the bot may write to or look into now; refuses the others as Teams does. */
export function createReach(world: World, limits: Limits) {
  /** A place by the id of a conversation, with or without a thread. */
  function find(conversation: string) {
    const [id = '', root] = conversation.split(';messageid=')
    const place = world.places.get(id)
    if (!place) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.')
    return { place, root }
  }

  function inside(place: Place): void {
    const is = place.kind === 'channel' ? world.hears(place) : world.reaches(place.user)
    if (!is) throw outside()
  }

  return {
    /** Refuses what comes too often. */
    unhurried(kind: 'send' | 'create' | 'read', conversation: string) {
      const wait = limits.wait(kind, conversation)
      if (wait > 0) throw new Refusal(429, 'Throttled', 'API calls quota exceeded.', { retryAfter: wait })
    },
    writable(conversation: string) {
      const found = find(conversation)
      const { place } = found
      if (place.kind === 'chat' && (place.blocked || place.removed))
        throw new Refusal(403, 'MessageWritesBlocked', 'Messages writes are blocked for a user or thread.')
      inside(place)
      return found
    },
    readable(conversation: string): Place {
      const { place } = find(conversation)
      inside(place)
      return place
    },
    outside,
  }
}

export type Reach = ReturnType<typeof createReach>
