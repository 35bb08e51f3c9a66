import { PlatformError } from '../../src/errors.js'
import { neverConnected } from '../common/never-connected.js'
import { NotOurs } from './door/outside.js'

/** What an error code of Teams looks like; an answer may hold anything in its place. */
const CODE = /^[A-Za-z][A-Za-z0-9_]{1,63}$/

/** Asked too often, or at a moment when it did not fit: nothing happened. */
const LATER = new Set([412, 429])

/** After these nobody knows whether the call took effect: a request may have been carried out and its answer lost. */
const UNSURE = new Set([408, 425])

/** An answer of Teams that was no success. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /**
   * @param status of HTTP
   * @param code Teams' own word for it, null where there is none
   * @param after the header `Retry-After` as it came
   */
  constructor(
    readonly status: number,
    readonly code: string | null,
    readonly after: string | null,
  ) {
    super(`${status}`)
  }
}

/** Why a call failed: Teams' own word for it, where there is one. */
export class TeamsFault extends PlatformError {
  /**
   * @param http status of HTTP; null where no answer came
   * @param reason Teams' error code, such as `ConversationNotFound`; null where none came
   */
  constructor(
    operation: string,
    status: PlatformError['status'],
    readonly http: number | null,
    readonly reason: string | null,
    retryAfter?: number,
  ) {
    super(operation, status, retryAfter)
  }
}

/** The error code in the body of an answer. */
export function codeIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } }
    return typeof error?.code === 'string' && CODE.test(error.code) ? error.code : null
  } catch {
    return null
  }
}

/**
 * What a failed call means.
 * @param posts whether the call shows something to somebody, so that doing it twice would be seen
 */
export function faultOf(operation: string, error: unknown, posts: boolean): PlatformError {
  // Without a token nothing was sent. Whom Microsoft refuses now, for a new secret not yet known everywhere, it may not
  // refuse for ever; and what is to be removed must not be given up.
  if (error instanceof TeamsFault && error.operation === 'token')
    return new TeamsFault('token', 'later', error.http, error.reason)
  if (error instanceof PlatformError) return error
  const unsure = posts ? 'unknown' : 'later'
  if (error instanceof Refusal) {
    const { status: http, code, after } = error
    const isUnsure = UNSURE.has(http) || http >= 500
    const status = LATER.has(http) ? 'later' : isUnsure ? unsure : 'refused'
    return new TeamsFault(operation, status, http, code, secondsIn(after))
  }
  if (error instanceof NotOurs) return new TeamsFault(operation, 'refused', null, 'NotAnAddressOfTeams')
  return new TeamsFault(operation, neverConnected(error) ? 'later' : unsure, null, null)
}

/** An hour: nothing is worth sending after that, and nobody shall be able to silence us for days. */
const LONGEST_REST = 3600

/** `Retry-After` in seconds; it may also be a date, which is not worth reading. */
function secondsIn(after: string | null): number | undefined {
  return after !== null && /^\d{1,6}$/.test(after.trim()) ? Math.min(Number(after), LONGEST_REST) : undefined
}
