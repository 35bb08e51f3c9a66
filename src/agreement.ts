import type { Logger } from 'pino'
import { type Agreeable, agreedConfig, hashOf } from './config/agreed.js'
import type { AgreementDesk } from './console/house.js'
import type { Store } from './types.js'

/** An {@link AgreementDesk} that looks at the store by itself. */
export interface RunningDesk extends AgreementDesk {
  /** Resolves once it is known whether anything may be read; keeps looking from then on. */
  start(): Promise<void>
  stop(): Promise<void>
}

interface Parts {
  readonly store: { readonly console: Pick<Store['console'], 'agreement'> }
  readonly config: Agreeable
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Milliseconds between two looks; default 30,000. */
  readonly every?: number
}

/**
 * Holds the configuration against what was agreed. Before the first look, nothing may be read; where a look fails,
 * the last answer holds.
 */
export function createAgreementDesk({ store, config, log, every = 30_000 }: Parts): RunningDesk {
  const rows = agreedConfig(config)
  const current = { config: rows, hash: hashOf(rows) }
  let held: boolean | null = null
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    const { inForce } = await store.console.agreement()
    const agreed = inForce?.hash ?? null
    const before = held
    held = agreed !== null && agreed !== current.hash
    if (held && !before) log.warn('the configuration is not the agreed one: nothing is read until it is')
    if (!held && before) log.info('the configuration is the agreed one again')
  }

  /** One after the other, so that an older answer never follows a newer one. */
  function refresh(): Promise<void> {
    looking = looking.catch(() => undefined).then(look)
    return looking
  }

  return {
    current,
    isHeld: () => held ?? true,
    refresh,
    async start() {
      await refresh()
      timer = setInterval(() => {
        refresh().catch((error: unknown) => {
          const fault = error instanceof Error ? error.name : typeof error
          log.error({ fault }, 'the agreement could not be looked up; trying again')
        })
      }, every).unref()
    },
    async stop() {
      clearInterval(timer)
      await looking.catch(() => undefined)
    },
  }
}
