import type { PostOptions, Posts } from './createPosts.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import type { Draft, Message, Told, Where, Who } from './types.js'

/** People write, edit, delete and restore. `draft` does the same without telling the bot. */
export function createTalk(world: World, posts: Posts, deliveries: Deliveries) {
  /** A person's own message that is there, or that is not. */
  function own(message: Message, deleted = false): Message {
    if (message.by === 'app') throw new Error(`${message.id} is the bot's`)
    if (message.deleted !== deleted) throw new Error(`${message.id} is ${deleted ? 'there' : 'deleted'}`)
    return message
  }

  const draft = {
    say(who: Who, where: Where, html: string, options: PostOptions = {}): Draft {
      const [user, channel] = [world.user(who), world.channel(where)]
      const inside = (channel.members ?? channel.team.members).has(user.id)
      if (!inside && channel.type !== 'shared') throw new Error(`${user.name} is not in ${channel.name}`)
      return posts.write(user, channel, html, options)
    },
    edit: (message: Message, html: string): Draft => posts.change(own(message), html),
    remove: (message: Message): Draft => posts.remove(own(message)),
    restore: (message: Message): Draft => posts.restore(own(message, true)),
    /** Writes to the bot: plain text, or HTML with `plain: false`. */
    write(who: Who, text: string, options: PostOptions = {}): Draft {
      const user = world.user(who)
      const { removed, blocked } = user.chat
      if (!world.reaches(user) || removed || blocked) throw new Error(`${user.name} has no chat with the bot`)
      return posts.write(user, user.chat, text, { plain: true, ...options })
    },
  }

  async function tell({ envelope, message }: Draft): Promise<Told> {
    const delivery = await deliveries.tell(envelope)
    return Object.defineProperty(delivery, 'message', { value: message, enumerable: true }) as Told
  }

  return {
    draft,
    say: (...given: Parameters<typeof draft.say>) => tell(draft.say(...given)),
    edit: (...given: Parameters<typeof draft.edit>) => tell(draft.edit(...given)),
    remove: (message: Message) => tell(draft.remove(message)),
    restore: (message: Message) => tell(draft.restore(message)),
    write: (...given: Parameters<typeof draft.write>) => tell(draft.write(...given)),
  }
}
