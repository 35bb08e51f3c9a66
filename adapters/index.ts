import type { Logger } from 'pino'
import type { Adapter } from '../src/types.js'
import { createPlayground } from './playground/index.js'
import type { SlackOptions } from './slack/options.js'
import type { TeamsOptions } from './teams/options.js'

/** Which platforms are connected, and how. */
export interface AdapterConfig {
  readonly playground: boolean
  readonly slack: SlackOptions | undefined
  readonly teams: TeamsOptions | undefined
}

/** The platforms: a folder each, and a line here. What is not connected is not loaded. */
export async function createAdapters(config: AdapterConfig, log: Logger): Promise<Adapter[]> {
  const adapters: Adapter[] = []
  if (config.playground) adapters.push(createPlayground())
  if (config.slack) adapters.push((await import('./slack/index.js')).createSlack(config.slack, { log }))
  if (config.teams) adapters.push((await import('./teams/index.js')).createTeams(config.teams, { log }))
  return adapters
}
