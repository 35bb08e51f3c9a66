import { z } from 'zod'
import type { Address, Audience, Deletion, Incoming } from '../../src/types.js'

/** An id in Microsoft Entra. */
export const guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)

/** A channel's id; what looks otherwise is none. */
export const channelId = z.string().regex(/^19:[\w-]{1,48}@thread\.(?:tacv2|skype)$/)

/** A message's id in its conversation: when it was written, in milliseconds. */
const messageId = z.string().regex(/^\d{1,20}$/)

/** What we read of an activity in a channel; everything else of it is never looked at. */
const inChannel = z.object({
  type: z.enum(['message', 'messageUpdate', 'messageDelete']),
  id: messageId,
  timestamp: z.coerce.date().optional(),
  from: z.object({
    id: z.string(),
    aadObjectId: guid,
    role: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  conversation: z.object({ id: z.string(), conversationType: z.literal('channel') }),
  channelData: z.object({
    channel: z.object({ id: channelId }),
    eventType: z.string().optional(),
    onBehalfOf: z.unknown().optional(),
  }),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish(), content: z.unknown() })).nullish(),
})

/** A deletion does not always say whose message it was. */
const deletedInChannel = inChannel.extend({ from: inChannel.shape.from.partial().optional() })

/** Events by which a message gets another text, or its own back. */
const CHANGES = new Set([undefined, 'editMessage', 'undeleteMessage'])

/** What a message in a channel asks of us. */
export type Parsed =
  | {
      readonly kind: 'written'
      readonly incoming: Omit<Incoming, 'message' | 'at'> & { readonly at: Date; readonly text: string }
      /** The thread, in which a message has its place. */
      readonly conversation: string
    }
  | { readonly kind: 'deleted'; readonly deletion: Deletion; readonly conversation: string }
  | null

/**
 * Reads an activity of the types `message`, `messageUpdate` and `messageDelete`. Null for whatever is not a person's
 * own writing in a channel: bots, chats, people of other companies, and shapes that we do not know.
 */
export function parseMessage(activity: unknown, tenant: string, now: Date): Parsed {
  const type = (activity as { type?: unknown } | null)?.type
  if (type === 'messageDelete') return parseDeletion(activity, tenant, now)
  const parsed = inChannel.safeParse(activity)
  if (!parsed.success) return null
  const { id, from, conversation, channelData, timestamp } = parsed.data
  if (isBot(from) || isForeign(from, tenant)) return null
  const isChange = type === 'messageUpdate'
  if (isChange && !CHANGES.has(channelData.eventType)) return null
  // What an app wrote in somebody's name is not that person's writing.
  if (channelData.onBehalfOf !== undefined) return null
  const text = textOf(parsed.data)
  // An attachment alone; an edit that takes all words away still counts.
  if (text.trim() === '' && !isChange) return null
  const at = timestamp ?? (isChange ? now : new Date(Number(id)))
  return {
    kind: 'written',
    conversation: conversation.id,
    incoming: {
      author: { platform: 'teams', tenant, user: from.aadObjectId.toLowerCase() },
      address: addressOf(channelData.channel.id, conversation.id, id, tenant),
      revision: isChange ? String(at.getTime()) : 'new',
      at,
      text,
    },
  }
}

function parseDeletion(activity: unknown, tenant: string, now: Date): Parsed {
  const parsed = deletedInChannel.safeParse(activity)
  if (!parsed.success) return null
  const { id, from, conversation, channelData, timestamp } = parsed.data
  if (from?.id && isBot({ id: from.id, role: from.role })) return null
  const address = addressOf(channelData.channel.id, conversation.id, id, tenant)
  const deletion = { address, at: timestamp ?? now }
  // Of what an app wrote in somebody's name nothing was read, so that no stone is due.
  if (!from?.aadObjectId || isForeign(from, tenant) || channelData.onBehalfOf !== undefined)
    return { kind: 'deleted', deletion, conversation: conversation.id }
  const author = { platform: 'teams', tenant, user: from.aadObjectId.toLowerCase() } as const
  return { kind: 'deleted', deletion: { ...deletion, author }, conversation: conversation.id }
}

const isBot = ({ id, role }: { id: string; role?: string | undefined }): boolean =>
  id.startsWith('28:') || role === 'bot'

const isForeign = ({ tenantId }: { tenantId?: string | undefined }, tenant: string): boolean =>
  tenantId !== undefined && tenantId.toLowerCase() !== tenant

/** An answer carries the message that its thread began with, as a link to it needs both. */
function addressOf(channel: string, conversation: string, id: string, tenant: string): Address {
  const root = /;messageid=(\d{1,20})$/.exec(conversation)?.[1]
  const message = root && root !== id ? `${root}:${id}` : id
  return { platform: 'teams', tenant, channel, message }
}

/** The text with its markup, in which quotations and code can be told apart; without it, as it is. */
function textOf({ text, attachments }: z.infer<typeof inChannel>): string {
  const html = attachments?.find(({ contentType }) => contentType === 'text/html')?.content
  return typeof html === 'string' ? html : (text ?? '')
}

/** The message that goes to the core. */
export function incomingOf(
  { text, ...incoming }: Extract<Parsed, { kind: 'written' }>['incoming'],
  audience: Audience,
): Incoming {
  return { ...incoming, message: { text, markup: 'teams', audience } }
}
