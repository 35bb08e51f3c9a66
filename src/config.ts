import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ConsoleConfig, consoleFaults, consoleVariables, readConsoleConfig } from './config/console.js'
import { onOrOff } from './config/lists.js'
import { readSlackConfig, type SlackConfig, slackFaults, slackVariables } from './config/slack.js'
import { readTeamsConfig, type TeamsConfig, teamsFaults, teamsVariables } from './config/teams.js'
import { UserError } from './errors.js'

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

const schema = z.object({
  KLARTEXT_PORT: z.coerce.number('a port number from 0 to 65535').int().min(0).max(65535).default(3210),
  KLARTEXT_DATA: z.string().min(1, 'a folder').default(join(process.cwd(), 'data')),
  KLARTEXT_TIME_ZONE: z
    .string()
    .refine((zone) => zones.has(zone), 'a time zone such as Europe/Berlin')
    .default('Europe/Berlin'),
  KLARTEXT_SETTLE_SECONDS: z.coerce.number('seconds from 0 to 600').min(0).max(600).optional(),
  KLARTEXT_NUDGE_DAYS: z.coerce
    .number('days from 1 to 35')
    .int()
    .min(1, 'days from 1 to 35')
    .max(35, 'days from 1 to 35')
    .default(14),
  KLARTEXT_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('warn'),
  KLARTEXT_SUMMARY_PEOPLE: z.coerce
    .number('a number of people, 7 or more')
    .int('a whole number of people, 7 or more')
    .min(7, '7 or more, as figures of fewer would count as watching people')
    .default(7),
  KLARTEXT_SUMMARY_NOISE: onOrOff(),
  KLARTEXT_PLAYGROUND: z.enum(['on', 'off'], 'on or off').optional(),
  ...consoleVariables,
  ...slackVariables,
  ...teamsVariables,
})

/** Variables whose values are never repeated in a message. */
const SECRET = /TOKEN|SECRET/

/** How this instance of Klartext is set up; read once, from the environment. */
export interface Config {
  readonly port: number
  readonly dataDir: string
  /** IANA name; decides days, quiet hours and weeks. */
  readonly timeZone: string
  /** Undefined: each platform's own default. */
  readonly settleSeconds: number | undefined
  /** Days for which a delivered nudge stands in the chat. */
  readonly nudgeDays: number
  /** Of how many people the figures of a summary must be, at least; 7 or more. */
  readonly summaryPeople: number
  /** Whether noise is added before the bands are drawn. */
  readonly summaryNoise: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Whether the local chat in the browser is served; by default only where no platform is connected. */
  readonly playground: boolean
  readonly console: ConsoleConfig
  /** Undefined: Slack is not connected. */
  readonly slack: SlackConfig | undefined
  /** Undefined: Teams is not connected. */
  readonly teams: TeamsConfig | undefined
}

/**
 * Reads the configuration; a variable `X` may stand in a file named by `X_FILE`.
 * @throws UserError that names every fault at once
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const { given, faults } = withFiles(environment)
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0])
      faults.push(`${name}: found ${shown(name, given[name])}, expected ${message}`)
    }
  for (const name of Object.keys(given))
    if (/^KLARTEXT_(?:CONSOLE|SLACK|TEAMS)_/.test(name) && !(name in schema.shape))
      faults.push(`${name}: found a variable that Klartext does not know, expected one of docs/settings.md`)
  faults.push(...consoleFaults(given), ...slackFaults(given), ...teamsFaults(given))
  if (!parsed.success || faults.length > 0)
    throw new UserError(
      'environment',
      faults.join('; '),
      'valid settings',
      'Correct or unset these variables and start again; docs/settings.md lists them all.',
    )
  const values = parsed.data
  const [slack, teams] = [readSlackConfig(values), readTeamsConfig(values)]
  return {
    port: values.KLARTEXT_PORT,
    dataDir: values.KLARTEXT_DATA,
    timeZone: values.KLARTEXT_TIME_ZONE,
    settleSeconds: values.KLARTEXT_SETTLE_SECONDS,
    nudgeDays: values.KLARTEXT_NUDGE_DAYS,
    summaryPeople: values.KLARTEXT_SUMMARY_PEOPLE,
    summaryNoise: values.KLARTEXT_SUMMARY_NOISE === 'on',
    logLevel: values.KLARTEXT_LOG_LEVEL,
    playground: values.KLARTEXT_PLAYGROUND ? values.KLARTEXT_PLAYGROUND === 'on' : !slack && !teams,
    console: readConsoleConfig(values),
    slack,
    teams,
  }
}

/** Our variables that are set, those of files among them. */
function withFiles(environment: Record<string, string | undefined>) {
  const faults: string[] = []
  const ours = Object.entries(environment).filter(
    ([key, value]) => key.startsWith('KLARTEXT_') && value !== '',
  )
  const given: Record<string, string | undefined> = Object.fromEntries(
    ours.filter(([key]) => !key.endsWith('_FILE')),
  )
  for (const [key, file] of ours) {
    if (!key.endsWith('_FILE') || file === undefined) continue
    try {
      given[key.slice(0, -'_FILE'.length)] = readFileSync(file, 'utf8').trim()
    } catch {
      faults.push(`${key}: found „${file}“, expected a file that Klartext may read`)
    }
  }
  return { given, faults }
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing'
  return SECRET.test(name) ? `${value.length} characters` : `„${value}“`
}
