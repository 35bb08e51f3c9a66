import assert from 'node:assert/strict'
import { openStore } from '../../src/store/index.js'
import { eventually, JARGON, newcomer, overWorlds, PLAIN } from './acts.js'
import type { Who, World } from './world.js'

const TITLE = 'Die Woche in Worten'

/** From a Tuesday at eleven to the next Monday, five past seven, in Berlin. */
const TO_MONDAY = (5 * 24 + 20) * 3600 + 300

/** A unit of eight who all wrote something this week, and who manages it. */
async function ward(world: World): Promise<{ readonly boss: Who; readonly staff: readonly Who[] }> {
  const boss = await world.somebody()
  const staff: Who[] = []
  for (let at = 0; at < 8; at++) staff.push(await newcomer(world))
  const member = (who: Who, manages: boolean) => ({ unit: 'st-4', accounts: [world.person(who)], manages })
  const store = await openStore({ dataDir: world.folder })
  await store.saveOrganisation(
    {
      units: [{ id: 'st-4', name: 'Station 4', parent: null }],
      members: [member(boss, true), ...staff.map((who) => member(who, false))],
    },
    new Date('2026-03-08T23:00:00Z'),
  )
  await store.close()
  for (const [at, who] of staff.entries()) await world.say(who, `${at % 2 ? JARGON : PLAIN} ${at}`)
  return { boss, staff }
}

/** How often a text stands in another. */
const times = (text: string, part: string): number => text.split(part).length - 1

overWorlds('the weekly summary', [
  {
    name: 'comes on Monday to whoever manages the unit, once, and to nobody else',
    needs: 'network',
    async run(world) {
      const { boss, staff } = await ward(world)
      assert.equal(times(await world.seenBy(boss), TITLE), 0)
      await world.pass(TO_MONDAY)
      await eventually(async () => (await world.seenBy(boss)).includes(TITLE), 10_000)
      const seen = await world.seenBy(boss)
      for (const part of ['Station 4', 'Gute Zeichen', 'Englische Wörter'])
        assert.ok(seen.includes(part), part)
      for (const who of staff) {
        assert.ok(!(await world.seenBy(who)).includes(TITLE), 'somebody else got it')
        assert.ok(!seen.includes(world.nameOf(who)), 'it names somebody')
      }
      await world.restart()
      await world.pass(3600)
      // Another look at the calendar.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      assert.equal(times(await world.seenBy(boss), TITLE), times(seen, TITLE))
    },
  },
])
