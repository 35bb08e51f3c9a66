/** Lists of numbers by word, in few large pieces: quick to read from a file, and small in memory. */
export interface PackedLists {
  /** Words, a line each. */
  readonly keys: string
  /** Where the list of each word begins; one more for the end. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
}

export function packLists(lists: ReadonlyMap<string, readonly number[]>): PackedLists {
  const starts = [0]
  const numbers: number[] = []
  for (const list of lists.values()) {
    for (const number of list) numbers.push(number)
    starts.push(numbers.length)
  }
  return {
    keys: [...lists.keys()].join('\n'),
    starts: Int32Array.from(starts),
    numbers: Int32Array.from(numbers),
  }
}

/** Answers the list of a word; empty where it has none. */
export function unpackLists({ keys, starts, numbers }: PackedLists): (key: string) => Int32Array {
  const places = new Map<string, number>()
  if (keys !== '') for (const key of keys.split('\n')) places.set(key, places.size)
  return (key) => {
    const place = places.get(key)
    return place === undefined ? NOTHING : numbers.subarray(starts[place], starts[place + 1])
  }
}

const NOTHING = new Int32Array(0)

/** One number by word. */
export interface PackedNumbers {
  readonly keys: string
  readonly numbers: Float64Array
}

export function packNumbers(values: ReadonlyMap<string, number>): PackedNumbers {
  return { keys: [...values.keys()].join('\n'), numbers: Float64Array.from(values.values()) }
}

export function unpackNumbers({ keys, numbers }: PackedNumbers): Map<string, number> {
  const values = new Map<string, number>()
  if (keys !== '') for (const key of keys.split('\n')) values.set(key, numbers[values.size])
  return values
}
