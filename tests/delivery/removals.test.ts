import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { address, at, days, hours, person, sight } from '../store/samples.js'
import { CANARY, deletionOf, gate, type House, later, refused, unknown, withHouse } from './house.js'

/** Sends one nudge about a message. */
async function deliver(house: House, message = 'm1'): Promise<void> {
  await house.store.record(sight({ address: address(message), at: house.now }))
  await house.delivery.tick()
}

describe('a delivered nudge', () => {
  it('is removed after 14 days, once', () =>
    withHouse(async (house) => {
      await deliver(house)
      house.now = at(days(14), -1)
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [])
      house.now = at(days(14))
      await house.delivery.tick()
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [['U1', 'p-m1']])
      assert.equal(house.delivery.tally.retracted, 1)
    }))

  it('is removed with its message, also days later and by another process', () =>
    withHouse(async (house) => {
      await deliver(house)
      house.now = at(days(13))
      await house.store.expire(house.now)
      const next = house.again()
      await next.forget(deletionOf(house))
      await next.tick()
      assert.deepEqual(house.slack.retracted, [['U1', 'p-m1']])
    }))

  it('is removed by the next process where this one did not come to it', () =>
    withHouse(async (house) => {
      await deliver(house)
      await house.store.forget(deletionOf(house), house.now)
      await house.again().tick()
      assert.deepEqual(house.slack.retracted, [['U1', 'p-m1']])
    }))

  it('is removed soon after the deletion, without waiting for a round', () =>
    withHouse(async (house) => {
      await deliver(house)
      await house.delivery.forget(deletionOf(house))
      for (let wait = 0; wait < 100 && house.slack.retracted.length < 1; wait++) await pause(5)
      assert.equal(house.slack.retracted.length, 1)
    }))

  it('stays where the deletion is older than what the message says now', () =>
    withHouse(async (house) => {
      await deliver(house)
      await house.store.record(sight({ address: address('m1'), revision: 'r2', at: at(5), nudge: null }))
      await house.delivery.forget({ ...deletionOf(house), at: at(4) })
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [])
    }))

  it('is removed where its reader was erased, also while it was sent', () =>
    withHouse(async (house) => {
      await deliver(house)
      house.slack.onDeliver = async () => {
        await house.store.erase(person(), house.now)
        return 'late'
      }
      await deliver(house, 'm2')
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted.sort(), [
        ['-', 'late'],
        ['-', 'p-m1'],
      ])
      assert.deepEqual(await house.store.removals(at(days(99)), 9), [])
    }))

  const errors: [string, () => unknown, number][] = [
    ['later', () => later(5), 5],
    ['later without a time', () => later(), 5],
    ['unknown', unknown, 5],
    ['refused', refused, 1],
    ['any other error', () => new Error(CANARY), 5],
  ]
  for (const [what, error, calls] of errors)
    it(`is asked to be removed ${calls} times where the answer is: ${what}`, () =>
      withHouse(async (house) => {
        let called = 0
        house.slack.onRetract = () => {
          called++
          return Promise.reject(error())
        }
        await deliver(house)
        await house.delivery.forget(deletionOf(house))
        for (let minutes = 0; minutes < hours(8); minutes += 5) {
          house.now = at(minutes)
          await house.delivery.tick()
        }
        assert.equal(called, calls)
        assert.deepEqual(await house.store.removals(at(days(99)), 9), [])
        assert.doesNotMatch(JSON.stringify(house.logged), /Synergien|U1|m1/)
      }))

  const waits: [number | undefined, number[]][] = [
    [undefined, [30, 240]],
    [5, [5, 40]],
  ]
  for (const [retryAfter, [first, second]] of waits)
    it(`is tried again ${first} s, then ${second} s after "later" with ${retryAfter}`, () =>
      withHouse(async (house) => {
        let called = 0
        house.slack.onRetract = () => {
          called++
          return Promise.reject(later(retryAfter))
        }
        await deliver(house)
        await house.store.forget(deletionOf(house), house.now)
        const after = async (seconds: number) => {
          house.now = at(0, seconds)
          await house.delivery.tick()
          return called
        }
        const counts = []
        for (const seconds of [0, first! - 0.5, first!, first! + second! - 0.5, first! + second!])
          counts.push(await after(seconds))
        assert.deepEqual(counts, [1, 1, 2, 2, 3])
      }))

  it('waits an hour for a platform that is not connected, and holds up no other', () =>
    withHouse(async (house) => {
      await deliver(house)
      await house.store.forget(deletionOf(house), house.now)
      await house.again({ adapters: new Map() }).tick()
      house.now = at(60, -1)
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [])
      house.now = at(60)
      await house.delivery.tick()
      assert.equal(house.slack.retracted.length, 1)
    }))

  it('is removed also where another is being removed just then', () =>
    withHouse(async (house) => {
      const slow = gate<void>()
      await deliver(house, 'm1')
      await deliver(house, 'm2')
      house.slack.onRetract = () => slow.promise
      await house.delivery.forget(deletionOf(house, 'm1'))
      await pause(20)
      await house.delivery.forget(deletionOf(house, 'm2'))
      slow.open()
      for (let wait = 0; wait < 100 && house.slack.retracted.length < 2; wait++) await pause(5)
      assert.equal(house.slack.retracted.length, 2)
    }))

  it('is removed once where two rounds meet', () =>
    withHouse(async (house) => {
      const slow = gate<void>()
      await deliver(house)
      house.slack.onRetract = () => slow.promise
      await house.delivery.forget(deletionOf(house))
      const rounds = [house.delivery.tick(), house.delivery.tick()]
      await pause(20)
      slow.open()
      await Promise.all(rounds)
      assert.equal(house.slack.retracted.length, 1)
    }))
})
