import type { NudgeState, StoredNudge } from '../types.js'
import { afterFailure } from './after-failure.js'
import { fault } from './fault.js'
import type { Running } from './parts.js'
import { reasonToDrop } from './reason-to-drop.js'
import { settleSent } from './settle-sent.js'

/** How one delivery ended. */
type Outcome =
  | { readonly state: Exclude<NudgeState, 'sending' | 'pending' | 'sent'> }
  | { readonly state: 'pending'; readonly at: Date }
  | { readonly state: 'sent'; readonly posted: string }

/**
 * Sends one claimed nudge and writes how it ended.
 * @param isForgotten whether its message has been deleted since
 */
export async function sendNudge(
  running: Running,
  nudge: StoredNudge,
  isForgotten: () => boolean,
): Promise<void> {
  const letter = await write(running, nudge, isForgotten)
  const outcome = letter.state === 'ready' ? await deliver(running, nudge, letter.send) : letter
  await settle(running, nudge, outcome)
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
    const text = await compose(nudge, settings)
    if (!text) return { state: 'dropped' }
    const adapter = adapters.get(nudge.to.platform)
    if (!adapter) return { state: 'failed' }
    const { id, to, about } = nudge
    const letter = { id, to, about, place: nudge.place ?? settings.place, tone: settings.tone, text }
    return { state: 'ready', send: () => adapter.deliver(letter) }
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

async function settle(running: Running, nudge: StoredNudge, outcome: Outcome): Promise<void> {
  const { store, clock, log, tally } = running
  tally[outcome.state === 'pending' ? 'retried' : outcome.state]++
  try {
    if (outcome.state === 'sent') await settleSent(running, nudge, outcome.posted)
    else {
      const at = outcome.state === 'pending' ? outcome.at : clock()
      await store.settle(nudge.id, outcome.state, at, undefined, nudge)
    }
  } catch (error) {
    // It stays `sending`, which the next start takes for `unknown`: never sent twice.
    log.error(fault(error, 'settle'), 'the end of a delivery could not be written')
  }
}
