import { createHash } from 'node:crypto'
import type { Config } from '../config.js'
import type { AgreedConfig, Audience } from '../types.js'

/** Of the configuration, what decides what is read, for how long it is kept and who sees what. */
export type Agreeable = Pick<
  Config,
  | 'timeZone'
  | 'settleSeconds'
  | 'nudgeDays'
  | 'summaryPeople'
  | 'summaryNoise'
  | 'playground'
  | 'slack'
  | 'teams'
> & {
  readonly fourEyes: boolean
}

/** Stands for a list that was not set, where that means everything. */
export const EVERY = '*'

/** Stands for what is left to each platform. */
export const DEFAULT = 'default'

/**
 * What an agreement with the works council holds fast, by the names of the variables, sorted. No secrets, and no ids
 * of people: who holds an office may change without a new agreement.
 */
export function agreedConfig(config: Agreeable): AgreedConfig {
  const { slack, teams } = config
  const platforms = [slack && 'slack', teams && 'teams', config.playground && 'playground']
  const rows: Record<string, string> = {
    KLARTEXT_CONSOLE_FOUR_EYES: onOff(config.fourEyes),
    KLARTEXT_NUDGE_DAYS: String(config.nudgeDays),
    KLARTEXT_SETTLE_SECONDS: config.settleSeconds === undefined ? DEFAULT : String(config.settleSeconds),
    KLARTEXT_SUMMARY_NOISE: onOff(config.summaryNoise),
    KLARTEXT_SUMMARY_PEOPLE: String(config.summaryPeople),
    KLARTEXT_TIME_ZONE: config.timeZone,
    platforms: platforms.filter(Boolean).join(','),
    ...(slack && channelRows('KLARTEXT_SLACK', slack)),
    ...(teams && { ...channelRows('KLARTEXT_TEAMS', teams), KLARTEXT_TEAMS_TENANT: teams.tenant }),
  }
  return Object.fromEntries(Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** SHA-256 over the names and values as JSON, sorted by name: 64 hex digits. */
export function hashOf(config: AgreedConfig): string {
  const sorted = Object.entries(config).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}

type Channels = Pick<
  NonNullable<Config['slack']>,
  'onlyIn' | 'notIn' | 'sharedChannels' | 'audiences' | 'teams'
>

const channelRows = (prefix: string, { onlyIn, notIn, sharedChannels, audiences, teams }: Channels) => ({
  [`${prefix}_AUDIENCES`]: list(
    [...audiences].map(([id, audience]: [string, Audience]) => `${id}=${audience}`),
  ),
  [`${prefix}_NOT_IN`]: list(notIn),
  [`${prefix}_ONLY_IN`]: onlyIn === undefined ? EVERY : list(onlyIn),
  [`${prefix}_SHARED_CHANNELS`]: onOff(sharedChannels),
  [`${prefix}_TEAMS`]: list(teams),
})

/** In whichever order a list is written down, it says the same. */
const list = (ids: readonly string[]): string => [...new Set(ids)].sort().join(',')

const onOff = (value: boolean): string => (value ? 'on' : 'off')
