import {
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  clientCredentialsGrant,
  customFetch,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { TeamsFault } from '../fault-of.js'
import type { TeamsOptions } from '../options.js'
import type { Microsoft } from './microsoft.js'
import { NotOurs } from './outside.js'

/** Milliseconds before its end at which a token is replaced; a short one at half its time. */
const MARGIN = 5 * 60_000

/** Klartext's own tokens, and what puts them on a request. */
export interface Credentials {
  /**
   * A token in force; asks for one at most once at a time.
   * @throws TeamsFault `refused` where Microsoft refuses the app, `later` where it could not be asked
   */
  token(): Promise<string>
  /** Teams did not accept this header: the next token is asked for anew, unless there is a newer one already. */
  drop(header: string | undefined): void
  /** As the SDK wants it. */
  signRequest<Request extends Signable>(request: Request): Promise<Request>
}

interface Signable {
  readonly url: string
  readonly headers: { set(name: string, value: string): void }
}

/** @param send the way out, which calls Microsoft's own addresses alone */
export function createCredentials(
  { tokens, issuer, scope, isService }: Microsoft,
  { appId, appSecret, standIn, playground }: TeamsOptions,
  send: typeof fetch,
  clock: () => Date = () => new Date(),
): Credentials {
  const app = new Configuration(
    { issuer, token_endpoint: tokens },
    appId,
    undefined,
    ClientSecretPost(appSecret),
  )
  app[customFetch] = (url, { body, headers, method }) =>
    send(url, { body: body as BodyInit, headers, method })
  if (standIn) allowInsecureRequests(app)
  let current: { readonly token: string; readonly until: number } | null = null
  let asked: Promise<string> | null = null

  async function ask(): Promise<string> {
    const answer = await clientCredentialsGrant(app, { scope }).catch(refusal)
    const ms = (answer.expiresIn() ?? 0) * 1000
    const until = clock().getTime() + Math.max(ms - MARGIN, ms / 2)
    current = { token: answer.access_token, until }
    return answer.access_token
  }

  function token(): Promise<string> {
    if (current && clock().getTime() < current.until) return Promise.resolve(current.token)
    asked ??= ask().finally(() => {
      asked = null
    })
    return asked
  }

  return {
    token,
    drop(header) {
      if (current && header === bearer(current.token)) current = null
    },
    // The address first: no token is fetched, let alone shown, for anybody else.
    async signRequest(request) {
      if (!isService(request.url)) throw new NotOurs()
      if (!playground) request.headers.set('authorization', bearer(await token()))
      return request
    },
  }
}

/** Without a token nothing was sent, so that it may be tried again; unless Microsoft does not know the app. */
function refusal(error: unknown): never {
  const isAnswer = error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError
  const told = isAnswer && error.status < 500 && error.status !== 429
  const reason = error instanceof ResponseBodyError ? codeOr(error.error) : null
  throw new TeamsFault('token', told ? 'refused' : 'later', null, reason)
}

const bearer = (token: string): string => `Bearer ${token}`

const codeOr = (text: string): string | null => (/^[a-z_]{1,64}$/.test(text) ? text : null)
