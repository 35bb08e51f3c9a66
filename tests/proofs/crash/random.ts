/** Chance that a seed repeats. */
export interface Random {
  /** A whole number, `most` left out. */
  below(most: number): number
  chance(probability: number): boolean
  of<Item>(items: readonly Item[]): Item
  /** Up to so many of them, each once. */
  some<Item>(items: readonly Item[], most: number): Item[]
  shuffled<Item>(items: readonly Item[]): Item[]
}

/** Mulberry32, which is chance enough. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  const shuffled = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  return {
    below,
    shuffled,
    chance: (probability) => next() < probability,
    of: (items) => items[below(items.length)]!,
    some: (items, most) => shuffled(items).slice(0, most),
  }
}
