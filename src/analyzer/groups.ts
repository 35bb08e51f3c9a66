/** Numbers by another number, their key: plain data, in two pieces of memory, for there are many keys and most have few. */
export interface Grouped {
  /** In ascending order. */
  readonly keys: Int32Array
  /** By place, what belongs to the key there. */
  readonly numbers: Int32Array
}

/** Groups numbers by the keys that stand at the same places; those of one key keep their order. */
export function group(keys: ArrayLike<number>, numbers: ArrayLike<number>): Grouped {
  const order = new Int32Array(keys.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  order.sort((a, b) => keys[a] - keys[b] || a - b)
  return { keys: order.map((i) => keys[i]), numbers: order.map((i) => numbers[i]) }
}

/** Collects numbers and their keys, to be grouped. */
export function createGrouping() {
  const keys: number[] = []
  const numbers: number[] = []
  return {
    put(key: number, number: number): void {
      keys.push(key)
      numbers.push(number)
    },
    grouped: (): Grouped => group(keys, numbers),
  }
}

/** Looks grouped numbers up, by halving. */
export class Groups {
  readonly #keys: Int32Array
  readonly #numbers: Int32Array

  constructor({ keys, numbers }: Grouped) {
    this.#keys = keys
    this.#numbers = numbers
  }
  has(key: number): boolean {
    return this.#keys[this.#placeOf(key)] === key
  }
  /** The numbers of a key; none where there is no such key. */
  of(key: number): Int32Array {
    const from = this.#placeOf(key)
    let to = from
    while (this.#keys[to] === key) to++
    return this.#numbers.subarray(from, to)
  }
  // The first place whose key is not below one.
  #placeOf(key: number): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#keys[middle] < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
