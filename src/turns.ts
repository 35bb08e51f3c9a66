/** Who may go on at the same time, by a key such as a person. */
export interface Turns {
  /** Runs beside others of the same key, but beside none that is alone. */
  among<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Runs alone: after what has begun before, and before what comes later. */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>
}

interface Line {
  running: number
  /** Whether what runs must be alone. */
  alone: boolean
  readonly waiting: { readonly alone: boolean; readonly start: () => void }[]
}

/** Nobody waits at first; a key is forgotten when its last work has ended. */
export function createTurns(): Turns {
  const lines = new Map<string, Line>()

  function next(key: string, line: Line): void {
    for (let [first] = line.waiting; first; [first] = line.waiting) {
      if (line.alone || (first.alone && line.running > 0)) return
      line.waiting.shift()
      line.running++
      line.alone = first.alone
      first.start()
    }
    if (line.running === 0) lines.delete(key)
  }

  async function enter<T>(key: string, alone: boolean, work: () => Promise<T>): Promise<T> {
    const line = lines.get(key) ?? { running: 0, alone: false, waiting: [] }
    lines.set(key, line)
    await new Promise<void>((start) => {
      line.waiting.push({ alone, start })
      next(key, line)
    })
    try {
      return await work()
    } finally {
      line.running--
      line.alone = false
      next(key, line)
    }
  }

  return {
    among: (key, work) => enter(key, false, work),
    alone: (key, work) => enter(key, true, work),
  }
}
