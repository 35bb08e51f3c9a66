import { App, AuthorizationError, type Receiver } from '@slack/bolt'
import type { Adapter, Core } from '../../src/types.js'
import { createOverload } from '../common/overload.js'
import { askSlack } from './ask-slack.js'
import { createChannels } from './channels.js'
import { clientOptions, createClient } from './client.js'
import { deliverer } from './deliver.js'
import { handleAnswers } from './handlers/answers.js'
import { handleCommand } from './handlers/command.js'
import { handleHome } from './handlers/home.js'
import { handleMessages } from './handlers/messages.js'
import { handleWindows } from './handlers/windows.js'
import { handleWorkspace } from './handlers/workspace.js'
import { type House, NotStarted } from './house.js'
import { createIdentity } from './identity.js'
import { oneWorkspace, type Workspace } from './installations.js'
import { manyWorkspaces } from './many-workspaces.js'
import type { SlackOptions, SlackSurroundings } from './options.js'
import { createPace } from './pace.js'
import { receivers } from './receivers/index.js'
import { createRosters } from './rosters.js'
import { silentLogger } from './silent-logger.js'

/** Milliseconds in which what is under way may finish when Klartext stops. */
const PATIENCE = 10_000

/** An event for a workspace that has not installed Klartext, or has removed it: nothing to do, and nothing wrong. */
class UnknownWorkspace extends Error {}

/**
 * Slack, by Bolt: what people write in channels goes to the core, and what the core says goes to its one reader.
 * Slack hears that an event was taken only once the core has committed it.
 */
export function createSlack(options: SlackOptions, surroundings: SlackSurroundings): Adapter {
  const { log, clock = () => new Date() } = surroundings
  let core: Core | null = null
  let accepting = false

  const identity = createIdentity(options, log)
  /** What was to be erased of a workspace that had removed Klartext stays. */
  async function arrived({ team: tenant }: Workspace): Promise<void> {
    await core?.arrived({ platform: 'slack', tenant })
  }
  const many = options.oauth
    ? manyWorkspaces({
        ask: askSlack(options.oauth, options.apiUrl),
        vault: () => core?.vault ?? null,
        ...{ clock, log, every: surroundings.every },
        async installed(workspace) {
          identity.compare(workspace)
          await arrived(workspace)
        },
      })
    : undefined
  const installations = many ?? oneWorkspace(identity.workspace, identity.forget)
  const client = createClient({
    apiUrl: options.apiUrl,
    installations,
    pace: createPace(options.interval ?? 1000, clock),
    onFault: identity.onFault,
  })

  const { receiver, routes, connection } = receivers(options, surroundings, many?.store)
  const overload = createOverload(clock)
  defer(receiver, (work) => {
    if (!accepting) throw new NotStarted()
    return overload.run(work)
  })

  const app = new App({
    receiver,
    logger: silentLogger,
    clientOptions: clientOptions(options.apiUrl),
    convoStore: false,
    async authorize({ teamId, enterpriseId }) {
      const workspace = await installations.find(teamId ?? '', enterpriseId)
      if (!workspace) throw new UnknownWorkspace()
      const { token, botId, botUser } = workspace
      return { botToken: token, botId, botUserId: botUser, teamId, enterpriseId }
    },
  })
  app.error(async (error) => {
    if (error instanceof AuthorizationError && error.original instanceof UnknownWorkspace) return
    log.warn({ fault: nameOf(error) }, 'Slack: something could not be done; an event will come again')
    throw error
  })

  const house: House = {
    app,
    options,
    log,
    clock,
    client,
    channels: createChannels(client, options, clock),
    installations,
    missingScopes: identity.missingScopes,
    core() {
      if (!core) throw new NotStarted()
      return core
    },
  }
  for (const handle of [
    handleMessages,
    handleAnswers,
    handleHome,
    handleWindows,
    handleCommand,
    handleWorkspace,
  ])
    handle(house)

  const rosters = createRosters(house)

  return {
    platform: 'slack',
    settleSeconds: 30,
    routes,
    hasTenant: async (tenant) => (await installations.find(tenant)) !== null,
    ...deliverer(client),
    async start(given) {
      core = given
      accepting = true
      await identity.start(arrived)
      for (const workspace of (await many?.all()) ?? []) {
        identity.compare(workspace)
        await arrived(workspace)
      }
      await many?.renewal.start()
      await connection?.start()
      rosters.start()
    },
    async stop() {
      rosters.stop()
      await connection?.stop()
      identity.stop()
      accepting = false
      await overload.idle(PATIENCE)
      await many?.renewal.stop()
      core = null
    },
  }
}

/**
 * Bolt acknowledges an event before its listeners have run. Here the acknowledgement waits for them: what was not
 * committed was not taken.
 */
function defer(receiver: Receiver, run: (work: () => Promise<void>) => Promise<boolean>): void {
  const init = receiver.init.bind(receiver)
  receiver.init = (app) =>
    init({
      async processEvent(event: Parameters<App['processEvent']>[0]) {
        let answer: unknown
        await run(() =>
          app.processEvent({
            ...event,
            ack: async (given?: unknown) => {
              answer = given
            },
          }),
        )
        await event.ack(answer)
      },
    } as App)
}

function nameOf(error: unknown): string {
  const original = error instanceof Error && 'original' in error ? error.original : error
  return original instanceof Error ? original.name : typeof original
}
