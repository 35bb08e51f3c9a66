import { createHmac } from 'node:crypto'
import type { Person } from '../types.js'
import { checkId } from './check-id.js'

/**
 * The pseudonym under which all about a person is kept: HMAC-SHA256 of `platform|tenant|user`, 64 hex digits.
 * Without the secret nobody can tell whose it is, nor join two installations.
 * @throws UserError where an id is too long or has characters that no id has
 */
export function personKey(secret: string, person: Person): string {
  const parts = [person.platform, checkId('tenant', person.tenant), checkId('user', person.user)]
  return createHmac('sha256', secret).update(parts.join('|')).digest('hex')
}
