import assert from 'node:assert/strict'
import { openStore } from '../../src/store/index.js'
import {
  answered,
  BLAME,
  hinted,
  insatiable,
  JARGON,
  newcomer,
  overWorlds,
  PLAIN,
  rowsAtRest,
  settled,
  standing,
} from './acts.js'
import type { Who, World } from './world.js'

/** What the store itself says of somebody. */
async function kept({ folder, person }: World, who: Who): Promise<unknown> {
  const store = await openStore({ dataDir: folder })
  const data = { settings: await store.settings(person(who)), ...(await store.personalData(person(who))) }
  await store.close()
  return JSON.parse(JSON.stringify(data))
}

/** Somebody of whom there is something of every kind. */
async function known(world: World): Promise<Who> {
  const me = await insatiable(world)
  await world.set(me, { tone: 'sie' })
  const [hint] = await hinted(world, me)
  await answered(world, me, hint, 'mute-rule')
  await hinted(world, me, BLAME)
  await settled(world, me, PLAIN)
  return me
}

overWorlds('what is kept', [
  {
    name: 'is shown to its owner whole: no more and no less than what the store holds',
    async run(world) {
      const me = await known(world)
      const shown = await world.exported(me)
      assert.ok(shown.sightings.length >= 6)
      assert.equal(shown.nudges.length, 2)
      assert.equal(shown.settings.tone, 'sie')
      assert.deepEqual(JSON.parse(JSON.stringify(shown)), await kept(world, me))
    },
  },
  {
    name: 'is nothing, of somebody who was never there',
    async run(world) {
      const { settings, sightings, nudges, teams } = await world.exported(await world.somebody())
      assert.deepEqual([settings.optedIn, sightings, nudges, teams], [false, [], [], []])
    },
  },
  {
    name: 'has no word of any message',
    async run(world) {
      const me = await known(world)
      const rows = JSON.stringify(await rowsAtRest(world))
      for (const word of ['Vertrieb', 'anderen', 'Alignment', 'wird', PLAIN, world.nameOf(me)])
        assert.ok(!rows.includes(word), word)
    },
  },
  {
    name: 'is erased so that no id is left, and with it every hint',
    async run(world) {
      const me = await known(world)
      await world.say(me, JARGON)
      await world.erase(me)
      await world.pass(30)
      await standing(world, me, 0)
      const rows = JSON.stringify(await rowsAtRest(world))
      const { user } = world.person(me)
      assert.ok(!rows.includes(`"${user}"`), 'the id is still kept')
      const { settings, sightings, nudges, lastHintAt } = await world.exported(me)
      assert.deepEqual(
        [settings.optedIn, settings.tone, settings.mutedRules, sightings, nudges, lastHintAt],
        [false, 'du', [], [], [], null],
      )
    },
  },
  {
    name: 'is not touched when somebody else is erased',
    async run(world) {
      const [me, other] = [await known(world), await known(world)]
      const before = await world.exported(other)
      await world.erase(me)
      await world.pass(30)
      await standing(world, me, 0)
      assert.deepEqual(await world.exported(other), before)
      assert.equal((await world.hints(other)).length, 2)
    },
  },
  {
    name: 'is erased twice without harm, and begins anew',
    async run(world) {
      const me = await known(world)
      await world.erase(me)
      await world.erase(me)
      await world.pass(30)
      await standing(world, me, 0)
      await world.optIn(me)
      await hinted(world, me)
    },
  },
  {
    name: 'is left as it is by opting out, after which nothing comes, at once',
    async run(world) {
      const me = await insatiable(world)
      await hinted(world, me)
      await world.say(me, BLAME)
      const before = await world.shown(me)
      await world.optOut(me)
      const { settings, sightings } = await world.exported(me)
      assert.equal(settings.optedIn, false)
      await settled(world, me, JARGON)
      await world.pass(3600)
      assert.equal(await world.shown(me), before)
      assert.deepEqual((await world.exported(me)).sightings, sightings)
    },
  },
  {
    name: 'grows by nothing through drafts, own or foreign, long or empty',
    async run(world) {
      const [me, other] = [await newcomer(world), await world.somebody()]
      const before = await rowsAtRest(world)
      for (const who of [me, other])
        for (const text of [JARGON, PLAIN, `${JARGON} `.repeat(30).trim()]) {
          const shown = await world.check(who, text)
          assert.match(shown, text === PLAIN ? /Liest sich gut/ : /Alignment/)
        }
      assert.deepEqual(await rowsAtRest(world), before)
      await hinted(world, me)
    },
  },
  {
    name: 'is shown by weeks, to nobody else',
    needs: 'ownData',
    async run(world) {
      const [me, other] = [await insatiable(world), await newcomer(world)]
      assert.ok(!(await world.home(me)).includes('Deine letzten Wochen'))
      await hinted(world, me)
      assert.match(await world.home(me), /Deine letzten Wochen.*KW \d+/)
      assert.ok(!(await world.home(other)).includes('Deine letzten Wochen'))
    },
  },
  {
    name: 'goes after 35 days',
    async run(world) {
      const me = await insatiable(world)
      await hinted(world, me)
      await world.pass(34 * 86_400)
      await rowsAtRest(world)
      assert.ok((await world.exported(me)).sightings.length > 0)
      await world.pass(3 * 86_400)
      await rowsAtRest(world)
      assert.deepEqual((await world.exported(me)).sightings, [])
      assert.equal((await world.exported(me)).settings.optedIn, true)
    },
  },
])
