import { UserError } from '../../../src/errors.js'
import { faultOf } from '../fault-of.js'
import type { SlackSurroundings } from '../options.js'
import type { Line, LineTimes } from './line.js'

/** Milliseconds that a connection must have lasted for the next one to be made at once. */
const LASTED = 10_000
const LONGEST_WAIT = 30_000
/** Slack will never let us in with these, however often we try. */
const HOPELESS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'no_permission',
  'not_allowed_token_type',
  'missing_scope',
])

/** How long things take, in milliseconds. */
export interface SocketTimes extends LineTimes {
  /** For which a connection that has been replaced is left to Slack to end; it gives ten seconds' notice. */
  readonly linger: number
  /** Without a connection, after which the log says so. */
  readonly alarm: number
  /** Half the longest pause after the first failure; it doubles with each one that follows. */
  readonly pause: number
}

export const TIMES: SocketTimes = {
  ...{ patience: 30_000, goodbye: 2000 },
  ...{ linger: 15_000, alarm: 60_000, pause: 500 },
}

/** A connection that is made again whenever it ends, and before that where Slack announces the end. */
export interface Connection {
  /**
   * Connects; where Slack cannot be reached, goes on trying in the background.
   * @throws UserError where Slack will never accept the token
   */
  start(): Promise<void>
  /** Ends it, and what else is still open; resolves after two seconds at the latest. */
  stop(): Promise<void>
}

/** Keeps one line, and a second one only while it takes over from the first. */
export function keepConnected(parts: {
  readonly make: (onChange: (line: Line) => void) => Line
  readonly times: SocketTimes
  readonly log: SlackSurroundings['log']
  readonly clock: () => Date
}): Connection {
  const { make, times, log, clock } = parts
  const lines = new Set<Line>()
  let current: Line | null = null
  let stopped = false
  let trying = false
  let connectedAt = 0
  let failures = 0
  let alarm: NodeJS.Timeout | undefined
  let wake: (() => void) | undefined

  const pause = () =>
    new Promise<void>((resolve) => {
      const longest = Math.min(LONGEST_WAIT, times.pause * 2 ** Math.min(failures, 7))
      wake = resolve
      setTimeout(resolve, longest * (0.5 + Math.random() / 2)).unref()
    })

  const isConnected = () => [...lines].some(({ state }) => state === 'open' || state === 'leaving')
  const others = () => [...lines].filter((line) => line !== current)

  /** Says once that there is no connection, unless there is one in time. */
  function watch(): void {
    if (stopped || isConnected()) return
    alarm ??= setTimeout(
      () => log.error({}, 'Slack: no connection for a minute, still trying'),
      times.alarm,
    ).unref()
  }

  function calm(): void {
    clearTimeout(alarm)
    alarm = undefined
  }

  /** @param counted how many connections Slack counts for our app */
  function takeOver(line: Line, counted: number): void {
    const ours = lines.size
    current = line
    connectedAt = clock().getTime()
    calm()
    log.info({}, 'Slack: connected')
    if (counted > ours)
      log.error(
        { connections: counted, ours },
        'Slack: another process is connected with the same token, or was until just now, and takes part of the events',
      )
    for (const old of others()) setTimeout(() => void old.close(), times.linger).unref()
  }

  /** @returns Slack's word for why it failed; null where it has none, and where all went well */
  async function tryOnce(): Promise<string | null> {
    await Promise.all(others().map((old) => old.close()))
    if (stopped) return null
    const line = make((changed) => {
      if (changed.state === 'ended') lines.delete(changed)
      renew()
    })
    lines.add(line)
    try {
      takeOver(line, await line.open())
      return null
    } catch (error) {
      lines.delete(line)
      failures++
      return faultOf('apps.connections.open', error, false).reason
    }
  }

  async function tryOn(): Promise<void> {
    trying = true
    const before = current
    while (!stopped && current === before) {
      if (failures > 0) await pause()
      if (stopped) return
      const reason = await tryOnce()
      if (reason !== null && HOPELESS.has(reason))
        log.error({ reason }, 'Slack: the app-level token is no longer accepted')
    }
    trying = false
    renew()
  }

  /** Makes another line where the current one will not last. */
  function renew(): void {
    watch()
    if (stopped || trying || current === null || current.state === 'open') return
    failures = clock().getTime() - connectedAt < LASTED ? failures + 1 : 0
    const why = current.state === 'leaving' ? 'is to be replaced' : 'ended'
    log.info({}, `Slack: connection ${why}, connecting again`)
    void tryOn()
  }

  return {
    async start() {
      watch()
      const reason = await tryOnce()
      if (reason !== null && HOPELESS.has(reason)) {
        calm()
        throw refusedToken(reason)
      }
      if (current) renew()
      else void tryOn()
    },
    async stop() {
      stopped = true
      calm()
      wake?.()
      await Promise.all([...lines].map((line) => line.close()))
    },
  }
}

const refusedToken = (reason: string) =>
  new UserError(
    'KLARTEXT_SLACK_APP_TOKEN',
    `a token that Slack refuses (${reason})`,
    'an app-level token with the scope connections:write',
    'Make a new one under „Basic Information“, „App-Level Tokens“ of the app, and start again.',
  )
