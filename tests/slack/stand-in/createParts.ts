import { createApi } from './createApi.js'
import { createClock } from './createClock.js'
import { createCommands } from './createCommands.js'
import { createConsent } from './createConsent.js'
import { createEvents } from './createEvents.js'
import { createForms } from './createForms.js'
import { createInteractions } from './createInteractions.js'
import { createLedger } from './createLedger.js'
import { createLimits } from './createLimits.js'
import { createMishaps } from './createMishaps.js'
import { createPosts } from './createPosts.js'
import { createResponses } from './createResponses.js'
import { createTalk } from './createTalk.js'
import { createTriggers } from './createTriggers.js'
import { createViews } from './createViews.js'
import { createWorld } from './createWorld.js'
import { createDelivery } from './inbound/createDelivery.js'
import { createPostman } from './inbound/createPostman.js'
import { createSockets } from './inbound/createSockets.js'
import { authMethods } from './methods/authMethods.js'
import { chatMethods } from './methods/chatMethods.js'
import { conversationMethods } from './methods/conversationMethods.js'
import { directoryMethods } from './methods/directoryMethods.js'
import { viewMethods } from './methods/viewMethods.js'
import type { SlackOptions } from './startSlack.js'
import type { AppIdentity, Envelope } from './types.js'

const USUAL =
  'chat:write commands im:read im:write im:history mpim:read channels:read channels:history groups:read ' +
  'groups:history users:read usergroups:read team:read'

/** Puts the stand-in together; `origin` is known once it listens. */
export function createParts(options: SlackOptions, app: AppIdentity, origin: () => string) {
  const { patience = 3000, pingEvery = 10_000, signedAt = Date.now, echo = true } = options
  const clock = options.clock ?? createClock()
  const world = createWorld(clock, app, options.scopes ?? USUAL.split(' '))
  world.grants.set(app.token, { token: app.token, kind: 'app', scopes: new Set(['connections:write']) })

  const ledger = createLedger(clock, world)
  const limits = createLimits(clock)
  const mishaps = createMishaps()
  const triggers = createTriggers(world)
  const views = createViews(world, ledger)
  const postman = createPostman({ app, clock, patience, signedAt })
  const sockets = createSockets({ app, clock, patience, pingEvery })
  const deliveries = createDelivery(world, (envelope, retry, not) =>
    postman.target ? postman.send(envelope, retry) : sockets.send(envelope, retry, not),
  )
  const events = createEvents(world, options.subscribed ? new Set(options.subscribed) : undefined)

  /** Tells the app of its own message once its call has been answered. */
  function echoed(envelope: Envelope) {
    if (!echo || !envelope.heard || !(postman.target || sockets.live().length > 0)) return
    const later = new Promise((resolve) => setImmediate(resolve))
    deliveries.track(later.then(() => deliveries.deliver(envelope)))
  }

  const posts = createPosts(world, ledger, events, echoed)
  const responses = createResponses(world, ledger, posts, mishaps, origin)
  const consent = createConsent(world, options)
  const shared = { world, ledger, events, triggers, responses, deliveries }
  const interactions = createInteractions(shared)
  const methods = {
    ...authMethods(world, () => sockets.ticket(origin())),
    ...chatMethods(world, posts),
    ...conversationMethods(world),
    ...directoryMethods(),
    ...viewMethods(views, triggers),
  }
  const open = { 'oauth.v2.access': consent.access, 'api.test': () => ({ ok: true }) }

  return {
    ...{ clock, world, ledger, limits, mishaps, postman, sockets, deliveries, interactions },
    talk: createTalk(world, posts, events, deliveries),
    command: createCommands(shared, interactions),
    forms: createForms(shared, interactions, views),
    routers: [createApi({ world, ledger, limits, mishaps, methods, open }), responses.router, consent.router],
  }
}
