/** Numbers by set: all in one piece of memory, for there are many sets and most have few. */
export class BySet {
  // Where the numbers of a set begin, in the order of the sets.
  readonly #starts = new Map<number, number>()
  readonly #sets: Int32Array
  readonly #numbers: Int32Array

  /** @param sets by its place, the set of each of the numbers; those of one set keep their order */
  constructor(sets: ArrayLike<number>, numbers: ArrayLike<number>) {
    const order = new Int32Array(sets.length)
    for (let i = 0; i < order.length; i++) order[i] = i
    order.sort((a, b) => sets[a] - sets[b] || a - b)
    this.#sets = order.map((i) => sets[i])
    this.#numbers = order.map((i) => numbers[i])
    for (let i = 0; i < order.length; i++)
      if (i === 0 || this.#sets[i] !== this.#sets[i - 1]) this.#starts.set(this.#sets[i], i)
  }
  has(set: number): boolean {
    return this.#starts.has(set)
  }
  /** The numbers of a set; none where it has none. */
  of(set: number): readonly number[] {
    const start = this.#starts.get(set)
    if (start === undefined) return NONE
    const found: number[] = []
    for (let i = start; this.#sets[i] === set; i++) found.push(this.#numbers[i])
    return found
  }
}

const NONE: readonly number[] = []
