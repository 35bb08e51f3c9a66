import { join } from 'node:path'
import { z } from 'zod'
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
  KLARTEXT_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('warn'),
})

/** How this instance of Klartext is set up; read once, from the environment. */
export interface Config {
  readonly port: number
  readonly dataDir: string
  /** IANA name; decides days, quiet hours and weeks. */
  readonly timeZone: string
  /** Undefined: each platform's own default. */
  readonly settleSeconds: number | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads the configuration; @throws UserError that names every fault at once */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key.startsWith('KLARTEXT_') && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) =>
        `${path[0]?.toString()}: found „${given[path[0] as string]}“, expected ${message}`,
    )
    throw new UserError(
      'environment',
      faults.join('; '),
      'valid settings',
      'Correct or unset these variables and start again; docs/settings.md lists them all.',
    )
  }
  const values = parsed.data
  return {
    port: values.KLARTEXT_PORT,
    dataDir: values.KLARTEXT_DATA,
    timeZone: values.KLARTEXT_TIME_ZONE,
    settleSeconds: values.KLARTEXT_SETTLE_SECONDS,
    logLevel: values.KLARTEXT_LOG_LEVEL,
  }
}
