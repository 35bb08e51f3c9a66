import type { Core } from '../../src/types.js'
import { SlackFault } from './fault-of.js'
import type { House } from './house.js'

/** Milliseconds between two readings; what they find takes effect with the next week. */
const EVERY = 60 * 60_000

/** Reads on a schedule who belongs to which team, from Slack's user groups. */
export interface Rosters {
  start(): void
  stop(): void
  /** One reading; resolves also where Slack could not be asked. */
  read(core: Core): Promise<void>
}

/** @param house whose options name the groups; without any, nothing is read */
export function createRosters({ client, installations, options, log, core }: House): Rosters {
  const teams = options.teams ?? []
  let timer: NodeJS.Timeout | undefined

  async function read(core: Core): Promise<void> {
    for (const { team: tenant } of await installations.all())
      for (const team of teams)
        try {
          const { users } = await client.call<{ users: string[] }>(tenant, 'usergroups.users.list', {
            usergroup: team,
          })
          const members = users.map((user) => ({ platform: 'slack' as const, tenant, user }))
          await core.saveRoster({ platform: 'slack', tenant, team }, members)
        } catch (error) {
          const reason = error instanceof SlackFault ? error.reason : null
          // With several workspaces, each knows its own groups alone.
          if (reason !== 'no_such_subteam' || options.botToken)
            log.error(
              { workspace: tenant, team, reason },
              'Slack: the members of a user group could not be read',
            )
        }
  }
  const round = () => read(core()).catch(() => log.error({}, 'Slack: the user groups could not be read'))

  return {
    read,
    start() {
      if (teams.length === 0) return
      void round()
      timer = setInterval(round, EVERY).unref()
    },
    stop: () => clearInterval(timer),
  }
}
