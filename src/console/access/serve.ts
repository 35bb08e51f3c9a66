import { type Request, type RequestHandler, type Response, Router } from 'express'
import { PlatformError, UserError } from '../../errors.js'
import type { Person, Role } from '../../types.js'
import type { House } from '../house.js'
import { withHeldNotice } from '../pages/council/with-held-notice.js'
import type { Area, Route } from '../route.js'
import { answer } from './answer.js'
import { BadBody, readBody, type Sent } from './body.js'
import type { Cookies } from './cookies.js'
import { type Front, type Present, speechFor } from './front.js'
import { giveBack, showFault } from './give-back.js'
import { languageOf } from './language.js'
import type { Origin } from './origin.js'
import { returnPath } from './return-path.js'
import { same } from './same.js'
import type { Sessions } from './sessions.js'
import { visitOf } from './visit.js'

/** What the table of routes is served with. */
export interface Access {
  readonly house: House
  readonly front: Front
  readonly origin: Origin
  readonly cookies: Cookies
  readonly sessions: Sessions
  readonly rolesOf: (person: Person) => Promise<ReadonlySet<Role>>
  /** False where the person's company has removed Klartext. */
  readonly isKnown: (person: Person) => Promise<boolean>
  /** Null but for invented people. */
  readonly nameOf: (person: Person) => string | null
  readonly clock: () => Date
  readonly log: { error(what: object, text: string): void }
}

const AREAS: readonly Area[] = ['me', 'try', 'changes', 'team', 'lexicon', 'council']

const NOTHING: Sent = { fields: new Map(), file: null, upload: false }

/** The areas whose first page these roles may see. */
function areasFor(routes: readonly Route[], roles: ReadonlySet<Role>): Area[] {
  const mayGet = (path: string) =>
    routes.some(
      (route) => route.method === 'get' && route.path === path && route.roles.some((role) => roles.has(role)),
    )
  return AREAS.filter((area) => mayGet(`/${area}`))
}

/**
 * Serves the table of routes, and decides alone who may ask for which: signed in, in one of the route's offices, and,
 * where something changes, from a form of ours.
 */
export function serveRoutes(routes: readonly Route[], access: Access): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const route of routes) router[route.method](route.path, handle(route, routes, access))
  router.use(async (req, res) =>
    access.front.refuse(req, res, 404, 'not-found', await presentOf(req, routes, access)),
  )
  return router
}

function handle(route: Route, routes: readonly Route[], access: Access): RequestHandler {
  const { front, origin, log } = access

  return async (req, res) => {
    const changes = route.method === 'post'
    if (changes && !origin.isFromHere(req)) return front.refuse(req, res, 403, 'other-site')
    const present = await presentOf(req, routes, access)
    let sent = NOTHING
    try {
      if (!present && !changes) return askToSignIn(req, res)
      if (present && !route.roles.some((role) => present.roles.has(role)))
        return front.refuse(req, res, 403, 'forbidden', present)
      if (changes) {
        sent = await readBody(req, res, route.upload, present !== null)
        const [csrf = ''] = sent.fields.get('csrf') ?? []
        if (!present || !same(csrf, present.session.csrf)) return giveBack(req, res, sent, present, front)
      }
      const visit = await visitOf(req, access.house, present!, sent, access.clock())
      answer(req, res, withHeldNotice(await route.handle(visit), visit), present!, front)
    } catch (error) {
      if (res.headersSent) throw error
      if (error instanceof BadBody) {
        const reason = error.status === 413 ? 'too-big' : 'wrong-type'
        // What is still on its way is not waited for.
        return front.refuse(req, res.set('Connection', 'close'), error.status, reason, present)
      }
      if (error instanceof UserError) return showFault(req, res, error, sent, present, front)
      log.error({ fault: error instanceof Error ? error.name : typeof error }, 'console: request failed')
      front.refuse(req, res, 500, 'fault', present)
    }
  }
}

/** Who is there, in their words; null where nobody is signed in. */
async function presentOf(
  req: Request,
  routes: readonly Route[],
  access: Access,
): Promise<(Present & { roles: ReadonlySet<Role> }) | null> {
  const session = await access.sessions.find(req)
  if (!session) return null
  const { person } = session
  if (!(await access.isKnown(person).catch(stays))) return null
  const [roles, settings] = await Promise.all([access.rolesOf(person), access.house.core.settings(person)])
  return {
    ...speechFor(languageOf(req, access.cookies, settings), settings.tone),
    session,
    roles,
    account: {
      areas: areasFor(routes, roles),
      csrf: session.csrf,
      name: access.nameOf(person),
      endsSessions: roles.has('admin'),
    },
  }
}

/** A platform that cannot be asked at the moment has not removed anybody. */
function stays(error: unknown): true {
  if (error instanceof PlatformError) return true
  throw error
}

function askToSignIn(req: Request, res: Response): void {
  const url = new URL(returnPath(req.originalUrl) ?? '/console', 'http://here.invalid')
  // What was said is said now, not once more after the sign-in.
  const said = url.searchParams.get('said')
  url.searchParams.delete('said')
  const query = new URLSearchParams({ to: url.pathname + url.search, ...(said && { said }) })
  res.redirect(303, `/console/sign-in?${query}`)
}
