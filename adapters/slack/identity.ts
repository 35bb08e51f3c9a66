import { webApi } from '@slack/bolt'
import { PlatformError, UserError } from '../../src/errors.js'
import { clientOptions } from './client.js'
import { faultOf, type SlackFault } from './fault-of.js'
import type { Workspace } from './installations.js'
import { SCOPES, TEAM_SCOPE } from './manifest.js'
import type { SlackOptions, SlackSurroundings } from './options.js'

/** Milliseconds between two attempts to ask Slack who we are. */
const WAIT = 15_000

type Recognised = (workspace: Workspace) => Promise<void>

/** Which workspace the token of the environment belongs to, and what Slack did not allow. */
export interface Identity {
  /**
   * Asks Slack whose the token is; where Slack cannot be reached, goes on asking in the background.
   * @param recognised hears of the workspace before anything is done there; where that fails, Slack is asked again
   * @throws UserError where Slack refuses the token
   */
  start(recognised?: Recognised): Promise<void>
  stop(): void
  /**
   * Null after the token was revoked.
   * @throws PlatformError `later` until Slack has said whose it is
   */
  workspace(): Workspace | null
  forget(): void
  /** Compares what a workspace has granted with what is needed; forgets what was missing before. */
  compare(workspace: Workspace): void
  onFault(workspace: Workspace, fault: SlackFault): void
  readonly missingScopes: ReadonlyMap<string, ReadonlySet<string>>
}

/** @param wait milliseconds between two attempts to ask Slack who we are */
export function createIdentity(options: SlackOptions, log: SlackSurroundings['log'], wait = WAIT): Identity {
  const wanted: readonly string[] = [...SCOPES, ...(options.teams?.length ? [TEAM_SCOPE] : [])]
  const missingScopes = new Map<string, Set<string>>()
  let known: Workspace | null | undefined
  let timer: NodeJS.Timeout | undefined

  function miss(team: string, scopes: readonly string[]): void {
    const before = missingScopes.get(team) ?? new Set()
    const fresh = scopes.filter((scope) => scope !== '' && !before.has(scope))
    if (fresh.length === 0) return
    missingScopes.set(team, new Set([...before, ...fresh]))
    log.error(
      { workspace: team, scopes: fresh },
      'Slack: scopes are missing; add them to the app and install it again',
    )
  }

  async function ask(token: string): Promise<Workspace> {
    const client = new webApi.WebClient(token, clientOptions(options.apiUrl))
    const answer = await client.auth.test()
    const scopes = answer.response_metadata?.scopes ?? []
    return {
      team: answer.team_id ?? '',
      enterprise: answer.enterprise_id,
      token,
      botId: answer.bot_id ?? '',
      botUser: answer.user_id ?? '',
      scopes,
    }
  }

  /** Where Slack does not say what was granted, its refusals will tell. */
  function compare({ team, scopes }: Workspace): void {
    missingScopes.delete(team)
    if (scopes.length > 0)
      miss(
        team,
        wanted.filter((scope) => !scopes.includes(scope)),
      )
  }

  async function attempt(token: string, recognised: Recognised, first: boolean): Promise<void> {
    try {
      const workspace = await ask(token)
      await recognised(workspace)
      known = workspace
      compare(workspace)
    } catch (error) {
      const { status, reason } = faultOf('auth.test', error, false)
      if (status === 'refused' && first) throw refusedToken(reason ?? 'unknown')
      log.error({ reason }, 'Slack: cannot be asked whose the token is; trying again')
      timer = setTimeout(() => void attempt(token, recognised, false), wait).unref()
    }
  }

  return {
    missingScopes,
    workspace() {
      if (known === undefined) throw new PlatformError('auth.test', 'later', wait / 1000)
      return known
    },
    forget() {
      known = null
    },
    async start(recognised = async () => {}) {
      if (options.botToken) await attempt(options.botToken, recognised, true)
    },
    stop: () => clearTimeout(timer),
    compare,
    onFault(workspace, fault) {
      if (fault.needed) {
        // Slack names every scope with which it would have answered, also those of chats that we never read.
        const named = fault.needed.split(',').map((scope) => scope.trim())
        const ours = named.filter((scope) => wanted.includes(scope) && !workspace.scopes.includes(scope))
        miss(workspace.team, ours.length > 0 ? ours : named)
      }
      if (fault.isDead)
        log.error(
          { workspace: workspace.team, reason: fault.reason },
          'Slack: the token of a workspace is no longer accepted',
        )
    },
  }
}

const refusedToken = (reason: string) =>
  new UserError(
    'KLARTEXT_SLACK_BOT_TOKEN',
    `a token that Slack refuses (${reason})`,
    'the „Bot User OAuth Token“ of the installed app',
    'Copy it anew from „OAuth & Permissions“ of the app, or install the app again, and start.',
  )
