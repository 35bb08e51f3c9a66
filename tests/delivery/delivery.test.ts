import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { DeliveryParts } from '../../src/delivery/index.js'
import { PlatformError } from '../../src/errors.js'
import type { NudgeState, Settings } from '../../src/types.js'
import { address, at, days, hours, nudge, person, settings, sight } from '../store/samples.js'
import { CANARY, deletionOf, gate, type House, later, refused, unknown, withHouse, words } from './house.js'

/** Records one nudge that is due at once. */
const add = ({ store, now }: House, message = 'm1') =>
  store.record(sight({ address: address(message), at: now }))

/** The state of the only nudge, through the eyes of the platform's reader. */
async function stateOf({ store, slack }: House): Promise<NudgeState | undefined> {
  return (await store.nudge(slack.letters[0]!.id))?.state
}

describe('a round', () => {
  it('sends a due nudge to its writer, once', () =>
    withHouse(async (house) => {
      await add(house)
      await house.delivery.tick()
      await house.delivery.tick()
      const [letter, ...more] = house.slack.letters
      assert.deepEqual(more, [])
      assert.deepEqual(letter, {
        id: letter?.id,
        to: person(),
        about: address('m1'),
        place: 'direct',
        tone: 'du',
        text: words,
      })
      const stored = await house.store.nudge(letter!.id)
      assert.deepEqual([stored?.state, stored?.posted], ['sent', 'p-m1'])
      assert.equal(house.delivery.tally.sent, 1)
    }))

  it('shows it where and in the tone that its reader has set', () =>
    withHouse(async (house) => {
      house.person = settings({ place: 'channel', tone: 'sie' })
      await add(house)
      await house.delivery.tick()
      assert.deepEqual(
        house.slack.letters.map(({ place, tone }) => [place, tone]),
        [['channel', 'sie']],
      )
    }))

  it('commits `sending` before the call', () =>
    withHouse(async (house) => {
      let during: NudgeState | undefined
      house.slack.onDeliver = async ({ id }) => {
        during = (await house.store.nudge(id))?.state
        return 'p'
      }
      await add(house)
      await house.delivery.tick()
      assert.equal(during, 'sending')
    }))

  it('waits for the time at which a nudge is due', () =>
    withHouse(async (house) => {
      await house.store.record(sight({ dueAt: at(0, 30) }))
      await house.delivery.tick()
      assert.equal(house.slack.letters.length, 0)
      house.now = at(0, 30)
      await house.delivery.tick()
      assert.equal(house.slack.letters.length, 1)
    }))

  it('hands compose the stored nudge and the settings of its reader', async () => {
    const asked: unknown[] = []
    const compose: DeliveryParts['compose'] = (stored, own) => {
      asked.push([stored.nudge, own])
      return words
    }
    await withHouse(
      async (house) => {
        await add(house)
        await house.delivery.tick()
        assert.deepEqual(asked, [[nudge(), settings()]])
      },
      { compose },
    )
  })

  it('has at most 8 sends at once, and in the end all', () =>
    withHouse(async (house) => {
      house.slack.onDeliver = async () => {
        await pause(2)
        return 'p'
      }
      for (let index = 0; index < 30; index++) await add(house, `m${index}`)
      for (let round = 0; round < 5; round++)
        await Promise.all([house.delivery.tick(), house.delivery.tick()])
      assert.equal(house.slack.letters.length, 30)
      assert.equal(new Set(house.slack.letters.map(({ id }) => id)).size, 30)
      assert.equal(house.slack.mostAtOnce, 8)
    }))

  it('does not let a slow send hold up the others', () =>
    withHouse(async (house) => {
      const slow = gate<string>()
      house.slack.onDeliver = ({ about }) => (about.message === 'slow' ? slow.promise : Promise.resolve('p'))
      await add(house, 'slow')
      const first = house.delivery.tick()
      await pause(20)
      await add(house, 'quick')
      await house.delivery.tick()
      assert.equal(house.slack.letters.length, 2)
      assert.equal(house.delivery.tally.sent, 1)
      slow.open('p')
      await first
      assert.equal(house.delivery.tally.sent, 2)
    }))
})

