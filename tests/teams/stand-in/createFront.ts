import type { Request, Response } from 'express'
import type { createMishaps } from '../../slack/stand-in/createMishaps.js'
import type { Ledger } from './createLedger.js'
import { Refusal } from './Refusal.js'
import type { Call, Clock, Fields, Mishap } from './types.js'

/** What an operation gets to work with. */
export interface Asked {
  readonly name: string
  /** Parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  readonly body: Fields
  readonly req: Request
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export type Operation = (asked: Asked) => Answer | Promise<Answer>

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What Microsoft's error codes come with, for mishaps that name only the code. */
const STATUS: Readonly<Record<string, number>> = {
  Unauthorized: 401,
  invalid_client: 401,
  MessageWritesBlocked: 403,
  BotNotInConversationRoster: 403,
  ForbiddenOperationException: 403,
  ConversationNotFound: 404,
  ActivityNotFoundInConversation: 404,
  PreconditionFailed: 412,
  MessageSizeTooBig: 413,
  Throttled: 429,
  InternalServerError: 500,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
}

/** What a mishap answers instead of the operation; it may also only lose the answer. */
function mishandled({ status, error, rateLimit }: Mishap): Refusal | undefined {
  if (rateLimit !== undefined)
    return new Refusal(429, 'Throttled', 'Too many requests.', { retryAfter: rateLimit })
  if (error !== undefined) return new Refusal(status ?? STATUS[error] ?? 400, error, 'On demand.')
  return status === undefined ? undefined : new Refusal(status, '', '')
}

/** Lets operations answer over HTTP: writes down each call, and lets mishaps meet it. */
export function createFront(clock: Clock, ledger: Ledger, mishaps: ReturnType<typeof createMishaps>) {
  /** The body as JSON or a form; anything else is refused where there is a body at all. */
  function bodyOf(req: Request, form: boolean): Fields {
    const raw = typeof req.body === 'string' ? req.body : ''
    if (!raw) return {}
    const type = String(req.headers['content-type'] ?? '').split(';')[0]
    if (form && type === 'application/x-www-form-urlencoded')
      return Object.fromEntries(new URLSearchParams(raw))
    if (form || type !== 'application/json')
      throw new Refusal(415, 'UnsupportedMediaType', `Content-Type ${type} is not supported.`, {
        fault: true,
      })
    try {
      return JSON.parse(raw) as Fields
    } catch {
      throw new Refusal(400, 'BadSyntax', 'The body is no JSON.', { fault: true })
    }
  }

  async function attempt(call: Call, work: () => Answer | Promise<Answer>) {
    try {
      return { ...(await work()), retryAfter: undefined }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.fault) ledger.fault(call.name, error.code, error.messages)
      return { status: error.status, body: error.answer, retryAfter: error.retryAfter }
    }
  }

  return function handle(name: string, run: Operation, form = false) {
    return async (req: Request, res: Response) => {
      const params = req.params as Record<string, string>
      const call: Call = {
        ...{ name, method: req.method, path: req.originalUrl, args: {}, at: clock.now() },
        ...{ status: 0, answer: undefined },
      }
      ledger.calls.push(call)
      const body = await attempt(call, () => ({ status: 0, body: bodyOf(req, form) }))
      const given = body.status === 0 ? (body.body as Fields) : {}
      Object.assign(call.args, params, req.query, given)
      const mishap = mishaps.take(name, call.args)
      if (mishap?.delayMs) await pause(mishap.delayMs)
      const instead = mishap && mishandled(mishap)
      const asked = { name, params, query: req.query as Fields, body: given, req }
      const told = await attempt(call, () => {
        if (instead) throw instead
        return body.status === 0 ? run(asked) : body
      })
      call.status = told.status
      call.answer = told.body
      if (mishap?.loseAnswer === 'hang') return
      if (mishap?.loseAnswer) return void req.socket.destroy()
      if (told.retryAfter !== undefined) res.setHeader('retry-after', String(told.retryAfter))
      if (instead && !instead.code) res.status(told.status).send('<html>Something went wrong</html>')
      else if (told.body === undefined) res.status(told.status).end()
      else res.status(told.status).json(told.body)
    }
  }
}

export type Front = ReturnType<typeof createFront>
