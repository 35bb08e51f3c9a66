import { randomBytes } from 'node:crypto'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { z } from 'zod'
import type { Vault } from '../../types.js'

/** Seconds that a sign-in may take. */
export const PATIENCE = 600

const KEY = 'console.sign-in'

const kept = z.object({
  provider: z.enum(['slack', 'teams']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string().nullable(),
  to: z.string(),
})

/** A sign-in under way, as the browser keeps it, sealed. */
export type Transaction = z.infer<typeof kept>

/** Seals what must come back with the answer of a provider. */
export interface Transactions {
  seal(transaction: Transaction): Promise<string>
  /** Null where it is not ours, was changed, or is older than {@link PATIENCE}. */
  open(sealed: string): Promise<Transaction | null>
}

/**
 * Transactions under a key that the vault holds, so that any instance can finish what another one began, and none of
 * them has to remember who is about to sign in.
 */
export function createTransactions(vault: Vault, clock: () => Date): Transactions {
  let known: Promise<Uint8Array> | null = null

  async function load(): Promise<Uint8Array> {
    const found = await vault.read(KEY)
    if (found) return Buffer.from(found, 'base64url')
    await vault.write(KEY, randomBytes(32).toString('base64url'))
    // What stands there now: another instance may have been as quick.
    return Buffer.from((await vault.read(KEY)) ?? '', 'base64url')
  }

  function key(): Promise<Uint8Array> {
    known ??= load().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }

  async function unseal(sealed: string): Promise<Transaction | null> {
    try {
      const { payload } = await jwtDecrypt(sealed, await key(), {
        currentDate: clock(),
        clockTolerance: 0,
        requiredClaims: ['exp'],
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      return kept.parse(payload)
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null
      throw error
    }
  }

  return {
    async seal(transaction) {
      const seconds = Math.floor(clock().getTime() / 1000)
      return new EncryptJWT({ ...transaction })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + PATIENCE)
        .encrypt(await key())
    },
    async open(sealed) {
      const transaction = await unseal(sealed)
      if (transaction) return transaction
      // Perhaps another instance's key was kept in the end.
      known = null
      return unseal(sealed)
    },
  }
}
