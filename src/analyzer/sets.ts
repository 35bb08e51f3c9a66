/** Numbers in ascending order, each once. */
export type Ascending = readonly number[]

export const NONE: Ascending = []

/** All numbers of some sets; one that stands alone is handed on as it is. */
export function merge(...sets: readonly Ascending[]): Ascending {
  let only = NONE
  let filled = 0
  for (const set of sets) {
    if (set.length === 0 || set === only) continue
    only = set
    filled++
  }
  return filled < 2 ? only : [...new Set(sets.flat())].sort((a, b) => a - b)
}
