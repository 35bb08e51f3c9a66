import type { World } from './world.js'
import { openPlayground } from './worlds/playground.js'
import { openSlack } from './worlds/slack.js'
import { openTeams } from './worlds/teams.js'

/** Every way in which Klartext is connected to people. */
export const WORLDS: readonly (readonly [
  name: string,
  /** @param patience real milliseconds for which the platform waits for an answer */
  open: (patience?: number) => Promise<World>,
])[] = [
  ['playground', () => openPlayground()],
  ['Slack over HTTP', (patience) => openSlack('http', patience)],
  ['Slack over Socket Mode', (patience) => openSlack('socket', patience)],
  ['Teams', openTeams],
]
