import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { Answer, PersonalData } from '../../src/types.js'
import { allRows, eventually } from '../slack/acts.js'
import type { Abilities, Hint, Said, Who, World } from './world.js'
import { WORLDS } from './worlds.js'

export { allRows, breakTable, eventually, fourWords } from '../slack/acts.js'

/** A message that gets a hint in a channel of a whole company, one that gets none, and one that earns praise. */
export const JARGON = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'
export const BLAME = 'Schuld sind mal wieder die anderen aus dem Vertrieb.'
export const PLAIN = 'Wir sollten das bald angehen.'
export const PRAISED =
  'Das war mein Fehler, ich habe die Liste nicht geprüft und korrigiere sie bis heute Abend.'

/** A case, and what a platform must have so that there is anything to try. */
export interface Case {
  readonly name: string
  readonly needs?: keyof Abilities
  readonly run: (world: World) => Promise<unknown>
}

/**
 * Runs cases over every world, each world opened once; at its end, its platform must have had no fault to find.
 * @param patience real milliseconds for which the platform waits for an answer
 */
export function overWorlds(what: string, cases: readonly Case[], patience?: number): void {
  for (const [world, open] of WORLDS)
    describe(`${world}: ${what}`, () => {
      let opened: World
      before(async () => {
        opened = await open(patience)
      })
      after(async () => assert.deepEqual(await opened.stop(), []))

      for (const { name, needs, run } of cases)
        it(name, async function () {
          if (needs && !opened.can[needs]) return this.skip()
          await run(opened)
        })
    })
}

/** Somebody new who takes part. */
export async function newcomer(world: World): Promise<Who> {
  const who = await world.somebody()
  await world.optIn(who)
  return who
}

/** The same, with as many hints as there may be. */
export async function insatiable(world: World): Promise<Who> {
  const who = await newcomer(world)
  await world.setFree(who)
  return who
}

/** Waits until nothing is on its way any more, so that what did not come does not come. */
export async function delivered(world: World): Promise<void> {
  const isUnderWay = ({ state }: { state: string }) => state === 'pending' || state === 'sending'
  await eventually(async () => {
    const { outbox } = await allRows(world)
    return !(outbox as { state: string }[]).some(isUnderWay)
  })
}

/** Has a message said, and lets it settle. */
export async function settled(world: World, who: Who, text: string): Promise<Said> {
  const said = await world.say(who, text)
  assert.ok(said.acked, 'not taken')
  await world.pass(30)
  await delivered(world)
  return said
}

/** Waits until so many hints stand before somebody, and it is written down that they were sent. */
export async function standing(world: World, who: Who, count: number): Promise<readonly Hint[]> {
  await eventually(async () => (await world.hints(who)).length === count)
  await eventually(async () => (await world.exported(who)).nudges.every(({ state }) => state !== 'sending'))
  return world.hints(who)
}

/** Has a message said that earns a hint, and waits for it. */
export async function hinted(world: World, who: Who, text = JARGON): Promise<readonly [Hint, Said]> {
  const before = await world.hints(who)
  const said = await settled(world, who, text)
  const now = await standing(world, who, before.length + 1)
  return [now.at(-1)!, said]
}

/** Says something of which there is nothing to say, gives it time, and sees that nothing more stands there. */
export async function unhinted(world: World, who: Who, text: string): Promise<Said> {
  const before = await world.shown(who)
  const said = await settled(world, who, text)
  assert.equal(await world.shown(who), before)
  return said
}

/** Answers a hint, and waits until it says so. */
export async function answered(world: World, who: Who, { id }: Hint, answer: Answer): Promise<Hint> {
  const find = async () => (await world.hints(who)).find((hint) => hint.id === id)!
  await world.answer(who, await find(), answer)
  await eventually(async () => !(await find()).isOpen)
  return find()
}

/** Every row of every table, once nothing is written any more. */
export async function rowsAtRest(world: World): Promise<Record<string, unknown[]>> {
  let rows = await allRows(world)
  await eventually(async () => {
    await new Promise((resolve) => setTimeout(resolve, 40))
    const before = rows
    rows = await allRows(world)
    return isDeepStrictEqual(rows, before)
  })
  return rows
}

/** What somebody has set, as an export tells it. */
export const settingsOf = async (world: World, who: Who): Promise<PersonalData['settings']> =>
  (await world.exported(who)).settings
