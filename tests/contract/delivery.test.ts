import assert from 'node:assert/strict'
import { delivered, hinted, JARGON, newcomer, overWorlds, PLAIN, standing } from './acts.js'
import type { Who, World } from './world.js'

/** What is handed over how, and how many hints stand there in the end. */
const HANDED: readonly (readonly [
  name: string,
  hints: 0 | 1,
  hand: (world: World, me: Who) => Promise<unknown>,
])[] = [
  [
    'a message four times',
    1,
    async (world, me) => {
      const said = await world.say(me, JARGON)
      for (let count = 0; count < 3; count++) assert.ok(await world.hand(said))
    },
  ],
  [
    'a message four times at once',
    1,
    async (world, me) => {
      const said = await world.say(me, JARGON, { unheard: true })
      await Promise.all([1, 2, 3, 4].map(() => world.hand(said)))
    },
  ],
  [
    'a message again under another id',
    1,
    async (world, me) => {
      const said = await world.say(me, JARGON)
      assert.ok(await world.hand(said, { anew: true }))
      assert.ok(await world.hand(said, { anew: true }))
    },
  ],
  [
    'a message again once its hint stands there',
    1,
    async (world, me) => {
      const [, said] = await hinted(world, me)
      await world.hand(said)
      await world.pass(1860)
      await world.hand(said)
    },
  ],
  [
    'an edit that overtakes its message',
    0,
    async (world, me) => {
      const said = await world.say(me, JARGON, { unheard: true })
      await world.pass(5)
      await world.edit(said, PLAIN)
      await world.hand(said)
    },
  ],
  [
    'two edits the wrong way round, the last one mends',
    0,
    async (world, me) => {
      const said = await world.say(me, PLAIN)
      await world.pass(2)
      const first = await world.edit(said, JARGON, { unheard: true })
      await world.pass(2)
      await world.edit(said, PLAIN)
      await world.hand(first)
    },
  ],
  [
    'two edits the wrong way round, the last one spoils',
    1,
    async (world, me) => {
      const said = await world.say(me, PLAIN)
      await world.pass(2)
      const first = await world.edit(said, 'Wir sollten das bald angehen, gern.', { unheard: true })
      await world.pass(2)
      await world.edit(said, JARGON)
      await world.hand(first)
    },
  ],
  [
    'a deletion that overtakes its message',
    0,
    async (world, me) => {
      const said = await world.say(me, JARGON, { unheard: true })
      await world.pass(5)
      await world.remove(said)
      await world.hand(said)
    },
  ],
  [
    'a deletion that overtakes an edit',
    0,
    async (world, me) => {
      const said = await world.say(me, PLAIN)
      await world.pass(2)
      const edit = await world.edit(said, JARGON, { unheard: true })
      await world.pass(2)
      await world.remove(said)
      await world.hand(edit)
    },
  ],
  [
    'a deletion twice, after the hint',
    0,
    async (world, me) => {
      const [, said] = await hinted(world, me)
      const gone = await world.remove(said)
      await world.hand(gone)
    },
  ],
  [
    'a message that comes late, but not too late',
    1,
    async (world, me) => {
      const said = await world.say(me, JARGON, { unheard: true })
      await world.pass(5 * 60)
      await world.hand(said)
    },
  ],
]

overWorlds('what is handed over', [
  ...HANDED.map(([name, hints, hand]) => ({
    name: `ends with ${hints === 1 ? 'one hint' : 'no hint'}: ${name}`,
    needs: 'events' as const,
    async run(world: World) {
      const me = await newcomer(world)
      await hand(world, me)
      await world.pass(30)
      await delivered(world)
      await standing(world, me, hints)
      await world.pass(60)
      assert.equal((await world.hints(me)).length, hints)
      assert.ok((await world.shown(me)) <= 1)
    },
  })),
])
