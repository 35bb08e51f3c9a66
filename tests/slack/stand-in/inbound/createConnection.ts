import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Attempt, Clock, Envelope, Fields, Retry } from '../types.js'

/** What a connection is like: closing ones get nothing new any more, ghosts and silent ones swallow what they get. */
type Mood = 'live' | 'silent' | 'ghost' | 'leaving' | 'closing'

/** Real milliseconds between a goodbye and the end, unless told. */
const GRACE = 1000

/** One WebSocket of the app, or a registration that has none. */
export function createConnection(
  ws: WebSocket | undefined,
  clock: Clock,
  patience: number,
  pingEvery: number,
) {
  const waiting = new Map<string, (status: number, reason: string, body?: unknown) => void>()
  const id = randomUUID()
  let mood: Mood = ws ? 'live' : 'ghost'
  let isMute = false

  const ping = () => mood !== 'silent' && !isMute && ws?.readyState === ws?.OPEN && ws?.ping()
  const pinging = setInterval(ping, pingEvery).unref()

  ws?.on('message', (data) => {
    const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown }
    waiting.get(envelope_id ?? '')?.(200, '', payload)
  })
  ws?.on('error', () => {})
  ws?.on('close', () => {
    clearInterval(pinging)
    for (const settle of [...waiting.values()]) settle(0, 'connection_failed')
  })

  const write = (message: Fields) => ws?.send(JSON.stringify(message))
  const later = (ms: number, act: () => void) => setTimeout(act, ms).unref()

  /** Gives nothing new any more, waits for what is not acknowledged yet, and ends. */
  function end(): void {
    mood = 'closing'
    if (waiting.size === 0) ws?.close(1000)
  }

  /** Goes on as before until it ends. */
  function fade(grace: number): void {
    mood = 'leaving'
    later(grace, end)
  }

  return {
    id,
    get mood() {
      return mood
    },
    write,
    ping,
    end,
    closed: (done: () => void) => void ws?.on('close', done),
    /** Hands over one envelope and waits for the acknowledgement. */
    send(envelope: Envelope, retry?: Retry): Promise<Attempt> {
      const { kind: type, payload } = envelope
      const at = clock.now()
      const begun = performance.now()
      const envelope_id = randomUUID()
      const again = { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
      const accepts = { accepts_response_payload: type !== 'events_api' }
      return new Promise((resolve) => {
        const settle = (status: number, reason: string, body?: unknown) => {
          waiting.delete(envelope_id)
          clearTimeout(timer)
          callOff()
          if (mood === 'closing') end()
          resolve({ at, status, reason, body, headers: {}, ms: performance.now() - begun })
        }
        const timer = setTimeout(settle, patience, 0, 'timeout')
        const callOff = clock.at(clock.now() + 3000, () => settle(0, 'timeout'))
        waiting.set(envelope_id, settle)
        if (mood === 'silent' || mood === 'ghost') return
        write({ envelope_id, payload, type, ...accepts, ...(type === 'events_api' ? again : {}) })
      })
    },
    /** Half-open: the TCP connection stays, but nothing comes and nothing is read any more. */
    silence() {
      mood = 'silent'
      ws?.pause()
    },
    /** Swallows everything while its pings look fine. */
    haunt: () => void (mood = 'ghost'),
    /** Answers pings as before and hands events over, but pings no more by itself. */
    mute: () => void (isMute = true),
    /** Says goodbye; the app is expected to come back on a new connection. A warning comes before the refresh. */
    disconnect(reason: string, host: string, grace = GRACE) {
      const say = (why: string) => write({ type: 'disconnect', reason: why, debug_info: { host } })
      say(reason)
      if (reason !== 'warning') return fade(grace)
      later(grace, () => {
        say('refresh_requested')
        fade(grace)
      })
    },
    /** Breaks off without a word. */
    drop() {
      clearInterval(pinging)
      ws?.resume()
      ws?.terminate()
    },
  }
}

export type Connection = ReturnType<typeof createConnection>
