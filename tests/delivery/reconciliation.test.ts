import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Adapter, NudgeState } from '../../src/types.js'
import { address, at, days, hours, person, settings, sight } from '../store/samples.js'
import { CANARY, deletionOf, type House, later, refused, unknown, withHouse } from './house.js'

type Find = NonNullable<Adapter['find']>

/** A send at 09:00 whose end nobody knows; from then on the platform delivers as usual. */
async function lose(house: House, find?: Find): Promise<string> {
  house.slack.find = find
  house.slack.onDeliver = () => Promise.reject(unknown())
  await house.store.record(sight({ address: address('m1'), at: house.now }))
  await house.delivery.tick()
  house.slack.onDeliver = async ({ about }) => `p-${about.message}`
  const [letter] = house.slack.letters
  assert.equal((await house.store.nudge(letter!.id))?.state, 'unknown')
  return letter!.id
}

/** Rounds at these times, in seconds after 09:00. */
async function rounds(house: House, ...seconds: number[]): Promise<void> {
  for (const each of seconds) {
    house.now = at(0, each)
    await house.delivery.tick()
  }
}

/** A platform whose answers stand in a list; the last is given for ever. */
function answering(...answers: (string | null | (() => unknown))[]) {
  const asked: Parameters<Find>[0][] = []
  const find: Find = async (nudge) => {
    const answer = answers[Math.min(asked.push(nudge), answers.length) - 1] ?? null
    if (typeof answer === 'function') throw answer()
    return answer
  }
  return { asked, find }
}

