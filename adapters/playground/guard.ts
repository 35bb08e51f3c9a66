import type { NextFunction, Request, Response } from 'express'
import { refuse } from './refuse.js'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i

/**
 * Sets the strict headers, answers only to loopback names (against DNS rebinding) and lets only this
 * very page change anything.
 */
export function guard(req: Request, res: Response, next: NextFunction) {
  res.set({
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  })
  if (!loopback.test(req.headers.host ?? '')) return refuse(req, res, 403, 'host')
  if (req.method !== 'GET' && req.method !== 'HEAD' && !fromThisPage(req)) {
    return refuse(req, res, 403, 'origin')
  }
  next()
}

/** Browsers send `Origin: null` under `no-referrer`, so Sec-Fetch-Site decides wherever it is sent. */
function fromThisPage(req: Request): boolean {
  const { origin, host } = req.headers
  const site = req.headers['sec-fetch-site']
  const sameOrigin = origin === `http://${host}` || origin === `https://${host}`
  if (site !== undefined)
    return site === 'same-origin' && (origin === undefined || origin === 'null' || sameOrigin)
  return sameOrigin
}
