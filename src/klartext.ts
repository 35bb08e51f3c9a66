import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { createAnalyzer } from './analyzer/analyzer.js'
import { compose } from './coaching/compose.js'
import type { Config } from './config.js'
import { createCore } from './core.js'
import { createDelivery } from './delivery/index.js'
import { loadLexicons } from './lexicon/load.js'
import { HOST, serve } from './server.js'
import { createSettingsOf } from './settings-of.js'
import { openStore } from './store/index.js'
import { createSummaries } from './summary/index.js'
import { laplace } from './summary/noise.js'
import type { Adapter, PlatformName, Store } from './types.js'

/** A running Klartext. */
export interface Klartext {
  /** Where its pages are, such as `http://127.0.0.1:3210`. */
  readonly address: string
  /** Stops accepting, finishes what is under way, closes the store. */
  stop(): Promise<void>
}

/** The parts that tests may put in place of the real ones. */
export interface Surroundings {
  readonly log: Logger
  readonly clock?: () => Date
  /** Milliseconds between two rounds of the delivery; default 1000. */
  readonly every?: number
  /** Stands between the store and all that uses it, to watch it or to fail; default: nothing does. */
  readonly around?: (store: Store) => Store
}

/**
 * Builds the parts, starts the adapters and serves their pages.
 * @throws UserError where the data folder, a lexicon or the port is at fault
 */
export async function startKlartext(
  config: Pick<
    Config,
    'port' | 'dataDir' | 'timeZone' | 'settleSeconds' | 'nudgeDays' | 'summaryPeople' | 'summaryNoise'
  >,
  adapters: readonly Adapter[],
  { log, clock = () => new Date(), every = 1000, around = (store) => store }: Surroundings,
): Promise<Klartext> {
  const lexicons = loadLexicons()
  const analyzer = createAnalyzer(lexicons)
  const { entries } = lexicons
  const store = around(await openStore({ dataDir: config.dataDir, nudgeDays: config.nudgeDays }))
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
  const settingsOf = createSettingsOf(store, byPlatform)
  const delivery = createDelivery({
    store,
    adapters: byPlatform,
    compose: ({ nudge }, settings) => compose(nudge, entries, settings),
    settingsOf,
    clock,
    log,
    every,
  })
  const settleSeconds = (platform: PlatformName) =>
    config.settleSeconds ?? byPlatform.get(platform)?.settleSeconds ?? 30
  const pipeline = {
    store,
    analyzer,
    entries,
    lexiconVersion: lexicons.version,
    settingsOf,
    clock,
    timeZone: config.timeZone,
    settleSeconds,
  }
  const core = createCore(pipeline, delivery)
  const summaries = createSummaries({
    store,
    adapters: byPlatform,
    settingsOf,
    entries,
    clock,
    timeZone: config.timeZone,
    k: config.summaryPeople,
    noise: config.summaryNoise ? laplace : undefined,
    log,
    every: every * 60,
  })

  let server: Server
  try {
    server = await serve(
      config.port,
      adapters.flatMap(({ routes }) => routes ?? []),
      (error) => log.error({ fault: nameOf(error) }, 'request failed'),
    )
  } catch (error) {
    await store.close()
    throw error
  }
  const stop = async () => {
    for (const adapter of adapters) await adapter.stop()
    server.close()
    server.closeAllConnections()
    await summaries.stop()
    await delivery.stop()
    await store.close()
  }
  try {
    for (const adapter of adapters) await adapter.start(core)
    await delivery.start()
    summaries.start()
  } catch (error) {
    // What became of stopping says less than why it did not start.
    await stop().catch(() => undefined)
    throw error
  }
  return { address: `http://${HOST}:${(server.address() as AddressInfo).port}`, stop }
}

// Error messages may quote what somebody wrote; their names do not.
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
