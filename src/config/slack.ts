import { z } from 'zod'
import type { Audience } from '../types.js'
import { audiences, ids, onOrOff } from './lists.js'

const CHANNEL = /^[CG][A-Z0-9]{2,20}$/
const channels = () => ids(CHANNEL, 'ids of channels, such as C024BE91L, separated by commas')

/** The variables that concern Slack. */
export const slackVariables = {
  KLARTEXT_SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, 'the „Bot User OAuth Token“, which begins with xoxb-')
    .optional(),
  KLARTEXT_SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, 'an app-level token with the scope connections:write, which begins with xapp-')
    .optional(),
  KLARTEXT_SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'the „Signing Secret“ of „Basic Information“, 32 hex digits')
    .optional(),
  KLARTEXT_SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'the „Client ID“ of „Basic Information“, such as 123.456')
    .optional(),
  KLARTEXT_SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'the „Client Secret“ of „Basic Information“, 32 hex digits')
    .optional(),
  KLARTEXT_SLACK_MODE: z.enum(['socket', 'http'], 'socket or http').optional(),
  KLARTEXT_SLACK_ONLY_IN: channels(),
  KLARTEXT_SLACK_NOT_IN: channels(),
  KLARTEXT_SLACK_SHARED_CHANNELS: onOrOff(),
  KLARTEXT_SLACK_AUDIENCES: audiences(CHANNEL, 'C024BE91L'),
  KLARTEXT_SLACK_ADMINS: ids(/^[UW][A-Z0-9]{2,20}$/, 'ids of people, such as U024BE7LH, separated by commas'),
  KLARTEXT_SLACK_TEAMS: ids(
    /^S[A-Z0-9]{2,20}$/,
    'ids of user groups, such as S0614TZR7, separated by commas',
  ),
  KLARTEXT_SLACK_API: z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/\S*\/$/, 'a stand-in on 127.0.0.1 for tests, ending in /')
    .optional(),
}

/** The values of {@link slackVariables} once they are known to be well formed. */
type Values = z.infer<z.ZodObject<typeof slackVariables>> & {
  readonly KLARTEXT_URL?: string | undefined
  readonly KLARTEXT_CONSOLE_SLACK_CLIENT_ID?: string | undefined
}

/** How Slack is connected. */
export interface SlackConfig {
  /** `socket`: Klartext calls Slack, no public address is needed; `http`: Slack calls Klartext. */
  readonly mode: 'socket' | 'http'
  /** For one workspace; without it, workspaces install Klartext by OAuth. */
  readonly botToken: string | undefined
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly oauth:
    | { readonly clientId: string; readonly clientSecret: string; readonly url: string }
    | undefined
  /** Undefined: every channel that the bot was invited to. */
  readonly onlyIn: readonly string[] | undefined
  /** Wins over everything else. */
  readonly notIn: readonly string[]
  /** Whether channels shared with other companies are read; their authors never are. */
  readonly sharedChannels: boolean
  readonly audiences: ReadonlyMap<string, Audience>
  readonly admins: readonly string[]
  /** User groups whose members form a team. */
  readonly teams: readonly string[]
  /** Where people of Slack sign in to the console; undefined: nowhere. */
  readonly console: string | undefined
  /** A stand-in's address; undefined: Slack itself. */
  readonly apiUrl: string | undefined
}

/** Whether any variable says that Slack is to be connected. */
const isWanted = (given: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(given).some(
    ([name, value]) =>
      name.startsWith('KLARTEXT_SLACK_') && name !== 'KLARTEXT_SLACK_SHARED_CHANNELS' && value !== undefined,
  )

const modeOf = (given: Readonly<Record<string, unknown>>): unknown =>
  given['KLARTEXT_SLACK_MODE'] ?? (given['KLARTEXT_SLACK_APP_TOKEN'] ? 'socket' : 'http')

/** What is missing among the variables, or contradicts itself, whether or not each is well formed. */
export function slackFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  if (!isWanted(given)) return []
  const faults: string[] = []
  const missing = (name: keyof Values, why: string) => {
    if (!given[name]) faults.push(`${name}: found nothing, expected ${why}`)
  }
  const mode = modeOf(given)
  if (mode === 'socket')
    missing('KLARTEXT_SLACK_APP_TOKEN', 'an app-level token (xapp-), as Socket Mode needs one')
  if (mode === 'http')
    missing(
      'KLARTEXT_SLACK_SIGNING_SECRET',
      'the signing secret, as requests of Slack cannot be trusted without it; or set KLARTEXT_SLACK_APP_TOKEN for Socket Mode',
    )
  const oauth = given['KLARTEXT_SLACK_CLIENT_ID'] !== undefined
  if (!oauth)
    missing(
      'KLARTEXT_SLACK_BOT_TOKEN',
      'the bot token (xoxb-); for several workspaces, KLARTEXT_SLACK_CLIENT_ID',
    )
  if (oauth && given['KLARTEXT_SLACK_BOT_TOKEN'])
    faults.push(
      'KLARTEXT_SLACK_BOT_TOKEN and KLARTEXT_SLACK_CLIENT_ID: found both, expected the token for one workspace or OAuth for several',
    )
  if (oauth) missing('KLARTEXT_SLACK_CLIENT_SECRET', 'the secret that belongs to the client id')
  if (oauth)
    missing(
      'KLARTEXT_URL',
      'the public address of Klartext, to which Slack leads back after the installation',
    )
  return faults
}

/** Puts the variables of Slack together; undefined where Slack is not set up at all. */
export function readSlackConfig(values: Values): SlackConfig | undefined {
  if (!isWanted(values)) return undefined
  const {
    KLARTEXT_SLACK_CLIENT_ID: clientId,
    KLARTEXT_SLACK_CLIENT_SECRET: clientSecret,
    KLARTEXT_URL: url,
  } = values
  return {
    mode: modeOf(values) === 'socket' ? 'socket' : 'http',
    botToken: values.KLARTEXT_SLACK_BOT_TOKEN,
    appToken: values.KLARTEXT_SLACK_APP_TOKEN,
    signingSecret: values.KLARTEXT_SLACK_SIGNING_SECRET,
    oauth: clientId && clientSecret && url ? { clientId, clientSecret, url } : undefined,
    onlyIn: values.KLARTEXT_SLACK_ONLY_IN,
    notIn: values.KLARTEXT_SLACK_NOT_IN ?? [],
    sharedChannels: values.KLARTEXT_SLACK_SHARED_CHANNELS === 'on',
    audiences: values.KLARTEXT_SLACK_AUDIENCES ?? new Map(),
    admins: values.KLARTEXT_SLACK_ADMINS ?? [],
    teams: values.KLARTEXT_SLACK_TEAMS ?? [],
    console: url && (clientId ?? values.KLARTEXT_CONSOLE_SLACK_CLIENT_ID) ? `${url}/console` : undefined,
    apiUrl: values.KLARTEXT_SLACK_API,
  }
}
