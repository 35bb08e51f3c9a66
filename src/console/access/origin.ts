import type { Request } from 'express'

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i

/** Where the console is reached, and so what counts as coming from it. */
export interface Origin {
  readonly https: boolean
  /** Whether the request names a host under which Klartext answers: any of loopback, where no address was set. */
  isOurHost(req: Request): boolean
  /** Whether a page of ours sent this. */
  isFromHere(req: Request): boolean
  /** Whether a page of ours, or nobody else's page at all, led here. */
  isLedHere(req: Request): boolean
}

/** @param url the public address, without a path; undefined: only this machine, under any loopback name */
export function createOrigin(url: string | undefined): Origin {
  const https = url?.startsWith('https:') ?? false
  const ours = (req: Request): string => url ?? `http://${req.headers.host}`

  return {
    https,
    // Behind a proxy the host is the proxy's business; on loopback, others' names would lead here by DNS.
    isOurHost: (req) => https || LOOPBACK.test(req.headers.host ?? ''),
    isFromHere(req) {
      const { origin } = req.headers
      const site = req.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') return false
      // Some browsers hide the origin even from its own pages; then `Sec-Fetch-Site` decides, which no page can set.
      if (origin === undefined || origin === 'null') return site === 'same-origin'
      return origin.toLowerCase() === ours(req).toLowerCase()
    },
    isLedHere(req) {
      const site = req.headers['sec-fetch-site']
      return site === undefined || site === 'same-origin' || site === 'none'
    },
  }
}
