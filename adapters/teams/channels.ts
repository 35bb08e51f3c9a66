import { z } from 'zod'
import type { Audience } from '../../src/types.js'
import { isConfidential } from '../common/confidential.js'
import type { TeamInfo, TeamsClient } from './client.js'
import type { TeamsOptions } from './options.js'
import { channelId } from './parse.js'

/** Milliseconds for which what Teams says of a team is believed, unless an event says otherwise. */
const FRESH = 10 * 60_000

/** Teams in memory, at most. */
const MOST = 20_000

/** What an activity says of the channel in which it stands. */
const place = z.object({
  serviceUrl: z.string(),
  channelData: z.object({
    team: z.object({ id: channelId, name: z.string().nullish() }),
    channel: z.object({ id: channelId, name: z.string().nullish(), type: z.string().nullish() }),
  }),
})

/** What channels are, as far as reading is concerned. */
export interface Channels {
  /**
   * Who reads along where an activity stands; null where Klartext must not read.
   * @throws PlatformError where Teams could not be asked
   */
  audienceOf(activity: unknown): Promise<Audience | null>
  /** Something about a team or its channels has changed. */
  forget(team: string): void
}

export function createChannels(
  client: Pick<TeamsClient, 'team'>,
  options: TeamsOptions,
  clock: () => Date,
): Channels {
  const known = new Map<string, { readonly info: Promise<TeamInfo>; readonly until: number }>()

  function infoOf(serviceUrl: string, team: string): Promise<TeamInfo> {
    const kept = known.get(team)
    const now = clock().getTime()
    if (kept && kept.until > now) return kept.info
    if (known.size > MOST) known.clear()
    const info = client.team(serviceUrl, team)
    known.set(team, { info, until: now + FRESH })
    // What could not be asked is asked again next time.
    info.catch(() => known.delete(team))
    return info
  }

  return {
    async audienceOf(activity) {
      const parsed = place.safeParse(activity)
      if (!parsed.success) return null
      const { serviceUrl, channelData } = parsed.data
      const { channel, team } = channelData
      if (options.notIn?.includes(channel.id)) return null
      if (options.onlyIn && !options.onlyIn.includes(channel.id)) return null
      const info = await infoOf(serviceUrl, team.id)
      const listed = info.channels.get(channel.id)
      const name = channel.name ?? listed?.name
      // A channel of which not even the name can be learned may be anything.
      if (name === undefined) return null
      const isShared = [channel.type, listed?.type].some((type) => type?.toLowerCase() === 'shared')
      if (isShared && !options.sharedChannels) return null
      if (isConfidential(name) || isConfidential(info.name) || isConfidential(team.name ?? '')) return null
      return options.audiences?.get(channel.id) ?? (isShared ? 'customer-facing' : 'team')
    },
    forget(team) {
      known.delete(team)
    },
  }
}
