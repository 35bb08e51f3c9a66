import type { Address, StoredNudge } from '../types.js'

/** Milliseconds for which a deletion is remembered: longer than any call to a platform takes. */
const MEMORY = 60_000

/** Messages deleted a moment ago, whose nudge may be under way just now. */
export interface Forgotten {
  add(address: Address): void
  /** True where the message was deleted after this nudge was made; a message that came back counts anew. */
  has(nudge: StoredNudge): boolean
}

/** Starts empty and forgets by itself. */
export function createForgotten(clock: () => Date): Forgotten {
  const times = new Map<string, number>()
  const keyOf = ({ platform, tenant, channel, message }: Address) =>
    [platform, tenant, channel, message].join('|')
  return {
    add(address) {
      const now = clock().getTime()
      for (const [key, time] of times) if (now - time > MEMORY) times.delete(key)
      times.set(keyOf(address), now)
    },
    has(nudge) {
      const time = times.get(keyOf(nudge.about))
      return time !== undefined && time >= nudge.createdAt.getTime()
    },
  }
}
