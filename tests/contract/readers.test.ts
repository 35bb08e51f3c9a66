import assert from 'node:assert/strict'
import { freshSeed, seeded } from '../proofs/seeded.js'
import { BLAME, delivered, insatiable, JARGON, overWorlds, PLAIN, PRAISED, standing } from './acts.js'
import type { Said, Who, World } from './world.js'

const DAYS = 8
/** Runs a day: as many as there may be hints for all. */
const A_DAY = 25
const PEOPLE = 5

const TEXTS = [
  JARGON,
  BLAME,
  PRAISED,
  PLAIN,
  'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.',
  'Wir pushen die Learnings und committen uns aufs Mindset.',
]

/** Who writes what in a world, and which hints were seen there by now. */
interface Town {
  readonly people: readonly Who[]
  readonly said: Said[]
  readonly seen: Set<string>
}

const towns = new WeakMap<World, Promise<Town>>()
async function settle(world: World): Promise<Town> {
  const people: Who[] = []
  for (let count = 0; count < PEOPLE; count++) people.push(await insatiable(world))
  return { people, said: [], seen: new Set() }
}
function townOf(world: World): Promise<Town> {
  const town = towns.get(world) ?? settle(world)
  towns.set(world, town)
  return town
}

overWorlds('who reads what', [
  ...Array.from({ length: DAYS }, (_, day) => ({
    name: `is the writer alone, in ${A_DAY} messages of all kinds, day ${day + 1}`,
    async run(world: World) {
      const seed = freshSeed() + day
      const random = seeded(seed)
      const town = await townOf(world)
      const { people, said, seen } = town
      const before = seen.size
      const there: Said[] = []
      for (let run = 0; run < A_DAY; run++) {
        const message = await world.say(random.pick(people), random.pick(TEXTS))
        said.push(message)
        if (random.chance(0.2)) await world.edit(message, random.pick(TEXTS))
        if (random.chance(0.1)) await world.remove(message)
        else {
          there.push(message)
          if (random.chance(0.2) && world.can.events) await world.hand(message)
        }
      }
      await world.pass(31)
      await delivered(world)
      await check(world, town, `KLARTEXT_SEED=${seed - day}`)
      assert.ok(seen.size - before >= A_DAY / 5, `${seen.size - before} hints only; ${seed - day}`)
      for (const message of there) await world.remove(message)
      await world.pass(30)
      for (const who of people) await standing(world, who, 0)
      // To the same time of the next day.
      await world.pass(86_400 - 61)
    },
  })),
])

/** Every hint stands before the writer of its message alone. */
async function check(world: World, { people, said, seen }: Town, seed: string): Promise<void> {
  for (const who of people)
    for (const { id, about, readers } of await world.hints(who)) {
      const message = said.find((one) => one.id === about)
      assert.equal(message?.by, who, `a hint about a message of somebody else; ${seed}`)
      assert.deepEqual(readers, [who], seed)
      seen.add(id)
    }
}
