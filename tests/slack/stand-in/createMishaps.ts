import type { Fields, Mishap } from './types.js'

interface Planned extends Mishap {
  left: number
  readonly met: { count: number }
}

/** Faults on demand, used up in the order they were asked for. */
export function createMishaps() {
  const planned = new Map<string, Planned[]>()

  return {
    /** Lets calls of a method fail, or of any method: '*'. */
    plan(method: string, mishap: Mishap) {
      const met = { count: 0 }
      const one = { ...mishap, left: mishap.times ?? 1, met }
      const queue = planned.get(method) ?? []
      planned.set(method, [...queue, one])
      return {
        /** How many calls it has met. */
        get met() {
          return met.count
        },
        end: () => void (one.left = 0),
      }
    },
    /** The mishap that meets this call, if any. */
    take(method: string, args: Fields): Mishap | undefined {
      if (planned.size === 0) return undefined
      for (const key of [method, '*']) {
        const one = planned.get(key)?.find(({ left, when }) => left > 0 && (when?.(args) ?? true))
        if (!one) continue
        one.left--
        one.met.count++
        return one
      }
      return undefined
    },
  }
}