describe('a nudge is dropped unsent', () => {
  const cases: [string, Partial<Settings>, number, number][] = [
    ['not after 15 minutes', {}, 15, 1],
    ['after more than 15 minutes', {}, 15 + 1 / 60, 0],
    ['after an outage of 2 hours', {}, hours(2), 0],
    ['when the reader has opted out', { optedIn: false }, 0, 0],
    ['while the reader has paused', { pausedUntil: at(1) }, 0, 0],
    ['not when the pause is over', { pausedUntil: at(1) }, 1, 1],
  ]
  for (const [what, person, minutes, letters] of cases)
    it(what, () =>
      withHouse(async (house) => {
        await add(house)
        house.person = settings(person)
        house.now = at(minutes)
        await house.delivery.tick()
        assert.equal(house.slack.letters.length, letters)
        assert.equal(house.delivery.tally.dropped, 1 - letters)
        assert.deepEqual(await house.store.claim(at(days(1)), 9), [])
      }),
    )

  it('when there are no words for it any more', () =>
    withHouse(
      async (house) => {
        await add(house)
        await house.delivery.tick()
        assert.deepEqual([house.slack.letters.length, house.delivery.tally.dropped], [0, 1])
      },
      { compose: () => null },
    ))

  it('when 15 minutes pass while its settings are looked up', () =>
    withHouse(async (house) => {
      const delivery = house.again({
        settingsOf: async () => {
          house.now = at(16)
          return settings()
        },
      })
      await add(house)
      await delivery.tick()
      assert.deepEqual([house.slack.letters.length, delivery.tally.dropped], [0, 1])
    }))
})

