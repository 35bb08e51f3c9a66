import type { Channel, Fields, Workspace } from './types.js'

const HISTORY = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' } as const

/** Whether Slack tells the app of an event: a live token, membership and the scope decide. */
export function canHear({ grant, botUser }: Workspace, { type }: Fields, channel?: Channel): boolean {
  if (type === 'app_uninstalled' || type === 'tokens_revoked') return true
  if (!grant || grant.dead) return false
  if (type !== 'message' || !channel) return true
  return channel.members.has(botUser) && grant.scopes.has(`${HISTORY[channel.kind]}:history`)
}
