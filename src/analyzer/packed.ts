/** Words in ascending order, a line each, looked up by halving: quick to read from a file, and small in memory. */
function createFinder(lines: string) {
  const keys: readonly string[] = lines === '' ? [] : lines.split('\n')
  /** The place of the first word that is not before a key. */
  const placeOf = (key: string): number => {
    let low = 0
    let high = keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (keys[middle] < key) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    keys,
    placeOf,
    /** The place of a key; -1 where it is missing. */
    find(key: string): number {
      const place = placeOf(key)
      return keys[place] === key ? place : -1
    },
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
  const { find } = createFinder(keys)
  return (key) => {
    const place = find(key)
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
  const finder = createFinder(keys)
  return {
    get(key) {
      const place = finder.find(key)
      return place < 0 ? undefined : numbers[place]
    },
    has: (key) => finder.find(key) >= 0,
    keys: () => finder.keys,
    startingWith(beginning) {
      const found: (readonly [string, number])[] = []
      for (let at = finder.placeOf(beginning); finder.keys[at]?.startsWith(beginning); at++)
        found.push([finder.keys[at], numbers[at]])
      return found
    },
  }
}
