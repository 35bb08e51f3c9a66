import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompiledLexicons, compileLexicons } from '../../src/analyzer/compiled.js'
import { compose } from '../../src/coaching/compose.js'
import { createCore } from '../../src/core.js'
import { createDelivery } from '../../src/delivery/index.js'
import { createSettingsOf } from '../../src/settings-of.js'
import { openStore } from '../../src/store/index.js'
import { untunedLexicon } from '../../src/tuning/live-lexicon.js'
import type { Adapter, Incoming, Letter, Message, Person } from '../../src/types.js'
import { shippedAnalyzer, shippedLexicons } from './lexicons.js'

export const jana: Person = { platform: 'playground', tenant: 'test', user: 'jana' }
export const murat: Person = { platform: 'playground', tenant: 'test', user: 'murat' }

/** An incoming message by Jana in the channel `team`. */
export function incoming(
  text: string,
  {
    author = jana,
    message = 'm1',
    revision = '1',
    at,
    ...rest
  }: Partial<Message> & { author?: Person; message?: string; revision?: string; at?: Date } = {},
): Incoming {
  return {
    author,
    address: { platform: author.platform, tenant: author.tenant, channel: 'team', message },
    revision,
    at,
    message: { text, audience: 'team', ...rest },
  }
}

let entries: CompiledLexicons['entries'] | undefined

/** All shipped entries by id, compiled once for all tests. */
export const shippedEntries = () => (entries ??= compileLexicons(shippedLexicons()).entries)

/** The real core, store and delivery around an adapter that keeps its letters; the clock stands still. */
export async function startCore({ now = '2026-03-10T11:00:00Z', defaults = {} as Adapter['defaults'] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-core-'))
  const store = await openStore({ dataDir: folder })
  const letters: Letter[] = []
  const retracted: string[] = []
  const logged: unknown[] = []
  let time = new Date(now)
  const clock = () => time
  const adapter: Pick<Adapter, 'deliver' | 'retract' | 'defaults'> = {
    defaults,
    async deliver(letter) {
      letters.push(letter)
      return `posted-${letters.length}`
    },
    async retract(_to, posted) {
      retracted.push(posted)
    },
  }
  const adapters = new Map([['playground' as const, adapter]])
  const entries = shippedEntries()
  const settingsOf = createSettingsOf(store, adapters)
  const note = (...args: unknown[]) => void logged.push(args)
  const log = { debug: note, info: note, warn: note, error: note }
  const delivery = createDelivery({
    store,
    adapters,
    compose: ({ nudge }, settings) => compose(nudge, entries, settings),
    settingsOf,
    clock,
    log,
  })
  let analysed = 0
  const analyzer = {
    ...shippedAnalyzer(),
    analyze(message: Message) {
      analysed += 1
      return shippedAnalyzer().analyze(message)
    },
  }
  const core = createCore(
    {
      store,
      lexicon: untunedLexicon({ analyzer, entries, version: 'test' }),
      scopesOf: async () => [],
      settingsOf,
      clock,
      timeZone: 'Europe/Berlin',
      settleSeconds: () => 30,
    },
    delivery,
  )
  return {
    core,
    store,
    folder,
    letters,
    retracted,
    logged,
    get analysed() {
      return analysed
    },
    clock,
    tally: delivery.tally,
    /** Lets time pass and delivers what has become due. */
    async pass(seconds: number) {
      time = new Date(time.getTime() + seconds * 1000)
      await delivery.tick()
    },
    async stop() {
      await delivery.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
