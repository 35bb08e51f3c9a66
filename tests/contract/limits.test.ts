import assert from 'node:assert/strict'
import {
  BLAME,
  type Case,
  hinted,
  insatiable,
  JARGON,
  newcomer,
  overWorlds,
  PRAISED,
  settingsOf,
  unhinted,
} from './acts.js'
import type { Abilities, Choice, Who, World } from './world.js'

/** What somebody has set, and whether a hint comes then, late in the morning. */
const EFFECTS: readonly (readonly [
  name: string,
  hints: 0 | 1,
  set: (world: World, me: Who) => Promise<unknown>,
  needs?: keyof Abilities,
])[] = [
  ['nothing', 1, async () => {}],
  ['the pace of work', 1, (world, me) => world.setEveryday(me)],
  ['quiet hours now', 0, (world, me) => world.set(me, { quietFrom: '06:00', quietTo: '20:00' }), 'limits'],
  [
    'quiet hours that begin at night',
    0,
    (world, me) => world.set(me, { quietFrom: '22:00', quietTo: '20:00' }),
    'limits',
  ],
  [
    'the same time twice',
    1,
    (world, me) => world.set(me, { quietFrom: '11:00', quietTo: '11:00' }),
    'limits',
  ],
  ['a pause', 0, (world, me) => world.pause(me)],
  [
    'a pause that was ended',
    1,
    async (world, me) => {
      await world.pause(me)
      await world.resume(me)
    },
  ],
  [
    'everything left and joined again',
    1,
    async (world, me) => {
      await world.optOut(me)
      await world.optIn(me)
    },
  ],
]

/** What is set, and what else of the hint it changes. */
const CHOICES: readonly (readonly [choice: Choice, says: RegExp, needs?: keyof Abilities])[] = [
  [{ tone: 'sie' }, /Ihrer Nachricht|Nur für Sie/],
  [{ tone: 'du' }, /Nur für dich/],
  [{ language: 'en' }, /Your German message|In your message/],
  [{ language: 'de' }, /Nur für dich/],
  [{ language: 'auto' }, /Nur für dich/],
  [{ praise: false }, /Nur für dich/],
  [{ maxPerDay: 1, minutesBetween: 120 }, /Nur für dich/, 'limits'],
  [{ quietFrom: '19:30', quietTo: '06:15' }, /Nur für dich/, 'limits'],
]

overWorlds('what somebody has set', [
  ...EFFECTS.map(
    ([name, hints, set, needs]): Case => ({
      name: `${hints === 1 ? 'gives' : 'gives no'} hint with ${name}`,
      ...(needs ? { needs } : {}),
      async run(world) {
        const me = await newcomer(world)
        await set(world, me)
        if (hints === 1) await hinted(world, me)
        else await unhinted(world, me, JARGON)
      },
    }),
  ),
  ...CHOICES.map(
    ([choice, says, needs]): Case => ({
      name: `keeps ${JSON.stringify(choice)}, and speaks so`,
      ...(needs ? { needs } : {}),
      async run(world) {
        const me = await newcomer(world)
        const before = await settingsOf(world, me)
        await world.set(me, choice)
        const after = await settingsOf(world, me)
        for (const [name, value] of Object.entries(choice))
          assert.equal(after[name as keyof Choice], value, name)
        assert.deepEqual([after.optedIn, after.mutedLabels], [before.optedIn, before.mutedLabels])
        const [{ words }] = await hinted(world, me)
        assert.match(words, says)
      },
    }),
  ),
  {
    name: 'keeps half an hour between two hints',
    async run(world) {
      const me = await newcomer(world)
      await world.setEveryday(me)
      await hinted(world, me)
      await world.pass(27 * 60)
      await unhinted(world, me, BLAME)
      await world.pass(3 * 60)
      await hinted(world, me, BLAME)
    },
  },
  {
    name: 'praises without counting it as a hint',
    async run(world) {
      const me = await newcomer(world)
      await world.setEveryday(me)
      await hinted(world, me, PRAISED)
      await hinted(world, me, JARGON)
    },
  },
  {
    name: 'praises nobody who does not want it',
    async run(world) {
      const me = await insatiable(world)
      await world.set(me, { praise: false })
      await unhinted(world, me, PRAISED)
    },
  },
  {
    name: 'gives three a day, and goes on the day after',
    async run(world) {
      const me = await newcomer(world)
      await world.setEveryday(me)
      for (let count = 0; count < 3; count++) {
        await hinted(world, me)
        await world.pass(31 * 60)
      }
      await unhinted(world, me, JARGON)
      await world.pass(22 * 3600)
      await hinted(world, me)
    },
  },
  {
    name: 'is quiet in the evening and at night, and says nothing of it in the morning',
    async run(world) {
      const me = await newcomer(world)
      await world.setEveryday(me)
      // Whatever the time is by now: a whole day, hour by hour.
      let [loud, quiet] = [0, 0]
      for (let hour = 0; hour < 24; hour++) {
        const before = await world.shown(me)
        await world.say(me, JARGON)
        await world.pass(60)
        const { lastHintAt } = await world.exported(me)
        if ((await world.shown(me)) > before) loud++
        else quiet++
        if (lastHintAt) {
          const clock = new Date(lastHintAt).toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin' })
          assert.ok(clock >= '08:00' && clock < '18:01', clock)
        }
        await world.pass(59 * 60)
      }
      assert.ok(loud >= 3 && loud <= 6 && quiet >= 18, `${loud} hints, ${quiet} hours without`)
    },
  },
])
