import assert from 'node:assert/strict'
import type { Answer, PersonalData } from '../../src/types.js'
import {
  answered,
  BLAME,
  eventually,
  hinted,
  insatiable,
  newcomer,
  overWorlds,
  PRAISED,
  rowsAtRest,
  settingsOf,
  unhinted,
} from './acts.js'
import type { World } from './world.js'

type Settings = PersonalData['settings']

const MEETING = 'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.'
const TERMS = ['canceln', 'daily', 'forecast', 'launch', 'meeting'].map((term) => `anglicism-${term}`)
const nothing = ({ mutedRules, mutedLabels, pausedUntil, optedIn }: Settings) =>
  assert.deepEqual([mutedRules, mutedLabels, pausedUntil, optedIn], [[], [], null, true])
const muted = ({ mutedRules }: Settings) => assert.deepEqual([...mutedRules].sort(), TERMS)
/** Whatever a term counts as, English word or empty phrase. */
const owned = ({ mutedRules }: Settings) => {
  for (const rule of [...TERMS, 'jargon-de-daily']) assert.ok(mutedRules.includes(rule), rule)
}
/** Midnight in Berlin, as an export tells it. */
const paused = ({ pausedUntil }: Settings) => assert.match(`${pausedUntil}`, /^2026-03-\d\dT23:00:00\.000Z$/)

/** Each answer: thanks, whether the better words still stand there, what has changed, whether more of it comes. */
const ANSWERS: readonly (readonly [
  kind: Answer,
  thanks: RegExp,
  stays: boolean,
  check: (after: Settings) => void,
  further: boolean,
])[] = [
  ['helpful', /Danke\. Schön, dass es hilft\./, true, nothing, true],
  ['not-helpful', /Danke für die ehrliche Antwort\./, false, nothing, true],
  ['quotation', /Alles klar, ein Zitat\./, false, nothing, true],
  ['team-term', /das gehört also zum Team|Das Wort gehört also zu euch/, false, owned, false],
  ['mute-rule', /Gut, (?:das|dieser Hinweis) kommt nicht mehr/, false, muted, false],
  ['pause', /Gut, (?:bis morgen|jetzt) ist Pause/, false, paused, false],
]

overWorlds('answers to a hint', [
  ...ANSWERS.map(([kind, thanks, stays, check, further]) => ({
    name: `takes „${kind}“ and does what it says`,
    async run(world: World) {
      const me = await insatiable(world)
      const [hint] = await hinted(world, me, MEETING)
      const after = await answered(world, me, hint, kind)
      assert.match(after.words, thanks)
      assert.equal(after.words.includes('tägliche Runde'), stays)
      assert.equal(after.about, hint.about)
      check(await settingsOf(world, me))
      if (further) await hinted(world, me, MEETING)
      else await unhinted(world, me, MEETING)
    },
  })),
  {
    name: 'is not put out by two at once, the same or different ones',
    async run(world) {
      for (const kinds of [
        ['mute-rule', 'mute-rule'],
        ['helpful', 'not-helpful'],
        ['pause', 'mute-rule'],
      ] as const) {
        const me = await newcomer(world)
        const [hint] = await hinted(world, me, MEETING)
        await Promise.all(kinds.map((kind) => world.answer(me, hint, kind)))
        await eventually(async () => (await world.hints(me)).every(({ isOpen }) => !isOpen))
        const [after, ...more] = await world.hints(me)
        assert.deepEqual(more, [])
        assert.match(after!.words, /Danke|Gut,/)
        const settings = await settingsOf(world, me)
        if ((kinds as readonly string[]).includes('mute-rule')) muted(settings)
        if ((kinds as readonly string[]).includes('pause')) paused(settings)
      }
    },
  },
  {
    name: 'touches nobody else’s settings',
    async run(world) {
      const [me, other] = [await newcomer(world), await newcomer(world)]
      const before = await settingsOf(world, other)
      const [hint] = await hinted(world, me, MEETING)
      await answered(world, me, hint, 'team-term')
      assert.deepEqual(await settingsOf(world, other), before)
      await hinted(world, other, MEETING)
    },
  },
  {
    name: 'ends a rule, and not what else there is to say',
    async run(world) {
      const me = await insatiable(world)
      const [hint] = await hinted(world, me, MEETING)
      await answered(world, me, hint, 'mute-rule')
      await unhinted(world, me, MEETING)
      await hinted(world, me, BLAME)
    },
  },
  {
    name: 'ends a pause with the day',
    async run(world) {
      const me = await newcomer(world)
      const [hint] = await hinted(world, me, MEETING)
      await answered(world, me, hint, 'pause')
      await world.pass(86_400)
      await hinted(world, me, MEETING)
    },
  },
  {
    name: 'praises, and can be asked not to',
    async run(world) {
      const me = await insatiable(world)
      const [hint] = await hinted(world, me, PRAISED)
      assert.ok(!/War ein Zitat|Begriff unseres Teams/.test(hint.words), 'answers that no praise has')
      await answered(world, me, hint, 'mute-rule')
      const { mutedRules } = await settingsOf(world, me)
      assert.equal(mutedRules.length, 1)
      assert.match(mutedRules[0]!, /^ownership-/)
    },
  },
  {
    name: 'keeps of an answer what was answered, and no word',
    async run(world) {
      const me = await newcomer(world)
      const [hint] = await hinted(world, me, MEETING)
      await answered(world, me, hint, 'helpful')
      const { answers } = await rowsAtRest(world)
      assert.ok(JSON.stringify(answers).includes('helpful'))
      assert.ok(!JSON.stringify(answers).includes('Forecast'))
    },
  },
  {
    name: 'says politely that it is too old, weeks later, and changes nothing',
    async run(world) {
      const me = await newcomer(world)
      const before = await settingsOf(world, me)
      const [hint] = await hinted(world, me, MEETING)
      for (let days = 0; days < 12; days += 4) {
        await world.pass(4 * 86_400)
        await rowsAtRest(world)
      }
      await world.answer(me, hint, 'mute-rule')
      await eventually(async () => (await world.hints(me)).every(({ isOpen }) => !isOpen))
      for (const { words } of await world.hints(me)) assert.match(words, /schon älter|gibt es nicht mehr/)
      assert.deepEqual(await settingsOf(world, me), before)
    },
  },
])
