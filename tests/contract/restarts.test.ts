import assert from 'node:assert/strict'
import { hinted, JARGON, newcomer, overWorlds, rowsAtRest, settingsOf, standing, unhinted } from './acts.js'

overWorlds('a restart', [
  {
    name: 'forgets nothing that somebody has set',
    async run(world) {
      const me = await newcomer(world)
      await world.set(me, { tone: 'sie', praise: false })
      const before = await settingsOf(world, me)
      await world.restart()
      assert.deepEqual(await settingsOf(world, me), before)
    },
  },
  {
    name: 'loses no hint that waits, and sends it once',
    needs: 'memory',
    async run(world) {
      const me = await newcomer(world)
      await world.say(me, JARGON)
      await world.restart()
      await world.pass(30)
      await standing(world, me, 1)
      await world.pass(60)
      assert.equal(await world.shown(me), 1)
    },
  },
  {
    name: 'says nothing twice, and still removes what it said before',
    needs: 'memory',
    async run(world) {
      const me = await newcomer(world)
      const [, said] = await hinted(world, me)
      await world.restart()
      await world.hand(said)
      await world.pass(60)
      assert.equal(await world.shown(me), 1)
      await world.remove(said)
      await world.pass(30)
      await standing(world, me, 0)
    },
  },
  {
    name: 'keeps to the limits of the day',
    async run(world) {
      const me = await newcomer(world)
      await world.setEveryday(me)
      await hinted(world, me)
      await world.restart()
      await unhinted(world, me, JARGON)
    },
  },
  {
    name: 'changes nothing by itself',
    async run(world) {
      await hinted(world, await newcomer(world))
      const before = await rowsAtRest(world)
      await world.restart()
      assert.deepEqual(await rowsAtRest(world), before)
    },
  },
])
