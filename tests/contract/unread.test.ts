import { JARGON, overWorlds, PLAIN } from './acts.js'
import type { Elsewhere, Who, World } from './world.js'
import { type Writing, writing } from './writing.js'

const CASES: readonly Writing[] = [
  ['a quotation', 0, (world, me) => world.say(me, world.markup.quotation(JARGON))],
  ['code', 0, (world, me) => world.say(me, world.markup.code(JARGON))],
  ['a block of code', 0, (world, me) => world.say(me, world.markup.codeBlock(JARGON))],
  [
    'mentions with such names',
    0,
    (world, me) =>
      world.say(me, `${['Alignment', 'Launch', 'Daily'].map(world.markup.mention).join(' ')} ${PLAIN}`),
  ],
  [
    'a quotation in one’s own words',
    1,
    (world, me) => world.say(me, `${JARGON}\n${world.markup.quotation(PLAIN)}`),
  ],
  [
    'a quotation that an edit adds',
    0,
    async (world, me) =>
      world.edit(await world.say(me, PLAIN), `${PLAIN}\n${world.markup.quotation(JARGON)}`),
  ],
  ...(['works council', 'the bot', 'group chat', 'another company'] satisfies Elsewhere[]).map(
    (where) =>
      [
        `what is written elsewhere: ${where}`,
        0,
        (world: World, me: Who) => world.sayIn(me, where, JARGON),
        'places',
      ] as const,
  ),
  [
    'a message just before opting out',
    0,
    async (world, me) => {
      await world.say(me, JARGON)
      await world.optOut(me)
    },
  ],
  [
    'a message between opting out and in again',
    0,
    async (world, me) => {
      await world.optOut(me)
      await world.say(me, JARGON)
      await world.optIn(me)
    },
  ],
  [
    'a message before taking part that is edited afterwards, to no worse',
    0,
    async (world, me) => {
      await world.optOut(me)
      const said = await world.say(me, JARGON)
      await world.optIn(me)
      await world.edit(said, PLAIN)
    },
  ],
  [
    'a message just before erasing everything',
    0,
    async (world, me) => {
      await world.say(me, JARGON)
      await world.erase(me)
    },
  ],
  [
    'a message just before a pause',
    0,
    async (world, me) => {
      await world.say(me, JARGON)
      await world.pause(me)
    },
  ],
]

overWorlds('what is not read', writing(CASES))
