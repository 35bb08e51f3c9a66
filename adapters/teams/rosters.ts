import { PlatformError } from '../../src/errors.js'
import type { House } from './house.js'

/** Milliseconds between two readings; what they find takes effect with the next week. */
const EVERY = 60 * 60_000

/** Under this name the address of Teams for this company is kept. */
const SERVICE = 'teams:service'

/** Reads on a schedule who belongs to which team, from the members of Teams' teams. */
export interface Rosters {
  start(): void
  stop(): void
  /** Teams has called from this address: there it can be asked. */
  heard(serviceUrl: string): Promise<void>
  /** One reading; resolves also where Teams could not be asked. */
  read(): Promise<void>
}

/** @param house whose options name the teams; without any, nothing is read */
export function createRosters({ client, chats, options, log, core }: House): Rosters {
  const teams = options.teams ?? []
  let timer: NodeJS.Timeout | undefined
  let service: string | null = null

  async function read(): Promise<void> {
    const { tenant } = options
    service ??= await core().vault.read(SERVICE)
    if (service)
      for (const team of teams)
        try {
          const users = await client.members(service, team)
          const members = users.map(
            (user) => ({ platform: 'teams', tenant, user: user.toLowerCase() }) as const,
          )
          await core().saveRoster({ platform: 'teams', tenant, team }, members)
        } catch (error) {
          const { status } = error instanceof PlatformError ? error : { status: 'unknown' }
          log.error({ team, status }, 'Teams: the members of a team could not be read')
        }
  }

  const round = async () => {
    try {
      await chats.tidy()
      if (teams.length > 0) await read()
    } catch {
      log.error({}, 'Teams: what is done every hour could not be done')
    }
  }

  return {
    read,
    start() {
      void round()
      timer = setInterval(round, EVERY).unref()
    },
    stop: () => clearInterval(timer),
    async heard(serviceUrl) {
      if (teams.length === 0 || service === serviceUrl) return
      const isFirst = service === null && (await core().vault.read(SERVICE)) === null
      service = serviceUrl
      await core().vault.write(SERVICE, serviceUrl)
      if (isFirst) void round()
    },
  }
}
