import assert from 'node:assert/strict'
import { createPace } from '../../adapters/slack/pace.js'
import { PlatformError } from '../../src/errors.js'

describe('Slack: our own limit', () => {
  const still = () => new Date('2026-03-10T10:00:00Z')
  const later = (seconds?: number) => (error: unknown) =>
    error instanceof PlatformError &&
    error.status === 'later' &&
    (seconds === undefined || error.retryAfter === seconds)

  it('lets one call an interval through in each lane', async () => {
    const pace = createPace(40, () => new Date())
    const begun = Date.now()
    const times: number[] = []
    await Promise.all(
      ['a', 'a', 'a', 'b'].map(async (lane) => {
        await pace.turn('post', [lane])
        times.push(Date.now() - begun)
      }),
    )
    times.sort((one, other) => one - other)
    assert.ok(times[1]! < 30, `two lanes do not wait for each other: ${times}`)
    assert.ok(times[2]! >= 35 && times[3]! >= 75, `${times}`)
  })

  it('sends away who would wait longer than ten seconds, and says how long', async () => {
    const pace = createPace(11_000, still)
    await pace.turn('post', ['a'])
    await assert.rejects(pace.turn('post', ['a']), later(11))
    await pace.turn('post', ['b'])
  })

  it('rests a method of a workspace when Slack asks for it, and no other', () => {
    let now = 0
    const pace = createPace(1000, () => new Date(now))
    pace.rest('chat.postMessage', 'T1', 30)
    assert.throws(() => pace.mayCall('chat.postMessage', 'T1'), later(30))
    pace.mayCall('chat.postMessage', 'T2')
    pace.mayCall('chat.delete', 'T1')
    now = 29_500
    assert.throws(() => pace.mayCall('chat.postMessage', 'T1'), later(1))
    now = 30_000
    pace.mayCall('chat.postMessage', 'T1')
  })
})
