import type { Address } from '../types.js'
import { checkId } from './check-id.js'

/**
 * An address as columns, to insert or to look up.
 * @throws UserError where an id is too long or has characters that no id has
 */
export function addressColumns(address: Address) {
  return {
    platform: checkId('platform', address.platform),
    tenant: checkId('tenant', address.tenant),
    channel: checkId('channel', address.channel),
    message: checkId('message', address.message),
  }
}
