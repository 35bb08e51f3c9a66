import { createGate } from '../createGate.js'
import type { World } from '../createWorld.js'
import type { Attempt, Delivery, Envelope, Retry } from '../types.js'

/** How one attempt is made; `not` names the connection of the attempt before. */
type Carry = (envelope: Envelope, retry?: Retry, not?: string) => Promise<Attempt & { readonly via?: string }>

export interface DeliverOptions {
  /** 'new' hands the same event over under an event_id of its own. */
  readonly eventId?: 'same' | 'new'
  /** Retries like Slack; only events are ever retried. */
  readonly retries?: boolean
  /** Claims to be such a retry. */
  readonly retry?: Retry
}

/** When retries are due after the first attempt: at once, after a minute, after five. */
const RETRIES = [0, 60_000, 300_000]

const good = ({ status }: Attempt) => status >= 200 && status < 300

/** Hands envelopes to the app and tries again as Slack does. */
export function createDelivery({ clock, id }: World, carry: Carry) {
  const underWay = new Set<Promise<unknown>>()
  const gate = createGate(100)

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const done = () => underWay.delete(work)
    work.then(done, done)
    return work
  }

  /** A delivery that has not been tried yet. */
  function begun(envelope: Envelope): Delivery & { readonly attempts: Attempt[] } {
    const attempts: Attempt[] = []
    return {
      envelope,
      attempts,
      get acked() {
        return attempts.some(good)
      },
      get status() {
        return attempts.at(-1)?.status ?? 0
      },
      get body() {
        return attempts.find(good)?.body
      },
    }
  }

  async function run(envelope: Envelope, { retries, retry }: DeliverOptions): Promise<Delivery> {
    const delivery = begun(envelope)
    const start = clock.now()

    async function attempt(nth: number, retry?: Retry, not?: string): Promise<void> {
      const { via, ...tried } = await gate(() => carry(envelope, retry, not))
      delivery.attempts.push(tried)
      const due = RETRIES[nth]
      if (good(tried) || !retries || due === undefined || tried.headers['x-slack-no-retry'] === '1') return
      const next = () => attempt(nth + 1, { num: nth + 1, reason: tried.reason }, via)
      if (due === 0) return next()
      clock.at(start + due, () => track(next()))
    }

    await attempt(0, retry)
    return delivery
  }

  function deliver(envelope: Envelope, options: DeliverOptions = {}): Promise<Delivery> {
    const retries = (options.retries ?? true) && envelope.kind === 'events_api'
    const fresh = () => ({ ...envelope, payload: { ...envelope.payload, event_id: id('Ev') } })
    const one = options.eventId === 'new' ? fresh() : envelope
    return track(run(one, { ...options, retries }))
  }

  return {
    deliver,
    /** Delivers what Slack would tell the app, and nothing else. */
    async tell(envelope: Envelope): Promise<Delivery> {
      return envelope.heard ? deliver(envelope) : begun(envelope)
    },
    track,
    /** Waits until nothing is under way any more, retries due later apart. */
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

export type Deliveries = ReturnType<typeof createDelivery>
