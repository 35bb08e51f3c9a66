/** Where this process is to die, and on which passing. */
let armed: { readonly point: string; left: number } | null = null

/** Arms one failpoint. */
export function arm(point: string, passing: number): void {
  armed = { point, left: passing }
}

/** Kills this process as `kill -9` does, where it has come to the armed failpoint for the last time. */
export function reach(point: string): void {
  if (armed?.point !== point || --armed.left > 0) return
  process.kill(process.pid, 'SIGKILL')
  // Not one step further, however long the signal takes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

/** What the process is at just now. */
export const activity = { underWay: 0, rounds: 0 }

/** Asked all the time; only an answer that is not empty counts as having been there. */
const ASKED: ReadonlySet<string> = new Set(['claim', 'unknowns', 'removals'])

/** The same parts, with failpoints before and after each function. */
export function withPoints<Parts extends object>(
  parts: Parts,
  nameOf = (name: string, _args: readonly unknown[]) => name,
): Parts {
  const watched = Object.entries(parts).map(([name, part]: [string, unknown]) => {
    if (typeof part !== 'function') return [name, part]
    const call = async (...args: unknown[]) => {
      const point = nameOf(name, args)
      reach(`${point} before`)
      if (name === 'claim') activity.rounds++
      activity.underWay++
      try {
        const answer: unknown = await part.apply(parts, args)
        if (!ASKED.has(name) || (answer as readonly unknown[]).length > 0) reach(`${point} after`)
        return answer
      } finally {
        activity.underWay--
      }
    }
    return [name, call]
  })
  return Object.fromEntries(watched) as Parts
}
