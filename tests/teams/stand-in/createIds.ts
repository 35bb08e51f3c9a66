import { createHash } from 'node:crypto'
import type { Clock } from './types.js'

/** Ids in the shapes Teams gives them, the same ones in every run. */
export function createIds(clock: Clock, seed = 'teams') {
  let count = 0
  let last = 0

  const hash = (more: number) => createHash('sha512').update(`${seed} ${count} ${more}`).digest()

  /** So many characters of base64url. */
  function letters(length: number): string {
    count++
    let made = ''
    for (let more = 0; made.length < length; more++) made += hash(more).toString('base64url')
    return made.slice(0, length)
  }

  function guid(): string {
    count++
    const hex = hash(0).toString('hex')
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
  }

  return {
    guid,
    user: () => `29:1${letters(89)}`,
    thread: () => `19:${letters(43)}@thread.tacv2`,
    chat: () => `a:1${letters(133)}`,
    /** Of everything that is no message. */
    event: () => `f:${guid()}`,
    /** Of a message: milliseconds, later than any other. */
    message(): string {
      last = Math.max(last + 1, clock.now())
      return String(last)
    },
  }
}

export type Ids = ReturnType<typeof createIds>
