import { z } from 'zod'
import { onOrOff } from './lists.js'

/** The variables that concern the console. */
export const consoleVariables = {
  KLARTEXT_URL: z
    .string()
    .regex(
      /^(?:https:\/\/[^\s/]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?)$/,
      'https:// and a host, without a path',
    )
    .optional(),
  KLARTEXT_ROLES: z.string().min(1, 'a YAML file').optional(),
  KLARTEXT_CONSOLE_FOUR_EYES: onOrOff(),
  KLARTEXT_CONSOLE_SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'the „Client ID“ of „Basic Information“, such as 123.456')
    .optional(),
  KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'the „Client Secret“ of „Basic Information“, 32 hex digits')
    .optional(),
  KLARTEXT_CONSOLE_STAND_IN: z
    .string()
    .regex(
      /^http:\/\/127\.0\.0\.1:\d{1,5}$/,
      'a stand-in on 127.0.0.1 for tests, such as http://127.0.0.1:4400',
    )
    .optional(),
}

/** The values of {@link consoleVariables} once they are known to be well formed. */
type Values = z.infer<z.ZodObject<typeof consoleVariables>>

/** How people come to the console. */
export interface ConsoleConfig {
  /** The public address of Klartext, without a path; undefined: none, and then nobody signs in from outside. */
  readonly url: string | undefined
  /** The file that says who holds which office; undefined: nobody does. */
  readonly roles: string | undefined
  /** Whether a second pair of eyes must approve a change of the lexicon. */
  readonly fourEyes: boolean
  /** An app of its own for signing in with Slack; undefined: that of the installation by OAuth, where there is one. */
  readonly slack: { readonly clientId: string; readonly clientSecret: string } | undefined
  /** A stand-in's address; undefined: Slack and Microsoft themselves. */
  readonly standIn: string | undefined
}

const CLIENT = 'KLARTEXT_CONSOLE_SLACK_CLIENT_ID'
const SECRET = 'KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET'

/** What is missing among the variables, or contradicts itself, whether or not each is well formed. */
export function consoleFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = []
  const missing = (name: string, why: string) => {
    if (given[name] === undefined) faults.push(`${name}: found nothing, expected ${why}`)
  }
  if (given[CLIENT] !== undefined || given[SECRET] !== undefined) {
    missing(CLIENT, 'the client id that belongs to the secret')
    missing(SECRET, 'the secret that belongs to the client id')
    missing('KLARTEXT_URL', 'the public address of Klartext, to which Slack leads back after the sign-in')
  }
  if (given.KLARTEXT_CONSOLE_STAND_IN !== undefined && given.KLARTEXT_URL?.startsWith('https:'))
    faults.push(
      'KLARTEXT_CONSOLE_STAND_IN: found it beside a KLARTEXT_URL with https, expected none, as a stand-in lets anybody in',
    )
  return faults
}

/** Puts the variables of the console together. */
export function readConsoleConfig(values: Values): ConsoleConfig {
  const { [CLIENT]: clientId, [SECRET]: clientSecret } = values
  return {
    url: values.KLARTEXT_URL,
    roles: values.KLARTEXT_ROLES,
    fourEyes: values.KLARTEXT_CONSOLE_FOUR_EYES === 'on',
    slack: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    standIn: values.KLARTEXT_CONSOLE_STAND_IN,
  }
}
