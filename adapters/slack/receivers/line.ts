import { type App, SocketModeReceiver } from '@slack/bolt'
import { clientOptions } from '../client.js'
import type { SlackOptions } from '../options.js'
import { silentLogger } from '../silent-logger.js'

/** What we use of the SDK's socket; it hands on by itself what Slack sends. */
interface Socket {
  readonly websocket?: { isActive(): boolean; readonly closeHandshakeTimeout?: NodeJS.Timeout }
  start(): Promise<unknown>
  disconnect(): Promise<void>
  on(event: string, listener: (...args: never[]) => void): unknown
  removeAllListeners(event: string): unknown
  onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void>
}

/** What Slack says of the line itself. */
interface Signal {
  readonly type?: unknown
  readonly num_connections?: unknown
}

/** `leaving`: Slack will end it soon and wants us on another one; until then it works as before. */
export type LineState = 'opening' | 'open' | 'leaving' | 'ended'

/** One WebSocket to Slack, from its making to its end; another connection is another line. */
export interface Line {
  readonly state: LineState
  /**
   * Connects, and waits for Slack's hello.
   * @returns how many connections Slack counts for the app, this one included; 0 where it does not say
   * @throws whatever kept Slack from saying hello, such as an error of the SDK; the line is of no use then
   */
  open(): Promise<number>
  /** Ends it, whether Slack answers the goodbye or not; resolves once it is closed. Never throws. */
  close(): Promise<void>
}

/** How long Slack may take, in milliseconds. */
export interface LineTimes {
  /** For its next ping, or for its hello; after that, the line counts as dead. */
  readonly patience: number
  /** To answer a goodbye; it often does, but leaves the line open. */
  readonly goodbye: number
}

export function createLine(parts: {
  readonly options: Pick<SlackOptions, 'appToken' | 'apiUrl'>
  readonly times: LineTimes
  /** Gets what comes. */
  readonly app: App
  /** Hears of each new state after the hello. */
  readonly onChange: (line: Line) => void
  /** Hears of what came and was no envelope. */
  readonly onNoise: () => void
}): Line {
  const { times, onChange, onNoise } = parts
  const socket = createSocket(parts)
  let state: LineState = 'opening'
  let counted = 0
  let closing: Promise<void> | null = null

  function become(next: LineState): void {
    if (state === next || state === 'ended') return
    const wasGreeted = state !== 'opening'
    state = next
    if (wasGreeted) onChange(line)
  }

  function hear({ type, num_connections }: Signal): void {
    if (type !== 'hello' || state !== 'opening') return
    counted = Number(num_connections) || 0
    become('open')
  }

  /** The SDK would close at once, and what is under way could not be acknowledged any more. */
  function leave(): void {
    if (state === 'opening') void line.close()
    else become('leaving')
  }

  async function shut(): Promise<void> {
    const force = setTimeout(() => socket.disconnect().catch(() => {}), times.goodbye).unref()
    await socket.disconnect().catch(() => {})
    clearTimeout(force)
    // The SDK forgets this one where the line was closed while it opened, and the process would wait for it.
    clearTimeout(socket.websocket?.closeHandshakeTimeout)
  }

  socket.removeAllListeners('ws_message')
  socket.on('ws_message', ((data: string | ArrayBuffer, isBinary: boolean) => {
    const signal = signalOf(data)
    if (signal?.type === 'disconnect') return leave()
    if (signal) hear(signal)
    // A frame that is no JSON object as Slack sends it must not end the process.
    socket.onWebSocketMessage(data, isBinary).catch(onNoise)
  }) as never)

  socket.on('disconnected', () => {
    // The SDK names what it emits after what Slack sends, so that an event may be called like this, too.
    if (!socket.websocket?.isActive()) become('ended')
  })

  const line: Line = {
    get state() {
      return state
    },
    async open() {
      const deadline = setTimeout(() => void line.close(), times.patience).unref()
      await socket.start().finally(() => clearTimeout(deadline))
      if (!closing) return counted
      // Closed before there was anything to close.
      await shut()
      throw new Error('closed while it opened')
    },
    async close() {
      if (state === 'ended') return
      closing ??= shut()
      await closing
    },
  }
  return line
}

/** The SDK's client holds one connection, so each line has its own. */
function createSocket(parts: Pick<Parameters<typeof createLine>[0], 'options' | 'times' | 'app'>): Socket {
  const { options, times, app } = parts
  const receiver = new SocketModeReceiver({
    appToken: options.appToken ?? '',
    logger: silentLogger,
    // Its own way back ends the process where Slack cannot be reached, so we go ours.
    autoReconnectEnabled: false,
    serverPingTimeout: times.patience,
    clientPingTimeout: times.patience / 3,
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
    processEventErrorHandler: async () => false,
  })
  receiver.init(app)
  return receiver.client as unknown as Socket
}

/** Null for everything that is about something else than the line; such frames can be long. */
function signalOf(data: string | ArrayBuffer): Signal | null {
  if (typeof data !== 'string' || data.length > 2000 || !/"(?:hello|disconnect)"/.test(data)) return null
  try {
    return JSON.parse(data) as Signal | null
  } catch {
    return null
  }
}
