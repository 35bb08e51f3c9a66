import type { Events } from './createEvents.js'
import type { Posts } from './createPosts.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import type { Channel, Delivery, Draft, Fields, Message, Where, Who } from './types.js'

/** What else a message carries: thread_ts, files, subtype, attachments, blocks, bot_id, ... */
export type SayOptions = Fields & { readonly thread_ts?: string; readonly subtype?: string }

/** What the app answered to a message, with that message. */
export type Told = Delivery & { readonly message: Message }

/** People write, edit and delete. `draft` does the same without telling the app. */
export function createTalk(world: World, posts: Posts, events: Events, deliveries: Deliveries) {
  /** A message that is there. */
  function existing(where: Where, ts: string): [Channel, Message] {
    const channel = world.channel(where)
    const message = channel.messages.get(ts)
    if (!message) throw new Error(`no message ${ts} in ${channel.id}`)
    return [channel, message]
  }

  const draft = {
    say(who: Who, where: Where, text: string, options: SayOptions = {}): Draft {
      const [user, channel] = [world.user(who), world.channel(where)]
      if (!channel.members.has(user.id)) throw new Error(`${user.id} is not in ${channel.id}`)
      if (user.deactivated || channel.isArchived) throw new Error('nobody can write that')
      return posts.write(user, channel, text, options)
    },
    edit(who: Who, where: Where, ts: string, text: string): Draft {
      const [channel, message] = existing(where, ts)
      const { id } = world.user(who)
      if (message.user !== id) throw new Error(`${id} did not write ${ts}`)
      const element = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
      const blocks = [{ type: 'rich_text', block_id: ts.slice(-5), elements: [element] }]
      return posts.change(channel, message, { text, blocks, edited: { user: id, ts: world.stamp() } }, 'user')
    },
    /** Slack adds a preview: the message changes and its text does not. */
    unfurl(where: Where, ts: string): Draft {
      const [channel, message] = existing(where, ts)
      const url = 'https://example.com/'
      const preview = { id: 1, from_url: url, original_url: url, title: 'Example', fallback: 'Example' }
      return posts.change(channel, message, { attachments: [preview] }, 'user')
    },
    remove(where: Where, ts: string): Draft {
      return posts.remove(...existing(where, ts), 'user')
    },
    event(team: string, event: Fields) {
      const workspace = world.workspaces.get(team)
      if (!workspace) throw new Error(`no workspace ${team}`)
      const channel = typeof event.channel === 'string' ? workspace.channels.get(event.channel) : undefined
      return events.envelope(workspace, { event_ts: world.stamp(), ...event }, channel)
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
    unfurl: (...given: Parameters<typeof draft.unfurl>) => tell(draft.unfurl(...given)),
    remove: (...given: Parameters<typeof draft.remove>) => tell(draft.remove(...given)),
    /** Any other event, whether or not Slack would send it. */
    event: (team: string, event: Fields) => deliveries.deliver(draft.event(team, event)),
  }
}
