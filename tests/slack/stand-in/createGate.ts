/** Lets only so much work run at a time; the rest waits its turn. */
export function createGate(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  let first = 0

  function leave() {
    running--
    const next = waiting[first]
    if (!next) return
    waiting[first++] = () => {}
    if (first === waiting.length) waiting.length = first = 0
    next()
  }

  return async function enter<T>(work: () => Promise<T>): Promise<T> {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
