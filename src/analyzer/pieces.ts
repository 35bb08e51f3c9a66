import { CHARACTER, kindAt, numberEnd, widthAt, wordEnd } from './characters.js'

/** The words, numbers and masked parts of a text, one behind the other: where they are, and what they begin with. */
export class Pieces {
  /** Offsets, the end exclusive. */
  starts = new Int32Array(1 << 8)
  ends = new Int32Array(1 << 8)
  /** As {@link CHARACTER} has it: a letter, a number or an object. */
  kinds = new Uint8Array(1 << 8)
  count = 0

  /** Turns to another text, of which it reads so many pieces at most. */
  read(text: string, most: number): void {
    let count = 0
    for (let start = 0; start < text.length && count < most; ) {
      const kind = kindAt(text, start)
      if (kind === CHARACTER.other || kind === CHARACTER.mark) {
        start += widthAt(text, start)
        continue
      }
      const end =
        kind === CHARACTER.object
          ? start + 1
          : kind === CHARACTER.letter
            ? wordEnd(text, start)
            : numberEnd(text, start)
      if (count === this.starts.length) this.#makeRoom()
      this.starts[count] = start
      this.ends[count] = end
      this.kinds[count] = kind
      count++
      start = end
    }
    this.count = count
  }
  #makeRoom(): void {
    const { starts, ends, kinds } = this
    this.starts = new Int32Array(2 * starts.length)
    this.starts.set(starts)
    this.ends = new Int32Array(2 * ends.length)
    this.ends.set(ends)
    this.kinds = new Uint8Array(2 * kinds.length)
    this.kinds.set(kinds)
  }
}
