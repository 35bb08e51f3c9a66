import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { createAgreementDesk } from './agreement.js'
import { compose } from './coaching/compose.js'
import type { Config } from './config.js'
import { consoleRouter } from './console-router.js'
import { createCore } from './core.js'
import { createDelivery } from './delivery/index.js'
import { loadLexicons } from './lexicon/load.js'
import { createTuningCompiler } from './lexicon/tuning/compiler.js'
import { HOST, serve } from './server.js'
import { createSettingsOf } from './settings-of.js'
import { openStore } from './store/index.js'
import { createSummaries } from './summary/index.js'
import { laplace } from './summary/noise.js'
import { createLiveLexicon } from './tuning/live-lexicon.js'
import { createProbation } from './tuning/probation.js'
import { createScopesOf } from './tuning/scopes-of.js'
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
 * @throws UserError where the data folder, a lexicon, the file of roles or the port is at fault
 */
export async function startKlartext(
  config: Pick<
    Config,
    'port' | 'dataDir' | 'timeZone' | 'settleSeconds' | 'nudgeDays' | 'summaryPeople' | 'summaryNoise'
  > &
    Partial<Pick<Config, 'playground' | 'console' | 'slack' | 'teams'>>,
  adapters: readonly Adapter[],
  { log, clock = () => new Date(), every = 1000, around = (store) => store }: Surroundings,
): Promise<Klartext> {
  const lexicons = loadLexicons()
  const store = around(await openStore({ dataDir: config.dataDir, nudgeDays: config.nudgeDays }))
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
  const settingsOf = createSettingsOf(store, byPlatform)
  const compiler = createTuningCompiler()
  const lexicon = createLiveLexicon({ lexicons, store, compiler, log, every: every * 3 })
  const scopesOf = createScopesOf(store, lexicon, clock, config.timeZone)
  const delivery = createDelivery({
    store,
    adapters: byPlatform,
    compose: async ({ nudge, to, about }, settings) =>
      compose(nudge, lexicon.current().entriesIn(await scopesOf(to, about)), settings),
    settingsOf,
    clock,
    log,
    every,
  })
  const settleSeconds = (platform: PlatformName) =>
    config.settleSeconds ?? byPlatform.get(platform)?.settleSeconds ?? 30
  const agreement = createAgreementDesk({
    store,
    config: {
      ...config,
      playground: config.playground ?? byPlatform.has('playground'),
      slack: config.slack,
      teams: config.teams,
      fourEyes: config.console?.fourEyes ?? false,
    },
    log,
    every: every * 30,
  })
  const pipeline = {
    store,
    isHeld: agreement.isHeld,
    lexicon,
    scopesOf,
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
    entries: () => lexicon.current().entries,
    clock,
    timeZone: config.timeZone,
    k: config.summaryPeople,
    noise: config.summaryNoise ? laplace : undefined,
    log,
    every: every * 60,
    isHeld: agreement.isHeld,
  })
  const probation = createProbation({
    ...{ store, lexicon, clock, log },
    k: config.summaryPeople,
    every: every * 3600,
  })

  let server: Server
  try {
    const pages = consoleRouter({ config, store, core, lexicon, compiler, agreement, adapters, log, clock })
    server = await serve(config.port, [...adapters.flatMap(({ routes }) => routes ?? []), pages], (error) =>
      log.error({ fault: nameOf(error) }, 'request failed'),
    )
  } catch (error) {
    await compiler.stop()
    await store.close()
    throw error
  }
  const stop = async () => {
    for (const adapter of adapters) await adapter.stop()
    server.close()
    server.closeAllConnections()
    await summaries.stop()
    await probation.stop()
    await delivery.stop()
    await agreement.stop()
    await lexicon.stop()
    await compiler.stop()
    await store.close()
  }
  try {
    // First, so that no message is read by other rules than those in force.
    await lexicon.start()
    await agreement.start()
    for (const adapter of adapters) await adapter.start(core)
    await delivery.start()
    summaries.start()
    probation.start()
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
