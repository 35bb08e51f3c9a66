/** Something that must not be found: whose it is, how it is written, and the bytes, four at least. */
export interface Needle {
  readonly canary: string
  readonly way: string
  readonly bytes: Buffer
}

const BITS = 22
const slot = (start: number) => Math.imul(start, 0x9e3779b1) >>> (32 - BITS)

/** Looks for many needles at once: each place is asked first whether any needle begins so. */
export function createScanner(needles: Iterable<Needle>) {
  const begins = new Uint8Array(1 << BITS)
  const byStart = new Map<number, Map<string, Needle>>()
  for (const needle of needles) {
    const start = needle.bytes.readInt32LE(0)
    begins[slot(start)] = 1
    const others = byStart.get(start) ?? new Map<string, Needle>()
    // Many writings of plain letters are the same.
    const bytes = needle.bytes.toString('latin1')
    if (!others.has(bytes)) others.set(bytes, needle)
    byStart.set(start, others)
  }

  /** All needles in the hay. */
  return function scan(hay: Buffer): Needle[] {
    const found: Needle[] = []
    let start = hay.length < 4 ? 0 : hay.readInt32LE(0)
    for (let at = 0; at + 4 <= hay.length; at++) {
      if (begins[slot(start)] === 1)
        for (const needle of byStart.get(start)?.values() ?? [])
          if (needle.bytes.compare(hay, at, Math.min(hay.length, at + needle.bytes.length)) === 0)
            found.push(needle)
      start = (start >>> 8) | (hay[at + 4]! << 24)
    }
    return found
  }
}

export type Scan = ReturnType<typeof createScanner>
