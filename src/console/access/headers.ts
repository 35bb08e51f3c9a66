import type { RequestHandler } from 'express'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Seconds for which browsers come by https alone: a year. */
const YEAR = 365 * 24 * 60 * 60

/** The strict headers of every answer. */
export function strictHeaders(https: boolean): RequestHandler {
  const headers = {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    // Not `no-referrer`, under which browsers hide from us where a form comes from.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(https && { 'Strict-Transport-Security': `max-age=${YEAR}` }),
  }
  return (_req, res, next) => {
    res.set(headers)
    next()
  }
}
