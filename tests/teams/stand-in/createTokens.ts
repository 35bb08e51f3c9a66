import type { Keys } from './createKeys.js'
import { signToken } from './signToken.js'
import type { AppIdentity, Fields } from './types.js'

export const ISSUER = 'https://api.botframework.com'

/** The tokens Teams sends with its activities; they go by the machine's time, as those who check them do. */
export function createTokens(app: AppIdentity, keys: Keys) {
  const kept = new Map<string, { readonly token: string; readonly until: number }>()

  const claims = (serviceUrl: string): Fields => {
    const now = Math.floor(Date.now() / 1000)
    return { serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600, iss: ISSUER, aud: app.id }
  }

  return {
    claims,
    /** A good token for a service URL. */
    mint(serviceUrl: string): string {
      const name = `${keys.current.kid} ${serviceUrl}`
      const old = kept.get(name)
      if (old && old.until > Date.now()) return old.token
      const token = signToken(claims(serviceUrl), keys.current)
      kept.set(name, { token, until: Date.now() + 600_000 })
      return token
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>
