import { randomUUID } from 'node:crypto'
import type { Events } from './createEvents.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import { nameBlocks } from './nameBlocks.js'
import type { Channel, Draft, Envelope, Fields, Message, User } from './types.js'

const GONE = { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', hidden: true }

/** Writes, changes and removes messages. `echo` gets the events about the app's own doings. */
export function createPosts(
  world: World,
  ledger: Ledger,
  events: Events,
  echo: (envelope: Envelope) => void,
) {
  const seen = (channel: Channel) => ({
    workspace: channel.workspace,
    channel: channel.id,
    audience: channel.members,
  })

  function put(channel: Channel, message: Message, via: string): Draft {
    channel.messages.set(message.ts, message)
    channel.timeline.push(message)
    const root = message.thread_ts ? channel.messages.get(message.thread_ts) : undefined
    if (root) {
      Object.assign(root, { thread_ts: root.ts, reply_count: Number(root.reply_count ?? 0) + 1 })
      Object.assign(root, { latest_reply: message.ts })
      if (root.user) message.parent_user_id = root.user
    }
    ledger.shown('message', seen(channel), message, via)
    return { message, envelope: events.message(channel, message) }
  }

  function change(channel: Channel, message: Message, changes: Fields, via: string): Draft {
    const previous = { ...message }
    Object.assign(message, changes)
    for (const [key, value] of Object.entries(changes)) if (value === undefined) delete message[key]
    ledger.shown('edit', seen(channel), message, via)
    return { message, envelope: events.changed(channel, { ...message }, previous) }
  }

  /** Removes a message; the root of a thread leaves a tombstone. */
  function remove(channel: Channel, message: Message, via: string): Draft {
    const root =
      message.thread_ts && message.thread_ts !== message.ts && channel.messages.get(message.thread_ts)
    if (root) root.reply_count = Number(root.reply_count ?? 1) - 1
    ledger.shown('deletion', seen(channel), { ...message, text: '', blocks: [] }, via)
    if (Number(message.reply_count ?? 0) > 0 && message.subtype !== 'tombstone') {
      const previous = { ...message }
      const { type, ts, thread_ts, reply_count } = previous
      for (const key of Object.keys(message)) delete message[key]
      Object.assign(message, { type, ts, thread_ts, reply_count, parent_user_id: 'USLACKBOT', ...GONE })
      return { message, envelope: events.changed(channel, { ...message }, previous) }
    }
    channel.messages.delete(message.ts)
    return { message, envelope: events.deleted(channel, message) }
  }

  /** What the bot of a workspace signs its messages with. */
  function signature({ workspace }: Channel): Fields {
    const { id: app_id, name } = world.app
    const { id: team, botId: bot_id, botUser: user } = workspace
    const profile = { id: bot_id, app_id, name, deleted: false, updated: 0, team_id: team }
    return { user, team, bot_id, app_id, bot_profile: profile }
  }

  /** Content as Slack keeps it. */
  const kept = (content: Fields): Fields =>
    Array.isArray(content.blocks) ? { ...content, blocks: nameBlocks(content.blocks, world.id) } : content

  function own(draft: Draft): Message {
    echo(draft.envelope)
    return draft.message
  }

  return {
    /** Somebody types a message. */
    write(user: User, channel: Channel, text: string, more: Fields): Draft {
      const ts = world.stamp()
      const element = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
      const blocks = [{ type: 'rich_text', block_id: ts.slice(-5), elements: [element] }]
      const typed: Message = { client_msg_id: randomUUID(), type: 'message', user: user.id, text, ts, blocks }
      const team = channel.workspace.id
      const foreign = user.team === team ? {} : { user_team: user.team, source_team: user.team }
      if (more.files && !more.subtype) Object.assign(typed, { subtype: 'file_share', upload: false })
      return put(channel, Object.assign(typed, { team: user.team, ...foreign }, more), 'user')
    },
    change,
    remove,
    /** The app posts. A reply to a message that is gone turns up in the channel itself. */
    post(channel: Channel, content: Fields, via: string): Message {
      const { thread_ts, ...rest } = kept(content)
      const threaded = channel.messages.has(String(thread_ts)) ? { thread_ts } : {}
      const base: Message = { type: 'message', ts: world.stamp(), text: '', ...signature(channel) }
      return own(put(channel, Object.assign(base, rest, threaded), via))
    },
    update: (channel: Channel, message: Message, changes: Fields, via: string) =>
      own(change(channel, message, kept(changes), via)),
    withdraw: (channel: Channel, message: Message, via: string) => own(remove(channel, message, via)),
    /** A message for one pair of eyes, in no history. */
    whisper(channel: Channel, user: string, content: Fields, via: string): Message {
      const base: Message = { type: 'message', ts: world.stamp(), text: '', is_ephemeral: true }
      const message = Object.assign(base, signature(channel), kept(content))
      channel.ephemerals.set(message.ts, { user, message })
      ledger.shown('ephemeral', { ...seen(channel), audience: new Set([user]) }, message, via)
      return message
    },
  }
}

export type Posts = ReturnType<typeof createPosts>
