import type { Address, StoredNudge } from '../types.js'

/** Milliseconds for which a deletion is remembered: longer than any call to a platform takes. */
const MEMORY = 60_000

/** Messages deleted a moment ago, whose nudge may be under way just now. */
export interface Forgotten {
  /** `at` is when the message was deleted, by the platform's clock. */
  add(address: Address, at: Date): void
  /** True where the message was deleted after this nudge was made; a message that came back counts anew. */
  has(nudge: StoredNudge): boolean
}

/** Starts empty and forgets by itself. */
export function createForgotten(clock: () => Date): Forgotten {
  const deletions = new Map<string, { readonly at: number; readonly until: number }>()
  const keyOf = ({ platform, tenant, channel, message }: Address) =>
    [platform, tenant, channel, message].join('|')
  return {
    add(address, at) {
      const now = clock().getTime()
      for (const [key, { until }] of deletions) if (now > until) deletions.delete(key)
      deletions.set(keyOf(address), { at: at.getTime(), until: now + MEMORY })
    },
    has(nudge) {
      const deletion = deletions.get(keyOf(nudge.about))
      return deletion !== undefined && deletion.at >= nudge.createdAt.getTime()
    },
  }
}
