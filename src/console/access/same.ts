import { timingSafeEqual } from 'node:crypto'

/** Whether two tokens are equal, in a time that does not tell how much of them is. */
export function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
