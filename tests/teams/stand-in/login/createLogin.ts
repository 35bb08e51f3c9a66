import { Router } from 'express'
import type { Front } from '../createFront.js'
import type { Keys } from '../createKeys.js'
import { ISSUER } from '../createTokens.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Access } from './createAccess.js'

const RS256 = ['RS256']

/** Where tokens come from, and where those of Teams can be checked. */
export function createLogin(world: World, keys: Keys, access: Access, handle: Front, origin: string): Router {
  const connector = () => ({
    issuer: ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${origin}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: RS256,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  })

  const entra = () => {
    const base = `${origin}/${world.tenant}`
    return {
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: RS256,
    }
  }

  /** A document that is there for one's own directory only. */
  const ofTenant = (make: () => unknown) =>
    handle('entra', ({ params }) => {
      if (params.tenant === world.tenant) return { status: 200, body: make() }
      throw new Refusal(400, 'invalid_tenant', `Tenant '${params.tenant}' not found.`, { fault: true })
    })

  const router = Router()
  router.get(
    '/v1/.well-known/openidconfiguration',
    handle('openid', () => ({ status: 200, body: connector() })),
  )
  router.get(
    '/v1/.well-known/keys',
    handle('keys', () => ({ status: 200, body: { keys: keys.published() } })),
  )
  router.get('/:tenant/v2.0/.well-known/openid-configuration', ofTenant(entra))
  router.get(
    '/:tenant/discovery/v2.0/keys',
    ofTenant(() => ({ keys: keys.publishedByEntra() })),
  )
  router.post('/:tenant/oauth2/v2.0/token', handle('token', access.token, true))
  return router
}
