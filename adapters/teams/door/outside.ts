import { limitedFetch } from '../../../src/limited-fetch.js'
import type { Microsoft } from './microsoft.js'

/** Milliseconds in which an answer must have come. */
const PATIENCE = 10_000

/** An address that Klartext does not call. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** The only way out: to Microsoft's own addresses, without following anybody elsewhere, in limited time and size. */
export function outside({ mayCall }: Pick<Microsoft, 'mayCall'>): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!mayCall(url)) throw new NotOurs()
    return limitedFetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE) })
  }
}
