import { type NextFunction, type Request, type Response, Router } from 'express'
import { cached } from '../cached.js'
import { nameOf } from '../name-of.js'
import type { Person } from '../types.js'
import { createCookies } from './access/cookies.js'
import { createFront } from './access/front.js'
import { strictHeaders } from './access/headers.js'
import { keepLanguage } from './access/language.js'
import { createOrigin } from './access/origin.js'
import { createRolesOf } from './access/roles.js'
import { type Access, serveRoutes } from './access/serve.js'
import { createSessions } from './access/sessions.js'
import { signOut } from './access/sign-out.js'
import { assets } from './assets.js'
import type { House, Offices } from './house.js'
import type { Route } from './route.js'
import type { Provider } from './sign-in/provider.js'
import { type Invented, signInRoutes } from './sign-in/routes.js'
import { createTransactions } from './sign-in/transaction.js'

/** What the console is built from. */
export interface ConsoleParts {
  readonly house: House
  readonly routes: readonly Route[]
  readonly signIn: {
    readonly providers: readonly Provider[]
    /** Whether Klartext is installed where the person belongs. */
    readonly isKnown: (person: Person) => Promise<boolean>
  }
  readonly offices: Offices
  /** The public address, without a path; undefined: only this machine is answered. */
  readonly url: string | undefined
  /** Invented people whom anybody on this machine may be; empty but in the playground. */
  readonly people: readonly Invented[]
  readonly log: {
    warn(what: object, text: string): void
    error(what: object, text: string): void
  }
  readonly clock: () => Date
}

/** Seconds after which a removal of Klartext from a workspace ends its people's sessions. */
const FRESH = 30

/** All pages of the console, under `/console`. */
export function createConsole(parts: ConsoleParts): Router {
  const { house, routes, signIn, offices, url, people, log, clock } = parts
  const origin = createOrigin(url)
  const cookies = createCookies(origin.https)
  const front = createFront(cookies)
  const sessions = createSessions(house.store, cookies, clock)
  const isKnown = cached((person: Person) => signIn.isKnown(person), nameOf, {
    seconds: FRESH,
    most: 10_000,
    now: () => clock().getTime(),
  })
  const names = new Map(people.map(({ person, name }) => [nameOf(person), name]))
  const access: Access = {
    house,
    front,
    origin,
    cookies,
    sessions,
    rolesOf: createRolesOf(house.store, offices, clock, house.timeZone),
    isKnown,
    nameOf: (person) => names.get(nameOf(person)) ?? null,
    clock,
    log,
  }

  const inside = Router({ caseSensitive: true, strict: true })
  inside.use(strictHeaders(origin.https))
  inside.use((req, res, next) => (origin.isOurHost(req) ? next() : front.refuse(req, res, 403, 'other-host')))
  inside.use('/assets', assets)
  inside.use(keepLanguage(cookies))
  inside.use(
    '/sign-in',
    signInRoutes({
      front,
      origin,
      cookies,
      sessions,
      transactions: createTransactions(house.store.vault, clock),
      providers: signIn.providers,
      people,
      url,
      isKnown,
      log,
    }),
  )
  inside.post('/sign-out', signOut(front, origin, sessions))
  inside.use(serveRoutes(routes, access))
  inside.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error)
    const status = (error as { status?: unknown } | null)?.status
    const theirs = typeof status === 'number' && status >= 400 && status < 500
    if (!theirs)
      log.error({ fault: error instanceof Error ? error.name : typeof error }, 'console: request failed')
    front.refuse(req, res, theirs ? status : 500, theirs ? 'not-found' : 'fault')
  })

  const router = Router({ caseSensitive: true })
  router.use('/console', inside)
  return router
}
