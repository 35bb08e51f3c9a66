import { UserError } from '../../src/errors.js'
import type { Credentials } from './door/credentials.js'
import { TeamsFault } from './fault-of.js'
import type { TeamsSurroundings } from './options.js'

/**
 * Asks Microsoft for a token once, so that a wrong secret is noticed at the start and not with the first nudge.
 * @throws UserError where Microsoft refuses the app
 */
export async function checkIdentity(
  credentials: Pick<Credentials, 'token'>,
  log: TeamsSurroundings['log'],
): Promise<void> {
  try {
    await credentials.token()
  } catch (error) {
    if (error instanceof TeamsFault && error.status === 'refused') throw refusedApp(error.reason ?? 'unknown')
    log.error({}, 'Teams: Microsoft cannot be asked for a token; trying again with the first hint')
  }
}

const refusedApp = (reason: string) =>
  new UserError(
    'KLARTEXT_TEAMS_APP_ID, KLARTEXT_TEAMS_APP_SECRET and KLARTEXT_TEAMS_TENANT',
    `an app that Microsoft refuses (${reason})`,
    'the id of an app registration of this tenant, and one of its client secrets in force',
    'Copy the ids from the overview of the app registration, make a new client secret there, copy its value, and start.',
  )
