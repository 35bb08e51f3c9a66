import { type SendParts, sendSummaries } from './send.js'
import { publishLastWeek, type WeeklyParts } from './weekly.js'

export { summaryOf } from './send.js'

/** Makes and sends the weekly summaries. */
export interface Summaries {
  start(): void
  stop(): Promise<void>
  /** One look at the calendar; rejects where the store fails. */
  round(): Promise<void>
}

type Parts = Omit<WeeklyParts, 'log'> &
  Omit<SendParts, 'log'> & {
    readonly log: WeeklyParts['log'] & SendParts['log'] & { error: WeeklyParts['log']['info'] }
    /** Milliseconds between two looks at the calendar. */
    readonly every: number
    /** Whether nothing may be made or sent at the moment, as the configuration is not the agreed one; default: never. */
    readonly isHeld?: () => boolean
  }

export function createSummaries(parts: Parts): Summaries {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null

  async function once(): Promise<void> {
    if (parts.isHeld?.()) return
    await publishLastWeek(parts)
    await sendSummaries(parts)
  }

  /** Never two at a time: the second would find everything taken, and wait for nothing. */
  function round(): Promise<void> {
    running ??= once().finally(() => {
      running = null
    })
    return running
  }

  const tick = () =>
    round().catch((error: unknown) => {
      const fault = error instanceof Error ? error.name : typeof error
      parts.log.error({ fault }, 'the weekly summaries could not be made or sent; trying again')
    })

  return {
    round,
    start() {
      void tick()
      timer = setInterval(tick, parts.every).unref()
    },
    async stop() {
      clearInterval(timer)
      await running?.catch(() => undefined)
    },
  }
}
