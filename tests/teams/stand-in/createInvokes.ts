import { activityBase } from './activityBase.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import type { Deliveries } from './inbound/createDelivery.js'
import type { Delivery, Fields, Place, User } from './types.js'

/** What an invoke is about, and where it comes from. */
export interface Asking {
  readonly name: string
  readonly value: Fields
  readonly place: Place
  readonly root?: string | undefined
  readonly replyToId?: string
  /** Goes into channelData.source: the message or the compose box. */
  readonly source: 'message' | 'compose'
}

/** Asks the bot something in front of which a person waits. */
export function createInvokes(world: World, ledger: Ledger, { deliver }: Deliveries) {
  return async function ask(user: User, asking: Asking): Promise<Delivery> {
    const { name, value, place, root, replyToId, source } = asking
    const base = activityBase(world, user, place, root)
    const { teamsChannelId: _c, teamsTeamId: _t, ...where } = base.channelData as Fields
    const legacy = replyToId ? { legacy: { replyToId } } : {}
    const channelData = { ...where, source: { name: source }, ...legacy }
    const about = { type: 'invoke', name, id: world.ids.event(), ...base, channelData, value }
    const activity = { ...about, ...(replyToId ? { replyToId } : {}) }
    const delivery = await deliver({ activity, heard: true })
    const { reason } = delivery.attempts[0]!
    if (reason === 'timeout') ledger.fault(name, 'no_answer_in_time')
    if (!delivery.acked) ledger.told('failure', user, 'Something went wrong. Please try again.')
    return delivery
  }
}

export type Ask = ReturnType<typeof createInvokes>
