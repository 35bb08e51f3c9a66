import { createIds } from './createIds.js'
import type { AppIdentity, Channel, Chat, Clock, Place, Team, User, Where, Who } from './types.js'

export interface NewUser extends Partial<Pick<User, 'id' | 'aadObjectId' | 'email' | 'locale' | 'timezone'>> {
  readonly name: string
  readonly guest?: boolean
  /** The directory of the account; the company's own unless told. */
  readonly tenant?: string
}

export interface NewTeam extends Partial<Pick<Team, 'id' | 'aadGroupId'>> {
  readonly name: string
  readonly members?: readonly Who[]
}

export interface NewChannel extends Partial<Pick<Channel, 'id' | 'type' | 'bot'>> {
  readonly name: string
  /** Of a private or shared channel. */
  readonly members?: readonly Who[]
}

export interface Directory {
  readonly tenant: string
  readonly serviceUrl: string
}

/** Everything a Teams of one company knows, in memory. */
export function createWorld(clock: Clock, app: AppIdentity, directory: Directory) {
  const ids = createIds(clock)
  const users = new Map<string, User>()
  const teams = new Map<string, Team>()
  const places = new Map<string, Place>()

  function user(who: Who): User {
    const found = typeof who === 'string' ? users.get(who) : who
    if (!found) throw new Error(`nobody with the id ${who}`)
    return found
  }

  function channel(where: Where): Channel {
    if (typeof where !== 'string') return 'general' in where ? where.general : where
    const found = places.get(where)
    if (found?.kind !== 'channel') throw new Error(`no channel with the id ${where}`)
    return found
  }

  function team(which: Team | string): Team {
    const found = typeof which === 'string' ? teams.get(which) : which
    if (!found) throw new Error(`no team with the id ${which}`)
    return found
  }

  const idsOf = (all: readonly Who[]) => new Set(all.map((who) => user(who).id))

  function addUser(given: NewUser): User {
    const { name, guest = false, tenant = directory.tenant, locale = 'de-DE' } = given
    const email = given.email ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`
    const chat = { kind: 'chat', id: ids.chat(), messages: new Map(), ...NEW_CHAT } as unknown as Chat
    const one: User = {
      id: given.id ?? ids.user(),
      aadObjectId: given.aadObjectId ?? ids.guid(),
      ...{ name, email, guest, tenant, locale, timezone: given.timezone ?? 'Europe/Berlin', chat },
    }
    Object.assign(chat, { user: one })
    users.set(one.id, one)
    users.set(one.aadObjectId, one)
    places.set(chat.id, chat)
    return one
  }

  function addTeam(given: NewTeam): Team {
    const made = {
      id: given.id ?? ids.thread(),
      aadGroupId: given.aadGroupId ?? ids.guid(),
      name: given.name,
      members: idsOf(given.members ?? []),
      channels: new Map(),
      installed: false,
    } as unknown as Team
    const general = addChannel(made, { id: made.id, name: 'General' })
    teams.set(made.id, Object.assign(made, { general }))
    return made
  }

  function addChannel(in_: Team | string, given: NewChannel): Channel {
    const { type = 'standard', bot = true, name, members } = given
    const base = { kind: 'channel' as const, id: given.id ?? ids.thread(), name, type, bot, team: team(in_) }
    const some = members && type !== 'standard' ? { members: idsOf(members) } : {}
    const one: Channel = { ...base, ...some, messages: new Map() }
    one.team.channels.set(one.id, one)
    places.set(one.id, one)
    return one
  }

  /** Whether the app is in a channel. */
  const hears = ({ team, type, bot }: Channel) => team.installed && (type === 'standard' || bot)

  /** Whether the bot and a person can have a conversation at all: by the person's own install, or by a team's. */
  function reaches({ id, chat }: User): boolean {
    return chat.installed || [...teams.values()].some((team) => team.installed && team.members.has(id))
  }

  return {
    ...{ clock, app, ...directory, ids, users, teams, places },
    ...{ user, team, channel, addUser, addTeam, addChannel, hears, reaches },
    /** What activities call the bot. */
    bot: { id: `28:${app.id}`, name: app.name },
  }
}

const NEW_CHAT = { installed: false, removed: false, blocked: false }

export type World = ReturnType<typeof createWorld>
