/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0

  /** From 0 to 1, exclusive. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)

  return {
    next,
    below,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    /** The same things in another order. */
    shuffled<T>(list: readonly T[]): T[] {
      const all = [...list]
      for (let last = all.length - 1; last > 0; last--) {
        const other = below(last + 1)
        ;[all[last], all[other]] = [all[other]!, all[last]!]
      }
      return all
    },
  }
}

export type Seeded = ReturnType<typeof seeded>

/** The seed to use: that of KLARTEXT_SEED, or another one each time. Print it. */
export const freshSeed = (): number => Number(process.env.KLARTEXT_SEED ?? Date.now() % 1e9)
