import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRunningClock } from '../proofs/crash/createRunningClock.js'
import { chatOf, eventually, newcomer, settled, toldTo } from './acts.js'
import { postsTo } from './hostile/postsTo.js'
import { statesIn } from './hostile/statesIn.js'
import { JARGON, openTeamsHouse, type TeamsHouse, TUESDAY } from './house.js'
import { createClock, startTeams, type User } from './stand-in/index.js'

const BLAME = 'Schuld daran ist wieder mal nur der Einkauf.'
const asked = process.env.KLARTEXT_REQUESTS

describe('Teams: stops', () => {
  async function stopped(house: TeamsHouse): Promise<void> {
    await house.teams.close()
    rmSync(house.folder, { recursive: true, force: true })
  }

  it('killed while a hint is on its way, never sends it again', async () => {
    const house = await openTeamsHouse()
    const { teams, folder } = house
    const copy = mkdtempSync(join(tmpdir(), 'klartext-teams-'))
    const me = await newcomer(house)
    const told = toldTo(house, me).length
    try {
      // Teams shows it and keeps its answer for itself; what is on the disk now is all that a kill leaves.
      teams.fail('sendToConversation', { loseAnswer: 'hang' })
      await settled(house, me, JARGON)
      await teams.until(() => toldTo(house, me).length === told + 1)
      cpSync(folder, copy, { recursive: true })
      assert.deepEqual(await statesIn(folder), ['sending'])
      const posts = postsTo(teams, me).length
      const again = await openTeamsHouse({ teams, folder: copy })
      for (let time = 0; time < 5; time++) await again.pass(60)
      assert.deepEqual(await statesIn(copy), ['unknown'])
      assert.deepEqual([postsTo(teams, me).length, toldTo(house, me).length], [posts, told + 1])
      await again.klartext.stop()
    } finally {
      await teams.close()
      await house.klartext.stop()
      for (const one of [folder, copy]) rmSync(one, { recursive: true, force: true })
    }
  })

  it('finishes what is under way, both ways, and takes nothing more', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let inside = 0
    const house = await openTeamsHouse({
      wrap: (core) => ({
        ...core,
        async handle(incoming) {
          if (!incoming.message.text.includes('Einkauf')) return core.handle(incoming)
          inside++
          await held
          return core.handle(incoming)
        },
      }),
    })
    const { teams, channel, klartext, folder } = house
    const [me, other] = [await newcomer(house), await newcomer(house)]
    const told = toldTo(house, me).length
    const planned = teams.fail('sendToConversation', { delayMs: 400 })
    await settled(house, me, JARGON)
    await teams.until(() => planned.met === 1)
    const under = teams.say(other, channel, BLAME)
    await teams.until(() => inside === 1)
    const stopping = klartext.stop()
    const late = await teams.say(other, channel, JARGON)
    assert.notEqual(late.status, 200)
    release()
    await stopping
    assert.ok((await under).acked)
    assert.equal(toldTo(house, me).length, told + 1)
    assert.deepEqual((await statesIn(folder)).sort(), ['pending', 'sent'])
    await stopped(house)
  })

  it('does not lose a hint whose chat is looked up while it stops', async () => {
    const house = await openTeamsHouse()
    const me = await newcomer(house)
    await house.klartext.stop()
    const again = await openTeamsHouse({
      ...{ teams: house.teams, folder: house.folder },
      // Between the claim and the call there is time for a stop.
      around: (store) => ({
        ...store,
        async claim(...given) {
          const nudges = await store.claim(...given)
          if (nudges.length > 0) void again.klartext.stop()
          return nudges
        },
      }),
    })
    await again.teams.join(again.team, me)
    const told = toldTo(again, me).length
    await settled(again, me, JARGON)
    await again.teams.until(() => toldTo(again, me).length === told + 1)
    await eventually(async () => (await statesIn(again.folder)).join() === 'sent')
    await stopped(again)
  })
})

describe("Teams: Teams' own limits", function () {
  this.timeout(asked ? 240_000 : 60_000)
  const COUNT = asked ? 300 : 45

  it(`are kept where ${COUNT} hints are due at once, and all of them come`, async () => {
    const clock = createClock(TUESDAY)
    const teams = await startTeams({ clock })
    const first = await openTeamsHouse({ teams })
    const people: User[] = []
    for (let one = 0; one < COUNT; one++) people.push(await newcomer(first))
    const before = people.map((one) => chatOf(first, one).length)
    // What they write is written down; nothing is due before the next start.
    for (const one of people) assert.ok((await teams.say(one, first.channel, JARGON)).acked)
    await first.klartext.stop()
    const running = createRunningClock(clock.now() + 31_000)
    Object.assign(clock, { now: running.now, date: running.date })
    teams.rateLimits(true)
    const begun = performance.now()
    const house = await openTeamsHouse({ teams, folder: first.folder, options: { unpaced: false } })
    try {
      await teams.until(
        () => people.every((one, at) => chatOf(house, one).length === before[at]! + 1),
        60_000,
      )
      const seconds = (performance.now() - begun) / 1000
      assert.equal(teams.breaches, 0)
      const states = await statesIn(house.folder)
      assert.equal(states.filter((state) => state === 'failed' || state === 'unknown').length, 0)
      if (asked)
        console.log(
          `${COUNT} hints due at once: all shown in ${seconds.toFixed(1)} s, ${teams.breaches} breaches of Teams' limits`,
        )
    } finally {
      running.stop()
      await house.stop()
    }
  })
})
