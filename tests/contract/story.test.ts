import assert from 'node:assert/strict'
import {
  allRows,
  answered,
  type Case,
  fourWords,
  hinted,
  JARGON,
  overWorlds,
  PLAIN,
  rowsAtRest,
  settingsOf,
  standing,
  unhinted,
} from './acts.js'
import type { Who, World } from './world.js'

/** Words that stand nowhere but in what somebody wrote. */
const CANARY = 'Quittenmarmelade Donnerstagnachmittag'

/** One person's way through everything; each step goes on where the last one ended. */
function story(): readonly Case[] {
  let jana: Who
  let murat: Who
  const steps: readonly (readonly [name: string, run: (world: World) => Promise<unknown>])[] = [
    [
      'asks for consent: what is read, what is kept, who sees it',
      async (world) => {
        ;[jana, murat] = [await world.somebody(), await world.somebody()]
        const page = await world.home(jana)
        for (const part of [/Was gelesen wird|Gelesen/i, /gespeichert/i, /Wer was sieht|sieh/i, /Mitmachen/])
          assert.match(page, part)
      },
    ],
    [
      'until it is given, reads and keeps nothing',
      async (world) => {
        const before = await allRows(world)
        const said = await world.say(jana, `${CANARY}: ${JARGON}`)
        await world.edit(said, `${CANARY}! ${JARGON}`)
        await world.pass(60)
        await world.remove(said)
        await world.pass(60)
        assert.deepEqual(await world.hints(jana), [])
        assert.deepEqual(await allRows(world), before)
      },
    ],
    [
      'shows the settings once it is given',
      async (world) => {
        await world.optIn(jana)
        assert.equal((await settingsOf(world, jana)).optedIn, true)
        assert.match(await world.home(jana), /liest bei dir mit|liest mit/)
      },
    ],
    [
      'tells her of a message, her alone, with a link to it and no word of it',
      async (world) => {
        const [hint, said] = await hinted(world, jana, JARGON)
        assert.deepEqual(hint.readers, [jana])
        assert.equal(hint.about, said.id)
        assert.match(hint.title, /auf Deutsch|Deutsch/)
        for (const part of fourWords(JARGON)) assert.ok(!hint.words.includes(part), part)
        assert.ok(hint.isOpen)
      },
    ],
    [
      'shows others nothing of it, nor that she takes part',
      async (world) => {
        const seen = await world.seenBy(murat)
        assert.ok(!/tägliche Runde|auf Deutsch/.test(seen), seen)
        assert.ok(!(await world.home(murat)).includes(world.nameOf(jana)))
      },
    ],
    [
      'takes the word as one of her team, and does not speak of it again',
      async (world) => {
        const [hint] = await world.hints(jana)
        await answered(world, jana, hint!, 'team-term')
        assert.ok((await settingsOf(world, jana)).mutedRules.length > 0)
        await world.pass(3600)
        await unhinted(world, jana, JARGON)
      },
    ],
    [
      'has nothing to say once a message was mended in time',
      async (world) => {
        const before = await world.shown(jana)
        const said = await world.say(jana, 'Schuld daran ist wieder mal nur der Einkauf.')
        await world.edit(said, 'Ich spreche mit dem Einkauf.')
        await world.pass(60)
        assert.equal(await world.shown(jana), before)
      },
    ],
    [
      'removes a hint whose message is deleted',
      async (world) => {
        await world.pass(3600)
        const before = (await world.hints(jana)).length
        const [, said] = await hinted(world, jana, 'Schuld sind mal wieder die anderen aus dem Vertrieb.')
        await world.remove(said)
        await world.pass(30)
        await standing(world, jana, before)
      },
    ],
    [
      'checks a draft of somebody who does not take part, and keeps nothing',
      async (world) => {
        const before = await rowsAtRest(world)
        const shown = await world.check(murat, `${CANARY}: ${JARGON}`)
        assert.match(shown, /Alignment/)
        assert.match(await world.check(murat, PLAIN), /Liest sich gut/)
        assert.deepEqual(await allRows(world), before)
      },
    ],
    [
      'shows her what is kept, and erases it',
      async (world) => {
        const data = await world.exported(jana)
        assert.ok(data.sightings.length > 0 && data.nudges.length > 0)
        await world.erase(jana)
        await world.pass(30)
        await standing(world, jana, 0)
        const { settings, sightings, nudges } = await world.exported(jana)
        assert.deepEqual([settings.optedIn, sightings, nudges], [false, [], []])
      },
    ],
    [
      'has logged nobody, and no word',
      async (world) => {
        const logged = world.logged.join('')
        for (const part of [world.person(jana).user, world.nameOf(jana), 'Quitten', 'Alignment', 'Vertrieb'])
          assert.ok(!logged.includes(part), part)
      },
    ],
  ]
  return steps.map(([name, run]) => ({ name, run }))
}

overWorlds('from the first look to the last', story())
