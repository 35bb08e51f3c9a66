/** Where the numbers of one list lie: the first slot, and one less than the number of slots, a power of two. */
export interface Membership {
  readonly home: number
  readonly mask: number
}

/** Lists of numbers that are asked again and again whether they hold one. */
export interface Memberships {
  add(numbers: readonly number[]): Membership
  /** The slot of a number in a list; 0 where the list does not hold it. */
  find(home: number, mask: number, number: number): number
}

// At least so many slots for each number: short ways, and yet most lists fit into one line of the processor's cache.
const SPARE = 1.34

/**
 * Keeps small lists close together in one piece of memory: where they are spread, waiting for memory
 * costs more than the asking itself.
 * @param most above all numbers that will be added
 */
export function createMemberships(most: number): Memberships {
  const Slots = most < 0xffff ? Uint16Array : Uint32Array
  let slots = new Slots(1 << 12)
  // The first slot is never filled.
  let length = 1

  return {
    add(numbers) {
      if (numbers.length === 0) return NOTHING
      let size = 2
      while (size < SPARE * numbers.length || size === numbers.length) size *= 2
      const home = length
      length += size
      if (length > slots.length) {
        const larger = new Slots(2 * length)
        larger.set(slots)
        slots = larger
      }
      for (const number of numbers) {
        let slot = scatter(number) & (size - 1)
        while (slots[home + slot] !== 0) slot = (slot + 1) & (size - 1)
        slots[home + slot] = number + 1
      }
      return { home, mask: size - 1 }
    },
    find(home, mask, number) {
      for (let slot = scatter(number) & mask; ; slot = (slot + 1) & mask) {
        const held = slots[home + slot]
        // Nought is an empty slot.
        if (held === number + 1) return home + slot
        if (held === 0) return 0
      }
    },
  }
}

const NOTHING: Membership = { home: 0, mask: 0 }

const scatter = (number: number) => Math.imul(number, 0x9e3779b1) >>> 16
