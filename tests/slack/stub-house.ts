import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { createSlack } from '../../adapters/slack/index.js'
import type { SlackOptions } from '../../adapters/slack/options.js'
import type { Adapter, Person, Vault } from '../../src/types.js'
import { createFakeCore } from '../playground/fakeCore.js'
import { TUESDAY } from './house.js'
import {
  type Channel,
  createClock,
  type Slack,
  startSlack,
  type User,
  type Workspace,
} from './stand-in/index.js'

/** The adapter alone: connected to a stand-in of Slack on one side, to a core in memory on the other. */
export interface StubHouse {
  readonly slack: Slack
  readonly adapter: Adapter
  readonly fake: ReturnType<typeof createFakeCore>
  readonly workspace: Workspace
  readonly jana: User
  readonly channel: Channel
  readonly logged: string[]
  start(): Promise<void>
}

/** A vault that forgets with the process. */
function memoryVault(): Vault {
  const kept = new Map<string, string>()
  return {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, value) => void kept.set(name, value),
    replace: async (name, before, value) => kept.get(name) === before && kept.set(name, value) !== undefined,
    remove: async (name) => void kept.delete(name),
    names: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
  }
}

/** Opens it, not started yet, and closes it whatever happens. */
export async function inStubHouse(
  options: Partial<SlackOptions> & Pick<SlackOptions, 'mode'>,
  use: (house: StubHouse) => Promise<void>,
): Promise<void> {
  const slack = await startSlack({ clock: createClock(TUESDAY), patience: 400 })
  const workspace = slack.addWorkspace()
  const jana = slack.addUser(workspace, { name: 'jana' })
  const channel = slack.addChannel(workspace, { name: 'umbau', members: [jana] })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const { token: appToken, signingSecret } = slack.app
  const tokens = { botToken: workspace.botToken, appToken, signingSecret, apiUrl: slack.apiUrl, interval: 0 }
  const adapter = createSlack({ ...tokens, ...options }, { log, clock: slack.clock.date })
  const fake = createFakeCore(adapter)
  const app = express()
  if (adapter.routes) app.use(adapter.routes)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  if (options.mode === 'http')
    slack.http(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  // Everybody here takes part.
  const settings = async (person: Person) => ({ ...(await fake.core.settings(person)), optedIn: true })
  const core = { ...fake.core, settings, vault: memoryVault() }
  try {
    await use({
      ...{ slack, adapter, fake, workspace, jana, channel, logged },
      start: () => adapter.start(core),
    })
  } finally {
    await adapter.stop()
    server.closeAllConnections()
    server.close()
    await slack.close()
  }
}
