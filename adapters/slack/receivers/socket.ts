import { SocketModeReceiver } from '@slack/bolt'
import { UserError } from '../../../src/errors.js'
import { clientOptions } from '../client.js'
import { faultOf } from '../fault-of.js'
import type { SlackOptions, SlackSurroundings } from '../options.js'
import { silentLogger } from '../silent-logger.js'

/** Milliseconds without a ping of Slack after which the connection counts as dead. */
const PATIENCE = 30_000
/** Milliseconds that a connection must have lasted for the next one to be made at once. */
const LASTED = 10_000
const LONGEST_WAIT = 30_000
/** Milliseconds without a connection after which the log says so. */
const ALARM = 60_000
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

/** What we use of the SDK's socket; it hands on by itself what Slack sends. */
interface Socket {
  start(): Promise<unknown>
  disconnect(): Promise<void>
  on(event: string, listener: (...args: never[]) => void): unknown
  removeAllListeners(event: string): unknown
  onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void>
}

/** A connection that is made again whenever it ends. */
export interface Connection {
  /**
   * Connects; where Slack cannot be reached, goes on trying in the background.
   * @throws UserError where Slack will never accept the token
   */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Klartext calls Slack: a WebSocket through which events come and are acknowledged. */
export function socketReceiver(
  options: SlackOptions,
  { log, clock = () => new Date() }: SlackSurroundings,
  patience = PATIENCE,
): { readonly receiver: SocketModeReceiver; readonly connection: Connection } {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken ?? '',
    logger: silentLogger,
    // Its own way back ends the process where Slack cannot be reached, so we go ours.
    autoReconnectEnabled: false,
    serverPingTimeout: patience,
    clientPingTimeout: patience / 3,
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
    processEventErrorHandler: async () => false,
  })
  return { receiver, connection: keep(receiver.client as unknown as Socket, log, clock) }
}

function keep(socket: Socket, log: SlackSurroundings['log'], clock: () => Date): Connection {
  let stopped = false
  let connecting: Promise<void> | null = null
  let connectedAt = 0
  let failures = 0
  let alarm: NodeJS.Timeout | undefined
  let wake: (() => void) | undefined

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, milliseconds).unref()
    })

  /** @param first whether a hopeless token is thrown at whoever starts us, or logged */
  async function connect(first: boolean): Promise<void> {
    alarm ??= setTimeout(
      () => log.error({}, 'Slack: no connection for a minute, still trying'),
      ALARM,
    ).unref()
    while (!stopped) {
      if (failures > 0)
        await pause(Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(failures, 7)) * (0.5 + Math.random() / 2))
      if (stopped) return
      try {
        await socket.start()
        // Somebody stopped us meanwhile.
        if (stopped) return void (await socket.disconnect())
        connectedAt = clock().getTime()
        clearTimeout(alarm)
        alarm = undefined
        log.info({}, 'Slack: connected')
        return
      } catch (error) {
        failures++
        const { reason } = faultOf('apps.connections.open', error, false)
        if (reason !== null && HOPELESS.has(reason)) {
          if (first) throw refusedToken(reason)
          log.error({ reason }, 'Slack: the app-level token is no longer accepted')
        }
        // At the start, whoever waits for us goes on; we go on trying.
        if (first) return void begin(false)
      }
    }
  }

  function begin(first: boolean): Promise<void> {
    const work = connect(first).finally(() => {
      if (connecting === work) connecting = null
    })
    connecting = work
    return work
  }

  // A frame that is no JSON object as Slack sends it must not end the process.
  socket.removeAllListeners('ws_message')
  socket.on('ws_message', ((data: string | ArrayBuffer, isBinary: boolean) => {
    if (typeof data === 'string' && data.length < 2000 && data.includes('"hello"')) greet(data)
    socket.onWebSocketMessage(data, isBinary).catch(() => log.warn({}, 'Slack: a frame could not be read'))
  }) as never)

  function greet(data: string): void {
    const connections = Number(/"num_connections":\s*(\d+)/.exec(data)?.[1] ?? 1)
    if (connections > 1)
      log.warn(
        { connections },
        'Slack: another process is connected with the same token and takes part of the events',
      )
  }

  socket.on('disconnected', () => {
    if (stopped || connecting) return
    failures = clock().getTime() - connectedAt < LASTED ? failures + 1 : 0
    log.info({}, 'Slack: connection ended, connecting again')
    begin(false).catch(() => {})
  })

  return {
    start: () => begin(true),
    async stop() {
      stopped = true
      clearTimeout(alarm)
      wake?.()
      await Promise.race([
        socket.disconnect().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 2000).unref()),
      ])
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
