import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import { createIssuer, type Issuer } from './issuer.js'

/** The company's directory in the stand-in's Entra. */
export const TENANT = '11111111-1111-4111-8111-111111111111'

/** What is registered with the stand-in: one app at each provider. */
export const clients = {
  slack: { clientId: '123.456', clientSecret: '0123456789abcdef0123456789abcdef' },
  teams: { appId: '22222222-2222-4222-8222-222222222222', appSecret: 'secret~of.the-app_0123' },
} as const

type Name = 'slack' | 'teams'
type Claims = Record<string, unknown>

/** How a stand-in that is not honest differs from one that is. */
export interface Twist {
  readonly metadata?: (metadata: Claims) => Claims
  /** Changes the address by which the browser is sent back. */
  readonly back?: (url: URL) => void
  readonly claims?: (claims: Claims) => Claims
  /** Signs in its own way. */
  readonly sign?: (claims: Claims, issuer: Issuer) => Promise<string>
  /** Changes what the token endpoint answers; may answer by itself. */
  readonly answer?: (body: Claims, res: Response) => Claims | undefined
}

/** A code that was given out. */
interface Grant {
  readonly redirectUri: string
  readonly nonce: string | undefined
  readonly challenge: string | undefined
}

/** Who is signed in with each provider, by the claims that name them. */
export const people: Record<Name, Claims> = {
  slack: { 'https://slack.com/team_id': 'T024BE7LD', 'https://slack.com/user_id': 'U024BE7LH' },
  teams: { tid: TENANT, oid: 'AAAAAAAA-1111-4111-8111-AAAAAAAAAAAA' },
}

/** A stand-in for Slack and Microsoft Entra as providers of sign-ins, over HTTP on 127.0.0.1. */
export async function startStandIn() {
  const app = express()
  let twist: Twist = {}
  const requests: string[] = []
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const paths: Record<Name, string> = { slack: '/slack', teams: `/entra/${TENANT}/v2.0` }
  for (const name of ['slack', 'teams'] as const) {
    const issuer = await createIssuer(base + paths[name])
    const codes = new Map<string, Grant>()
    const id = name === 'slack' ? clients.slack.clientId : clients.teams.appId
    const secret = name === 'slack' ? clients.slack.clientSecret : clients.teams.appSecret
    const at = (path: string) => `${issuer.url}${path}`

    app.use(paths[name], (req, _res, next) => {
      requests.push(`${req.method} ${name}${req.path}`)
      next()
    })
    app.get(`${paths[name]}/.well-known/openid-configuration`, (_req, res) => {
      const metadata = {
        issuer: issuer.url,
        authorization_endpoint: at('/authorize'),
        token_endpoint: at('/token'),
        jwks_uri: at('/keys'),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        // As the real ones: Entra takes PKCE without saying so.
        ...(name === 'slack' && { code_challenge_methods_supported: ['S256'] }),
      }
      res.json(twist.metadata?.(metadata) ?? metadata)
    })
    app.get(`${paths[name]}/keys`, (_req, res) => void res.json(issuer.keys))

    app.get(`${paths[name]}/authorize`, (req, res) => {
      const asked = (key: string) => (typeof req.query[key] === 'string' ? req.query[key] : undefined)
      if (
        asked('client_id') !== id ||
        asked('response_type') !== 'code' ||
        asked('scope') !== 'openid profile'
      )
        return void res.status(400).send('not as registered')
      const code = `code-${codes.size + 1}-${Math.random().toString(36).slice(2)}`
      codes.set(code, {
        redirectUri: asked('redirect_uri') ?? '',
        nonce: asked('nonce'),
        challenge: asked('code_challenge_method') === 'S256' ? asked('code_challenge') : undefined,
      })
      const back = new URL(asked('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked('state') ?? '')
      twist.back?.(back)
      res.redirect(back.href)
    })

    app.post(
      `${paths[name]}/token`,
      express.urlencoded({ extended: false }),
      async (req: Request, res: Response) => {
        const sent = req.body as Record<string, string>
        const grant = codes.get(sent.code ?? '')
        codes.delete(sent.code ?? '')
        const fault = refusal(sent, grant, id, secret)
        // Slack says so with 200.
        if (fault && name === 'slack') return void res.json({ ok: false, error: fault })
        if (fault) return void res.status(400).json({ error: fault })
        const seconds = Math.floor(Date.now() / 1000)
        const honest: Claims = {
          iss: issuer.url,
          aud: id,
          sub: 'subject',
          iat: seconds,
          exp: seconds + 300,
          ...(grant?.nonce && { nonce: grant.nonce }),
          ...people[name],
        }
        const claims = twist.claims?.(honest) ?? honest
        const token = await (twist.sign ?? ((given) => issuer.sign(given)))(claims, issuer)
        const body = { ok: true, access_token: 'xoxp-nothing', token_type: 'Bearer', id_token: token }
        const answer = twist.answer ? twist.answer(body, res) : body
        if (answer) res.json(answer)
      },
    )
  }

  return {
    base,
    /** What was asked of the stand-in, such as `POST slack/token`. */
    requests,
    /** From now on the stand-in differs so; without one it is honest again. */
    set twist(given: Twist) {
      twist = given
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Why a code is not exchanged; null where all is as it must be. */
function refusal(
  sent: Record<string, string>,
  grant: Grant | undefined,
  id: string,
  secret: string,
): string | null {
  if (sent.client_id !== id || sent.client_secret !== secret) return 'invalid_client'
  if (sent.grant_type !== 'authorization_code' || !grant) return 'invalid_grant'
  if (sent.redirect_uri !== grant.redirectUri) return 'invalid_grant'
  const challenge = createHash('sha256')
    .update(sent.code_verifier ?? '')
    .digest('base64url')
  return grant.challenge === undefined || grant.challenge === challenge ? null : 'invalid_grant'
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>
