import { webApi } from '@slack/bolt'
import { PlatformError } from '../../src/errors.js'
import { neverConnected } from '../common/never-connected.js'

/** Slack's own faults, after which nobody knows whether the call took effect. */
const UNSURE = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'])

/** The token is worth nothing any more. */
const DEAD = new Set(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_authed'])

/** What an error code looks like, and what a scope does; an answer may hold anything in their place. */
const CODE = /^[a-z][a-z0-9_]{1,63}$/
const SCOPE = /^(?:commands|[a-z._-]{1,40}:[a-z._:-]{1,40})$/

/** Why a call failed: Slack's own word for it, where there is one. */
export class SlackFault extends PlatformError {
  /**
   * @param reason Slack's error code, such as `channel_not_found`; null where none came
   * @param needed scopes that were missing, separated by commas
   */
  constructor(
    operation: string,
    status: PlatformError['status'],
    readonly reason: string | null,
    retryAfter?: number,
    readonly needed?: string,
  ) {
    super(operation, status, retryAfter)
  }

  /** Whether the workspace must install Klartext again. */
  get isDead(): boolean {
    return this.reason !== null && DEAD.has(this.reason)
  }
}

/**
 * What a failed call means. Nothing of Slack's answer but codes is kept, as it may repeat what was sent.
 * @param posts whether the call shows something to somebody, so that doing it twice would be seen
 */
export function faultOf(operation: string, error: unknown, posts: boolean): SlackFault {
  const unsure = posts ? 'unknown' : 'later'
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new SlackFault(operation, 'later', 'ratelimited', error.retryAfter)
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: reason, needed } = error.data as { error: string; needed?: string }
    const status = reason === 'ratelimited' ? 'later' : UNSURE.has(reason) ? unsure : 'refused'
    return new SlackFault(operation, status, CODE.test(reason) ? reason : null, undefined, scopesIn(needed))
  }
  const unmade = error instanceof webApi.WebAPIRequestError && neverConnected(error.original)
  return new SlackFault(operation, unmade ? 'later' : unsure, null)
}

function scopesIn(needed: unknown): string | undefined {
  const scopes = String(needed ?? '')
    .split(',')
    .map((scope) => scope.trim())
  return scopes.filter((scope) => SCOPE.test(scope)).join(',') || undefined
}
