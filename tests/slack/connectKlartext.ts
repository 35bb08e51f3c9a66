import { pino } from 'pino'
import { createSlack } from '../../adapters/slack/index.js'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { readConfig } from '../../src/config.js'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import type { Core, Store } from '../../src/types.js'
import type { Slack } from './stand-in/index.js'

/** A Klartext that is connected to a stand-in, on its clock. */
export interface Connected {
  readonly klartext: Klartext
  /** What the adapter works with. */
  readonly core: Core
  /** All that was logged, a line each; level debug. */
  readonly logged: readonly string[]
}

/** What a test may put between the parts. */
export interface Between {
  /** What the adapter gets in place of the core. */
  readonly wrap?: (core: Core) => Core
  /** What everything else gets in place of the store. */
  readonly around?: (store: Store) => Store
}

/** Starts Klartext with Slack alone and leads the stand-in to it. */
export async function connectKlartext(
  slack: Slack,
  folder: string,
  options: Partial<SlackOptions> & Pick<SlackOptions, 'mode'>,
  { wrap = (core) => core, ...between }: Between = {},
): Promise<Connected> {
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const { app, apiUrl, clock } = slack
  const usual = { appToken: app.token, signingSecret: app.signingSecret, apiUrl, interval: 0 }
  const adapter = createSlack({ ...usual, ...options }, { log, clock: clock.date })
  let core: Core | undefined
  const wrapped = {
    ...adapter,
    start(given: Core) {
      core = wrap(given)
      return adapter.start(core)
    },
  }
  const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder })
  const klartext = await startKlartext(config, [wrapped], { log, clock: clock.date, every: 20, ...between })
  slack.http(options.mode === 'http' ? `${klartext.address}/slack/events` : '')
  if (options.mode === 'socket') await slack.sockets.connected(1)
  return { klartext, core: core!, logged }
}
