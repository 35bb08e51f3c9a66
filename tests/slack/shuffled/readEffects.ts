import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Peek } from '../peekStore.js'
import type { Channel, Fields, Slack } from '../stand-in/index.js'
import type { Citizen, Town } from './openTown.js'

/** A nudge as it came up in front of somebody. */
export interface Shown {
  /** Workspace, channel and ts of the message it is about. */
  readonly about: string
  /** The same as its link says; null where it has none. */
  readonly link: string | null
  /** Workspace and id of everybody who could read it, the bot apart. */
  readonly readers: readonly string[]
  readonly at: number
  /** Whether it still stands there. */
  readonly stands: boolean
}

interface Row {
  readonly tenant: string
  readonly channel: string
  readonly message: string
}

const keyOf = ({ tenant, channel, message }: Row) => `${tenant} ${channel} ${message}`

/** The pseudonym under which somebody is kept, worked out anew. */
export function pseudonymOf(folder: string, { user }: Citizen): string {
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  return createHmac('sha256', secret).update(`slack|${user.workspace.id}|${user.id}`).digest('hex')
}

/** What the store holds of messages. */
export async function readStore(peek: Peek) {
  const sights = await peek.all<Row & { revision: string }>('select * from sights')
  const counts = await peek.all<Row & { found: number }>(
    `select tenant, channel, message, count(*) as found from sightings join sights on sights.id = sight
      group by tenant, channel, message`,
  )
  const sent = await peek.all<Row & { id: string; recipient: string }>(
    `select * from outbox where state = 'sent'`,
  )
  const persons: string[] = []
  for (const table of ['people', 'sightings', 'outbox', 'paces', 'posted', 'rosters', 'muted'])
    for (const { person } of await peek.all<{ person: string }>(`select distinct person from ${table}`))
      persons.push(person)
  return {
    sights: sights.map((row) => `${keyOf(row)} ${row.revision}`),
    sightings: new Map(counts.map((row) => [keyOf(row), row.found])),
    sent: new Map(sent.map((row) => [row.id, { about: keyOf(row), recipient: row.recipient }])),
    orphans: await peek.all('select * from sightings where sight is null'),
    persons: [...new Set(persons)],
  }
}

/** Every nudge that the stand-in has shown to anybody, by what the store says it is about. */
export function readShown(
  { slack, workspaces }: Town,
  sent: ReadonlyMap<string, { about: string }>,
): Shown[] {
  const nudges = nudgeIds(slack)
  const places = new Map(
    workspaces.flatMap(({ id, channels }) => [...channels].map(([name, one]) => [`${id} ${name}`, one])),
  )
  const bots = new Set(workspaces.map(({ botUser }) => botUser))
  const shown = slack.sightings.filter(({ by, kind }) => by === 'app' && kind !== 'deletion')
  return shown.map(({ team, channel = '', ts = '', audience, blocks, at }) => ({
    about: sent.get(nudges.get(`${team} ${channel} ${ts}`) ?? '')?.about ?? 'nothing',
    link: linkIn(blocks, workspaces),
    readers: [...audience].filter((id) => !bots.has(id)).map((id) => `${team} ${id}`),
    at,
    stands: (places.get(`${team} ${channel}`) as Channel).messages.has(ts),
  }))
}

/** The nudge of each message that the app has posted. */
function nudgeIds({ calls }: Slack): Map<string, string> {
  const posts = calls.filter(({ method, answer }) => method === 'chat.postMessage' && answer.ok)
  return new Map(
    posts.map(({ team, args, answer }) => {
      const { event_payload } = JSON.parse(String(args.metadata)) as { event_payload: { nudge_id: string } }
      return [`${team} ${answer.channel} ${answer.ts}`, event_payload.nudge_id]
    }),
  )
}

function linkIn(blocks: readonly Fields[], workspaces: Town['workspaces']): string | null {
  const found = /https:\/\/([a-z0-9-]+)\.slack\.com\/archives\/(\w+)\/p(\d+)(\d{6})/.exec(
    JSON.stringify(blocks),
  )
  if (!found) return null
  const [, domain, channel, seconds, micros] = found
  return `${workspaces.find((one) => one.domain === domain)?.id} ${channel} ${seconds}.${micros}`
}
