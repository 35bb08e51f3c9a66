/** Where the numbers of one list lie: the first slot, and one less than the number of slots, a power of two. */
export interface Membership {
  readonly home: number
  readonly mask: number
}

// At least so many slots for each number: short ways, and yet most lists fit into one line of the processor's cache.
const SPARE = 1.34

const NOTHING: Membership = { home: 0, mask: 0 }

/**
 * Lists of numbers that are asked again and again whether they hold one. They are small and lie close together in one
 * piece of memory: where they are spread, waiting for memory costs more than the asking itself.
 */
export class Memberships {
  #slots: Uint16Array | Uint32Array
  // The first slot is never filled.
  #length = 1

  /** @param most above all numbers that will be added */
  constructor(most: number) {
    const Slots = most < 0xffff ? Uint16Array : Uint32Array
    this.#slots = new Slots(1 << 12)
  }

  add(numbers: readonly number[]): Membership {
    if (numbers.length === 0) return NOTHING
    let size = 2
    while (size < SPARE * numbers.length || size === numbers.length) size *= 2
    const home = this.#length
    this.#length += size
    if (this.#length > this.#slots.length) {
      const Slots = this.#slots instanceof Uint16Array ? Uint16Array : Uint32Array
      const larger = new Slots(2 * this.#length)
      larger.set(this.#slots)
      this.#slots = larger
    }
    for (const number of numbers) {
      let slot = scatter(number) & (size - 1)
      while (this.#slots[home + slot] !== 0) slot = (slot + 1) & (size - 1)
      this.#slots[home + slot] = number + 1
    }
    return { home, mask: size - 1 }
  }

  /** The slot of a number in a list; 0 where the list does not hold it. */
  find(home: number, mask: number, number: number): number {
    const slots = this.#slots
    for (let slot = scatter(number) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[home + slot]
      // Nought is an empty slot.
      if (held === number + 1) return home + slot
      if (held === 0) return 0
    }
  }
}

const scatter = (number: number) => Math.imul(number, 0x9e3779b1) >>> 16
