import { audienceOf } from '../audienceOf.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Fields, Team, User } from '../types.js'
import type { Operations } from './createConnector.js'
import type { Reach } from './createReach.js'

/** Who is where, as far as the bot may know. */
export function rosterOperations(world: World, reach: Reach): Operations {
  function team(id: string): Team {
    const found = world.teams.get(id)
    if (!found) throw new Refusal(404, 'NotFound', 'Unknown team')
    if (found.installed) return found
    throw reach.outside()
  }

  function account({ id, aadObjectId, name, email, tenant, guest }: User): Fields {
    const [givenName, ...rest] = name.split(' ')
    const names = { name, givenName, surname: rest.join(' '), email, userPrincipalName: email }
    return { id, objectId: aadObjectId, ...names, tenantId: tenant, userRole: guest ? 'guest' : 'user' }
  }

  const accounts = (conversation: string) => {
    reach.unhurried('read', conversation)
    return [...audienceOf(reach.readable(conversation))].map((id) => account(world.user(id)))
  }

  return {
    getPagedMembers({ params, query }) {
      const all = accounts(params.conversation!)
      const size = Math.min(500, Math.max(50, Number(query.pageSize ?? 200)))
      const from = Number(query.continuationToken ?? 0)
      if (Number.isNaN(size) || Number.isNaN(from))
        throw new Refusal(400, 'BadArgument', 'Invalid paging.', { fault: true })
      const more = from + size < all.length ? { continuationToken: String(from + size) } : {}
      return { status: 200, body: { members: all.slice(from, from + size), ...more } }
    },
    getMembers: ({ params }) => ({ status: 200, body: accounts(params.conversation!) }),
    getMember({ params }) {
      const found = accounts(params.conversation!).find(({ id, objectId }) =>
        [id, objectId].includes(params.member),
      )
      if (found) return { status: 200, body: found }
      throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
    },
    getTeam({ params }) {
      const { id, name, aadGroupId, channels, members } = team(params.team!)
      const counts = { channelCount: channels.size, memberCount: members.size }
      return {
        status: 200,
        body: { id, name, aadGroupId, type: 'standard', tenantId: world.tenant, ...counts },
      }
    },
    getChannels({ params }) {
      const { general, channels } = team(params.team!)
      const open = [...channels.values()].filter((channel) => world.hears(channel))
      const conversations = open.map(({ id, name, type }) =>
        id === general.id ? { id, type } : { id, name, type },
      )
      return { status: 200, body: { conversations } }
    },
  }
}
