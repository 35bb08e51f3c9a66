import type { Workspace } from './types.js'

const OF_KIND = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' } as const

/** One of these scopes is enough; methods that are not listed need none. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.open': ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'team.info': ['team:read'],
}

const BY_KIND: Readonly<Record<string, string>> = {
  'conversations.info': 'read',
  'conversations.members': 'read',
  'conversations.history': 'history',
}

/** The scopes a call needs, any one of them; conversations ask for one by their kind. */
export function neededScopes(method: string, workspace: Workspace, channel: string): readonly string[] {
  const suffix = BY_KIND[method]
  if (!suffix) return SCOPES[method] ?? []
  const known = workspace.channels.get(channel)
  return known
    ? [`${OF_KIND[known.kind]}:${suffix}`]
    : Object.values(OF_KIND).map((kind) => `${kind}:${suffix}`)
}
