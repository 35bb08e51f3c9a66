import express, { type Request, type Response, Router } from 'express'
import { PlatformError } from '../../errors.js'
import type { Adapter, Person } from '../../types.js'
import type { Cookies } from '../access/cookies.js'
import type { Front } from '../access/front.js'
import type { Origin } from '../access/origin.js'
import { returnPath } from '../access/return-path.js'
import type { Sessions } from '../access/sessions.js'
import { SignIn } from '../pages/sign-in.js'
import { type Provider, SignInFault } from './provider.js'
import { PATIENCE, type Transactions } from './transaction.js'

/** An invented person whom anybody on this machine may be. */
export type Invented = NonNullable<Adapter['people']>[number]

/** What signing in and out works with. */
export interface SignInParts {
  readonly front: Front
  readonly origin: Origin
  readonly cookies: Cookies
  readonly sessions: Sessions
  readonly transactions: Transactions
  readonly providers: readonly Provider[]
  /** Empty but in the playground. */
  readonly people: readonly Invented[]
  /** The public address, without a path; undefined only where no provider is. */
  readonly url: string | undefined
  readonly isKnown: (person: Person) => Promise<boolean>
  readonly log: { warn(what: object, text: string): void }
}

/** Signing in: with a provider, or, in the playground, as somebody invented. */
export function signInRoutes(parts: SignInParts): Router {
  const { front, origin, providers, people } = parts
  const router = Router({ caseSensitive: true, strict: true })

  router.get('/', (req, res) => {
    const { words } = front.speechOf(req)
    const ways = {
      providers: providers.map(({ name }) => name),
      people: people.map(({ person, name, offices }) => ({
        id: person.user,
        name,
        roles: ['employee' as const, ...offices],
      })),
      to: returnPath(req.query.to) ?? '/console',
    }
    front.show(req, res, {
      title: words.signIn.title,
      body: <SignIn ways={ways} words={words} />,
      alone: people.length > 0 ? 'wide' : 'narrow',
    })
  })

  if (people.length > 0)
    router.post('/person', express.urlencoded({ extended: false, limit: 4096 }), async (req, res) => {
      if (!origin.isFromHere(req)) return front.refuse(req, res, 403, 'other-site')
      const body = (req.body ?? {}) as Record<string, unknown>
      const chosen = people.find(({ person }) => person.user === body.person)
      if (!chosen) return front.refuse(req, res, 404, 'not-found')
      await parts.sessions.begin(req, res, chosen.person)
      res.redirect(303, returnPath(body.to) ?? '/console')
    })

  for (const provider of providers) {
    router.get(`/${provider.name}`, (req, res) => begin(req, res, provider, parts))
    router.get(`/${provider.name}/back`, (req, res) => finish(req, res, provider, parts))
  }
  return router
}

const backTo = ({ name }: Provider, url: string | undefined) => `${url}/console/sign-in/${name}/back`

async function begin(req: Request, res: Response, provider: Provider, parts: SignInParts): Promise<void> {
  const to = returnPath(req.query.to) ?? '/console'
  // Whoever links here from elsewhere leads to the page, where people themselves decide to sign in.
  if (!parts.origin.isLedHere(req)) {
    res.redirect(303, `/console/sign-in?${new URLSearchParams({ to })}`)
    return
  }
  try {
    const { url, checks } = await provider.begin(backTo(provider, parts.url))
    const sealed = await parts.transactions.seal({ provider: provider.name, ...checks, to })
    parts.cookies.write(res, 'login', sealed, PATIENCE)
    res.redirect(303, url)
  } catch (error) {
    failed(req, res, error, provider, parts)
  }
}

async function finish(req: Request, res: Response, provider: Provider, parts: SignInParts): Promise<void> {
  const { cookies, transactions } = parts
  const sealed = cookies.read(req, 'login')
  cookies.clear(res, 'login')
  try {
    const transaction = sealed ? await transactions.open(sealed) : null
    if (transaction?.provider !== provider.name) throw new SignInFault('sign-in-failed')
    const current = new URL(backTo(provider, parts.url))
    current.search = new URL(req.originalUrl, current).search
    const person = await provider.finish(current, transaction)
    if (!(await parts.isKnown(person).catch(notYet))) throw new SignInFault('unknown-tenant')
    await parts.sessions.begin(req, res, person)
    res.redirect(303, transaction.to)
  } catch (error) {
    failed(req, res, error, provider, parts)
  }
}

/** Where the platform could not be asked yet, it is too early to let anybody in. */
function notYet(cause: unknown): never {
  throw cause instanceof PlatformError ? new SignInFault('provider-silent', { cause }) : cause
}

const STATUS = {
  declined: 403,
  'sign-in-failed': 403,
  'provider-silent': 503,
  'unknown-tenant': 403,
} as const

function failed(req: Request, res: Response, error: unknown, { name }: Provider, parts: SignInParts): void {
  if (!(error instanceof SignInFault)) throw error
  // Tokens and addresses may stand in messages; names and codes say enough.
  const cause = error.cause as { name?: unknown; code?: unknown; error?: unknown } | undefined
  if (error.reason !== 'declined')
    parts.log.warn(
      { provider: name, reason: error.reason, fault: cause?.name, code: cause?.code },
      'console: nobody was signed in',
    )
  parts.front.refuse(req, res, STATUS[error.reason], error.reason)
}
