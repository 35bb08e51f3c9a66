import { PlatformError } from '../../src/errors.js'
import type { House } from './house.js'

/** Milliseconds between two readings; what they find takes effect with the next week. */
const EVERY = 60 * 60_000

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
export function createRosters({ client, chats, service, options, log, core }: House): Rosters {
  const teams = options.teams ?? []
  let timer: NodeJS.Timeout | undefined

  async function read(): Promise<void> {
    const { tenant } = options
    const url = await service.url()
    if (url)
      for (const team of teams)
        try {
          const users = await client.members(url, team)
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
      if ((await service.heard(serviceUrl)) && teams.length > 0) void round()
    },
  }
}
