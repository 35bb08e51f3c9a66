/** Work at once; beyond it the platform is asked to come again. */
const MOST_AT_ONCE = 500
/** Milliseconds of the windows in which refusals are counted, and how many in a row must be bad. */
const WINDOW = 60_000
const BAD_WINDOWS = 10

/** Klartext cannot take more just now. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'
}

/** Refuses what would pile up, and keeps refusing from becoming a habit. */
export interface Overload {
  /**
   * Runs the work, or refuses it.
   * @returns false where the work was let go unseen: after ten minutes in which half was refused, Slack is close to
   *   switching the events off altogether, so they are acknowledged and counted until a minute goes well
   * @throws Overloaded where too much is under way
   */
  run(work: () => Promise<void>): Promise<boolean>
  /** Resolves once nothing is under way, or after so many milliseconds. */
  idle(patience: number): Promise<void>
  /** How many were refused, and how many let go, since the start. */
  readonly counts: Readonly<{ refused: number; letGo: number }>
}

export function createOverload(clock: () => Date, mostAtOnce = MOST_AT_ONCE): Overload {
  const counts = { refused: 0, letGo: 0 }
  let underWay = 0
  let onIdle: (() => void) | undefined
  let window = { since: 0, taken: 0, refused: 0 }
  let badInARow = 0

  function roll(): void {
    const now = clock().getTime()
    if (now - window.since < WINDOW) return
    const asked = window.taken + window.refused
    badInARow = asked > 0 && window.refused * 2 >= asked ? badInARow + 1 : 0
    window = { since: now, taken: 0, refused: 0 }
  }

  return {
    counts,
    async run(work) {
      roll()
      if (underWay >= mostAtOnce) {
        window.refused++
        if (badInARow >= BAD_WINDOWS) {
          counts.letGo++
          return false
        }
        counts.refused++
        throw new Overloaded()
      }
      window.taken++
      underWay++
      try {
        await work()
        return true
      } finally {
        underWay--
        if (underWay === 0) onIdle?.()
      }
    },
    async idle(patience) {
      if (underWay === 0) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        onIdle = resolve
        timer = setTimeout(resolve, patience)
      })
      clearTimeout(timer)
    },
  }
}
