import { activityBase } from './activityBase.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import type { Channel, Delivery, Envelope, Fields, Place, Team, User, Who } from './types.js'

export interface InstallOptions {
  /** Who does it; the first member unless told. */
  readonly by?: Who
  /** The channel that was chosen; General unless told. */
  readonly channel?: Channel
}

/** People put the app on teams and on themselves, and take it off. */
export function createInstalls(world: World, { deliver }: Deliveries) {
  const named = ({ id, name, aadGroupId }: Team) => ({ id, name, aadGroupId })

  function about(user: User, place: Place, type: string, data: Fields, more: Fields): Envelope {
    const { entities, localTimestamp: _, ...base } = activityBase(world, user, place)
    const { teamsChannelId: _c, teamsTeamId: _t, channel: _h, ...where } = base.channelData as Fields
    const clients = type === 'installationUpdate' ? { entities } : {}
    const activity = { type, id: world.ids.event(), ...base, ...clients, channelData: { ...where, ...data } }
    return { activity: { ...activity, ...more }, heard: true }
  }

  /** One after the other, as they come from Teams. */
  async function both(...envelopes: readonly Envelope[]): Promise<Delivery[]> {
    const all: Delivery[] = []
    for (const envelope of envelopes) all.push(await deliver(envelope))
    return all
  }

  function ofTeam(team: Team, { by, channel = team.general }: InstallOptions, action: 'add' | 'remove') {
    const first = by ?? [...team.members][0]
    if (!first) throw new Error(`nobody in ${team.name} who could do that`)
    const chosen = { settings: { selectedChannel: { id: channel.id } }, team: named(team) }
    const added = action === 'add'
    const change = { ...chosen, eventType: added ? 'teamMemberAdded' : 'teamMemberRemoved' }
    const members = { [added ? 'membersAdded' : 'membersRemoved']: [{ id: world.bot.id }] }
    const update = { ...chosen, channel: { id: channel.id }, source: { name: 'message' } }
    const user = world.user(first)
    return both(
      about(user, channel, 'conversationUpdate', change, members),
      about(user, channel, 'installationUpdate', update, { action }),
    )
  }

  const source = { source: { name: 'message' } }

  /** Tells of people who join or leave a team in which the app is. */
  async function moved(team: Team, who: Who, key: 'membersAdded' | 'membersRemoved') {
    const { id, aadObjectId } = world.user(who)
    const eventType = key === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved'
    const data = { team: named(team), eventType }
    const more = { [key]: [{ id, aadObjectId }] }
    return team.installed ? both(about(world.user(who), team.general, 'conversationUpdate', data, more)) : []
  }

  return {
    async installIn(team: Team, options: InstallOptions = {}): Promise<Delivery[]> {
      team.installed = true
      return ofTeam(team, options, 'add')
    },
    async uninstallFrom(team: Team, options: InstallOptions = {}): Promise<Delivery[]> {
      team.installed = false
      return ofTeam(team, options, 'remove')
    },
    async installFor(who: Who): Promise<Delivery[]> {
      const user = world.user(who)
      Object.assign(user.chat, { installed: true, removed: false })
      const { id, aadObjectId } = user
      const membersAdded = [{ id, aadObjectId }, { id: world.bot.id }]
      return both(
        about(user, user.chat, 'conversationUpdate', {}, { membersAdded }),
        about(user, user.chat, 'installationUpdate', source, { action: 'add' }),
      )
    },
    /** From then on Teams lets the bot write nothing there. */
    async uninstallFor(who: Who): Promise<Delivery[]> {
      const user = world.user(who)
      Object.assign(user.chat, { installed: false, removed: true })
      return both(about(user, user.chat, 'installationUpdate', source, { action: 'remove' }))
    },
    /** Nothing tells the bot; its next message is refused. */
    block: (who: Who) => void (world.user(who).chat.blocked = true),
    unblock: (who: Who) => void (world.user(who).chat.blocked = false),
    async join(team: Team, who: Who): Promise<Delivery[]> {
      team.members = new Set([...team.members, world.user(who).id])
      return moved(team, who, 'membersAdded')
    },
    async leave(team: Team, who: Who): Promise<Delivery[]> {
      team.members = new Set([...team.members].filter((id) => id !== world.user(who).id))
      return moved(team, who, 'membersRemoved')
    },
    /** Any other event of a team or channel: channelCreated, channelRenamed, teamRenamed, teamDeleted, ... */
    async event(channel: Channel, eventType: string, by: Who, more: Fields = {}): Promise<Delivery[]> {
      const { team, id, name } = channel
      const data = { team: named(team), channel: { id, name }, eventType }
      return both(about(world.user(by), channel, 'conversationUpdate', data, more))
    },
  }
}
