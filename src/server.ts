import type { Server } from 'node:http'
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { UserError } from './errors.js'

/** Loopback only: what faces the world stands behind a reverse proxy. */
export const HOST = '127.0.0.1'

/**
 * Serves the adapters' routes on the loopback address.
 * @throws UserError where the port is taken or not allowed
 */
export async function serve(
  port: number,
  routers: readonly Router[],
  onError: (error: unknown) => void,
): Promise<Server> {
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok')
  })
  for (const router of routers) app.use(router)
  app.use((_request: Request, response: Response) => {
    response.status(404).type('text').send('Not found')
  })
  // The last resort: nothing of the fault reaches the outside.
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    onError(error)
    // Not left to Express, which would write the fault on the standard error, whatever it quotes.
    if (response.headersSent) return void response.destroy()
    response.status(statusOf(error)).type('text').send('That did not work. Please try again.')
  })
  return new Promise((resolve, reject) => {
    const server = app.listen(port, HOST)
    server.once('listening', () => resolve(server))
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portFault(port, cause)))
  })
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

function portFault(port: number, cause: NodeJS.ErrnoException): Error {
  const taken = cause.code === 'EADDRINUSE'
  if (!taken && cause.code !== 'EACCES') return cause
  return new UserError(
    `port ${port} on ${HOST}`,
    taken ? 'another program listening there' : 'no permission to listen there',
    'a free port',
    'Stop the other program, or choose a port: KLARTEXT_PORT=3211 npm start',
    { cause },
  )
}
