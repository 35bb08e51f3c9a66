import type { Address } from './types.js'

/** Revisions of messages that were recorded a moment ago: ids only. */
export interface Recent {
  add(address: Address, revision: string): void
  has(address: Address, revision: string): boolean
}

/** Remembers the last `most` of them. */
export function createRecent(most = 10_000): Recent {
  const keys = new Set<string>()
  const keyOf = ({ platform, tenant, channel, message }: Address, revision: string) =>
    [platform, tenant, channel, message, revision].join('|')
  return {
    add(address, revision) {
      keys.add(keyOf(address, revision))
      if (keys.size > most) keys.delete(keys.values().next().value!)
    },
    has: (address, revision) => keys.has(keyOf(address, revision)),
  }
}
