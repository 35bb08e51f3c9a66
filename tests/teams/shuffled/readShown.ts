import type { Shown } from '../../proofs/shuffled/judgeTown.js'
import type { Stored } from '../../proofs/shuffled/readStore.js'
import type { Sighting, Teams } from '../stand-in/index.js'

const NUDGE = /"nudge":"([0-9a-f-]{36})"/
const LINK =
  /https:\/\/teams\.microsoft\.com\/l\/message\/([^/]+)\/(\d+)\?tenantId=([\w-]+)&parentMessageId=(\d+)/

/** What the app has shown by itself or in answer: nudges, and everything else. */
export function shownBy({ sightings }: Pick<Teams, 'sightings'>) {
  const shown = sightings.filter(({ by, kind }) => by === 'app' && kind !== 'deletion')
  const isNudge = ({ card }: Sighting) => NUDGE.test(JSON.stringify(card ?? null))
  return { nudges: shown.filter(isNudge), others: shown.filter((one) => !isNudge(one)) }
}

/** Every nudge that the stand-in has shown to anybody, by what the store says it is about. */
export function readShown(teams: Teams, sent: Stored['sent'], readerOf: (id: string) => string): Shown[] {
  const gone = new Set(
    teams.sightings.filter(({ kind }) => kind === 'deletion').map(({ place, id }) => `${place} ${id}`),
  )
  return shownBy(teams).nudges.map(({ card, audience, at, place, id }) => {
    const json = JSON.stringify(card)
    return {
      about: sent.get(NUDGE.exec(json)?.[1] ?? '')?.about ?? 'nothing',
      link: linkIn(json),
      readers: [...audience].map(readerOf),
      at,
      stands: !gone.has(`${place} ${id}`),
    }
  })
}

function linkIn(json: string): string | null {
  const found = LINK.exec(json)
  if (!found) return null
  const [, channel = '', id, tenant, root] = found
  return `${tenant} ${decodeURIComponent(channel)} ${root === id ? id : `${root}:${id}`}`
}

/** Who wrote each message in a channel, by tenant and Entra id. */
export const authorsOf = (teams: Teams, readerOf: (id: string) => string) =>
  new Map(
    teams.sightings
      .filter(({ kind, via }) => kind === 'message' && via === 'user')
      .map(({ place, id, root, by }) => {
        const message = root && root !== id ? `${root}:${id}` : id
        return [`${teams.tenant} ${place} ${message}`, readerOf(by)]
      }),
  )
