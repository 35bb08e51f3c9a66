import assert from 'node:assert/strict'
import { breakTable, hinted, JARGON, newcomer, overWorlds, PLAIN, standing } from './acts.js'
import type { Abilities, World } from './world.js'

/** Which table is away, and what is handed over meanwhile. */
const FAILING: readonly (readonly [table: string, name: string, needs: keyof Abilities | null])[] = [
  ['sights', 'a message', null],
  ['outbox', 'a message that earns a hint', null],
  ['sights', 'an edit', 'events'],
  ['sights', 'a deletion', 'events'],
]

/** Real milliseconds: over Socket Mode, what is not taken is not answered. */
const PATIENCE = 800

overWorlds(
  'while the store fails',
  [
    ...FAILING.map(([table, name, needs]) => ({
      name: `is not taken while the store fails, and comes again: ${name} without ${table}`,
      ...(needs ? { needs } : {}),
      async run(world: World) {
        const me = await newcomer(world)
        const isEdit = name === 'an edit'
        const isGone = name === 'a deletion'
        const [, hintedOne] = isGone ? await hinted(world, me) : []
        const plain = isEdit ? await world.say(me, PLAIN) : undefined
        const repair = await breakTable(world, table)
        const event = plain
          ? await world.edit(plain, JARGON)
          : hintedOne
            ? await world.remove(hintedOne)
            : await world.say(me, JARGON)
        assert.equal(event.acked, false, 'taken, though nothing was kept')
        await repair()
        await world.comeAgain(event)
        assert.equal(event.acked, true, 'did not come again')
        await world.pass(30)
        await standing(world, me, isGone ? 0 : 1)
        assert.ok(!world.logged.join('').includes('Alignment'))
      },
    })),
  ],
  PATIENCE,
)

overWorlds('what is sent', [
  {
    name: 'is not sent twice where the answer was lost',
    needs: 'network',
    async run(world) {
      const me = await newcomer(world)
      const before = world.sends
      world.fail('lost')
      await world.say(me, JARGON)
      await world.pass(30)
      await standing(world, me, 1)
      for (let minute = 0; minute < 5; minute++) await world.pass(60)
      assert.deepEqual([world.sends - before, await world.shown(me)], [1, 1])
    },
  },
  {
    name: 'is sent later where the platform asks for patience, and not sooner',
    needs: 'network',
    async run(world) {
      const me = await newcomer(world)
      const before = world.sends
      world.fail('later')
      await world.say(me, JARGON)
      await world.pass(30)
      await world.pass(10)
      assert.deepEqual([world.sends - before, await world.shown(me)], [1, 0])
      await world.pass(15)
      await standing(world, me, 1)
      assert.equal(world.sends - before, 2)
    },
  },
  {
    name: 'is given up where the platform refuses it, and the next one comes',
    needs: 'network',
    async run(world) {
      const me = await newcomer(world)
      await world.setFree(me)
      const before = world.sends
      world.fail('refused')
      await world.say(me, JARGON)
      for (let minute = 0; minute < 4; minute++) await world.pass(60)
      assert.deepEqual([world.sends - before, await world.shown(me)], [1, 0])
      await hinted(world, me)
    },
  },
  {
    name: 'is let go where it would come late',
    needs: 'network',
    async run(world) {
      const me = await newcomer(world)
      const before = world.sends
      world.fail('later')
      await world.say(me, JARGON)
      await world.pass(40)
      // Nobody hears of a message that was written so long ago.
      await world.pass(3600)
      assert.deepEqual([world.sends - before, await world.shown(me)], [1, 0])
    },
  },
])
