/** Lists of numbers one behind the other, in one piece of memory that grows. */
export class Pool {
  /** All lists; another piece of memory after the next {@link add}. */
  numbers = new Int32Array(1 << 12)
  #length = 0

  /** Answers where the list begins. */
  add(list: readonly number[]): number {
    const from = this.#length
    this.#length += list.length
    if (this.#length > this.numbers.length) {
      const larger = new Int32Array(2 * this.#length)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers.set(list, from)
    return from
  }
}
