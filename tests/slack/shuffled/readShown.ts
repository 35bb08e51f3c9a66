import type { Shown } from '../../proofs/shuffled/judgeTown.js'
import type { Stored } from '../../proofs/shuffled/readStore.js'
import type { Channel, Fields, Slack } from '../stand-in/index.js'
import type { Town } from './openTown.js'

/** Every nudge that the stand-in has shown to anybody, by what the store says it is about. */
export function readShown({ slack, workspaces }: Town, sent: Stored['sent']): Shown[] {
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

/** Who wrote each message, by workspace and id. */
export const authorsOf = ({ slack }: Town) =>
  new Map(
    slack.sightings
      .filter(({ kind, via }) => kind === 'message' && via === 'user')
      .map(({ team, channel, ts, by }) => [`${team} ${channel} ${ts}`, `${team} ${by}`]),
  )
