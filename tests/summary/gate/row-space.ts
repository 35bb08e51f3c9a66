/** A row per cell, a column per kind of people; whole numbers. */
export type Matrix = readonly (readonly number[])[]

/** Beyond this a product of two entries might be rounded. */
const SAFE = 2 ** 26

/** Rows in echelon form, by whole numbers alone: exact, or an error. */
export function echelon(matrix: Matrix): number[][] {
  const rows = matrix.map((row) => [...row])
  const done: number[][] = []
  for (let column = 0; column < (matrix[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row) => row[column] !== 0)
    if (at < 0) continue
    const [pivot] = rows.splice(at, 1) as [number[]]
    for (const row of rows) reduce(row, pivot, column)
    done.push(pivot)
  }
  return done
}

export const rank = (matrix: Matrix): number => echelon(matrix).length

/** Whether a vector is a combination of rows that are in echelon form. */
export function isIn(vector: readonly number[], rows: readonly (readonly number[])[]): boolean {
  const rest = [...vector]
  for (const row of rows)
    reduce(
      rest,
      row,
      row.findIndex((entry) => entry !== 0),
    )
  return rest.every((entry) => entry === 0)
}

function reduce(row: number[], pivot: readonly number[], column: number): void {
  const [by, of] = [pivot[column]!, row[column]!]
  if (of === 0) return
  let divisor = 0
  for (let i = 0; i < row.length; i++) {
    row[i] = row[i]! * by - pivot[i]! * of
    if (Math.abs(row[i]!) > SAFE) throw new RangeError('too large to be exact')
    divisor = gcd(divisor, Math.abs(row[i]!))
  }
  if (divisor > 1) for (let i = 0; i < row.length; i++) row[i]! /= divisor
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

/**
 * Whether some combination of the rows is made of 1 to k-1 people. Exact: there is one within a set of columns if and
 * only if the rank falls without them, and only sets of fewer than k people matter.
 *
 * @param sizes how many people stand behind each column, none of which is all zeros
 */
export function isolatesFew(matrix: Matrix, sizes: readonly number[], k: number): boolean {
  const small = sizes.flatMap((size, column) => (size < k ? [column] : []))
  if (small.length === 0) return false
  const whole = rank(matrix)
  const falls = (without: ReadonlySet<number>): boolean =>
    rank(matrix.map((row) => row.filter((_, column) => !without.has(column)))) < whole
  const tryFrom = (index: number, chosen: readonly number[], room: number): boolean => {
    const grows = small.some((column) => !chosen.includes(column) && sizes[column]! <= room)
    if (!grows) return falls(new Set(chosen))
    return small
      .slice(index)
      .some(
        (column, i) =>
          sizes[column]! <= room && tryFrom(index + i + 1, [...chosen, column], room - sizes[column]!),
      )
  }
  return tryFrom(0, [], k - 1)
}

/** The same by trying every combination with the coefficients -1, 0 and 1; for few rows. */
export function isolatesFewByTrying(matrix: Matrix, sizes: readonly number[], k: number): boolean {
  const sum = sizes.map(() => 0)
  const add = (row: readonly number[], by: number): void => {
    for (let i = 0; i < sum.length; i++) sum[i]! += by * row[i]!
  }
  const tryFrom = (index: number): boolean => {
    const row = matrix[index]
    if (!row) {
      let people = 0
      for (let i = 0; i < sum.length; i++) if (sum[i] !== 0) people += sizes[i]!
      return people > 0 && people < k
    }
    if (tryFrom(index + 1)) return true
    add(row, 1)
    if (tryFrom(index + 1)) return true
    add(row, -2)
    const found = tryFrom(index + 1)
    add(row, 1)
    return found
  }
  return tryFrom(0)
}
