import { createIndex } from './createIndex.js'
import { createInstalls } from './createInstalls.js'
import { Refusal } from './Refusal.js'
import type { AppIdentity, Channel, Clock, User, UserGroup, View, Where, Who, Workspace } from './types.js'

type Some<T> = Partial<Omit<T, 'workspace'>>

export interface NewWorkspace
  extends Partial<
    Pick<Workspace, 'id' | 'name' | 'domain' | 'orgInstall' | 'botUser' | 'botId' | 'botToken'>
  > {
  readonly enterprise?: Workspace['enterprise']
  /** Scopes granted from the start; null leaves the app uninstalled. */
  readonly scopes?: Iterable<string> | null
}

export interface NewChannel
  extends Partial<
    Pick<Channel, 'id' | 'name' | 'kind' | 'user' | 'isGeneral' | 'isExtShared' | 'isArchived'>
  > {
  readonly members?: readonly Who[]
  /** Whether the bot is a member; it is unless told. */
  readonly bot?: boolean
}

const idOf = (who: Who) => (typeof who === 'string' ? who : who.id)

/** Everything a Slack knows, in memory. */
export function createWorld(clock: Clock, app: AppIdentity, scopes: Iterable<string>) {
  const workspaces = new Map<string, Workspace>()
  const views = new Map<string, { readonly view: View; readonly user: User }>()
  const [users, channels] = [createIndex<User>(), createIndex<Channel>()]
  const installs = createInstalls(id)
  let ids = 0
  let last = 0

  function id(prefix: string): string {
    return prefix + (++ids).toString(36).toUpperCase().padStart(10, '0')
  }

  /** A message ts: later than any other, and by the clock. */
  function stamp(): string {
    last = Math.max(last + 1, clock.now() * 1000)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }

  function addWorkspace(given: NewWorkspace = {}): Workspace {
    const name = given.name ?? `Workspace ${workspaces.size + 1}`
    const workspace: Workspace = {
      id: given.id ?? id('T'),
      name,
      domain: given.domain ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      enterprise: given.enterprise ?? null,
      orgInstall: given.orgInstall ?? false,
      botUser: given.botUser ?? id('U'),
      botId: given.botId ?? id('B'),
      users: new Map(),
      channels: new Map(),
      groups: new Map(),
      dms: new Map(),
      get botToken() {
        return this.grant?.token ?? ''
      },
    }
    workspaces.set(workspace.id, workspace)
    addUser(workspace, { id: workspace.botUser, name: app.name, isBot: true })
    if (given.scopes !== null) installs.install(workspace, given.scopes ?? scopes, given.botToken)
    return workspace
  }

  function addUser(workspace: Workspace, given: Some<User> = {}): User {
    const made = given.id ?? id('U')
    const { team = workspace.id, name = made.toLowerCase() } = given
    const base = { isBot: false, profile: {}, deactivated: false, modals: [] }
    const one: User = { ...base, ...given, id: made, workspace, team, name }
    workspace.users.set(made, one)
    return users.enter(one)
  }

  function addChannel(workspace: Workspace, given: NewChannel = {}): Channel {
    const { bot = true, members = [], kind = 'channel' } = given
    const made = given.id ?? id(kind === 'im' ? 'D' : 'C')
    const usual = { isGeneral: false, isExtShared: false, isArchived: false, name: made.toLowerCase() }
    const one: Channel = {
      ...usual,
      ...given,
      id: made,
      workspace,
      kind,
      members: new Set([...members.map(idOf), ...(bot ? [workspace.botUser] : [])]),
      messages: new Map(),
      timeline: [],
      ephemerals: new Map(),
    }
    workspace.channels.set(made, one)
    return channels.enter(one)
  }

  function addGroup(workspace: Workspace, given: Some<UserGroup> & { readonly name: string }): UserGroup {
    const base = { id: id('S'), handle: given.name.toLowerCase(), members: [], disabled: false }
    const group: UserGroup = { ...base, ...given, workspace }
    workspace.groups.set(group.id, group)
    return group
  }

  /** The conversation between the bot and somebody, opened if need be. */
  function dm(who: Who): Channel {
    const { id: user, workspace } = users.find(who)
    const open = workspace.dms.get(user)
    if (open) return open
    const fresh = addChannel(workspace, { kind: 'im', user, name: 'directmessage', members: [user] })
    workspace.dms.set(user, fresh)
    return fresh
  }

  return {
    ...{ clock, app, workspaces, views, id, stamp, addWorkspace, addUser, addChannel, addGroup, dm },
    ...installs,
    user: users.find,
    channel: channels.find,
    join(where: Where, who: Who) {
      const one = channels.find(where)
      one.members = new Set([...one.members, idOf(who)])
    },
    leave(where: Where, who: Who) {
      const one = channels.find(where)
      one.members = new Set([...one.members].filter((member) => member !== idOf(who)))
    },
    /** A channel as a bot may know it: private ones only from the inside. */
    visible(workspace: Workspace, id: string): Channel {
      const one = workspace.channels.get(id)
      const secret = one && one.kind !== 'channel' && !one.members.has(workspace.botUser)
      if (!one || secret) throw new Refusal('channel_not_found')
      return one
    },
  }
}

export type World = ReturnType<typeof createWorld>
