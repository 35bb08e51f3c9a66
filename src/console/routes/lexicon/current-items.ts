import type { KeptTuningItem, TuningKey, TuningStore } from '../../../types.js'
import { keyLine } from '../../pages/lexicon/desk.js'

/** Up to this many items are asked for one by one. */
const FEW = 100

/** How many are read at a time where there are more. */
const PIECE = 1000

/** The items in force by `keyLine`; what is missing is not set. */
export async function currentItems(
  tuning: TuningStore,
  keys: readonly TuningKey[],
): Promise<ReadonlyMap<string, KeptTuningItem>> {
  if (keys.length <= FEW) {
    const found = await Promise.all(keys.map(({ scope, kind, name }) => tuning.item({ scope, kind, name })))
    return new Map(found.flatMap((item) => (item ? [[keyLine(item), item] as const] : [])))
  }
  const wanted = new Set(keys.map(keyLine))
  const version = await tuning.version()
  const items = new Map<string, KeptTuningItem>()
  let after: TuningKey | null = null
  for (;;) {
    const some: readonly KeptTuningItem[] = await tuning.items(version, after, PIECE)
    for (const item of some) if (wanted.has(keyLine(item))) items.set(keyLine(item), item)
    const last = some.at(-1)
    if (!last || some.length < PIECE) return items
    after = last
  }
}
