import { randomUUID } from 'node:crypto'
import { ExpressReceiver } from '@slack/bolt'
import type { NextFunction, Request, Response, Router } from 'express'
import { EVENTS_PATH } from '../manifest.js'
import type { SlackOptions } from '../options.js'
import { silentLogger } from '../silent-logger.js'

/** Seconds by which a request's time may differ from ours, either way. */
const WINDOW = 300
/** The longest body, in bytes. */
export const LONGEST_BODY = 1024 * 1024

/**
 * Slack calls Klartext: signed requests under {@link EVENTS_PATH}. Answers only after the work is done and committed;
 * where that fails, 503, so that Slack comes again.
 */
export function httpReceiver({ signingSecret }: SlackOptions, routes: Router): ExpressReceiver {
  routes.post(EVENTS_PATH, fresh)
  return new ExpressReceiver({
    // Without one, nobody's signature fits.
    signingSecret: signingSecret ?? randomUUID(),
    logger: silentLogger,
    processBeforeResponse: true,
    bodyLimit: LONGEST_BODY,
    router: routes,
    endpoints: { events: EVENTS_PATH },
    processEventErrorHandler: async ({ response }) => {
      if (!response.headersSent) response.writeHead(503, { 'Retry-After': '10' })
      response.end()
      return false
    },
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(503)
      response.end()
    },
  })
}

/**
 * Refuses what is too old, too new or not signed as Slack signs, before the body is read; Bolt lets the future pass.
 * By this computer's own clock, as Bolt.
 */
function fresh(request: Request, response: Response, next: NextFunction) {
  const time = request.get('x-slack-request-timestamp') ?? ''
  const signature = request.get('x-slack-signature') ?? ''
  const off = Math.abs(Date.now() / 1000 - Number(time))
  if (!/^\d{1,12}$/.test(time) || off > WINDOW || !/^v0=[0-9a-f]{64}$/.test(signature))
    return void response.status(401).end()
  if (Number(request.get('content-length') ?? 0) > LONGEST_BODY) return void response.status(413).end()
  next()
}
