/** Whether a bit is set, of many that lie in numbers of 32. */
export const hasBit = (bits: Int32Array, bit: number): boolean => ((bits[bit >> 5] >> (bit & 31)) & 1) === 1

export function setBit(bits: Int32Array, bit: number): void {
  bits[bit >> 5] |= 1 << (bit & 31)
}

/** Numbers as bits: for every 32 of them that are met, their index and their bits, in turn. */
export function packBits(numbers: readonly number[]): number[] {
  const packed = new Map<number, number>()
  for (const number of [...numbers].sort((a, b) => a - b))
    packed.set(number >> 5, (packed.get(number >> 5) ?? 0) | (1 << (number & 31)))
  return [...packed].flat()
}
