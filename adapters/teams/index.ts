import type { TurnContext } from 'botbuilder'
import type { Adapter, Core } from '../../src/types.js'
import { createOverload } from '../common/overload.js'
import { Bot } from './bot.js'
import { createChannels } from './channels.js'
import { createChats } from './chats.js'
import { createClient } from './client.js'
import { deliverer } from './deliver.js'
import type { ActivityShape } from './door/activity.js'
import { createConnectors } from './door/connector.js'
import { createCredentials } from './door/credentials.js'
import { Hall } from './door/hall.js'
import { type Answer, door } from './door/index.js'
import { createKeys } from './door/keys.js'
import { microsoft as addresses } from './door/microsoft.js'
import { outside } from './door/outside.js'
import { createTokenCheck } from './door/token.js'
import { createEchoes } from './echoes.js'
import { handleMessage } from './handlers/messages.js'
import { type House, NotStarted } from './house.js'
import { checkIdentity } from './identity.js'
import type { TeamsOptions, TeamsSurroundings } from './options.js'
import { createPace } from './pace.js'
import { createRosters } from './rosters.js'
import { createService } from './service.js'

/** Milliseconds in which what is under way may finish when Klartext stops. */
const PATIENCE = 10_000

/** What people do with messages; in a channel it goes straight to the core, as most of it comes from others. */
const MESSAGES = new Set(['message', 'messageUpdate', 'messageDelete'])

/**
 * Microsoft Teams, by the Bot Framework: what people write in channels goes to the core, and what the core says goes
 * to its one reader, in the bot's own chat with them. Teams hears that an activity was taken only once the core has
 * committed it.
 */
export function createTeams(
  options: TeamsOptions,
  { log, clock = () => new Date() }: TeamsSurroundings,
): Adapter {
  let current: Core | null = null
  let accepting = false
  const core = () => {
    if (!current) throw new NotStarted()
    return current
  }

  const microsoft = addresses(options)
  const send = outside(microsoft)
  const credentials = createCredentials(microsoft, options, send, clock)
  const connectors = createConnectors(credentials, send)
  const client = createClient(options, { microsoft, connectors, pace: createPace(clock, options.unpaced) })
  const chats = createChats(() => core().vault, clock)
  const service = createService(() => core().vault)
  const channels = createChannels(client, options, clock)
  const house: House = { options, log, clock, client, channels, chats, service, core }

  const hall = new Hall(options.appId, microsoft, (serviceUrl) => connectors.at(serviceUrl))
  const bot = new Bot(house)
  const echoes = createEchoes(clock)
  const overload = createOverload(clock)
  const rosters = createRosters(house)

  async function answer(activity: ActivityShape): Promise<Answer> {
    await rosters.heard(activity.serviceUrl)
    if (MESSAGES.has(activity.type) && activity.conversation.conversationType !== 'personal') {
      await handleMessage(house, echoes, activity)
      return { status: 200 }
    }
    const turn = dated(activity) as unknown as TurnContext['activity']
    const invoked = await hall.handle(turn, (context) => bot.run(context))
    return invoked ? { status: invoked.status, body: invoked.body } : { status: 200 }
  }

  const routes = door({
    options,
    microsoft,
    checkToken: createTokenCheck(microsoft, options.appId, createKeys(microsoft, send, log)),
    log,
    async handle(activity) {
      if (!accepting) throw new NotStarted()
      let given: Answer = { status: 200 }
      await overload.run(async () => {
        given = await answer(activity)
      })
      return given
    },
  })

  return {
    platform: 'teams',
    settleSeconds: 30,
    routes,
    hasTenant: async (tenant) => tenant === options.tenant,
    ...deliverer(client, chats, service),
    async start(given) {
      if (!options.playground) await checkIdentity(credentials, log)
      current = given
      accepting = true
      rosters.start()
    },
    async stop() {
      rosters.stop()
      accepting = false
      // The core stays at hand: the delivery is stopped later, and what it has under way is finished.
      await overload.idle(PATIENCE)
    },
  }
}

/** The SDK's own reading of a request would have made moments of these. */
function dated(activity: ActivityShape): ActivityShape {
  const moments = ['timestamp', 'localTimestamp', 'expiration'].filter(
    (name) => typeof activity[name] === 'string',
  )
  return {
    ...activity,
    ...Object.fromEntries(moments.map((name) => [name, new Date(String(activity[name]))])),
  }
}
