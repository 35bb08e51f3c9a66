import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which messages get their turn. */
const LONGEST = 5

/** Makes what long work calls between two of its steps, so that nothing else waits for all of it. */
export function createPauses(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let since = now()
  return () => {
    if (now() - since < LONGEST) return undefined
    return setImmediate().then(() => {
      since = now()
    })
  }
}
