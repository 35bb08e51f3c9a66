import type { Clock } from './types.js'

type Window = readonly [most: number, ms: number]

/** What one bot may send to one conversation. */
const PER_CONVERSATION: readonly Window[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
]
/** Reading who is in a conversation is allowed twice as often. */
const PER_ROSTER: readonly Window[] = PER_CONVERSATION.map(([most, ms]) => [most * 2, ms])
const PER_TENANT: readonly Window[] = [[30, 1000]]

/** The limits of Teams by the clock. */
export function createLimits(clock: Clock, on: boolean) {
  const past = new Map<string, number[]>()
  let breaches = 0
  let enforced = on

  /** Milliseconds until there is room. */
  function room(key: string, windows: readonly Window[]): number {
    const now = clock.now()
    const times = past.get(key) ?? []
    let wait = 0
    for (const [most, ms] of windows) {
      const inside = times.filter((time) => time > now - ms)
      if (inside.length >= most) wait = Math.max(wait, inside[inside.length - most]! + ms - now)
    }
    return wait
  }

  function note(key: string) {
    const now = clock.now()
    past.set(key, [...(past.get(key) ?? []).filter((time) => time > now - 3_600_000), now])
  }

  return {
    /** How many calls came too soon. */
    get breaches() {
      return breaches
    },
    /** Switches the limits on or off; they are off at the start unless told. */
    enforce: (on: boolean) => void (enforced = on),
    /** Seconds to wait, 0 where the call is welcome. */
    wait(kind: 'send' | 'create' | 'read', conversation: string): number {
      if (!enforced) return 0
      const key = `${kind} ${conversation}`
      const windows = kind === 'read' ? PER_ROSTER : PER_CONVERSATION
      const ms = Math.max(room(key, windows), room('', PER_TENANT))
      if (ms > 0) {
        breaches++
        return Math.ceil(ms / 1000)
      }
      note(key)
      note('')
      return 0
    },
  }
}

export type Limits = ReturnType<typeof createLimits>
