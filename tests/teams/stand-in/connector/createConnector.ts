import { Router } from 'express'
import type { Asked, Front, Operation } from '../createFront.js'
import type { World } from '../createWorld.js'
import type { Access } from '../login/createAccess.js'
import { Refusal } from '../Refusal.js'

/** The connector's operations by the names they have in its API. */
export type Operations = Readonly<Record<string, Operation>>

const CONVERSATION = '/v3/conversations/:conversation'

const PATHS: readonly [method: 'get' | 'post' | 'put' | 'delete', path: string, name: string][] = [
  ['post', '/v3/conversations', 'createConversation'],
  ['post', `${CONVERSATION}/activities`, 'sendToConversation'],
  ['post', `${CONVERSATION}/activities/:activity`, 'replyToActivity'],
  ['put', `${CONVERSATION}/activities/:activity`, 'updateActivity'],
  ['delete', `${CONVERSATION}/activities/:activity`, 'deleteActivity'],
  ['get', `${CONVERSATION}/pagedmembers`, 'getPagedMembers'],
  ['get', `${CONVERSATION}/members`, 'getMembers'],
  ['get', `${CONVERSATION}/members/:member`, 'getMember'],
  ['get', '/v3/teams/:team', 'getTeam'],
  ['get', '/v3/teams/:team/conversations', 'getChannels'],
]

/** The Bot Connector under a service URL: whatever a bot says goes through here. */
export function createConnector(world: World, access: Access, handle: Front, operations: Operations): Router {
  /** Nothing is looked at before the token. */
  const guarded = (run: Operation) => (asked: Asked) => {
    access.check(asked.req.headers.authorization)
    if (asked.params.tenant !== world.tenant)
      throw new Refusal(403, 'InvalidBotApiHost', 'No such service URL.', { fault: true })
    return run(asked)
  }

  const router = Router()
  for (const [method, path, name] of PATHS)
    router[method](`/emea/:tenant${path}`, handle(name, guarded(operations[name]!)))
  router.all(
    '/{*path}',
    handle('unknown', ({ req }) => {
      throw new Refusal(404, 'NotFound', `${req.method} ${req.path}`, { fault: true })
    }),
  )
  return router
}
