import type { RequestHandler } from 'express'
import type { Front } from './front.js'
import type { Origin } from './origin.js'
import type { Sessions } from './sessions.js'

/** Signs out. That a page of ours asks for it is enough: whoever is out already need not hear of an old form. */
export function signOut(front: Front, origin: Origin, sessions: Sessions): RequestHandler {
  return async (req, res) => {
    if (!origin.isFromHere(req)) return front.refuse(req, res, 403, 'other-site')
    await sessions.end(req, res)
    res.redirect(303, '/console/sign-in?said=signed-out')
  }
}
