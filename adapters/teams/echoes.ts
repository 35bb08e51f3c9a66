import { createHmac, randomBytes } from 'node:crypto'
import type { Parsed } from './parse.js'

/** Milliseconds within which Teams hands a message over once more under another id. */
const SOON = 5 * 60_000

/** Messages in memory, at most. */
const MOST = 50_000

type Written = Extract<Parsed, { kind: 'written' }>

/**
 * Teams sometimes hands a message over again under a new id and time. Such an echo has the same writer, thread and
 * text; it is taken for the first one. Whoever really writes the same sentence twice in a thread within minutes is
 * heard once, which costs nothing.
 */
export interface Echoes {
  /** The message as it was first heard: itself, or the one that it repeats. */
  first(message: Written): Written
}

interface Heard {
  readonly address: Written['incoming']['address']
  readonly at: Date
  readonly since: number
}

export function createEchoes(clock: () => Date): Echoes {
  // Of the text only this is kept, in memory alone and for minutes; the key goes with the process.
  const key = randomBytes(32)
  const heard = new Map<string, Heard>()

  function tidy(now: number): void {
    for (const [name, { since }] of heard) {
      if (now - since <= SOON && heard.size <= MOST) break
      heard.delete(name)
    }
  }

  return {
    first(message) {
      const { incoming, conversation } = message
      if (incoming.revision !== 'new') return message
      const now = clock().getTime()
      tidy(now)
      const parts = [conversation, incoming.author.user, incoming.text]
      const name = createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64')
      const before = heard.get(name)
      if (before) return { ...message, incoming: { ...incoming, address: before.address, at: before.at } }
      heard.set(name, { address: incoming.address, at: incoming.at, since: now })
      return message
    },
  }
}
