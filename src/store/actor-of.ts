import { createHmac } from 'node:crypto'
import type { Person } from '../types.js'
import { personKey } from './person-key.js'

/**
 * The pseudonym of a person where they act in an office: an HMAC of their own pseudonym, 12 hex digits. Without the
 * secret nobody can tell which rows of other tables are theirs.
 * @throws UserError where an id is too long or has characters that no id has
 */
export const actorOf = (secret: string, person: Person): string => actorBy(secret, personKey(secret, person))

/** The same, by the person's own pseudonym. */
export const actorBy = (secret: string, key: string): string =>
  createHmac('sha256', secret).update(['actor', key].join('|')).digest('hex').slice(0, 12)
