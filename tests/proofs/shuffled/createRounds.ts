import type { Seeded } from '../seeded.js'

/** One handing over of something that happened. */
export interface Copy<Thing> {
  readonly happening: Thing
  /** Whether the platform gives this copy an id of its own. */
  readonly isNewId: boolean
  /** Whether it claims to be a retry. */
  readonly isRetry: boolean
}

/** Hands a copy over as the platform would; false where it was refused. `refusals` counts those of this copy. */
export type Hand<Thing> = (copy: Copy<Thing>, refusals: number) => Promise<boolean>

const AT_ONCE = 64

/** Decides how often and when everything is handed over: 1 to 4 times, most of it in the round in which it happened. */
export function createRounds<Thing>(hand: Hand<Thing>, random: Seeded) {
  const rounds: Copy<Thing>[][] = []
  let [planned, refused] = [0, 0]

  function put(round: number, happening: Thing): void {
    ;(rounds[round] ??= []).push({ happening, isNewId: random.chance(0.1), isRetry: random.chance(0.2) })
    planned++
  }

  /** Hands over until it is taken, as the platform would, only without its pauses. */
  async function insist(copy: Copy<Thing>): Promise<void> {
    for (let refusals = 0; refusals < 10; refusals++) {
      if (await hand(copy, refusals)) return
      refused++
    }
    throw new Error('refused ten times')
  }

  return {
    planned: () => planned,
    rounds: () => rounds.length,
    /** How often Klartext did not take something. */
    refused: () => refused,
    /** Plans the copies of one happening, at most so many; a few are held up altogether. */
    plan(happening: Thing, round: number, most: number): void {
      const heldUp = random.chance(0.12) ? 1 + random.below(4) : 0
      const copies = Math.min(most, 1 + random.below(4))
      for (let copy = 0; copy < copies; copy++) {
        const later = copy > 0 && random.chance(0.1) ? 1 + random.below(2) : 0
        put(round + heldUp + later, happening)
      }
    },
    /** Hands over all of a round in any order, many at once; Klartext is then told of each. */
    async deliver(round: number, arrive: (happening: Thing) => void): Promise<void> {
      const queue = random.shuffled(rounds[round] ?? [])
      const work = async () => {
        for (let copy = queue.pop(); copy; copy = queue.pop()) {
          arrive(copy.happening)
          await insist(copy)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      rounds[round] = []
    },
  }
}

export type Rounds<Thing> = ReturnType<typeof createRounds<Thing>>
