import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Order } from './child.js'
import { createCrowd, MOST_AT_ONCE } from './createCrowd.js'
import { createRunningClock } from './createRunningClock.js'
import type { History, Snapshot } from './history.js'
import { type Child, launchChild } from './launchChild.js'
import { leap } from './leap.js'
import { isEvening, nextMorning } from './nextMorning.js'
import type { Point } from './points.js'
import { createRandom } from './random.js'
import { readSnapshot } from './readSnapshot.js'
import { setTrap, type Trap } from './setTrap.js'
import type { OpenWorld } from './world.js'

/** A Tuesday at nine in Berlin. */
const START = Date.parse('2026-03-03T08:00:00Z')

/** One company, one data folder, and one process after the other. */
export interface CrashHouse {
  /** Everybody takes part; the very first process has died while it made its tables. */
  settle(): Promise<void>
  /** One process from its start to its death; whether it died at the point. */
  cycle(point: Point): Promise<boolean>
  /** One process that lives until everything has come to rest, then stops when asked. */
  finish(): Promise<History>
  /** What the processes complained of. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** @param size how many people take part */
export async function openCrashHouse(given: {
  readonly program: string
  readonly open: OpenWorld
  readonly size: number
  readonly seed: number
}): Promise<CrashHouse> {
  const { program } = given
  const random = createRandom(given.seed)
  const clock = createRunningClock(START)
  const folder = mkdtempSync(join(tmpdir(), 'klartext-crashes-'))
  let trap: Trap | undefined
  // Two more do not take part.
  const world = await given.open(clock, given.size + 2)
  const crowd = createCrowd(world, { size: given.size, random, onAck: (kind) => trap?.onAck(kind) })
  const snapshots: Snapshot[] = []
  const complaints: string[] = []
  let current: Child | undefined
  let spare = launchChild(program)

  async function start(dieAt: Order['dieAt'], before?: (child: Child) => void): Promise<Child> {
    const child = spare
    current = child
    spare = launchChild(program)
    before?.(child)
    const address = await child.start({ folder, connection: world.connection, dieAt, ahead: clock.ahead })
    if (address !== null) world.aim(address)
    return child
  }

  async function end(child: Child): Promise<void> {
    if (!child.isDead) child.kill()
    const signal = await child.died
    world.aim(null)
    if (child.complaints()) complaints.push(child.complaints())
    if (signal !== 'SIGKILL') throw new Error(`the process ended by itself: ${child.complaints()}`)
    await world.settled()
  }

  async function live(child: Child): Promise<void> {
    const messages = 2 + random.below(random.chance(0.2) ? MOST_AT_ONCE - 1 : 6)
    const steps = [
      () => crowd.speak(messages),
      () => leap(world, clock, child, 31),
      () => crowd.thinkAgain(),
      () => leap(world, clock, child, 62),
    ]
    for (const step of steps) if (!child.isDead) await step()
  }

  const look = async () => void snapshots.push(await readSnapshot(folder, clock.now()))

  /** Time passes while nobody is there: a moment, a long outage, or a night. */
  async function pass(): Promise<void> {
    if (crowd.isTired() || isEvening(clock.now())) {
      await clock.advance(nextMorning(clock.now()) - clock.now())
      crowd.rest()
    } else if (random.chance(0.06)) await clock.advance((15 + random.below(6)) * 60_000)
    else if (random.chance(0.3)) await clock.advance(random.below(90_000))
  }

  return {
    complaints,
    async settle() {
      const first = await start({ point: 'insert into knex_migrations before', passing: 2 })
      if (!first.isDead) throw new Error('the first process made its tables in peace')
      await end(first)
      const child = await start(null)
      await crowd.settle()
      await end(child)
      await look()
    },
    async cycle(point) {
      const dieAt =
        point.by === 'itself' ? { point: point.name, passing: 1 + random.below(point.upTo) } : null
      const child = await start(dieAt, (one) => {
        trap = setTrap(point, world, one, random)
      })
      await live(child)
      trap?.end()
      trap = undefined
      const { isDead } = child
      await end(child)
      await look()
      await pass()
      return isDead
    },
    async finish() {
      const child = await start(null)
      for (const seconds of [31, 62, 62, 301, 62, 62, 62]) await leap(world, clock, child, seconds)
      const code = await child.stop()
      if (code !== 0) throw new Error(`the process did not stop as asked: ${code} ${child.complaints()}`)
      await look()
      const { canLook, postsOf } = world
      return { canLook, members: crowd.members, told: crowd.told(), posts: postsOf(snapshots), snapshots }
    },
    async close() {
      for (const child of [current, spare]) child?.kill()
      await world.close()
      clock.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
