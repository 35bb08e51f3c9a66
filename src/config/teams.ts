import { z } from 'zod'
import type { Audience } from '../types.js'
import { audiences, ids, onOrOff } from './lists.js'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const CHANNEL = /^19:[\w-]{1,48}@thread\.(?:tacv2|skype)$/
const EXAMPLE = '19:AbCdEf@thread.tacv2'
const channels = () => ids(CHANNEL, `ids of channels, such as ${EXAMPLE}, separated by commas`)
const local = (expected: string) =>
  z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/, expected)
    .optional()
const guid = (expected: string) =>
  z
    .string()
    .regex(GUID, expected)
    .transform((value) => value.toLowerCase())
    .optional()

/** The variables that concern Teams. */
export const teamsVariables = {
  KLARTEXT_TEAMS_APP_ID: guid('the „Application (client) ID“ of the app registration, a GUID'),
  KLARTEXT_TEAMS_APP_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/, 'the value of a client secret of the app registration (not its id)')
    .refine((value) => !GUID.test(value), 'the value of a client secret of the app registration, not its id')
    .optional(),
  KLARTEXT_TEAMS_TENANT: guid('the „Directory (tenant) ID“ of the app registration, a GUID'),
  KLARTEXT_TEAMS_ONLY_IN: channels(),
  KLARTEXT_TEAMS_NOT_IN: channels(),
  KLARTEXT_TEAMS_SHARED_CHANNELS: onOrOff(),
  KLARTEXT_TEAMS_AUDIENCES: audiences(CHANNEL, EXAMPLE),
  KLARTEXT_TEAMS_TEAMS: ids(CHANNEL, `ids of teams, such as ${EXAMPLE}, separated by commas`),
  KLARTEXT_TEAMS_STAND_IN: local('a stand-in on 127.0.0.1 for tests, such as http://127.0.0.1:4300'),
  KLARTEXT_TEAMS_PLAYGROUND: local('a playground on 127.0.0.1, such as http://127.0.0.1:56150'),
}

/** The values of {@link teamsVariables} once they are known to be well formed. */
type Values = z.infer<z.ZodObject<typeof teamsVariables>> & { readonly KLARTEXT_URL?: string | undefined }

/** How Teams is connected. */
export interface TeamsConfig {
  readonly appId: string
  readonly appSecret: string
  /** The company's directory in Microsoft Entra. */
  readonly tenant: string
  /** Undefined: every channel of a team that installed Klartext. */
  readonly onlyIn: readonly string[] | undefined
  /** Wins over everything else. */
  readonly notIn: readonly string[]
  /** Whether channels shared with other companies are read; their authors never are. */
  readonly sharedChannels: boolean
  readonly audiences: ReadonlyMap<string, Audience>
  /** Teams whose members form a team of ours. */
  readonly teams: readonly string[]
  /** Where people of Teams sign in to the console; undefined: nowhere. */
  readonly console: string | undefined
  /** A stand-in's address; undefined: Microsoft itself. */
  readonly standIn: string | undefined
  /** The address of a playground that sends no tokens; undefined: every request must carry one. */
  readonly playground: string | undefined
}

const NEEDED = ['KLARTEXT_TEAMS_APP_ID', 'KLARTEXT_TEAMS_APP_SECRET', 'KLARTEXT_TEAMS_TENANT'] as const

/** What must not be set beside a playground, which knows no tokens. */
const REAL = [...NEEDED, 'KLARTEXT_TEAMS_STAND_IN', 'KLARTEXT_URL'] as const

/** Whom a playground takes for the app and its tenant. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Whether any variable says that Teams is to be connected. */
const isWanted = (given: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(given).some(
    ([name, value]) =>
      name.startsWith('KLARTEXT_TEAMS_') && name !== 'KLARTEXT_TEAMS_SHARED_CHANNELS' && value !== undefined,
  )

/** What is missing among the variables, or contradicts itself, whether or not each is well formed. */
export function teamsFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  if (!isWanted(given)) return []
  if (given.KLARTEXT_TEAMS_PLAYGROUND !== undefined)
    return REAL.filter((name) => given[name] !== undefined).map(
      (name) =>
        `${name}: found it beside KLARTEXT_TEAMS_PLAYGROUND, expected one of the two, as a playground sends no tokens and nobody from outside may reach it`,
    )
  return NEEDED.filter((name) => given[name] === undefined).map(
    (name) => `${name}: found nothing, expected a value, as Teams needs ${NEEDED.join(', ')}`,
  )
}

/** Puts the variables of Teams together; undefined where Teams is not set up at all. */
export function readTeamsConfig(values: Values): TeamsConfig | undefined {
  if (!isWanted(values)) return undefined
  return {
    appId: values.KLARTEXT_TEAMS_APP_ID ?? NOBODY,
    appSecret: values.KLARTEXT_TEAMS_APP_SECRET ?? 'none',
    tenant: values.KLARTEXT_TEAMS_TENANT ?? NOBODY,
    onlyIn: values.KLARTEXT_TEAMS_ONLY_IN,
    notIn: values.KLARTEXT_TEAMS_NOT_IN ?? [],
    sharedChannels: values.KLARTEXT_TEAMS_SHARED_CHANNELS === 'on',
    audiences: values.KLARTEXT_TEAMS_AUDIENCES ?? new Map(),
    teams: values.KLARTEXT_TEAMS_TEAMS ?? [],
    console: values.KLARTEXT_URL && `${values.KLARTEXT_URL}/console`,
    standIn: values.KLARTEXT_TEAMS_STAND_IN,
    playground: values.KLARTEXT_TEAMS_PLAYGROUND,
  }
}
