import type { NudgeState, StoredNudge } from '../types.js'
import { afterFailure } from './after-failure.js'
import { fault } from './fault.js'
import type { Running } from './parts.js'
import { reasonToDrop } from './reason-to-drop.js'

/** How one delivery ended. */
type Outcome =
  | { readonly state: Exclude<NudgeState, 'sending' | 'pending'>; readonly posted?: string }
  | { readonly state: 'pending'; readonly at: Date }

/**
 * Sends one claimed nudge and writes how it ended.
 * @param isForgotten whether its message has been deleted since
 * @returns the platform's id of what was posted, where it was
 */
export async function sendNudge(
  running: Running,
  nudge: StoredNudge,
  isForgotten: () => boolean,
): Promise<string | undefined> {
  const letter = await write(running, nudge, isForgotten)
  const outcome = letter.state === 'ready' ? await deliver(running, nudge, letter.send) : letter
  await settle(running, nudge, outcome)
  return outcome.state === 'sent' ? outcome.posted : undefined
}

type Written = Outcome | { readonly state: 'ready'; readonly send: () => Promise<string> }

/** All that comes before the call; where this fails, nothing was sent. */
async function write(
  { adapters, compose, settingsOf, clock, log }: Running,
  nudge: StoredNudge,
  isForgotten: () => boolean,
): Promise<Written> {
  try {
    const settings = await settingsOf(nudge.to)
    if (isForgotten() || reasonToDrop(nudge, settings, clock())) return { state: 'dropped' }
    const text = compose(nudge, settings)
    if (!text) return { state: 'dropped' }
    const adapter = adapters.get(nudge.to.platform)
    if (!adapter) return { state: 'failed' }
    const send = () => adapter.deliver({ id: nudge.id, to: nudge.to, about: nudge.about, text })
    return { state: 'ready', send }
  } catch (error) {
    log.error(fault(error, 'compose'), 'a nudge could not be written')
    return { state: 'failed' }
  }
}

async function deliver(
  { clock, log }: Running,
  nudge: StoredNudge,
  send: () => Promise<string>,
): Promise<Outcome> {
  try {
    return { state: 'sent', posted: await send() }
  } catch (error) {
    const outcome = afterFailure(error, nudge, clock())
    log.warn({ ...fault(error, 'deliver'), outcome: outcome.state }, 'a nudge was not delivered')
    return outcome
  }
}

async function settle(
  { store, clock, log, tally }: Running,
  { id }: StoredNudge,
  outcome: Outcome,
): Promise<void> {
  const { state } = outcome
  tally[state === 'pending' ? 'retried' : state]++
  try {
    if (state === 'pending') return await store.settle(id, state, outcome.at)
    try {
      await store.settle(id, state, clock(), outcome.posted)
    } catch (error) {
      // An id that cannot be kept must not make a delivered nudge look undelivered.
      if (outcome.posted === undefined) throw error
      log.error(fault(error, 'settle'), 'a nudge was sent, but what was posted cannot be kept')
      await store.settle(id, state, clock())
    }
  } catch (error) {
    // It stays `sending`, which the next start takes for `unknown`: never sent twice.
    log.error(fault(error, 'settle'), 'the end of a delivery could not be written')
  }
}