describe('a failed delivery', () => {
  const ends: [string, () => unknown, NudgeState][] = [
    ['refused', refused, 'failed'],
    ['later', () => later(5), 'pending'],
    ['later without a time', () => later(), 'pending'],
    ['later, but past 15 minutes', () => later(15 * 60 + 1), 'dropped'],
    ['unknown', unknown, 'unknown'],
    ['an error of another class', () => new TypeError(CANARY), 'unknown'],
    [
      'an error that only says "later"',
      () => Object.assign(new Error(CANARY), { status: 'later' }),
      'unknown',
    ],
    ['a string', () => CANARY, 'unknown'],
    ['undefined', () => undefined, 'unknown'],
  ]
  for (const [what, error, state] of ends)
    it(`(${what}) ends as ${state}, without a word in the log`, () =>
      withHouse(async (house) => {
        house.slack.onDeliver = () => Promise.reject(error())
        await add(house)
        await house.delivery.tick()
        assert.equal(await stateOf(house), state)
        assert.equal(house.logged.length, 1)
        assert.doesNotMatch(JSON.stringify(house.logged), /Synergien|U1|m1/)
        house.slack.onDeliver = async () => 'p'
        house.now = at(14)
        await house.delivery.tick()
        assert.equal(house.slack.letters.length, state === 'pending' ? 2 : 1)
      }))

  const waits: [number | undefined, number][] = [
    [undefined, 30],
    [0, 1],
    [5, 5],
    [Number.NaN, 30],
    [-3, 30],
  ]
  for (const [retryAfter, seconds] of waits)
    it(`is tried again ${seconds} s after "later" with ${retryAfter}`, () =>
      withHouse(async (house) => {
        house.slack.onDeliver = () => Promise.reject(later(retryAfter))
        await add(house)
        await house.delivery.tick()
        house.now = at(0, seconds - 0.5)
        await house.delivery.tick()
        assert.equal(house.slack.letters.length, 1)
        house.now = at(0, seconds)
        await house.delivery.tick()
        assert.equal(house.slack.letters.length, 2)
      }))

  it('is tried 3 times and no more', () =>
    withHouse(async (house) => {
      house.slack.onDeliver = () => Promise.reject(later(1))
      await add(house)
      for (let second = 0; second < 9; second++) {
        house.now = at(0, second * 2)
        await house.delivery.tick()
      }
      assert.equal(house.slack.letters.length, 3)
      assert.equal(await stateOf(house), 'failed')
      assert.deepEqual([house.delivery.tally.retried, house.delivery.tally.failed], [2, 1])
    }))

  it('is not tried again where the message was edited meanwhile', () =>
    withHouse(async (house) => {
      house.slack.onDeliver = async () => {
        await house.store.record(sight({ address: address('m1'), revision: 'r2', at: at(0, 1), nudge: null }))
        throw later(1)
      }
      await add(house)
      await house.delivery.tick()
      house.now = at(1)
      await house.delivery.tick()
      assert.equal(house.slack.letters.length, 1)
    }))

  it('before the call counts as failed: nothing was sent', () =>
    withHouse(
      async (house) => {
        await add(house)
        await house.delivery.tick()
        assert.deepEqual([house.slack.letters.length, house.delivery.tally.failed], [0, 1])
        assert.doesNotMatch(JSON.stringify(house.logged), /Synergien/)
      },
      {
        compose: () => {
          throw new Error(CANARY)
        },
      },
    ))

  it('for want of an adapter counts as failed', () =>
    withHouse(
      async (house) => {
        await add(house)
        await house.delivery.tick()
        assert.equal(house.delivery.tally.failed, 1)
      },
      { adapters: new Map() },
    ))

  it('to keep what was posted leaves the nudge sent', () =>
    withHouse(async (house) => {
      house.slack.onDeliver = async () => `${CANARY} `.repeat(9)
      await add(house)
      await house.delivery.tick()
      assert.equal(await stateOf(house), 'sent')
      assert.doesNotMatch(JSON.stringify(house.logged), /Synergien/)
    }))

  it('of the store is logged, and the next round goes on', () =>
    withHouse(async (house) => {
      let broken = true
      const claim: House['store']['claim'] = (now, limit) =>
        broken ? Promise.reject(new Error(CANARY)) : house.store.claim(now, limit)
      const delivery = house.again({ store: { ...house.store, claim } })
      await add(house)
      await delivery.tick()
      assert.deepEqual(house.logged, [
        { fault: 'Error', operation: 'claim', message: 'delivery goes on after a fault' },
      ])
      broken = false
      await delivery.tick()
      assert.equal(house.slack.letters.length, 1)
    }))

  it('to write the end is not repeated, not even after a restart', () =>
    withHouse(async (house) => {
      const settle = () => Promise.reject(new Error(CANARY))
      await add(house)
      await house.again({ store: { ...house.store, settle } }).tick()
      await house.delivery.start()
      await house.delivery.tick()
      assert.equal(house.slack.letters.length, 1)
      assert.equal(await stateOf(house), 'unknown')
      assert.equal(house.delivery.tally.abandoned, 1)
    }))
})

describe('a deleted message', () => {
  it('loses its waiting nudge', () =>
    withHouse(async (house) => {
      await add(house)
      await house.delivery.forget(deletionOf(house))
      await house.delivery.tick()
      assert.deepEqual([house.slack.letters.length, house.slack.retracted.length], [0, 0])
    }))

  it('loses its delivered nudge', () =>
    withHouse(async (house) => {
      await add(house)
      await add(house, 'm2')
      await house.delivery.tick()
      await house.delivery.forget(deletionOf(house))
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [['U1', 'p-m1']])
      assert.equal(house.delivery.tally.retracted, 1)
    }))

  it('loses a nudge that was under way just then', () =>
    withHouse(async (house) => {
      house.slack.onDeliver = async () => {
        await house.delivery.forget(deletionOf(house))
        return 'p'
      }
      await add(house)
      await house.delivery.tick()
      assert.deepEqual(house.slack.retracted, [['U1', 'p']])
    }))

  it('gets no nudge that was claimed but not yet sent', () =>
    withHouse(async (house) => {
      const delivery = house.again({
        settingsOf: async () => {
          await delivery.forget(deletionOf(house))
          return settings()
        },
      })
      await add(house)
      await delivery.tick()
      assert.deepEqual([house.slack.letters.length, delivery.tally.dropped], [0, 1])
    }))

  it('that comes back may get the nudge of its new revision', () =>
    withHouse(async (house) => {
      await add(house)
      await house.delivery.forget(deletionOf(house))
      house.now = at(0, 10)
      await house.store.record(sight({ address: address('m1'), revision: 'r2', at: at(0, 5) }))
      await house.delivery.tick()
      assert.deepEqual([house.slack.letters.length, house.slack.retracted.length], [1, 0])
    }))
})

