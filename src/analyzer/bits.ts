/** Whether a bit is set, of many that lie in numbers of 32. */
export const hasBit = (bits: Int32Array, bit: number): boolean => ((bits[bit >> 5] >> (bit & 31)) & 1) === 1

export function setBit(bits: Int32Array, bit: number): void {
  bits[bit >> 5] |= 1 << (bit & 31)
}

/** How many bits of a number are set. */
export function bitCount(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
