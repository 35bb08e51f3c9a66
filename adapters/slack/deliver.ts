import type { Adapter, Address, Letter } from '../../src/types.js'
import type { SlackClient } from './client.js'
import { SlackFault } from './fault-of.js'
import { nudgePosting } from './render/nudge.js'
import { summaryBlocks } from './render/summary.js'

/** The type of the metadata by which a nudge is found again after a crash. */
const METADATA = 'klartext_nudge'
/** Messages looked at to find one: no person gets as many in the minutes that count. */
const LOOKED_AT = 30
/** Marks the id of a message that only its reader saw, which Slack lets nobody remove. */
const EPHEMERAL = 'ephemeral'

/** Reasons for which Slack does not show a message in the channel, but may in the bot's own chat. */
const NOT_HERE = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'user_not_in_channel'])
/** What such a reason begins with where only some may write in a channel, or only in its threads. */
const RESTRICTED = 'restricted_action'
const isNotHere = (reason: string | null): boolean =>
  reason !== null && (NOT_HERE.has(reason) || reason.startsWith(RESTRICTED))

/** The message is no longer there, so there is nothing left to remove. */
const GONE = new Set(['message_not_found', 'channel_not_found', 'thread_not_found'])

/** Shows, removes and finds nudges. */
export function deliverer(
  client: SlackClient,
): Required<Pick<Adapter, 'deliver' | 'retract' | 'find' | 'deliverSummary'>> {
  async function direct(letter: Letter): Promise<string> {
    const { tenant, user } = letter.to
    const channel = await client.directChannel(tenant, user)
    const { ts } = await client.call<{ ts: string }>(tenant, 'chat.postMessage', {
      channel,
      ...nudgePosting(letter, await linkTo(client, letter.about)),
      // The link must not unfold: it would show the message itself once more.
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: METADATA, event_payload: { nudge_id: letter.id } },
    })
    return `${channel}:${ts}`
  }

  async function inChannel(letter: Letter): Promise<string> {
    const link = await linkTo(client, letter.about)
    // Beneath an answer in a thread, or else nobody would know what it is about.
    const thread = link && new URL(link).searchParams.get('thread_ts')
    const { message_ts: ts } = await client.call<{ message_ts: string }>(
      letter.to.tenant,
      'chat.postEphemeral',
      {
        channel: letter.about.channel,
        user: letter.to.user,
        ...(thread ? { thread_ts: thread } : {}),
        ...nudgePosting(letter, link),
      },
    )
    return `${EPHEMERAL}:${ts}`
  }

  return {
    async deliver(letter) {
      if (letter.place === 'direct') return direct(letter)
      try {
        return await inChannel(letter)
      } catch (error) {
        if (!(error instanceof SlackFault) || !isNotHere(error.reason)) throw error
        return direct(letter)
      }
    },

    async deliverSummary({ tenant, user }, text) {
      const channel = await client.directChannel(tenant, user)
      await client.call(tenant, 'chat.postMessage', {
        channel,
        text: text.subject,
        blocks: summaryBlocks(text),
        unfurl_links: false,
        unfurl_media: false,
      })
    },

    async retract({ tenant }, posted) {
      const [channel, ts] = posted.split(':')
      if (channel === EPHEMERAL) return
      try {
        await client.call(tenant, 'chat.delete', { channel, ts })
      } catch (error) {
        if (!(error instanceof SlackFault) || error.reason === null || !GONE.has(error.reason)) throw error
      }
    },

    async find({ id, to, place }) {
      const channel = await client.directChannel(to.tenant, to.user)
      const { messages = [] } = await client.call<{ messages?: Posted[] }>(
        to.tenant,
        'conversations.history',
        {
          channel,
          limit: LOOKED_AT,
          include_all_metadata: true,
        },
      )
      const found = messages.find(
        ({ metadata }) => metadata?.event_type === METADATA && metadata.event_payload?.nudge_id === id,
      )
      // What only its reader saw in a channel is in no history.
      if (!found && place === 'channel') throw new SlackFault('conversations.history', 'refused', null)
      return found ? `${channel}:${found.ts}` : null
    },
  }
}

interface Posted {
  readonly ts: string
  readonly metadata?: {
    readonly event_type?: string
    readonly event_payload?: { readonly nudge_id?: string }
  }
}

/** Where the message stands; a nudge without its link is still a nudge. */
async function linkTo(client: SlackClient, { tenant, channel, message }: Address): Promise<string | null> {
  try {
    const { permalink } = await client.call<{ permalink: string }>(tenant, 'chat.getPermalink', {
      channel,
      message_ts: message,
    })
    return URL.canParse(permalink) ? permalink : null
  } catch {
    return null
  }
}
