import { createHmac } from 'node:crypto'
import type { Knex } from 'knex'
import type { Address } from '../types.js'
import { addressColumns } from './address-columns.js'

/**
 * What is remembered for ever of a message that got its nudge: an HMAC of where it stood, 64 hex digits.
 * It has neither time nor person, and its five parts can meet no person key, which has three.
 */
export function nudgedMark(secret: string, address: Address): string {
  const { platform, tenant, channel, message } = addressColumns(address)
  return createHmac('sha256', secret)
    .update(['nudged', platform, tenant, channel, message].join('|'))
    .digest('hex')
}

/** Marks a message as nudged; nothing happens where it is marked already. */
export async function markNudged(db: Knex, mark: string): Promise<void> {
  await db('nudged').insert({ mark }).onConflict('mark').ignore()
}

/** Takes a mark back: nothing had reached the reader after all. */
export async function unmarkNudged(db: Knex, mark: string): Promise<void> {
  await db('nudged').where({ mark }).del()
}
