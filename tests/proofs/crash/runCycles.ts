import { checkHistory } from './checkHistory.js'
import type { Fault, History } from './history.js'
import { openCrashHouse } from './openCrashHouse.js'
import { IN_FLIGHT, type Point } from './points.js'
import { createRandom } from './random.js'
import { summarize } from './summarize.js'
import type { OpenWorld } from './world.js'

/** What became of one data folder. */
export interface Run {
  /** By the name of the point: how often a process died there, and how often it was meant to. */
  readonly reached: ReadonlyMap<string, { readonly died: number; readonly meant: number }>
  readonly cycles: number
  readonly history: History
  readonly figures: ReturnType<typeof summarize>
  readonly faults: readonly Fault[]
  readonly complaints: readonly string[]
}

/**
 * Lets one process after the other die in one data folder, and judges what happened.
 * @param given `cycles` is the least; each of the `points` has its turn in any case
 */
export async function runCycles(given: {
  readonly program: string
  readonly open: OpenWorld
  readonly points: readonly Point[]
  readonly cycles: number
  readonly seed: number
}): Promise<Run> {
  const house = await openCrashHouse({ ...given, size: 16 })
  const reached = new Map([...given.points, IN_FLIGHT].map(({ name }) => [name, { died: 0, meant: 0 }]))
  const random = createRandom(given.seed)
  let cycles = 0

  async function cycle(point: Point): Promise<boolean> {
    cycles++
    const count = reached.get(point.name)!
    count.meant++
    const hasDied = await house.cycle(point)
    if (hasDied) count.died++
    return hasDied
  }

  let isInDoubt = false

  /** What chance keeps a process from coming by is tried again. */
  async function reach(point: Point): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      if (point.afterDoubt && !isInDoubt) await cycle(IN_FLIGHT)
      const hasDied = await cycle(point)
      isInDoubt = hasDied && (point === IN_FLIGHT || point.afterDoubt === true)
      if (hasDied) return
    }
  }

  try {
    await house.settle()
    // Each once, then at random until there are enough.
    for (const point of given.points) await reach(point)
    while (cycles < given.cycles) await reach(random.of(given.points))
    const history = await house.finish()
    return {
      ...{ reached, cycles, history, complaints: house.complaints },
      figures: summarize(history),
      faults: checkHistory(history),
    }
  } finally {
    await house.close()
  }
}
