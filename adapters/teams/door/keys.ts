import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { Microsoft } from './microsoft.js'

/** Milliseconds for which Microsoft's keys are believed, and between two questions for a key that nobody knows. */
const FRESH = 24 * 60 * 60_000
const COOL_DOWN = 30_000

/** What every key of Teams is endorsed for. */
const ENDORSEMENT = 'msteams'

/** Microsoft could not be asked for its keys: nobody's fault, to be tried again. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

/** The keys with which Teams signs. */
export interface Keys {
  /**
   * The key that a token names.
   * @throws KeysUnavailable where Microsoft could not be asked
   */
  readonly keyOf: JWTVerifyGetKey
  /** Whether a key, by its id, speaks for Teams. */
  isEndorsed(kid: string | undefined): boolean
}

const metadata = z.object({ jwks_uri: z.url() })
const jwks = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
})

/** @param send the way out, which calls Microsoft's own addresses alone */
export function createKeys({ openId }: Pick<Microsoft, 'openId'>, send: typeof fetch): Keys {
  let source: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null
  const endorsed = new Map<string, boolean>()

  /** Hears along which keys are endorsed, and for what. */
  const listen: typeof fetch = async (url, init) => {
    const response = await send(url, init)
    const known = jwks.safeParse(await response.clone().json())
    if (known.success) {
      endorsed.clear()
      for (const { kid, endorsements } of known.data.keys)
        endorsed.set(kid, endorsements?.includes(ENDORSEMENT) ?? false)
    }
    return response
  }

  async function find(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const response = await send(openId)
    if (!response.ok) throw new KeysUnavailable()
    const { jwks_uri: address } = metadata.parse(await response.json())
    return createRemoteJWKSet(new URL(address), {
      cacheMaxAge: FRESH,
      cooldownDuration: COOL_DOWN,
      [customFetch]: listen,
    })
  }

  return {
    async keyOf(header, token) {
      source ??= find()
      try {
        return await (await source)(header, token)
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported) throw error
        if (error instanceof errors.JWKSMultipleMatchingKeys) throw error
        source = null
        throw new KeysUnavailable()
      }
    },
    isEndorsed: (kid) => kid !== undefined && endorsed.get(kid) === true,
  }
}
