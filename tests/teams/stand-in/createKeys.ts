import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Fields } from './types.js'

/** A key that signs tokens. */
export interface SigningKey {
  readonly kid: string
  readonly secret: KeyObject
  readonly open: KeyObject
  readonly endorsements: readonly string[]
}

/** Making one takes long, so that all stand-ins of a process share them. */
const made: KeyObject[] = []

function pair(nth: number): KeyObject {
  made[nth] ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return made[nth]
}

/** The channels the connector's keys are good for. */
const ENDORSED = ['msteams', 'skype', 'webchat', 'directline', 'agentsplayground']

/** The keys of the Bot Connector and of Entra, and what is published of them. */
export function createKeys() {
  const key = (nth: number): SigningKey => {
    const secret = pair(nth)
    return { kid: `stand-in-key-${nth}`, secret, open: createPublicKey(secret), endorsements: ENDORSED }
  }
  let current = key(0)
  const unendorsed = { ...current, kid: 'stand-in-key-of-skype', endorsements: ['skype'] }
  let published: readonly SigningKey[] = [current, unendorsed]
  let next = 3

  return {
    get current() {
      return current
    },
    /** Signs for Entra. */
    get entra() {
      return key(1)
    },
    /** Is published nowhere. */
    get stranger() {
      return key(2)
    },
    /** Is published as good for another channel only. */
    unendorsed,
    published: () => published.map((one) => ({ ...jwk(one), endorsements: one.endorsements })),
    /** What Entra publishes; endorsements are the connector's alone. */
    publishedByEntra: () => [jwk(key(1))],
    /** Signs with a fresh key from now on; the old ones stay published unless they are dropped. */
    rotate({ drop = false }: { readonly drop?: boolean } = {}): string {
      current = key(next++)
      published = drop ? [current, unendorsed] : [...published, current]
      return current.kid
    },
  }
}

function jwk({ kid, open }: SigningKey): Fields {
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, ...(open.export({ format: 'jwk' }) as Fields) }
}

export type Keys = ReturnType<typeof createKeys>
