/** Milliseconds for which an activity may be handed over again. */
const SOON = 15 * 60_000

/** Activities in memory, at most. */
const MOST = 20_000

/** Remembers by their ids the activities that were seen lately. */
export interface Recent {
  /** Whether it was not seen before; one without an id always counts as new. */
  isNew(id: string | undefined): boolean
  /** It was not handled after all, and will be handed over again. */
  forget(id: string | undefined): void
}

export function createRecent(clock: () => Date): Recent {
  const seen = new Map<string, number>()
  return {
    isNew(id) {
      if (!id) return true
      const now = clock().getTime()
      for (const [old, at] of seen) {
        if (now - at <= SOON && seen.size <= MOST) break
        seen.delete(old)
      }
      if (seen.has(id)) return false
      seen.set(id, now)
      return true
    },
    forget: (id) => void seen.delete(id ?? ''),
  }
}
