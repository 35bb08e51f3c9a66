import * as oidc from 'openid-client'
import { cached } from '../../cached.js'
import { limitedFetch } from '../../limited-fetch.js'
import type { Person } from '../../types.js'

/** Seconds in which a provider must answer, and for which its metadata is believed. */
const PATIENCE = 10
const FRESH = 60 * 60

/** A provider of sign-ins, and what is agreed with it. */
export interface ProviderOptions {
  readonly name: 'slack' | 'teams'
  /** The only issuer whose tokens count. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /**
   * `announced`: PKCE only where the provider's metadata knows it. Slack answers an app that it takes for confidential
   * with an error otherwise; there, state, nonce and the secret bind the code to the browser and to us.
   */
  readonly pkce: 'always' | 'announced'
  /** Reads the person from a token that holds; null where it names nobody who may come in. */
  readonly personOf: (claims: Readonly<Record<string, unknown>>) => Person | null
}

/** What binds an answer to the question. */
export interface Checks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string | null
}

/** Somebody else says who a person is. */
export interface Provider {
  readonly name: 'slack' | 'teams'
  /** @param redirectUri where the provider leads back to, as it is registered there */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly checks: Checks }>
  /**
   * @param current the whole address by which the browser came back
   * @throws SignInFault
   */
  finish(current: URL, checks: Checks): Promise<Person>
}

/** Nobody was signed in. */
export class SignInFault extends Error {
  override readonly name = 'SignInFault'

  constructor(
    readonly reason: 'declined' | 'sign-in-failed' | 'provider-silent' | 'unknown-tenant',
    options?: ErrorOptions,
  ) {
    super(`sign-in: ${reason}`, options)
  }
}

/** A provider by OpenID Connect: authorization code, state, nonce, PKCE; tokens signed with RS256 by its own keys. */
export function createProvider({
  name,
  issuer,
  clientId,
  clientSecret,
  pkce,
  personOf,
}: ProviderOptions): Provider {
  const { host, protocol } = new URL(issuer)

  // Whatever the metadata says, nothing but the issuer's own host is ever called.
  const send: oidc.CustomFetch = (url, options) => {
    const target = new URL(url)
    if (target.host !== host || target.protocol !== protocol) throw new SignInFault('sign-in-failed')
    return limitedFetch(url, options as RequestInit)
  }

  async function discover(): Promise<oidc.Configuration> {
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      { id_token_signed_response_alg: 'RS256' },
      oidc.ClientSecretPost(clientSecret),
      {
        [oidc.customFetch]: send,
        timeout: PATIENCE,
        // The library leaves signatures alone where a token came over TLS; here they are always checked.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      },
    )
    if (config.serverMetadata().issuer !== issuer) throw new SignInFault('sign-in-failed')
    return config
  }

  const configuration = cached(discover, (name: string) => name, { seconds: FRESH, most: 1 })

  return {
    name,
    async begin(redirectUri) {
      const config = await configuration(issuer).catch(rethrow)
      const usesPkce = pkce === 'always' || config.serverMetadata().supportsPKCE()
      const checks: Checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: usesPkce ? oidc.randomPKCECodeVerifier() : null,
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid profile',
        state: checks.state,
        nonce: checks.nonce,
        ...(checks.verifier && {
          code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
          code_challenge_method: 'S256',
        }),
      })
      if (url.host !== host || url.protocol !== protocol) throw new SignInFault('sign-in-failed')
      return { url: url.href, checks }
    },
    async finish(current, { state, nonce, verifier }) {
      try {
        const tokens = await oidc.authorizationCodeGrant(await configuration(issuer), current, {
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(verifier && { pkceCodeVerifier: verifier }),
        })
        const person = personOf(tokens.claims() ?? {})
        if (!person) throw new SignInFault('unknown-tenant')
        return person
      } catch (error) {
        return rethrow(error)
      }
    },
  }
}

/** Codes of the library for an answer that never came. */
const SILENT: ReadonlySet<unknown> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

function rethrow(cause: unknown): never {
  if (cause instanceof SignInFault) throw cause
  if (cause instanceof oidc.AuthorizationResponseError)
    throw new SignInFault(cause.error === 'access_denied' ? 'declined' : 'sign-in-failed', { cause })
  const silent =
    cause instanceof oidc.ClientError
      ? SILENT.has(cause.code)
      : cause instanceof TypeError && cause.cause !== undefined
  throw new SignInFault(silent ? 'provider-silent' : 'sign-in-failed', { cause })
}
