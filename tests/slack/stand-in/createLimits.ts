import type { Clock, Fields } from './types.js'

/** Calls per minute and workspace; posting has a limit of its own. */
const TIERS: Readonly<Record<string, number>> = {
  'apps.connections.open': 50,
  'auth.revoke': 50,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'conversations.history': 50,
  'conversations.info': 50,
  'conversations.members': 100,
  'conversations.open': 50,
  'team.info': 50,
  'usergroups.list': 20,
  'usergroups.users.list': 20,
  'users.info': 100,
  'views.open': 100,
  'views.publish': 100,
  'views.push': 100,
  'views.update': 100,
}

/** Slack's rate limits by the clock: one post a second and channel, tiers for the rest. */
export function createLimits(clock: Clock) {
  const posts = new Map<string, number>()
  const windows = new Map<string, { since: number; count: number }>()
  let on = false

  function post(key: string): number {
    const free = posts.get(key) ?? 0
    if (free > clock.now()) return Math.ceil((free - clock.now()) / 1000)
    posts.set(key, clock.now() + 1000)
    return 0
  }

  function tier(key: string, most: number): number {
    let window = windows.get(key)
    if (!window || clock.now() - window.since >= 60_000) {
      window = { since: clock.now(), count: 0 }
      windows.set(key, window)
    }
    if (++window.count <= most) return 0
    return Math.ceil((window.since + 60_000 - clock.now()) / 1000)
  }

  return {
    /** Switches the limits on or off; they are off at the start. */
    enforce: (enforced: boolean) => void (on = enforced),
    /** Seconds to wait, 0 where the call is welcome. */
    wait(method: string, team: string, { channel }: Fields): number {
      if (!on) return 0
      if (method === 'chat.postMessage') return post(`${team} ${channel}`)
      const most = TIERS[method]
      return most ? tier(`${team} ${method}`, most) : 0
    },
  }
}
