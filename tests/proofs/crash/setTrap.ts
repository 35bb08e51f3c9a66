import type { Told } from './history.js'
import type { Child } from './launchChild.js'
import type { Point } from './points.js'
import type { Random } from './random.js'
import type { World } from './world.js'

/** Milliseconds that a cycle takes, roughly. */
const CYCLE = 800

/** What kills a process from outside. */
export interface Trap {
  /** The app has acknowledged something. */
  onAck(kind: Told['kind']): void
  end(): void
}

/** Waits for a process at a point; those at which it kills itself need no trap. */
export function setTrap(point: Point, world: Pick<World, 'fail'>, child: Child, random: Random): Trap {
  let left = 1 + random.below(point.upTo)
  const isNow = () => --left === 0
  switch (point.by) {
    case 'call': {
      const when = () => {
        if (!isNow()) return false
        child.kill()
        return true
      }
      const { end } = world.fail(
        point.method,
        point.isCarriedOut ? { when, loseAnswer: 'hang' } : { when, status: 500 },
      )
      return { onAck() {}, end }
    }
    case 'acknowledgement':
      return { onAck: (kind) => void (kind === point.of && isNow() && child.kill()), end() {} }
    case 'chance': {
      const timer = setTimeout(child.kill, random.below(CYCLE))
      return { onAck() {}, end: () => clearTimeout(timer) }
    }
    case 'itself':
      return { onAck() {}, end() {} }
  }
}
