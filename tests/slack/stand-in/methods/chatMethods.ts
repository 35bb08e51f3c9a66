import { checkBlocks } from '../blocks/checkBlocks.js'
import type { Asked, Methods } from '../createApi.js'
import type { Posts } from '../createPosts.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Args } from '../readArgs.js'
import type { Channel, Fields, Message, Workspace } from '../types.js'

/** What all blocks of a message may hold together; undocumented, found by trial. */
const MOST_TEXT = 13_200

/** chat.*: everything is shown to whoever is there to see it. */
export function chatMethods(world: World, posts: Posts): Methods {
  /** A channel, or the person to write to directly. */
  function target(workspace: Workspace, id: string): Channel {
    return workspace.users.has(id) ? world.dm(workspace.users.get(id)!) : world.visible(workspace, id)
  }

  /** A channel the bot may write to. */
  function writable({ workspace, grant, args }: Asked): Channel {
    const channel = target(workspace, args.need('channel'))
    if (channel.isArchived) throw new Refusal('is_archived')
    const open = channel.members.has(workspace.botUser) || grant.scopes.has('chat:write.public')
    if (!open) throw new Refusal('not_in_channel')
    return channel
  }

  /** A message of the bot itself. */
  function own({ workspace, args }: Asked, error: string): [Channel, Message] {
    const channel = world.visible(workspace, args.need('channel'))
    const message = channel.messages.get(args.need('ts'))
    if (!message) throw new Refusal('message_not_found')
    if (message.bot_id !== workspace.botId) throw new Refusal(error)
    return [channel, message]
  }

  return {
    'chat.postMessage': (asked) => {
      const channel = writable(asked)
      const content = { ...contentOf(asked.args), ...threadOf(asked.args), ...metadataOf(asked.args) }
      const message = posts.post(channel, content, asked.method)
      return { channel: channel.id, ts: message.ts, message: { ...message } }
    },
    'chat.postEphemeral': (asked) => {
      const channel = writable(asked)
      const user = asked.args.need('user')
      const content = { ...contentOf(asked.args), ...threadOf(asked.args) }
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel')
      return { message_ts: posts.whisper(channel, user, content, asked.method).ts }
    },
    'chat.update': (asked) => {
      const [channel, message] = own(asked, 'cant_update_message')
      if (channel.isArchived) throw new Refusal('is_archived')
      const { text, blocks, ...rest } = contentOf(asked.args)
      // New text without blocks replaces the blocks; blocks show no „edited“.
      const edited = blocks ? {} : { edited: { user: message.user, ts: world.stamp() } }
      const words = text === undefined ? {} : { text, blocks: undefined }
      const changes = {
        ...words,
        ...(blocks ? { blocks } : {}),
        ...edited,
        ...rest,
        ...metadataOf(asked.args),
      }
      const changed = posts.update(channel, message, changes, asked.method)
      return { channel: channel.id, ts: changed.ts, text: changed.text, message: { ...changed } }
    },
    'chat.delete': (asked) => {
      const [channel, { ts }] = own(asked, 'cant_delete_message')
      posts.withdraw(channel, channel.messages.get(ts)!, asked.method)
      return { channel: channel.id, ts }
    },
    'chat.getPermalink': ({ workspace, args }) => {
      const channel = world.visible(workspace, args.need('channel'))
      const message = channel.messages.get(args.need('message_ts'))
      if (!message) throw new Refusal('message_not_found')
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : ''
      const path = `archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`
      return { channel: channel.id, permalink: `https://${workspace.domain}.slack.com/${path}` }
    },
  }
}

/** Text, blocks and attachments of a message, checked. */
function contentOf(args: Args): Fields {
  const blocks = args.json('blocks', 'invalid_blocks_format') as Fields[] | undefined
  const attachments = args.json('attachments')
  const text = args.text('text')
  if (!text && !blocks?.length && !attachments && !args.has('markdown_text')) throw new Refusal('no_text')
  if ((text ?? '').length > 40_000) throw new Refusal('msg_too_long')
  const wrong = blocks ? checkBlocks(blocks, 'message') : []
  if (wrong.length > 0) throw new Refusal('invalid_blocks', wrong)
  if (blocks && sizeOf(blocks) > MOST_TEXT) throw new Refusal('msg_blocks_too_long')
  return {
    ...(text === undefined ? {} : { text }),
    ...(blocks ? { blocks } : {}),
    ...(attachments ? { attachments } : {}),
  }
}

function threadOf(args: Args): Fields {
  const thread_ts = args.text('thread_ts')
  if (!thread_ts) return {}
  if (!/^\d+\.\d{6}$/.test(thread_ts)) throw new Refusal('invalid_thread_ts')
  return { thread_ts }
}

function metadataOf(args: Args): Fields {
  const metadata = args.json('metadata', 'invalid_metadata_format') as Fields | undefined
  if (metadata === undefined) return {}
  const { event_type, event_payload } = metadata
  const whole = typeof event_type === 'string' && typeof event_payload === 'object' && event_payload !== null
  if (!whole) throw new Refusal('invalid_metadata_format')
  if (JSON.stringify(metadata).length > 16_000) throw new Refusal('metadata_too_large')
  return { metadata }
}

/** How much text there is in blocks. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const own = (value as Fields).text
  return (typeof own === 'string' ? own.length : 0) + sizeOf(Object.values(value))
}
