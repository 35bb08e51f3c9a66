import assert from 'node:assert/strict'
import type { Peek } from '../peekStore.js'
import type { Seeded } from '../seeded.js'
import type { Expectation } from './createExpectation.js'
import { createRounds, type Hand } from './createRounds.js'
import type { Happening, Written } from './happenings.js'

/** What plays the platform. */
export interface Platform {
  readonly clock: { now(): number; advance(ms: number): Promise<void> }
  settled(): Promise<void>
}

/** A town in which things happen and are told. */
export interface Run<Thing> {
  readonly deliveries: number
  /** Deliveries between two moments at which nudges go out. */
  readonly round: number
  /** Milliseconds of the platform's clock that a round may take. */
  readonly spanOf: () => number
  readonly traffic: { nextRound(): void; next(): Thing }
  readonly hand: Hand<Thing>
}

/** Waits until nothing is left to be sent or removed, then until the platform has heard of it. */
async function quiet({ clock, settled }: Platform, peek: Peek): Promise<void> {
  const now = clock.now()
  const left = `select (select count(*) from outbox where state in ('pending', 'sending') and due_at <= ${now})
    + (select count(*) from posted where remove_at <= ${now}) as number`
  const end = performance.now() + 60_000
  while ((await peek.all<{ number: number }>(left))[0]!.number > 0) {
    assert.ok(performance.now() < end, 'all nudges are sent or removed within a minute')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await settled()
}

/** Lets everything happen and be told, round by round; answers how long the handing over took. */
export async function runTown<Post extends Written, Thing extends Happening<Post>>(
  platform: Platform,
  { deliveries, round: size, spanOf, traffic, hand }: Run<Thing>,
  { random, expected, peek }: { random: Seeded; expected: Expectation<Post>; peek: Peek },
) {
  const { clock } = platform
  const rounds = createRounds(hand, random)
  let [happenings, ms] = [0, 0]
  for (let round = 0; rounds.planned() < deliveries || round < rounds.rounds(); round++) {
    const most = Math.min(deliveries, (round + 1) * size)
    const span = spanOf()
    traffic.nextRound()
    while (rounds.planned() < most) {
      await clock.advance(1 + random.below((4 * span) / size))
      rounds.plan(traffic.next(), round, most - rounds.planned())
      happenings++
    }
    const begun = performance.now()
    await rounds.deliver(round, expected.arrive)
    ms += performance.now() - begun
    await platform.settled()
    await clock.advance(31_000)
    await quiet(platform, peek)
    await expected.flush(clock.now())
  }
  return { happenings, ms, refused: rounds.refused() }
}

/** How a run is told of in one line. */
export function lineOf(
  name: string,
  deliveries: number,
  run: Awaited<ReturnType<typeof runTown>>,
  judged: { readonly nudges: number; readonly removed: number; readonly sights: readonly string[] },
  late: number,
): string {
  const { happenings, ms, refused } = run
  const { nudges, removed, sights } = judged
  return (
    `${name}: ${deliveries} deliveries of ${happenings} events in ${Math.round(ms / 1000)} s ` +
    `(${Math.round((deliveries / ms) * 1000)}/s), ${refused} refused and handed over again; ` +
    `${sights.length} revisions on record, ${nudges} nudges to their writers alone, none twice, ` +
    `${removed} removed, ${late} too late to be sent`
  )
}
