import { MOST_A_DAY } from '../../proofs/crash/world.js'
import type { Slack, User } from '../stand-in/index.js'

/** People open App Home, take part, and want no pause between hints; one in four wants them under the message. */
export async function joinAll(slack: Slack, people: readonly User[]): Promise<void> {
  const join = async (one: User, index: number) => {
    await slack.openHome(one)
    const press = async (action: string, choice?: string) => {
      const { acked } = await slack.press(one, one.home!, action, choice)
      if (!acked) throw new Error(`${action} was not acknowledged`)
    }
    await press('join')
    await press('between', '0')
    await press('per-day', `${MOST_A_DAY}`)
    // Nobody can tell what became of these after a crash.
    if (index % 4 === 3) await press('place', 'channel')
  }
  await Promise.all(people.map(join))
}
