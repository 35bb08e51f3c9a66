import { errors, jwtVerify } from 'jose'
import type { Keys } from './keys.js'
import type { Microsoft } from './microsoft.js'

/** Seconds by which Microsoft's clock may differ from ours. */
const SKEW = 300

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i

/** The longest token that is looked at, in characters; Teams' own have about a thousand. */
const LONGEST = 8192

/** What a token that holds says. */
export interface Claims {
  /** The address that the activity must name as well. */
  readonly serviceUrl: string
}

/**
 * Makes the check of the tokens with which Teams calls: signed by a key of Teams, issued by the Bot Framework, made out
 * to this app, in force. Null where a token does not hold.
 * @throws KeysUnavailable where Microsoft could not be asked for its keys
 */
export function createTokenCheck(
  { issuer }: Pick<Microsoft, 'issuer'>,
  appId: string,
  keys: Keys,
): (header: string | undefined) => Promise<Claims | null> {
  return async (header = '') => {
    const token = header.length <= LONGEST ? BEARER.exec(header)?.[1] : undefined
    if (!token) return null
    try {
      const { payload } = await jwtVerify(token, keys.keyOf, {
        issuer,
        audience: appId,
        algorithms: ['RS256'],
        clockTolerance: SKEW,
        requiredClaims: ['exp'],
      })
      const serviceUrl = payload.serviceurl
      return typeof serviceUrl === 'string' ? { serviceUrl } : null
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }
}
