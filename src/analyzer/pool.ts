/** Lists of numbers one behind the other, in one piece of memory that grows. */
export interface Pool {
  /** All lists; another piece of memory after the next {@link add}. */
  readonly numbers: Int32Array
  /** Answers where the list begins. */
  add(list: readonly number[]): number
}

export function createPool(): Pool {
  let numbers = new Int32Array(1 << 12)
  let length = 0
  return {
    get numbers() {
      return numbers
    },
    add(list) {
      if (length + list.length > numbers.length) {
        const larger = new Int32Array(2 * (length + list.length))
        larger.set(numbers)
        numbers = larger
      }
      numbers.set(list, length)
      length += list.length
      return length - list.length
    },
  }
}