describe('the dispatcher', () => {
  it('takes what a crash left under way for unknown, and says how many', () =>
    withHouse(async (house) => {
      await add(house, 'm1')
      await add(house, 'm2')
      const [first] = await house.store.claim(at(), 1)
      await house.delivery.start()
      await house.delivery.tick()
      assert.equal(house.delivery.tally.abandoned, 1)
      assert.equal((await house.store.nudge(first!.id))?.state, 'unknown')
      assert.equal(house.slack.letters.length, 1)
      assert.notEqual(house.slack.letters[0]?.id, first!.id)
    }))

  it('runs by itself, woken or by the clock', () =>
    withHouse(
      async (house) => {
        await house.delivery.start()
        await add(house, 'm1')
        house.delivery.wake()
        for (let wait = 0; wait < 100 && house.delivery.tally.sent < 1; wait++) await pause(5)
        await add(house, 'm2')
        for (let wait = 0; wait < 100 && house.delivery.tally.sent < 2; wait++) await pause(5)
        assert.equal(house.delivery.tally.sent, 2)
      },
      { every: 20 },
    ))

  it('works off a backlog without waiting for the clock', () =>
    withHouse(
      async (house) => {
        for (let index = 0; index < 20; index++) await add(house, `m${index}`)
        await house.delivery.start()
        for (let wait = 0; wait < 200 && house.delivery.tally.sent < 20; wait++) await pause(5)
        assert.equal(house.delivery.tally.sent, 20)
      },
      { every: 60_000 },
    ))

  it('sends nothing before start', () =>
    withHouse(async (house) => {
      await add(house)
      house.delivery.wake()
      await pause(20)
      assert.equal(house.slack.letters.length, 0)
    }))

  it('finishes what is under way when stopped, and begins no more', () =>
    withHouse(async (house) => {
      const slow = gate<string>()
      house.slack.onDeliver = () => slow.promise
      await add(house, 'm1')
      void house.delivery.tick()
      while (house.slack.letters.length === 0) await pause(2)
      const stopped = house.delivery.stop()
      await add(house, 'm2')
      await house.delivery.tick()
      slow.open('p')
      await stopped
      assert.equal(await stateOf(house), 'sent')
      assert.equal(house.slack.letters.length, 1)
    }))

  it('removes before it stops what was deleted while under way', () =>
    withHouse(async (house) => {
      const slow = gate<string>()
      house.slack.onDeliver = () => slow.promise
      await add(house, 'm1')
      void house.delivery.tick()
      while (house.slack.letters.length === 0) await pause(2)
      await house.delivery.forget(deletionOf(house))
      const stopped = house.delivery.stop()
      slow.open('p')
      await stopped
      assert.deepEqual(house.slack.retracted, [['U1', 'p']])
    }))

  it('stops after its patience, and leaves the rest to the next start', () =>
    withHouse(
      async (house) => {
        const slow = gate<string>()
        house.slack.onDeliver = () => slow.promise
        await add(house)
        const round = house.delivery.tick()
        while (house.slack.letters.length === 0) await pause(2)
        await house.delivery.stop()
        assert.equal(await stateOf(house), 'sending')
        const next = house.again()
        await next.start()
        await next.stop()
        assert.equal(await stateOf(house), 'unknown')
        slow.fail(new PlatformError('chat.postMessage', 'later'))
        await round
        assert.equal(await stateOf(house), 'unknown')
      },
      { patience: 30 },
    ))

  it('lets rows expire once an hour', () =>
    withHouse(async (house) => {
      const expired: Date[] = []
      const store = {
        ...house.store,
        expire: (now: Date) => {
          expired.push(now)
          return house.store.expire(now)
        },
      }
      const delivery = house.again({ store })
      for (const minutes of [0, 1, 59, 60, 61, 119, 120]) {
        house.now = at(minutes)
        await delivery.tick()
      }
      assert.deepEqual(expired, [at(0), at(60), at(120)])
    }))
})
