/** Finds things by their id alone, as long as no two workspaces use the same. */
export function createIndex<T extends { readonly id: string }>() {
  const known = new Map<string, T[]>()

  return {
    enter(one: T): T {
      known.set(one.id, [...(known.get(one.id) ?? []), one])
      return one
    },
    find(which: T | string): T {
      if (typeof which !== 'string') return which
      const found = known.get(which) ?? []
      if (found.length !== 1) throw new Error(`${found.length} with the id ${which}`)
      return found[0]!
    },
  }
}
