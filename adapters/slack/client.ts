import { webApi } from '@slack/bolt'
import { PlatformError } from '../../src/errors.js'
import { limitedFetch } from '../../src/limited-fetch.js'
import { faultOf, type SlackFault } from './fault-of.js'
import type { Installations, Workspace } from './installations.js'
import type { Pace } from './pace.js'
import { silentLogger } from './silent-logger.js'

/** Methods that show something to somebody. */
const POSTS = new Set(['chat.postMessage', 'chat.postEphemeral'])

/** Slack's Web API for all workspaces: no resending by itself, a limit of our own, and errors that say what happened. */
export interface SlackClient {
  /**
   * Calls a method.
   * @throws SlackFault, or a PlatformError where the limit does not allow the call now
   */
  call<Result = object>(tenant: string, method: string, args: Record<string, unknown>): Promise<Result>
  /** The channel of the bot's own chat with a person. */
  directChannel(tenant: string, user: string): Promise<string>
}

/** How to reach Slack, also for parts of the SDK that call it by themselves. */
export function clientOptions(apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: silentLogger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    allowAbsoluteUrls: false,
    fetch: limitedFetch,
  }
}

/** @param pace shared by all calls; `onFault` hears of each failure that concerns the whole workspace */
export function createClient(parts: {
  readonly apiUrl: string | undefined
  readonly installations: Pick<Installations, 'find'>
  readonly pace: Pace
  readonly onFault: (workspace: Workspace, fault: SlackFault) => void
}): SlackClient {
  const { apiUrl, installations, pace, onFault } = parts
  const clients = new Map<string, { readonly token: string; readonly client: webApi.WebClient }>()
  const directs = new Map<string, string>()

  function clientOf({ team, token }: Workspace): webApi.WebClient {
    const known = clients.get(team)
    if (known?.token === token) return known.client
    const client = new webApi.WebClient(token, clientOptions(apiUrl))
    clients.set(team, { token, client })
    return client
  }

  async function call<Result>(
    tenant: string,
    method: string,
    args: Record<string, unknown>,
  ): Promise<Result> {
    const workspace = await installations.find(tenant)
    if (!workspace) throw new PlatformError(method, 'refused')
    pace.mayCall(method, tenant)
    if (POSTS.has(method)) await pace.turn(method, [tenant, `${tenant} ${args.channel}`])
    try {
      return (await clientOf(workspace).apiCall(method, args)) as Result
    } catch (error) {
      const fault = faultOf(method, error, POSTS.has(method))
      if (fault.status === 'later' && fault.retryAfter !== undefined)
        pace.rest(method, tenant, fault.retryAfter)
      if (fault.isDead || fault.reason === 'missing_scope') onFault(workspace, fault)
      throw fault
    }
  }

  return {
    call,
    async directChannel(tenant, user) {
      const key = `${tenant} ${user}`
      const known = directs.get(key)
      if (known) return known
      const { channel } = await call<{ channel: { id: string } }>(tenant, 'conversations.open', {
        users: user,
      })
      if (directs.size > 50_000) directs.clear()
      directs.set(key, channel.id)
      return channel.id
    },
  }
}
