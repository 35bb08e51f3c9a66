import { randomBytes } from 'node:crypto'
import type { Answer, Asked } from '../createFront.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'

const SCOPE = 'https://api.botframework.com/.default'
const GOOD_FOR = 3599

/** The bot's own access tokens, as Entra gives them out. */
export function createAccess({ app, clock, tenant, ids }: World) {
  const given = new Map<string, number>()
  const dead = new Set<string>()
  let seconds = GOOD_FOR

  /** An error of Entra's, which has a shape of its own. */
  function refuse(status: number, error: string, code: number, message: string): Refusal {
    const refusal = new Refusal(status, error, message, { fault: true })
    const [trace_id, correlation_id] = [ids.guid(), ids.guid()]
    const timestamp = clock.date().toISOString().replace('T', ' ').replace(/\.\d+/, '')
    const error_description = `AADSTS${code}: ${message} Trace ID: ${trace_id}`
    Object.assign(refusal.answer, { error, error_description, error_codes: [code], timestamp })
    Object.assign(refusal.answer, { trace_id, correlation_id })
    return refusal
  }

  /** Client id and secret, from the body or from Basic credentials. */
  function credentials({ body, req }: Asked): readonly [string, string] {
    const basic = /^Basic (.+)$/.exec(req.headers.authorization ?? '')?.[1]
    if (!basic) return [String(body.client_id ?? ''), String(body.client_secret ?? '')]
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':')
    return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))]
  }

  function mint(): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const exp = Math.floor(clock.now() / 1000) + seconds
    const claims = { aud: 'https://api.botframework.com', appid: app.id, tid: tenant, exp }
    const rest = `${part(claims)}.${randomBytes(64).toString('base64url')}`
    const token = `${part({ typ: 'JWT', alg: 'RS256', kid: 'entra' })}.${rest}`
    given.set(token, clock.now() + seconds * 1000)
    return token
  }

  return {
    /** POST /{tenant}/oauth2/v2.0/token */
    token(asked: Asked): Answer {
      const [id, secret] = credentials(asked)
      const { grant_type, scope } = asked.body
      if (asked.params.tenant !== tenant)
        throw refuse(400, 'invalid_request', 90002, `Tenant '${asked.params.tenant}' not found.`)
      if (grant_type !== 'client_credentials')
        throw refuse(400, 'unsupported_grant_type', 70003, `The grant type '${grant_type}' is not supported.`)
      if (id !== app.id)
        throw refuse(
          400,
          'unauthorized_client',
          700016,
          `Application '${id}' was not found in the directory.`,
        )
      if (secret !== app.secret)
        throw refuse(401, 'invalid_client', 7000215, 'Invalid client secret provided.')
      if (scope !== SCOPE) throw refuse(400, 'invalid_scope', 70011, `The scope '${scope}' is not valid.`)
      const times = { expires_in: seconds, ext_expires_in: seconds }
      return { status: 200, body: { token_type: 'Bearer', ...times, access_token: mint() } }
    },
    /** How many seconds coming tokens are good for. */
    lasting: (given: number) => void (seconds = given),
    /** Ends all tokens that are out. */
    revoke() {
      for (const token of given.keys()) dead.add(token)
    },
    /** Refuses what carries no token that is good by the clock. */
    check(authorization = '') {
      const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? ''
      const until = given.get(token)
      const known = until !== undefined
      if (known && until > clock.now() && !dead.has(token)) return
      const message = 'Authorization has been denied for this request.'
      throw new Refusal(401, 'Unauthorized', message, { fault: !known })
    },
  }
}

export type Access = ReturnType<typeof createAccess>
