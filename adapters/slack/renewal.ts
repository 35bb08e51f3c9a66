import { PlatformError } from '../../src/errors.js'
import { RENEWING, type Renewed } from './ask-slack.js'
import { SlackFault } from './fault-of.js'
import type { Rotation, Workspace } from './installations.js'
import type { SlackSurroundings } from './options.js'

/** Milliseconds before its end at which a token is renewed. */
const LEAD = 2 * 60 * 60_000
/** Milliseconds until the next attempt; longer than a call may take, as nobody else tries meanwhile. */
const PAUSE = 60_000
/** The same, where Slack refuses for a reason that somebody has to mend. */
const LONG_PAUSE = 10 * PAUSE
/** Milliseconds between two looks at all tokens. */
const EVERY = 60_000

/** Slack's word for a refresh token that was used before. */
const SPENT = 'invalid_refresh_token'

/** A workspace with the very text by which it is kept. */
export interface KeptWorkspace {
  readonly text: string
  readonly workspace: Workspace
}

/** Where workspaces are kept, for all instances. */
export interface Shelf {
  /** Null where it is not kept any more. */
  read(team: string): Promise<KeptWorkspace | null>
  /** Commits a workspace in place of what was kept; null where something else is kept by now. */
  replace(before: KeptWorkspace, workspace: Workspace): Promise<KeptWorkspace | null>
  all(): Promise<readonly Workspace[]>
}

/** Renews the tokens that end, each once, whoever needs it and in whichever instance. */
export interface Renewal {
  /**
   * The workspace with a token to use now, renewed where that is due; null where it must be installed again.
   * @throws PlatformError `later` where the token has ended and cannot be renewed yet
   */
  usable(workspace: Workspace): Promise<Workspace | null>
  /** Renews on a schedule what is due; says which workspaces must be installed again. */
  start(): Promise<void>
  /** Resolves once the renewals under way have ended. */
  stop(): Promise<void>
}

/**
 * When a token ends that lives so long from now, and when it is to be renewed.
 * @param life milliseconds
 */
export function rotationOf(refreshToken: string, life: number, now: Date): Rotation {
  const start = now.getTime()
  // Not sooner than at half its life, or one of an hour would be renewed again and again.
  return { refreshToken, renewAt: start + Math.max(life - LEAD, life / 2), endsAt: start + life }
}

/** @param ask spends a refresh token at Slack; `every`: milliseconds between two looks at all tokens */
export function createRenewal(parts: {
  readonly shelf: Shelf
  readonly ask: (refreshToken: string) => Promise<Renewed | SlackFault>
  readonly clock: () => Date
  readonly log: SlackSurroundings['log']
  readonly every?: number | undefined
}): Renewal {
  const { shelf, ask, clock, log, every = EVERY } = parts
  const underWay = new Map<string, Promise<Workspace | null>>()
  /** What Slack has given and could not be committed: Slack gives nothing else for the same refresh token. */
  const unsaved = new Map<string, { readonly taken: KeptWorkspace; readonly workspace: Workspace }>()
  let timer: NodeJS.Timeout | undefined

  const now = () => clock().getTime()
  const isDue = ({ rotation }: Workspace): boolean =>
    rotation !== undefined &&
    !rotation.isLost &&
    rotation.renewAt <= now() &&
    (rotation.notBefore ?? 0) <= now()
  const hasEnded = ({ rotation }: Workspace): boolean => rotation !== undefined && rotation.endsAt <= now()
  const later = (workspace: Workspace, rotation: Rotation, wait: number): Workspace => ({
    ...workspace,
    rotation: { ...rotation, notBefore: now() + wait },
  })
  const asKept = async (team: string) => (await shelf.read(team))?.workspace ?? null

  async function renew(team: string): Promise<Workspace | null> {
    const left = unsaved.get(team)
    if (left) return commit(left.taken, left.workspace)
    const kept = await shelf.read(team)
    const rotation = kept?.workspace.rotation
    if (!rotation || !isDue(kept.workspace)) return kept?.workspace ?? null
    // Committed before the call: no other instance spends the same refresh token.
    const taken = await shelf.replace(kept, later(kept.workspace, rotation, PAUSE))
    if (!taken) return asKept(team)
    const asked = clock()
    const answer = await ask(rotation.refreshToken)
    if (answer instanceof SlackFault) return refused(taken, rotation, answer)
    const { token, refreshToken, seconds } = answer
    const next = refreshToken && seconds ? rotationOf(refreshToken, seconds * 1000, asked) : undefined
    return commit(taken, { ...taken.workspace, token, rotation: next })
  }

  /** What is not kept is not used. Where the workspace was removed or installed anew meanwhile, that counts. */
  async function commit(taken: KeptWorkspace, workspace: Workspace): Promise<Workspace | null> {
    const { team } = workspace
    unsaved.set(team, { taken, workspace })
    const kept = await shelf.replace(taken, workspace)
    unsaved.delete(team)
    if (kept) log.info({ workspace: team }, 'Slack: the token of a workspace was renewed')
    return kept ? kept.workspace : asKept(team)
  }

  async function refused(
    taken: KeptWorkspace,
    rotation: Rotation,
    fault: SlackFault,
  ): Promise<Workspace | null> {
    const { team } = taken.workspace
    const { reason, status, retryAfter = 0 } = fault
    const isLost = fault.isDead || reason === SPENT
    const wait = status === 'refused' ? LONG_PAUSE : Math.max(PAUSE, retryAfter * 1000)
    const next = isLost
      ? { ...taken.workspace, rotation: { ...rotation, isLost } }
      : later(taken.workspace, rotation, wait)
    const kept = await shelf.replace(taken, next)
    if (!kept) return asKept(team)
    if (isLost) alarm(kept.workspace, reason)
    else
      log.error(
        { workspace: team, reason },
        'Slack: the token of a workspace is not renewed yet; trying again',
      )
    return kept.workspace
  }

  function alarm({ team, rotation }: Workspace, reason: string | null): void {
    log.error(
      { workspace: team, reason, until: rotation && new Date(rotation.endsAt).toISOString() },
      'Slack: the token of a workspace cannot be renewed; install Klartext there again by /slack/install',
    )
  }

  function once(team: string): Promise<Workspace | null> {
    const mine = underWay.get(team) ?? renew(team).finally(() => underWay.delete(team))
    underWay.set(team, mine)
    return mine
  }

  async function round(): Promise<void> {
    for (const workspace of await shelf.all()) if (isDue(workspace)) await once(workspace.team)
  }
  const look = () =>
    round().catch(() => log.error({}, 'Slack: tokens could not be looked after; trying again'))

  return {
    async usable(workspace) {
      const { team } = workspace
      // As long as the old token is good, nobody waits for what another has begun.
      const mustWait = isDue(workspace) || (hasEnded(workspace) && underWay.has(team))
      const current = mustWait ? await once(team) : workspace
      if (!current || !hasEnded(current)) return current
      if (current.rotation?.isLost) return null
      throw new PlatformError(RENEWING, 'later', PAUSE / 1000)
    },
    async start() {
      for (const workspace of await shelf.all()) if (workspace.rotation?.isLost) alarm(workspace, null)
      void look()
      timer = setInterval(look, every).unref()
    },
    async stop() {
      clearInterval(timer)
      await Promise.allSettled(underWay.values())
    },
  }
}
