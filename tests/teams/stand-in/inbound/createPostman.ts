import { Agent, request } from 'node:http'
import type { Attempt, Clock, Envelope, Fields } from '../types.js'

/** A request as a test makes it up. */
export interface RawRequest {
  readonly body: string | Buffer | Fields
  readonly url?: string
  readonly method?: string
  /** Goes out as a Bearer token; null: no Authorization at all. */
  readonly token?: string | null
  /** Set last; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export interface PostmanOptions {
  readonly clock: Clock
  /** Mints a token for a service URL. */
  readonly mint: (serviceUrl: string) => string
  readonly serviceUrl: string
  /** Real milliseconds Teams waits for an answer. */
  readonly patience: number
  /** The same for invokes, in front of which somebody waits. */
  readonly invokePatience: number
}

/** Milliseconds of the clock after which Teams gives up. */
const WAITS = 15_000

/** Posts activities with a token over connections it keeps open. */
export function createPostman({ clock, mint, serviceUrl, patience, invokePatience }: PostmanOptions) {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' })
  let target = ''

  function post(raw: RawRequest, wait = patience): Promise<Attempt> {
    const { url = target, method = 'POST', token = mint(serviceUrl) } = raw
    const plain = typeof raw.body === 'string' || Buffer.isBuffer(raw.body)
    const body = plain ? (raw.body as string | Buffer) : JSON.stringify(raw.body)
    const headers: Record<string, string | number | undefined> = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
      authorization: token === null ? undefined : `Bearer ${token}`,
      ...raw.headers,
    }
    for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name]
    return exchange(url, method, headers as Record<string, string>, body, wait)
  }

  function exchange(
    url: string,
    method: string,
    headers: Record<string, string>,
    body: string | Buffer,
    wait: number,
  ): Promise<Attempt> {
    const at = clock.now()
    if (!url)
      return Promise.resolve({ at, status: 0, reason: 'nowhere_to_go', body: undefined, headers: {}, ms: 0 })
    const begun = performance.now()
    return new Promise((resolve) => {
      const asked = request(url, { method, headers, agent })
      let timer: NodeJS.Timeout | undefined
      let callOff: (() => void) | undefined
      const settle = (status: number, reason: string, text = '', answer: Attempt['headers'] = {}) => {
        clearTimeout(timer)
        callOff?.()
        const ms = performance.now() - begun
        resolve({ at, status, reason, body: parsed(text, answer), headers: answer, ms })
      }
      const timeOut = () => {
        settle(0, 'timeout')
        asked.destroy()
      }
      asked.on('socket', () => {
        timer = setTimeout(timeOut, wait)
        callOff = clock.at(clock.now() + WAITS, timeOut)
      })
      asked.on('error', () => settle(0, 'connection_failed'))
      asked.on('response', (res) => {
        let text = ''
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => (text += chunk))
        const status = res.statusCode ?? 0
        const good = status >= 200 && status < 300
        res.on('end', () => settle(status, good ? '' : 'http_error', text, res.headers))
        res.on('error', () => settle(0, 'connection_failed'))
      })
      asked.end(body)
    })
  }

  return {
    aim: (url: string) => void (target = url),
    post,
    send({ activity }: Envelope): Promise<Attempt> {
      const token = mint(String(activity.serviceUrl))
      const wait = activity.type === 'invoke' ? invokePatience : patience
      const correlation = { 'ms-cv': 'stand-in.0', 'x-ms-conversation-id': '' }
      correlation['x-ms-conversation-id'] = String((activity.conversation as Fields | undefined)?.id ?? '')
      return post({ body: activity, token, headers: correlation }, wait)
    },
    close: () => agent.destroy(),
  }
}

export type Postman = ReturnType<typeof createPostman>

/** An answer as the bot meant it. */
function parsed(text: string, headers: Attempt['headers']): unknown {
  if (!text || !String(headers['content-type'] ?? '').includes('json')) return text || undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
