import { createMishaps } from '../../slack/stand-in/createMishaps.js'
import { createClock } from '../../slack/stand-in/index.js'
import { activityOperations } from './connector/activityOperations.js'
import { conversationOperations } from './connector/conversationOperations.js'
import { createConnector } from './connector/createConnector.js'
import { createOutgoing } from './connector/createOutgoing.js'
import { createReach } from './connector/createReach.js'
import { rosterOperations } from './connector/rosterOperations.js'
import { createExtensions } from './createExtensions.js'
import { createForge } from './createForge.js'
import { createFront } from './createFront.js'
import { createInstalls } from './createInstalls.js'
import { createInvokes } from './createInvokes.js'
import { createKeys } from './createKeys.js'
import { createLedger } from './createLedger.js'
import { createLimits } from './createLimits.js'
import { createPosts } from './createPosts.js'
import { createPresses } from './createPresses.js'
import { createTalk } from './createTalk.js'
import { createTokens } from './createTokens.js'
import { createWorld } from './createWorld.js'
import { createDelivery } from './inbound/createDelivery.js'
import { createPostman } from './inbound/createPostman.js'
import { createAccess } from './login/createAccess.js'
import { createLogin } from './login/createLogin.js'
import type { TeamsOptions } from './startTeams.js'
import type { AppIdentity } from './types.js'

/** Cards are judged by rules that take a while to read. */
const judged = async (card: unknown) => (await import('../../helpers/cardFaults.js')).cardFaults(card)

/** Puts the stand-in together for an origin at which it listens already. */
export function createParts(options: TeamsOptions, app: AppIdentity, tenant: string, origin: string) {
  const { patience = 15_000, invokePatience = 10_000, limits: limited = false } = options
  const { readsChannels = true, channelPosts = false, cardFaults: check = judged } = options
  const clock = options.clock ?? createClock()
  const serviceUrl = `${origin}/emea/${tenant}/`
  const world = createWorld(clock, app, { tenant, serviceUrl })

  const ledger = createLedger(clock, (id) => world.places.get(id))
  const limits = createLimits(clock, limited)
  const mishaps = createMishaps()
  const keys = createKeys()
  const tokens = createTokens(app, keys)
  const access = createAccess(world)
  const front = createFront(clock, ledger, mishaps)
  const postman = createPostman({ clock, mint: tokens.mint, serviceUrl, patience, invokePatience })
  const deliveries = createDelivery(world, postman.send)
  const posts = createPosts(world, ledger, readsChannels)
  const ask = createInvokes(world, ledger, deliveries)
  const reach = createReach(world, limits)
  const read = createOutgoing(check)
  const shared = { world, ledger, deliveries, ask, check }
  const operations = {
    ...conversationOperations(world, reach),
    ...activityOperations({ world, ledger, reach, read, channelPosts }),
    ...rosterOperations(world, reach),
  }

  return {
    ...{ clock, world, ledger, limits, mishaps, keys, access, postman, deliveries },
    talk: createTalk(world, posts, deliveries),
    installs: createInstalls(world, deliveries),
    presses: createPresses(shared),
    extensions: createExtensions(shared),
    forge: createForge(world, keys, tokens, postman),
    routers: [
      createLogin(world, keys, access, front, origin),
      createConnector(world, access, front, operations),
    ],
  }
}
