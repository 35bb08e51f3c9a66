import type { Audience } from '../../src/types.js'
import { isConfidential } from '../common/confidential.js'
import type { SlackClient } from './client.js'
import type { SlackOptions } from './options.js'

/** Milliseconds for which what Slack says of a channel is believed, unless an event says otherwise. */
const FRESH = 10 * 60_000

/** What a workspace's channels are, as far as reading is concerned. */
export interface Channels {
  /**
   * Who reads along in a channel; null where Klartext must not read.
   * @param shared whether the event says that other companies take part
   * @throws PlatformError where Slack could not be asked
   */
  audienceOf(tenant: string, channel: string, shared: boolean): Promise<Audience | null>
  /** Something about it has changed. */
  forget(tenant: string, channel: string): void
}

interface Info {
  readonly name: string
  readonly isGeneral: boolean
  readonly isShared: boolean
  readonly isDirect: boolean
}

export function createChannels(
  client: Pick<SlackClient, 'call'>,
  options: SlackOptions,
  clock: () => Date,
): Channels {
  const known = new Map<string, { readonly info: Promise<Info>; readonly until: number }>()

  function infoOf(tenant: string, channel: string): Promise<Info> {
    const key = `${tenant} ${channel}`
    const kept = known.get(key)
    const now = clock().getTime()
    if (kept && kept.until > now) return kept.info
    if (known.size > 20_000) known.clear()
    const info = ask(client, tenant, channel)
    known.set(key, { info, until: now + FRESH })
    // What could not be asked is asked again next time.
    info.catch(() => known.delete(key))
    return info
  }

  return {
    async audienceOf(tenant, channel, shared) {
      if (options.notIn?.includes(channel)) return null
      if (options.onlyIn && !options.onlyIn.includes(channel)) return null
      const info = await infoOf(tenant, channel)
      if (info.isDirect || isConfidential(info.name)) return null
      if ((shared || info.isShared) && !options.sharedChannels) return null
      return options.audiences?.get(channel) ?? usual(info, shared)
    },
    forget(tenant, channel) {
      known.delete(`${tenant} ${channel}`)
    },
  }
}

function usual({ isGeneral, isShared }: Info, shared: boolean): Audience {
  if (shared || isShared) return 'customer-facing'
  return isGeneral ? 'company' : 'team'
}

async function ask(client: Pick<SlackClient, 'call'>, tenant: string, channel: string): Promise<Info> {
  const { channel: found } = await client.call<{ channel: Record<string, unknown> }>(
    tenant,
    'conversations.info',
    {
      channel,
    },
  )
  return {
    name: String(found.name ?? ''),
    isGeneral: found.is_general === true,
    isShared: found.is_ext_shared === true || found.is_pending_ext_shared === true,
    isDirect: found.is_im === true || found.is_mpim === true,
  }
}
