import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createSlack } from '../../adapters/slack/index.js'
import { readConfig } from '../../src/config.js'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import type { Adapter } from '../../src/types.js'
import { type Emulator, type Fields, startEmulator } from '../emulator/start.js'
import { type As, CLIENT, inhabit, type Name, seedFor, TEAM } from './emulator-seed.js'

const SIGNING_SECRET = '5eed5eed5eed5eed5eed5eed5eed5eed'

/** Klartext beside the emulator, in a workspace with Jana, Murat and an admin called Chef. */
export interface EmulatedHouse {
  readonly emulator: Emulator
  readonly klartext: Klartext
  readonly adapter: Adapter
  readonly folder: string
  /** All that was logged, a line each. */
  readonly logged: string[]
  readonly people: Readonly<Record<Name, string>>
  /** The public channel of all three. */
  readonly channel: string
  readonly as: As
  /** Somebody writes, and Klartext is told of it; resolves to the time of the message. */
  write(name: Name, text: string, channel?: string): Promise<string>
  /** Klartext is told of an event; resolves to the status of its answer. */
  event(event: Fields): Promise<number>
  /** Klartext is told that somebody pressed or chose something. */
  press(name: Name, action: Fields, more?: Fields): Promise<number>
  stop(): Promise<void>
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * Starts both; null where the emulator is not installed.
 * @param botToken for one workspace; without it, workspaces install Klartext by OAuth
 */
export async function openEmulatedHouse(botToken?: string): Promise<EmulatedHouse | null> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const emulator = await startEmulator(seedFor(`${url}/slack/oauth_redirect`))
  if (!emulator) return null
  try {
    return await moveIn(emulator, port, botToken)
  } catch (error) {
    await emulator.stop()
    throw error
  }
}

async function moveIn(emulator: Emulator, port: number, botToken?: string): Promise<EmulatedHouse> {
  const { as, people, channel } = await inhabit(emulator)
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'klartext-emulator-'))
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const adapter = createSlack(
    {
      mode: 'http',
      signingSecret: SIGNING_SECRET,
      apiUrl: `${emulator.address}/api/`,
      audiences: new Map([[channel, 'company']]),
      admins: [people.chef],
      interval: 0,
      ...(botToken ? { botToken } : { oauth: { ...CLIENT, url } }),
    },
    { log },
  )
  const config = readConfig({
    KLARTEXT_PORT: String(port),
    KLARTEXT_DATA: folder,
    KLARTEXT_SETTLE_SECONDS: '0',
  })
  const klartext = await startKlartext(config, [adapter], { log, every: 20 })

  /** As Slack would send it. */
  async function send(type: string, body: string): Promise<number> {
    const time = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex')
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    }
    return (await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status
  }
  let events = 0
  const event = (event: Fields) =>
    send(
      'application/json',
      JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: `Ev${events++}`, event }),
    )

  return {
    emulator,
    klartext,
    adapter,
    folder,
    logged,
    people,
    channel,
    as,
    event,
    async write(name, text, where = channel) {
      const { ts } = await as<{ ts: string }>(name, 'chat.postMessage', { channel: where, text })
      await event({ type: 'message', user: people[name], text, ts, channel: where, channel_type: 'channel' })
      return ts
    },
    press(name, action, more = { container: { type: 'view' } }) {
      const user = { id: people[name], team_id: TEAM }
      const payload = { type: 'block_actions', team: { id: TEAM }, user, actions: [action], ...more }
      return send(
        'application/x-www-form-urlencoded',
        `payload=${encodeURIComponent(JSON.stringify(payload))}`,
      )
    },
    async stop() {
      await klartext.stop()
      await emulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
