import { json, type NextFunction, type Request, type Response, Router } from 'express'
import { MESSAGES_PATH } from '../manifest.js'
import type { TeamsOptions, TeamsSurroundings } from '../options.js'
import { type ActivityShape, activityShape, isOf } from './activity.js'
import { KeysUnavailable } from './keys.js'
import type { Microsoft } from './microsoft.js'
import type { Claims } from './token.js'

/** The longest body, in bytes. */
export const LONGEST_BODY = 1024 * 1024

/** What the house answers an activity. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** What lets activities in. */
export interface DoorParts {
  readonly options: Pick<TeamsOptions, 'tenant' | 'playground'>
  readonly microsoft: Pick<Microsoft, 'isService'>
  readonly checkToken: (header: string | undefined) => Promise<Claims | null>
  readonly log: TeamsSurroundings['log']
  /** What is to be done with an activity that was let in; where it throws, Teams is asked to come again. */
  readonly handle: (activity: ActivityShape) => Promise<Answer>
}

/**
 * The only way in. First the token, of which the body is no part; then the body, limited before it is read; then
 * whether both speak of the same address, and of our own company. Who is refused learns a number and no reason.
 */
export function door({ options, microsoft, checkToken, log, handle }: DoorParts): Router {
  const claims = new WeakMap<Request, Claims>()

  async function identify(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (options.playground) {
      if (!isThisMachine(request)) return void response.status(403).end()
      return next()
    }
    try {
      // Of several, nobody could say which one holds.
      const [header, another] = request.headersDistinct.authorization ?? []
      const holds = another === undefined ? await checkToken(header) : null
      if (!holds) return void response.status(401).end()
      claims.set(request, holds)
      next()
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error
      comeAgain(response)
    }
  }

  async function take(request: Request, response: Response): Promise<void> {
    const parsed = activityShape.safeParse(request.body)
    if (!parsed.success) return void response.status(400).end()
    const activity = parsed.data
    const { serviceUrl } = activity
    const isMeant = options.playground || claims.get(request)?.serviceUrl === serviceUrl
    if (!isMeant || !microsoft.isService(serviceUrl)) return void response.status(403).end()
    if (!options.playground && !isOf(options.tenant, activity)) return void response.status(403).end()
    try {
      const { status, body } = await handle(activity)
      response.status(status)
      if (body === undefined) response.end()
      else response.json(body)
    } catch {
      // Nothing of the fault is told: it may quote what somebody wrote.
      log.warn({}, 'Teams: an activity was not taken; Teams will come again')
      comeAgain(response)
    }
  }

  const routes = Router()
  routes.post(MESSAGES_PATH, identify, json({ limit: LONGEST_BODY, inflate: false }), take)
  routes.all(MESSAGES_PATH, (_request, response) => void response.status(405).set('Allow', 'POST').end())
  routes.use(MESSAGES_PATH, (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(statusOf(error)).end()
  })
  return routes
}

const comeAgain = (response: Response) => void response.status(503).set('Retry-After', '10').end()

/** A body that is too long, no JSON, or compressed. */
function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const LOCAL_NAME = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i
const HANDED_ON = /^(?:forwarded|via|origin|x-forwarded-.*|x-real-ip|x-original-.*)$/

/** Not by the address alone: what a proxy, a tunnel or a page in a browser hands on comes from this machine as well. */
const isThisMachine = ({ socket, headers }: Request): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? '') &&
  LOCAL_NAME.test(headers.host ?? '') &&
  !Object.keys(headers).some((name) => HANDED_ON.test(name))
