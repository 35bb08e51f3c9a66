import { setTimeout as sleep } from 'node:timers/promises'
import type { Slack } from '../stand-in/index.js'
import type { RunningClock } from './createRunningClock.js'
import type { Child } from './launchChild.js'

/** Lets seconds pass on both sides, once nothing more happens, and waits for what they bring. */
export async function leap(slack: Slack, clock: RunningClock, child: Child, seconds: number): Promise<void> {
  const rest = async () => {
    await slack.settled()
    await child.setAhead(clock.ahead)
  }
  await rest()
  if (child.isDead) return
  await clock.advance(seconds * 1000)
  await child.setAhead(clock.ahead)
  // What Slack delivers once more has been sent by now.
  await sleep(20)
  await rest()
}
