/**
 * Words in ascending order, a line each, looked up by halving: quick to read from a file, and small in memory, for the
 * words stay what they are, one text.
 */
class Finder {
  readonly #lines: string
  // Where each line begins; one more for the end.
  readonly #starts: Int32Array

  constructor(lines: string) {
    this.#lines = lines
    const starts = [0]
    if (lines !== '') {
      for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', end + 1)) starts.push(end + 1)
      starts.push(lines.length + 1)
    }
    this.#starts = Int32Array.from(starts)
  }
  get count(): number {
    return this.#starts.length - 1
  }
  keyAt(place: number): string {
    return this.#lines.slice(this.#starts[place], this.#starts[place + 1] - 1)
  }
  /** The place of the first word that is not before a key. */
  placeOf(key: string): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#order(middle, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  /** The place of a key; -1 where it is missing. */
  find(key: string): number {
    const place = this.placeOf(key)
    return place < this.count && this.#order(place, key) === 0 ? place : -1
  }
  // Below 0 where the word at a place is before a key, in the order that `<` has; 0 where it is the key.
  #order(place: number, key: string): number {
    const start = this.#starts[place]
    const length = this.#starts[place + 1] - 1 - start
    const both = Math.min(length, key.length)
    for (let at = 0; at < both; at++) {
      const difference = this.#lines.charCodeAt(start + at) - key.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return length - key.length
  }
}

// In the order that `<` has.
function sorted<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Lists of numbers by word, in few large pieces. */
export interface PackedLists {
  /** Words in ascending order, a line each. */
  readonly keys: string
  /** Where the list of each word begins; one more for the end. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
}

export function packLists(lists: ReadonlyMap<string, readonly number[]>): PackedLists {
  const entries = sorted(lists)
  const starts = [0]
  const numbers: number[] = []
  for (const [, list] of entries) {
    for (const number of list) numbers.push(number)
    starts.push(numbers.length)
  }
  return {
    keys: entries.map(([key]) => key).join('\n'),
    starts: Int32Array.from(starts),
    numbers: Int32Array.from(numbers),
  }
}

/** Answers the list of a word; empty where it has none. */
export function unpackLists({ keys, starts, numbers }: PackedLists): (key: string) => Int32Array {
  const finder = new Finder(keys)
  return (key) => {
    const place = finder.find(key)
    return place < 0 ? NOTHING : numbers.subarray(starts[place], starts[place + 1])
  }
}

const NOTHING = new Int32Array(0)

/** One number by word. */
export interface PackedNumbers {
  readonly keys: string
  readonly numbers: Float64Array
}

export function packNumbers(values: ReadonlyMap<string, number>): PackedNumbers {
  const entries = sorted(values)
  return {
    keys: entries.map(([key]) => key).join('\n'),
    numbers: Float64Array.from(entries, ([, number]) => number),
  }
}

/** Numbers to be looked up by word. */
export interface Numbers {
  get(key: string): number | undefined
  has(key: string): boolean
  keys(): Iterable<string>
  /** All that begin in a certain way. */
  startingWith(beginning: string): (readonly [key: string, number: number])[]
}

export function unpackNumbers({ keys, numbers }: PackedNumbers): Numbers {
  const finder = new Finder(keys)
  return {
    get(key) {
      const place = finder.find(key)
      return place < 0 ? undefined : numbers[place]
    },
    has: (key) => finder.find(key) >= 0,
    *keys() {
      for (let place = 0; place < finder.count; place++) yield finder.keyAt(place)
    },
    startingWith(beginning) {
      const found: (readonly [string, number])[] = []
      for (let at = finder.placeOf(beginning); at < finder.count; at++) {
        const key = finder.keyAt(at)
        if (!key.startsWith(beginning)) break
        found.push([key, numbers[at]])
      }
      return found
    },
  }
}
