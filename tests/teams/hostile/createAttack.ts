import type { Seeded } from '../../proofs/seeded.js'
import type { TeamsHouse } from '../house.js'
import type { Fields } from '../stand-in/index.js'
import { badHeaders } from './badHeaders.js'
import { badRequests } from './badRequests.js'
import { head, sendBytes } from './sendBytes.js'
import { wireCases } from './wire.js'

/** One request that nobody may be let in with. */
export interface Attack {
  readonly name: string
  /** The answers there may be; 0 for none at all. */
  readonly statuses: readonly number[]
  send(): Promise<number>
}

/** Such as take much of the time of whoever sends them. */
const HEAVY = /100,000|long|bomb|end$/
const HEAVY_SHARE = 0.1

/**
 * Makes up hostile requests of all kinds, in a random order.
 * @param activity a message that would be taken
 */
export function createAttack({ teams, klartext }: TeamsHouse, random: Seeded, activity: () => Fields) {
  const text = () => JSON.stringify(activity())
  const headers = Object.entries(badHeaders(teams))
  const requests = Object.entries(badRequests(teams, activity))
  const wire = Object.entries(wireCases(teams, klartext.address, text))

  function withBadHeader(): Attack {
    const [name, make] = random.pick(headers)
    const statuses = name === 'a token: otherServiceUrl' ? [403] : [401]
    const isFresh = random.chance(0.3)
    return {
      ...{ name, statuses },
      async send() {
        const [authorization, body] = [make(), text()]
        if (!isFresh) {
          const given = { body, token: null, headers: { authorization } }
          return (await teams.forge.post(given)).status
        }
        const lines = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
        if (authorization !== undefined) lines.push(`Authorization: ${authorization}`)
        return (await sendBytes(klartext.address, [head(lines) + body])).status
      },
    }
  }

  function withBadRequest(): Attack {
    const [name, [status, make]] = random.pick(requests)
    if (HEAVY.test(name) && !random.chance(HEAVY_SHARE)) return withBadRequest()
    return { name, statuses: [status], send: async () => (await teams.forge.post(make())).status }
  }

  function onTheWire(): Attack {
    const [name, [statuses, send]] = random.pick(wire)
    return { name, statuses, send: async () => (await send()).status }
  }

  return {
    kinds: headers.length + requests.length + wire.length,
    next(): Attack {
      const chance = random.next()
      if (chance < 0.5) return withBadHeader()
      return chance < 0.8 ? withBadRequest() : onTheWire()
    },
  }
}
