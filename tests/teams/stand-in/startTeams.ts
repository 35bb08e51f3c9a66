import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { CheckCard } from './connector/checkedCard.js'
import { createParts } from './createParts.js'
import type { AppIdentity, ChatMessage, Clock, Mishap, Sighting, Who } from './types.js'

export interface TeamsOptions {
  readonly clock?: Clock
  readonly app?: Partial<AppIdentity>
  /** The company's directory, a GUID. */
  readonly tenant?: string
  /** Whether Teams' limits are on from the start. */
  readonly limits?: boolean
  /** Real milliseconds Teams waits for an answer. */
  readonly patience?: number
  /** The same for invokes, in front of which a person waits. */
  readonly invokePatience?: number
  /** Whether the bot may read all of a channel: ChannelMessage.Read.Group; otherwise only what mentions it. */
  readonly readsChannels?: boolean
  /** Whether the bot may write in channels; it is a fault unless told. */
  readonly channelPosts?: boolean
  /** Says what is wrong with a card; by the schema and Teams' own rules unless told. */
  readonly cardFaults?: CheckCard
}

const APP: AppIdentity = {
  id: '6b1c1d3e-52a7-4f0b-9c7e-3f4e0f6a7b10',
  name: 'Klartext',
  secret: 'stand-in~secret.of-the-bot_7Q8r9S',
}
const TENANT = '0f2d5c8a-1b34-4c6d-8e9f-a0b1c2d3e4f5'

/** A Microsoft Teams of one's own on 127.0.0.1, with the protocol of the real one. */
export async function startTeams(options: TeamsOptions = {}) {
  const app = { ...APP, ...options.app }
  const tenant = options.tenant ?? TENANT
  const server = createServer()
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const parts = createParts(options, app, tenant, origin)
  const { clock, world, ledger, limits, mishaps, keys, access, postman, deliveries, forge } = parts
  const bodies = express.text({ type: () => true, limit: '4mb' })
  const listener = express()
    .disable('x-powered-by')
    .use(bodies, ...parts.routers)
  server.on('request', listener as RequestListener)

  const { addUser, addTeam, addChannel, user, team, channel, serviceUrl, bot } = world
  const { calls, faults, sightings, count } = ledger
  const { say, edit, remove, restore, write, draft } = parts.talk

  return {
    ...{ origin, serviceUrl, app, tenant, bot, clock, forge },
    ...{ calls, faults, sightings, count },
    ...{ addUser, addTeam, addChannel, user, team, channel },
    ...parts.installs,
    ...{ say, edit, remove, restore, write, draft },
    ...parts.presses,
    ...parts.extensions,
    ...{ deliver: deliveries.deliver, settled: deliveries.settled },
    /** Sends everything to this address from now on. */
    http: (url: string) => postman.aim(url),
    /** The 1:1 chat as the person sees it now, oldest first; deleted messages stay as such. */
    chat(who: Who): ChatMessage[] {
      const { chat, id } = user(who)
      return [...chat.messages.values()].map((one) => ({
        ...{ id: one.id, by: one.by === 'app' ? 'app' : 'user', at: one.at, text: one.text },
        ...{ summary: one.summary, card: one.views.get(id) ?? one.card },
        ...{ edited: one.edited !== undefined, deleted: one.deleted },
      }))
    },
    /** Everything one person could see, oldest first. */
    seenBy: (who: Who): Sighting[] => ledger.seenBy(user(who)),
    /** Lets coming calls fail, by their name in `calls`; '*' means any. */
    fail: (name: string, mishap: Mishap) => mishaps.plan(name, mishap),
    /** Switches Teams' limits on or off. */
    rateLimits: (on: boolean) => limits.enforce(on),
    /** How many calls have broken the limits. */
    get breaches() {
      return limits.breaches
    },
    /** Signs with another key from now on; the old ones stay published unless they are dropped. */
    rotateKeys: keys.rotate,
    /** How many seconds coming access tokens are good for. */
    tokensLast: access.lasting,
    /** Ends every access token that is out. */
    revokeTokens: access.revoke,
    /** Waits, in real time, until something holds. */
    async until(holds: () => boolean, ms = 5000): Promise<void> {
      const end = performance.now() + ms
      while (!holds()) {
        if (performance.now() > end) throw new Error(`waited ${ms} ms in vain`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async close() {
      postman.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Teams = Awaited<ReturnType<typeof startTeams>>
