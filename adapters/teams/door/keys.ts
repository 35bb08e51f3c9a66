import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { TeamsSurroundings } from '../options.js'
import type { Microsoft } from './microsoft.js'

/** Milliseconds for which Microsoft's keys are believed. */
const FRESH = 24 * 60 * 60_000
/** Between two questions for a key that nobody knows, and after one that was not answered: any forger can cause them. */
const COOL_DOWN = 30_000
const SOON = 1000

/** What every key of Teams is endorsed for. */
const ENDORSEMENT = 'msteams'

/** Microsoft could not be asked for its keys: nobody's fault, to be tried again. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

/** The keys with which Teams signs. */
export interface Keys {
  /**
   * The key that a token names, where it speaks for Teams.
   * @throws KeysUnavailable where Microsoft could not be asked
   */
  readonly keyOf: JWTVerifyGetKey
}

const metadata = z.object({ jwks_uri: z.url() })
const jwks = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
})

/**
 * @param send the way out, which calls Microsoft's own addresses alone
 * @param now milliseconds; by the machine's clock, as tokens are
 */
export function createKeys(
  { openId }: Pick<Microsoft, 'openId'>,
  send: typeof fetch,
  log: Pick<TeamsSurroundings['log'], 'error'>,
  now: () => number = Date.now,
): Keys {
  let known: { readonly find: JWTVerifyGetKey; readonly at: number } | null = null
  let asked = { at: Number.NEGATIVE_INFINITY, answered: true }
  let asking: Promise<void> | null = null

  async function read(url: string): Promise<unknown> {
    const response = await send(url)
    if (response.ok) return response.json()
    await response.body?.cancel()
    throw new KeysUnavailable()
  }

  async function ask(): Promise<void> {
    const { jwks_uri: address } = metadata.parse(await read(openId))
    const { keys } = jwks.parse(await read(address))
    const ofTeams = keys.filter(({ endorsements }) => endorsements?.includes(ENDORSEMENT))
    const find = createLocalJWKSet({ keys: ofTeams } as unknown as JSONWebKeySet)
    known = { find, at: now() }
  }

  /** Asks Microsoft, unless it was asked just now. What is known stays known where it does not answer. */
  async function refresh(): Promise<void> {
    const isSoon = now() < asked.at + (asked.answered ? COOL_DOWN : SOON)
    if (isSoon && !asked.answered) throw new KeysUnavailable()
    if (isSoon) return
    asking ??= ask()
      .then(
        () => {
          asked = { at: now(), answered: true }
        },
        () => {
          asked = { at: now(), answered: false }
          log.error({}, 'Teams: the keys of Microsoft cannot be fetched; trying again with the next message')
          throw new KeysUnavailable()
        },
      )
      .finally(() => {
        asking = null
      })
    await asking
  }

  return {
    async keyOf(header, token) {
      // Where only one key is left, any token would name it.
      if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey()
      if (!known || now() > known.at + FRESH) await refresh()
      try {
        return await known!.find(header, token)
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
        await refresh()
        return known!.find(header, token)
      }
    },
  }
}
