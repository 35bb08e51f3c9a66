import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { AppIdentity, Attempt, Clock, Envelope, Fields, Retry } from '../types.js'

/** A request as a test makes it up. */
export interface RawRequest {
  readonly body: string | Buffer
  readonly url?: string
  readonly contentType?: string
  /** Signs with this instead. */
  readonly secret?: string
  /** Seconds, in the header and in the signature. */
  readonly timestamp?: number | string
  /** Set last; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export interface PostmanOptions {
  readonly app: AppIdentity
  readonly clock: Clock
  /** Real milliseconds Slack waits for an answer. */
  readonly patience: number
  /** Milliseconds for X-Slack-Request-Timestamp. */
  readonly signedAt: () => number
}

const FORM = 'application/x-www-form-urlencoded'

/** A payload as its kind travels over HTTP. */
function packed({ kind, payload }: Envelope): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const form =
    kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>)
  return { body: new URLSearchParams(form).toString(), contentType: FORM }
}

/** Posts signed requests over connections it keeps open. */
export function createPostman({ app, clock, patience, signedAt }: PostmanOptions) {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' })
  let target = ''

  function post(raw: RawRequest): Promise<Attempt> {
    const { body, url = target, contentType = 'application/json', secret = app.signingSecret } = raw
    const { timestamp = Math.floor(signedAt() / 1000), headers: more } = raw
    const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
    const headers: Record<string, string | number | undefined> = {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': `${timestamp}`,
      'x-slack-signature': `v0=${hash}`,
      ...more,
    }
    for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name]
    return exchange(url, headers as Record<string, string>, body)
  }

  function exchange(url: string, headers: Record<string, string>, body: string | Buffer): Promise<Attempt> {
    const at = clock.now()
    const begun = performance.now()
    return new Promise((resolve) => {
      const asked = request(url, { method: 'POST', headers, agent })
      let timer: NodeJS.Timeout | undefined
      let callOff: (() => void) | undefined
      const settle = (status: number, reason: string, text = '', answer: Attempt['headers'] = {}) => {
        clearTimeout(timer)
        callOff?.()
        const ms = performance.now() - begun
        resolve({ at, status, reason, body: parsed(text, answer), headers: answer, ms })
      }
      const timeOut = () => {
        settle(0, 'http_timeout')
        asked.destroy()
      }
      asked.on('socket', () => {
        timer = setTimeout(timeOut, patience)
        callOff = clock.at(clock.now() + 3000, timeOut)
      })
      asked.on('error', () => settle(0, 'connection_failed'))
      asked.on('response', (res) => {
        let text = ''
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => (text += chunk))
        const status = res.statusCode ?? 0
        res.on('end', () =>
          settle(status, status >= 200 && status < 300 ? '' : 'http_error', text, res.headers),
        )
        res.on('error', () => settle(0, 'connection_failed'))
      })
      asked.end(body)
    })
  }

  return {
    get target() {
      return target
    },
    aim: (url: string) => void (target = url),
    post,
    send(envelope: Envelope, retry?: Retry): Promise<Attempt> {
      const headers: Record<string, string> = retry
        ? { 'x-slack-retry-num': `${retry.num}`, 'x-slack-retry-reason': retry.reason }
        : {}
      return post({ ...packed(envelope), headers })
    },
    close: () => agent.destroy(),
  }
}

/** An answer as the app meant it. */
function parsed(text: string, headers: Attempt['headers']): unknown {
  if (!text || !String(headers['content-type'] ?? '').includes('json')) return text
  try {
    return JSON.parse(text) as Fields
  } catch {
    return text
  }
}
