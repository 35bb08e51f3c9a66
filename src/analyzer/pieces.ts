import { CHARACTER, endsWord, isInside, kindAt, kindOf, numberEnd, widthAt, wordEnd } from './characters.js'

/**
 * The words, numbers and masked parts of a text, one behind the other: where they are, what they begin with, and their
 * hashes.
 */
export class Pieces {
  /** The text by its code units: read more quickly than the text itself. */
  units = new Uint16Array(1 << 12)
  /** Offsets, the end exclusive. */
  starts = new Int32Array(1 << 8)
  ends = new Int32Array(1 << 8)
  /** As {@link CHARACTER} has it: a letter, a number or an object. */
  kinds = new Uint8Array(1 << 8)
  hashes = new Int32Array(1 << 8)
  count = 0
  // The same memory by bytes.
  #bytes = Buffer.from(this.units.buffer)
  #length = 0

  /** Turns to another text, of which it reads so many pieces at most. */
  read(text: string, most: number): void {
    const { length } = text
    if (this.units.length <= length) {
      this.units = new Uint16Array(2 * length)
      this.#bytes = Buffer.from(this.units.buffer)
    }
    this.#bytes.write(text, 'utf16le')
    const { units } = this
    // A space behind the text ends whatever stands last.
    units[length] = 0x20
    let count = 0
    for (let at = 0; at < length && count < most; ) {
      const start = at
      let kind = kindOf(units[at])
      let width = 1
      if (kind === CHARACTER.unknown) {
        kind = kindAt(text, at)
        width = widthAt(text, at)
      }
      if (kind === CHARACTER.other || kind === CHARACTER.mark) {
        at += width
        continue
      }
      let hash = 0
      let end = start + 1
      if (kind === CHARACTER.letter) {
        for (; isInside(kindOf(units[at])); at++) hash = hashed(hash, units[at])
        // Most words end with a space.
        end = endsWord(units[at]) ? at : wordEnd(text, at)
      } else if (kind === CHARACTER.number) end = numberEnd(text, start)
      for (; at < end; at++) hash = hashed(hash, units[at])
      if (count === this.starts.length) this.#makeRoom()
      this.starts[count] = start
      this.ends[count] = end
      this.kinds[count] = kind
      this.hashes[count] = finished(hash)
      count++
    }
    this.count = count
    this.#length = length
  }
  /** Lets go of the text: nothing of a message outlives its analysis. */
  leave(): void {
    this.units.fill(0, 0, this.#length + 1)
  }
  #makeRoom(): void {
    const { starts, ends, kinds, hashes } = this
    const twice = 2 * starts.length
    this.starts = new Int32Array(twice)
    this.starts.set(starts)
    this.ends = new Int32Array(twice)
    this.ends.set(ends)
    this.kinds = new Uint8Array(twice)
    this.kinds.set(kinds)
    this.hashes = new Int32Array(twice)
    this.hashes.set(hashes)
  }
}

/** The hash of a part of a text, of 24 bits: the one that the piece would have. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashed(hash, text.charCodeAt(at))
  return finished(hash)
}

const hashed = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0

const finished = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8
