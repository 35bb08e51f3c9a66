/** Numbers in ascending order, each once. */
export type Ascending = readonly number[]

export const NONE: Ascending = []

const singles: Ascending[] = []

/** The set of one number that is no offset but a place in a sentence or list; made once. */
export function only(number: number): Ascending {
  return (singles[number] ??= [number])
}

/** All numbers of two sets; one that holds the other is handed on as it is. */
export function merge(a: Ascending, b: Ascending): Ascending {
  if (b.length === 0 || a === b) return a
  if (a.length === 0) return b
  const all: number[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const next = j === b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j]
    all.push(next)
    if (a[i] === next) i++
    if (b[j] === next) j++
  }
  return all
}
