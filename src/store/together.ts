/** How items are written together. */
export interface Together<Item, Result> {
  /** Writes all or none; answers a result for each, in the same order. */
  readonly write: (items: readonly Item[]) => Promise<readonly Result[]>
  /** Two items with the same key are never written together, but one after the other. */
  readonly keyOf: (item: Item) => string
  /** True where the fault lies with no item, so that none would fare better alone. */
  readonly isHopeless: (error: unknown) => boolean
  /** Items a write. */
  readonly most: number
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes what comes while another write is running together with the next: one commit, and one wait for the disk,
 * for all. Where a write fails, each of its items is tried alone, so that none fails for another.
 */
export function together<Item, Result>({ write, keyOf, isHopeless, most }: Together<Item, Result>) {
  let waiting: Waiting<Item, Result>[] = []
  let running = false

  /** The next items, the oldest first; those whose key is taken stay behind. */
  function take(): Waiting<Item, Result>[] {
    const keys = new Set<string>()
    const taken: Waiting<Item, Result>[] = []
    const left: Waiting<Item, Result>[] = []
    for (const each of waiting) {
      const key = keyOf(each.item)
      const free = taken.length < most && !keys.has(key)
      ;(free ? taken : left).push(each)
      keys.add(key)
    }
    waiting = left
    return taken
  }

  async function commit(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index]!)
    } catch (error) {
      if (batch.length === 1 || isHopeless(error)) for (const { reject } of batch) reject(error)
      else for (const each of batch) await commit([each])
    }
  }

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // Those that the last commit has set free may come along.
      await new Promise(setImmediate)
      await commit(take())
    }
    running = false
  }

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void run()
    })
}
