import { createGate } from '../../../slack/stand-in/createGate.js'
import type { World } from '../createWorld.js'
import { timesOf } from '../timesOf.js'
import type { Attempt, Delivery, Envelope } from '../types.js'

export interface DeliverOptions {
  /** Hands a copy over under an activity id of its own, as Teams does at times. */
  readonly newId?: boolean
  /** Sends again like Teams; invokes are never sent again. */
  readonly retries?: boolean
}

/** Teams hands nothing over more often than this. */
const COPIES = 4
/** Milliseconds of the clock from one copy to the next. */
const BETWEEN = 15_000

const good = ({ status }: Attempt) => status >= 200 && status < 300

/** Only no answer at all and the bot's own failures are tried again. */
const again = ({ status }: Attempt) => status === 0 || status >= 500

/** Hands envelopes to the bot and does so again as Teams does. */
export function createDelivery({ clock, ids }: World, carry: (envelope: Envelope) => Promise<Attempt>) {
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

  /** The same activity, sent now. */
  function copy({ activity, heard }: Envelope, more: { readonly id?: string } = {}): Envelope {
    const times = timesOf(clock.now(), String(activity.localTimezone ?? 'UTC'))
    return { heard, activity: { ...activity, ...times, ...more } }
  }

  async function run(envelope: Envelope, retries: boolean): Promise<Delivery> {
    const delivery = begun(envelope)

    async function attempt(nth: number, one: Envelope): Promise<void> {
      const start = clock.now()
      const tried = await gate(() => carry(one))
      delivery.attempts.push(tried)
      if (!retries || !again(tried) || nth >= COPIES) return
      const next = () => attempt(nth + 1, copy(envelope))
      if (clock.now() >= start + BETWEEN) return next()
      clock.at(start + BETWEEN, () => track(next()))
    }

    await attempt(1, envelope)
    return delivery
  }

  function deliver(envelope: Envelope, { newId = false, retries = true }: DeliverOptions = {}) {
    const isMessage = !String(envelope.activity.id).startsWith('f:')
    const fresh = () => copy(envelope, { id: isMessage ? ids.message() : ids.event() })
    const one = newId ? fresh() : envelope
    return track(run(one, retries && envelope.activity.type !== 'invoke'))
  }

  return {
    begun,
    deliver,
    /** Delivers what Teams would tell the bot, and nothing else. */
    async tell(envelope: Envelope): Promise<Delivery> {
      return envelope.heard ? deliver(envelope) : begun(envelope)
    },
    track,
    /** Waits until nothing is under way any more, copies due later apart. */
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

export type Deliveries = ReturnType<typeof createDelivery>
