import assert from 'node:assert/strict'
import { BLAME, hinted, JARGON, newcomer, overWorlds, PLAIN, standing } from './acts.js'
import { type Writing, writing } from './writing.js'

const CASES: readonly Writing[] = [
  ['a new message', 1, (world, me) => world.say(me, JARGON)],
  ['a plain one', 0, (world, me) => world.say(me, PLAIN)],
  ['an edit that mends it in time', 0, async (world, me) => world.edit(await world.say(me, JARGON), PLAIN)],
  ['an edit that spoils it', 1, async (world, me) => world.edit(await world.say(me, PLAIN), JARGON)],
  [
    'one that is mended, spoilt and mended again',
    0,
    async (world, me) => {
      const said = await world.say(me, JARGON)
      for (const text of [PLAIN, JARGON, PLAIN]) await world.edit(said, text)
    },
  ],
  [
    'edits after the hint, worse and better',
    1,
    async (world, me) => {
      const said = await world.say(me, JARGON)
      await world.pass(30)
      await standing(world, me, 1)
      await world.edit(said, 'Wir pushen die Learnings und committen uns.')
      await world.pass(30)
      await world.edit(said, PLAIN)
    },
  ],
  [
    'an edit that spoils it an hour later',
    1,
    async (world, me) => {
      const said = await world.say(me, PLAIN)
      await world.pass(3600)
      await world.edit(said, JARGON)
    },
  ],
  ['a deletion in time', 0, async (world, me) => world.remove(await world.say(me, JARGON))],
  [
    'a deletion after the hint',
    0,
    async (world, me) => {
      const [, said] = await hinted(world, me)
      await world.remove(said)
    },
  ],
  [
    'a deletion days after the hint',
    0,
    async (world, me) => {
      const [, said] = await hinted(world, me)
      await world.pass(2 * 86_400)
      await world.remove(said)
    },
  ],
  [
    'a deletion of another message',
    1,
    async (world, me) => {
      await hinted(world, me)
      await world.remove(await world.say(me, PLAIN))
    },
  ],
  [
    'an answer beneath a message of somebody else',
    1,
    async (world, me) => {
      const thread = await world.say(await world.somebody(), 'Was meint ihr?')
      await world.say(me, JARGON, { thread })
    },
    'threads',
  ],
  [
    'an answer that is mended in time',
    0,
    async (world, me) => {
      const thread = await world.say(me, PLAIN)
      await world.edit(await world.say(me, JARGON, { thread }), PLAIN)
    },
    'threads',
  ],
  [
    'a thread whose beginning is deleted',
    1,
    async (world, me) => {
      const thread = await world.say(me, PLAIN)
      await world.say(me, JARGON, { thread })
      await world.remove(thread)
    },
    'threads',
  ],
]

overWorlds('what is written', [
  ...writing(CASES),
  {
    name: 'gives one hint a message for ever, whatever becomes of it',
    async run(world) {
      const me = await newcomer(world)
      await world.setFree(me)
      const [, said] = await hinted(world, me)
      for (const text of [PLAIN, JARGON, BLAME]) {
        await world.edit(said, text)
        await world.pass(3600)
      }
      assert.equal(await world.shown(me), 1)
      await world.pass(20 * 3600)
      await world.edit(said, JARGON)
      await world.pass(60)
      assert.equal(await world.shown(me), 1)
    },
  },
  {
    name: 'removes a hint after 14 days, and not before',
    async run(world) {
      const me = await newcomer(world)
      await hinted(world, me)
      await world.pass(13.9 * 86_400)
      assert.equal((await world.hints(me)).length, 1)
      await world.pass(0.2 * 86_400)
      await standing(world, me, 0)
    },
  },
])
