import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { assets } from './assets.js'
import { guard } from './guard.js'
import type { House } from './place.js'
import { refuse } from './refuse.js'
import { privateRoutes } from './routes/private.js'
import { sharedRoutes } from './routes/shared.js'
import { views } from './routes/views.js'
import type { Streams } from './streams.js'

/** Room for 40,000 characters, each up to nine bytes long in a form, and for saying so when there are more. */
const limit = '1mb'

/** The chat at `/`, everything else under `/playground`; requests for other addresses pass through. */
export function createRoutes(house: House, streams: Streams): Router {
  const router = Router()
  const inside = Router()
  router.use('/playground', inside)
  router.get('/', guard)

  inside.use(guard)
  inside.use('/assets', assets)
  inside.use(express.urlencoded({ extended: false, limit, parameterLimit: 20 }))
  views(router, inside, house, streams)
  sharedRoutes(inside, house)
  privateRoutes(inside, house)
  inside.use((req, res) => refuse(req, res, 404, 'unknown'))

  const failed = (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error)
    const status = (error as { status?: unknown }).status
    if (status === 413) return refuse(req, res, 413, 'tooBig')
    refuse(req, res, typeof status === 'number' && status < 500 ? status : 500, 'general')
  }
  inside.use(failed)
  // Only what went wrong on the page itself; another part's faults are not ours to answer.
  router.use((error: unknown, req: Request, res: Response, next: NextFunction) =>
    req.path === '/' ? failed(error, req, res, next) : next(error),
  )
  return router
}
