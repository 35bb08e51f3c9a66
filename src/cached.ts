/** What is looked up, kept in memory for a while. */
export interface Cached<Key, Value> {
  (key: Key): Promise<Value>
  /** It has changed: looks it up anew the next time. */
  forget(key: Key): void
}

/** How long and how much a cache keeps. */
export interface CacheLimits {
  /** After which a change by another instance is seen. */
  readonly seconds: number
  /** Entries; the oldest go first. */
  readonly most: number
  /** Milliseconds of a clock that is never set back. */
  readonly now?: () => number
}

/** Keeps in memory what `load` answers; its failures are not kept. */
export function cached<Key, Value>(
  load: (key: Key) => Promise<Value>,
  nameOf: (key: Key) => string,
  { seconds, most, now = () => performance.now() }: CacheLimits,
): Cached<Key, Value> {
  const kept = new Map<string, { readonly value: Promise<Value>; readonly until: number }>()
  const get = (key: Key): Promise<Value> => {
    const name = nameOf(key)
    const found = kept.get(name)
    if (found && found.until > now()) return found.value
    // The promise itself is kept, so that an answer that is on its way when all is forgotten is never kept.
    const value = load(key)
    const entry = { value, until: now() + seconds * 1000 }
    kept.delete(name)
    kept.set(name, entry)
    value.catch(() => kept.get(name) === entry && kept.delete(name))
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
  return Object.assign(get, { forget: (key: Key) => void kept.delete(nameOf(key)) })
}
