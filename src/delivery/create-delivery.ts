import type { Store, StoredNudge } from '../types.js'
import { createForgotten } from './create-forgotten.js'
import { createReconciliation } from './create-reconciliation.js'
import { createRemovals } from './create-removals.js'
import { fault } from './fault.js'
import type { DeliveryParts } from './parts.js'
import { sendNudge } from './send-nudge.js'
import { newTally, type Tally } from './tally.js'

/** Sends at once. */
const MOST_AT_ONCE = 8

const HOUR = 3_600_000

/** The dispatcher of the outbox. */
export interface Delivery {
  /** Takes what a crash left under way for unknown, then begins its rounds. */
  start(): Promise<void>
  /** Begins no more; resolves once what is under way has ended, or after 10 seconds. */
  stop(): Promise<void>
  /** One round: sends what is due and free to go, removes what is to be removed; resolves when that has ended. */
  tick(): Promise<void>
  /** A nudge may be due; begins a round soon. Does nothing before `start` and after `stop`. */
  wake(): void
  /** The message is gone: drops its waiting nudge before it resolves, removes a delivered one soon after. */
  forget(deletion: Parameters<Store['forget']>[0]): Promise<void>
  /** Something is to be removed from the chat; begins soon. Does nothing after `stop`. */
  remove(): void
  readonly tally: Readonly<Tally>
}

/** Puts the dispatcher together; nothing is sent before `start` or `tick`. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { store, clock, log, every = 1000, patience = 10_000 } = parts
  const tally = newTally()
  const running = { ...parts, tally, isStopping: () => stopped }
  const removals = createRemovals(running)
  const reconcile = createReconciliation(running, wake)
  const forgotten = createForgotten(clock)
  const underWay = new Set<Promise<void>>()
  let free = MOST_AT_ONCE
  let claiming = false
  let timer: NodeJS.Timeout | undefined
  let woken = false
  let stopped = false
  let nextExpiry = 0

  /** Runs a piece of work that nobody waits for: it never rejects, and `stop` waits for it. */
  function begin(operation: string, work: () => Promise<void>): Promise<void> {
    const done = work().catch((error) => log.error(fault(error, operation), 'delivery goes on after a fault'))
    const tracked = done.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
    return tracked
  }

  /** One claim at a time, or two would count the same free places. */
  async function send(): Promise<void> {
    if (claiming || free === 0 || stopped) return
    claiming = true
    // Places may become free while the claim runs.
    const limit = free
    let nudges: readonly StoredNudge[]
    try {
      nudges = await store.claim(clock(), limit)
      free -= nudges.length
    } finally {
      claiming = false
    }
    const more = nudges.length === limit
    if (more && free > 0) wake()
    const sends = nudges.map((nudge) =>
      begin('send', async () => {
        try {
          await sendNudge(running, nudge, () => forgotten.has(nudge))
        } finally {
          free++
          if (more) wake()
        }
      }),
    )
    await Promise.all(sends)
  }

  async function expire(): Promise<void> {
    const now = clock().getTime()
    if (now < nextExpiry) return
    nextExpiry = now + HOUR
    await store.expire(clock())
  }

  /** Tracked as a whole, so that `stop` also waits for removing what this round has just sent. */
  async function tick(): Promise<void> {
    if (stopped) return
    await begin('round', async () => {
      await Promise.all([begin('claim', send), begin('reconcile', reconcile)])
      await Promise.all([begin('remove', removals), begin('expire', expire)])
    })
  }

  function wake(): void {
    if (!timer || stopped || woken) return
    woken = true
    setImmediate(() => {
      woken = false
      void tick()
    })
  }

  function remove(): void {
    if (!stopped) void begin('remove', removals)
  }

  return {
    tally,
    tick,
    wake,

    async start() {
      if (timer || stopped) return
      tally.abandoned = await store.abandonSending(clock())
      if (tally.abandoned > 0)
        log.warn({ abandoned: tally.abandoned }, 'nudges were under way at the last stop; none is sent again')
      timer = setInterval(tick, every).unref()
      wake()
    },

    async stop() {
      stopped = true
      clearInterval(timer)
      // Not unref'ed: the process must live until the store may be closed.
      let limit: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, patience)
      })
      await Promise.race([ended(), late])
      clearTimeout(limit)
      if (underWay.size > 0) log.warn({ underWay: underWay.size }, 'stopped before all deliveries had ended')
    },

    remove,

    async forget(deletion) {
      // First, so that a nudge claimed in between is caught too.
      forgotten.add(deletion.address, deletion.at)
      await store.forget(deletion, clock())
      remove()
    },
  }

  /** What is under way may begin more, such as removing what it has just sent. */
  async function ended(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }
}
