import type { Seeded } from '../seeded.js'
import type { Slack } from '../stand-in/index.js'
import type { Happening } from './createTraffic.js'

/** One handing over of something that happened. */
export interface Copy {
  readonly happening: Happening
  readonly isNewId: boolean
  /** Whether it claims to be a retry. */
  readonly isRetry: boolean
}

const AT_ONCE = 64

/** Decides how often and when everything is handed over: 1 to 4 times, most of it in the round in which it happened. */
export function createPost({ deliver }: Slack, random: Seeded) {
  const rounds: Copy[][] = []
  let [planned, refused] = [0, 0]

  function put(round: number, happening: Happening): void {
    ;(rounds[round] ??= []).push({ happening, isNewId: random.chance(0.1), isRetry: random.chance(0.2) })
    planned++
  }

  /** Hands over until it is taken, as Slack would, only without its pauses. */
  async function hand({ happening: { envelope }, isNewId, isRetry }: Copy): Promise<void> {
    for (let num = isRetry ? 1 + random.below(3) : 0; num < 10; num++) {
      const retry = num > 0 ? { retry: { num, reason: 'http_timeout' } } : {}
      const eventId = isNewId ? 'new' : 'same'
      if ((await deliver(envelope, { eventId, retries: false, ...retry })).acked) return
      refused++
    }
    throw new Error('refused ten times')
  }

  return {
    planned: () => planned,
    rounds: () => rounds.length,
    /** How often Klartext was too busy. */
    refused: () => refused,
    /** Plans the copies of one happening, at most so many; a few are held up altogether. */
    plan(happening: Happening, round: number, most: number): void {
      const heldUp = random.chance(0.12) ? 1 + random.below(4) : 0
      const copies = Math.min(most, 1 + random.below(4))
      for (let copy = 0; copy < copies; copy++) {
        const later = copy > 0 && random.chance(0.1) ? 1 + random.below(2) : 0
        put(round + heldUp + later, happening)
      }
    },
    /** Hands over all of a round in any order, many at once; Klartext is then told of each. */
    async deliver(round: number, arrive: (happening: Happening) => void): Promise<void> {
      const queue = random.shuffled(rounds[round] ?? [])
      const work = async () => {
        for (let copy = queue.pop(); copy; copy = queue.pop()) {
          arrive(copy.happening)
          await hand(copy)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      rounds[round] = []
    },
  }
}
