import { z } from 'zod'
import type { Address, Audience, Deletion, Incoming } from '../../src/types.js'

/** Slack's time of a message, which is also its id in the channel. */
const moment = z.string().regex(/^\d{1,12}\.\d{1,6}$/)

/** An id of Slack's: what looks otherwise is none, and might be prose. */
const id = z.string().regex(/^[A-Za-z0-9]{1,64}$/)

/** What we read of a message; everything else of it, such as quoted or unfurled text, is never looked at. */
const written = z.object({
  ts: moment,
  user: id,
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  hidden: z.boolean().optional(),
  thread_ts: moment.optional(),
  parent_user_id: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  source_team: z.string().optional(),
  edited: z.object({ ts: moment }).optional(),
})

type Written = z.infer<typeof written>

const created = written.extend({ channel: id, channel_type: z.string().optional() })
const changed = z.object({
  subtype: z.literal('message_changed'),
  channel: id,
  channel_type: z.string().optional(),
  message: z.looseObject({ ts: moment, subtype: z.string().optional() }),
  previous_message: z.looseObject({ text: z.string().optional() }).optional(),
  event_ts: moment.optional(),
  ts: moment,
})
const deleted = z.object({
  subtype: z.literal('message_deleted'),
  channel: id,
  channel_type: z.string().optional(),
  deleted_ts: moment,
  previous_message: z.looseObject({ user: id.optional(), bot_id: z.string().optional() }).optional(),
  event_ts: moment.optional(),
  ts: moment,
})

/** Messages by people; every other subtype is Slack speaking, or a bot. */
const BY_PEOPLE = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** Channels, public and private; direct messages between people are never read. */
const READ = new Set(['channel', 'group'])

/** The workspace that an event was delivered for. */
export interface Origin {
  readonly team: string
  readonly enterprise?: string | undefined
}

/** What a message event asks of us. */
export type Parsed =
  | {
      readonly kind: 'written'
      readonly incoming: Omit<Incoming, 'message'> & {
        readonly text: string
        readonly reply?: 'own' | 'other'
      }
    }
  | { readonly kind: 'deleted'; readonly deletion: Deletion }
  | null

/**
 * Reads an event of the type `message`. Null for whatever is not a person's own writing in a channel: bots, people of
 * other companies, direct messages, unfurled links, Slack's own notes, and shapes that we do not know.
 */
export function parseMessage(event: unknown, origin: Origin): Parsed {
  const kind = (event as { subtype?: unknown } | null)?.subtype
  if (kind === 'message_deleted') return parseDeletion(event, origin)
  if (kind === 'message_changed') return parseChange(event, origin)
  const parsed = created.safeParse(event)
  if (!parsed.success || !READ.has(parsed.data.channel_type ?? 'channel')) return null
  return read(parsed.data, parsed.data.channel, origin)
}

function parseChange(event: unknown, origin: Origin): Parsed {
  const parsed = changed.safeParse(event)
  if (!parsed.success || !READ.has(parsed.data.channel_type ?? 'channel')) return null
  const { channel, message, previous_message: before, event_ts, ts } = parsed.data
  // A message with answers leaves a stone behind when it is deleted.
  if (message.subtype === 'tombstone')
    return deletionOf(channel, message.ts, before ?? message, event_ts ?? ts, origin)
  const now = written.safeParse(message)
  // A link that unfolds, a new answer, a reaction: the text stays what it was.
  if (!now.success || (before !== undefined && before.text === now.data.text)) return null
  return now.data.edited ? read(now.data, channel, origin) : null
}

function parseDeletion(event: unknown, origin: Origin): Parsed {
  const parsed = deleted.safeParse(event)
  if (!parsed.success || !READ.has(parsed.data.channel_type ?? 'channel')) return null
  const { channel, deleted_ts, previous_message, event_ts, ts } = parsed.data
  return deletionOf(channel, deleted_ts, previous_message, event_ts ?? ts, origin)
}

/** With its author only where we would have read the message itself. */
function deletionOf(channel: string, ts: string, before: unknown, at: string, origin: Origin): Parsed {
  const message = (before ?? {}) as Partial<Written>
  if (message.bot_id !== undefined) return null
  const address: Address = { platform: 'slack', tenant: origin.team, channel, message: ts }
  const deletion = { address, at: timeOf(at) }
  const isOwn = id.safeParse(message.user).success && BY_PEOPLE.has(message.subtype)
  if (!isOwn || isForeign(message, origin)) return { kind: 'deleted', deletion }
  const author = { platform: 'slack', tenant: origin.team, user: message.user! } as const
  return { kind: 'deleted', deletion: { ...deletion, author } }
}

function read(message: Written, channel: string, origin: Origin): Parsed {
  if (!BY_PEOPLE.has(message.subtype) || message.bot_id !== undefined || message.hidden) return null
  if (isForeign(message, origin)) return null
  // A file alone; an edit that takes all words away still counts.
  if (message.text.trim() === '' && !message.edited) return null
  const { user, ts, text, thread_ts: thread, parent_user_id: parent, edited } = message
  const answers = thread !== undefined && thread !== ts
  return {
    kind: 'written',
    incoming: {
      author: { platform: 'slack', tenant: origin.team, user },
      address: { platform: 'slack', tenant: origin.team, channel, message: ts },
      revision: edited?.ts ?? 'new',
      at: timeOf(edited?.ts ?? ts),
      text,
      ...(answers && parent ? { reply: parent === user ? 'own' : 'other' } : {}),
    },
  }
}

/** Whether somebody of another company wrote this, in a channel shared with them. */
function isForeign({ team, user_team, source_team }: Partial<Written>, origin: Origin): boolean {
  return [team, user_team, source_team].some(
    (home) => home !== undefined && home !== origin.team && home !== origin.enterprise,
  )
}

/** Slack's `1772442000.000100` as a moment. */
function timeOf(ts: string): Date {
  return new Date(Math.floor(Number(ts) * 1000))
}

/** The message that goes to the core. */
export function incomingOf(
  { text, reply, ...incoming }: Extract<Parsed, { kind: 'written' }>['incoming'],
  audience: Audience,
): Incoming {
  return { ...incoming, message: { text, markup: 'slack', audience, ...(reply ? { reply } : {}) } }
}
