import express, { type Request, type Response, Router } from 'express'
import type { Ledger } from './createLedger.js'
import type { createLimits } from './createLimits.js'
import type { createMishaps } from './createMishaps.js'
import type { World } from './createWorld.js'
import { neededScopes } from './neededScopes.js'
import { Refusal } from './Refusal.js'
import { type Args, readArgs } from './readArgs.js'
import type { Fields, Grant, Mishap, Workspace } from './types.js'

/** What a method gets to work with. */
export interface Asked {
  readonly method: string
  readonly args: Args
  readonly grant: Grant
  readonly workspace: Workspace
}

/** The Web API methods by name; those in `open` are called without a token. */
export type Methods = Readonly<Record<string, (asked: Asked) => Fields>>

export interface ApiParts {
  readonly world: World
  readonly ledger: Ledger
  readonly limits: ReturnType<typeof createLimits>
  readonly mishaps: ReturnType<typeof createMishaps>
  readonly methods: Methods
  readonly open: Readonly<Record<string, (args: Args, authorization: string) => Fields>>
}

/** Errors that say that the app asked wrongly, whatever the state of the world. */
const FAULTS =
  /^(invalid_(arguments|blocks|metadata|json|charset)|.*_too_l(ong|arge)$|no_text|missing_scope|unknown_method|not_authed|not_allowed_token_type|push_limit_reached)/

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** POST /api/<method>, as slack.com serves it. */
export function createApi({ world, ledger, limits, mishaps, methods, open }: ApiParts): Router {
  /** The grant behind a token, if it is still good. */
  function authenticate(token: string, method: string): Grant {
    if (!token) throw new Refusal('not_authed')
    const grant = world.grants.get(token)
    if (!grant) throw new Refusal('invalid_auth')
    if (grant.dead) throw new Refusal(grant.dead)
    if (grant.expires !== undefined && grant.expires <= world.clock.now()) throw new Refusal('token_expired')
    const kind = method.startsWith('apps.connections.') ? 'app' : 'bot'
    if (grant.kind !== kind) throw new Refusal('not_allowed_token_type')
    return grant
  }

  function answer(method: string, args: Args, authorization: string, grant: Grant | undefined): Fields {
    if (open[method]) return open[method](args, authorization)
    const run = methods[method]
    if (!run) throw new Refusal('unknown_method')
    const { workspace } = authenticate(grant?.token ?? '', method)
    const owner = workspace ?? ({ id: '' } as Workspace)
    const needed = workspace ? neededScopes(method, workspace, args.text('channel') ?? '') : []
    if (needed.length > 0 && !needed.some((scope) => grant!.scopes.has(scope))) {
      const provided = [...grant!.scopes].join(',')
      throw new Refusal('missing_scope', { needed: needed[0], provided })
    }
    const wait = limits.wait(method, owner.id, args.raw)
    if (wait > 0) throw new Refusal('ratelimited', { retry_after: wait })
    return { ok: true, ...run({ method, args, grant: grant!, workspace: owner }) }
  }

  /** What a mishap answers instead of the method. */
  function mishandled({ error, rateLimit }: Mishap): Fields | undefined {
    if (rateLimit !== undefined) return { ok: false, error: 'ratelimited', retry_after: rateLimit }
    return error === undefined ? undefined : { ok: false, error }
  }

  function attempt(work: () => Fields): Fields {
    try {
      return work()
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      throw error
    }
  }

  async function handle(req: Request, res: Response) {
    const method = String(req.params.method)
    const { token, ...given } = { ...req.query, ...(req.body as Fields) } as Fields
    const args = readArgs(given)
    const authorization = req.headers.authorization ?? ''
    const bearer = authorization.replace(/^Bearer /, '') || String(token ?? '')
    const grant = world.grants.get(bearer) ?? (bearer ? ({ token: bearer } as Grant) : undefined)
    const team = grant?.workspace?.id ?? ''
    const mishap = mishaps.take(method, given)
    const call = { method, team, args: given, at: world.clock.now(), answer: {} as Fields }
    ledger.called(call)
    if (mishap?.delayMs) await pause(mishap.delayMs)
    if (mishap?.status) {
      call.answer = { ok: false, status: mishap.status }
      return void res.status(mishap.status).send('<html>Something went wrong</html>')
    }
    const told = (mishap && mishandled(mishap)) ?? attempt(() => answer(method, args, authorization, grant))
    call.answer = told
    const messages = (told.errors as string[] | undefined) ?? []
    if (!mishap?.error && FAULTS.test(String(told.error ?? '')))
      ledger.fault(team, method, String(told.error), messages)
    if (mishap?.loseAnswer === 'hang') return
    if (mishap?.loseAnswer) return void req.socket.destroy()
    respond(res, told, grant)
  }

  function respond(res: Response, { retry_after, ...told }: Fields, grant: Grant | undefined) {
    if (grant?.scopes) res.setHeader('x-oauth-scopes', [...grant.scopes].join(','))
    if (typeof told.needed === 'string') res.setHeader('x-accepted-oauth-scopes', told.needed)
    if (retry_after !== undefined) res.status(429).setHeader('retry-after', String(retry_after))
    res.json(told)
  }

  const router = Router()
  const bodies = [express.urlencoded({ extended: false, limit: '4mb' }), express.json({ limit: '4mb' })]
  router.all('/api/:method', ...bodies, handle)
  return router
}