describe('a nudge whose end nobody knows', () => {
  const states = async (house: House, id: string): Promise<NudgeState | undefined> =>
    (await house.store.nudge(id))?.state

  it('is asked for by its id and reader, a minute later and no earlier', () =>
    withHouse(async (house) => {
      const { asked, find } = answering('found')
      const id = await lose(house, find)
      await rounds(house, 1, 59)
      assert.deepEqual(asked, [])
      await rounds(house, 60, 61, 300)
      assert.deepEqual(asked, [{ id, to: person(), place: 'direct' }])
    }))

  it('counts as sent where it is found, and stands for its days', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering('found').find)
      await rounds(house, 60)
      assert.equal(await states(house, id), 'sent')
      assert.deepEqual([house.slack.letters.length, house.delivery.tally.found], [1, 1])
      await rounds(house, 60 + days(14) * 60)
      assert.deepEqual(house.slack.retracted, [['U1', 'found']])
    }))

  it('is sent again, once, where nothing had arrived', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering(null).find)
      await rounds(house, 60, 61, 62, 200)
      assert.equal(await states(house, id), 'sent')
      assert.deepEqual(
        house.slack.letters.map((letter) => letter.id),
        [id, id],
      )
      const { resent, found, sent } = house.delivery.tally
      assert.deepEqual([resent, found, sent], [1, 0, 1])
    }))

  it('is sent three times at most', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering(null).find)
      house.slack.onDeliver = () => Promise.reject(unknown())
      await rounds(house, ...Array.from({ length: 80 }, (_, index) => index * 10))
      assert.equal(house.slack.letters.length, 3)
      assert.equal(await states(house, id), 'failed')
      assert.deepEqual([house.delivery.tally.resent, house.delivery.tally.failed], [2, 1])
    }))

  it('is not sent again after 15 minutes', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering(later, null).find)
      await rounds(house, 60 * 15 - 1, 60 * 30)
      assert.equal(house.slack.letters.length, 1)
      assert.equal(await states(house, id), 'failed')
    }))

  it('is found late, too', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering('found').find)
      await rounds(house, 60 * 60 * 5)
      assert.equal(await states(house, id), 'sent')
    }))

  it('is asked for again where the platform could not be asked, ever more rarely, for a day', () =>
    withHouse(async (house) => {
      const { asked, find } = answering(() => later(10))
      const id = await lose(house, find)
      await rounds(house, 60, 69, 70, 89, 90, 129, 130)
      assert.equal(asked.length, 4)
      assert.doesNotMatch(JSON.stringify(house.logged), /Synergien|U1|m1/)
      for (let minutes = 5; minutes < hours(30); minutes += 10) await rounds(house, minutes * 60)
      assert.ok(asked.length < 50, `${asked.length} questions`)
      assert.equal(await states(house, id), undefined)
      const before = asked.length
      await rounds(house, 60 * hours(40))
      assert.equal(asked.length, before)
    }))

  for (const [what, error] of [
    ['unknown', unknown],
    ['any other error', () => new Error(CANARY)],
  ] as const)
    it(`is found at the second question where the first ends as: ${what}`, () =>
      withHouse(async (house) => {
        const id = await lose(house, answering(error, 'found').find)
        await rounds(house, 60, 89)
        assert.equal(await states(house, id), 'unknown')
        await rounds(house, 90)
        assert.equal(await states(house, id), 'sent')
      }))

  it('is left alone where the platform can never tell', () =>
    withHouse(async (house) => {
      const { asked, find } = answering(refused)
      const id = await lose(house, find)
      await rounds(house, 60, 120, 3600, 7200)
      assert.equal(asked.length, 1)
      assert.equal(await states(house, id), 'unknown')
      assert.equal(house.slack.letters.length, 1)
    }))

  it('stays unknown on a platform that cannot tell at all', () =>
    withHouse(async (house) => {
      const id = await lose(house)
      await rounds(house, 60, 120, 3600)
      assert.equal(await states(house, id), 'unknown')
      assert.equal(house.slack.letters.length, 1)
    }))

  it('is asked for after a crash as well', () =>
    withHouse(async (house) => {
      await house.store.record(sight())
      const [claimed] = await house.store.claim(house.now, 1)
      house.slack.find = answering(null).find
      await house.delivery.start()
      await rounds(house, 59)
      assert.equal(await states(house, claimed!.id), 'unknown')
      await rounds(house, 60)
      for (let wait = 0; wait < 100 && house.delivery.tally.sent < 1; wait++) await pause(5)
      await house.delivery.stop()
      assert.equal(await states(house, claimed!.id), 'sent')
      assert.equal(house.slack.letters.length, 1)
    }))

  it('is looked for where it was sent, whatever its reader has set since', () =>
    withHouse(async (house) => {
      const { asked, find } = answering('found')
      await house.store.saveSettings(person(), settings({ place: 'channel' }), at())
      await lose(house, find)
      house.person = settings({ place: 'direct' })
      await rounds(house, 60)
      assert.deepEqual(
        asked.map(({ place }) => place),
        ['channel'],
      )
    }))

  const meanwhile: [string, (house: House) => unknown][] = [
    ['deleted', (house) => house.delivery.forget(deletionOf(house))],
    [
      'deleted, which no one’s memory knows any more',
      (house) => house.store.forget(deletionOf(house), house.now),
    ],
    [
      'edited',
      ({ store, now }) =>
        store.record(sight({ address: address('m1'), revision: 'r2', at: now, nudge: null })),
    ],
    [
      'left to a reader who has opted out',
      (house) => {
        house.person = settings({ optedIn: false })
      },
    ],
    ['left to a reader who was erased', ({ store, now }) => store.erase(person(), now)],
  ]
  for (const [what, change] of meanwhile)
    it(`is not sent again where its message was meanwhile ${what}`, () =>
      withHouse(async (house) => {
        await lose(house, answering(null).find)
        house.now = at(0, 30)
        await change(house)
        await rounds(house, 60, 61, 120)
        assert.equal(house.slack.letters.length, 1)
      }))

  it('is removed at once where it is found and its message is gone', () =>
    withHouse(async (house) => {
      await lose(house, answering('found').find)
      house.now = at(0, 30)
      await house.delivery.forget(deletionOf(house))
      await rounds(house, 60)
      assert.deepEqual(house.slack.retracted, [['U1', 'found']])
    }))

  it('is removed at once where it is found while its reader is erased', () =>
    withHouse(async (house) => {
      await lose(house, async () => {
        await house.store.erase(person(), house.now)
        return 'found'
      })
      await rounds(house, 60)
      assert.deepEqual(house.slack.retracted, [['-', 'found']])
    }))

  it('counts as sent where its place cannot be kept', () =>
    withHouse(async (house) => {
      const id = await lose(house, answering(`${CANARY} `.repeat(9)).find)
      await rounds(house, 60, 61)
      assert.equal(await states(house, id), 'sent')
      assert.equal(house.slack.letters.length, 1)
    }))
})
