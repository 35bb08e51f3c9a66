import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningClock } from './createRunningClock.js'
import type { Child } from './launchChild.js'
import type { World } from './world.js'

/** Lets seconds pass on both sides, once nothing more happens, and waits for what they bring. */
export async function leap(
  world: Pick<World, 'settled'>,
  clock: RunningClock,
  child: Child,
  seconds: number,
): Promise<void> {
  const rest = async () => {
    await world.settled()
    await child.setAhead(clock.ahead)
  }
  await rest()
  if (child.isDead) return
  await clock.advance(seconds * 1000)
  await child.setAhead(clock.ahead)
  // What the platform delivers once more has been sent by now.
  await sleep(20)
  await rest()
}
