import type { World } from './createWorld.js'
import { timesOf } from './timesOf.js'
import type { Fields, Place, User } from './types.js'

/** Where an activity comes from: `conversation` and what of `channelData` follows from it. */
function whereOf(world: World, place: Place, root?: string) {
  const { tenant } = world
  if (place.kind === 'chat') {
    const conversation = { conversationType: 'personal', tenantId: tenant, id: place.id }
    return { conversation, channelData: { tenant: { id: tenant } } }
  }
  const { team, type } = place
  const id = root ? `${place.id};messageid=${root}` : place.id
  const channel = { id: place.id, ...(type === 'standard' ? {} : { type, name: place.name }) }
  return {
    conversation: { isGroup: true, conversationType: 'channel', tenantId: tenant, id },
    channelData: {
      ...{ teamsChannelId: place.id, teamsTeamId: team.id, channel },
      ...{ team: { id: team.id, aadGroupId: team.aadGroupId }, tenant: { id: tenant } },
    },
  }
}

/** What every activity says of the person, the bot and the place. */
export function activityBase(world: World, user: User, place: Place, root?: string): Fields {
  const { id, name, aadObjectId, locale, timezone } = user
  const client = { locale, country: locale.slice(3), platform: 'Web', timezone, type: 'clientInfo' }
  return {
    ...timesOf(world.clock.now(), timezone),
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    from: { id, name, aadObjectId },
    recipient: world.bot,
    entities: [client],
    ...{ locale, localTimezone: timezone },
    ...whereOf(world, place, root),
  }
}
