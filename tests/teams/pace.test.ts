import assert from 'node:assert/strict'
import { createPace, type Limit, PER_APP, PER_CONVERSATION } from '../../adapters/teams/pace.js'
import { PlatformError } from '../../src/errors.js'

const later = (seconds: number) => (error: unknown) =>
  error instanceof PlatformError && error.status === 'later' && error.retryAfter === seconds

/** The most calls that any stretch of so many milliseconds holds. */
const densest = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length))

describe('Teams: our own limits', () => {
  it("keeps one conversation to Teams' table, and sends away who would wait longer than ten seconds", async () => {
    let now = 0
    let slept = 0
    const pace = createPace(
      () => new Date(now),
      false,
      async (ms) => {
        slept = ms
      },
    )
    const times: number[] = []
    let sentAway = 0
    for (now = 0; now < 3_600_000; now += 450) {
      slept = 0
      await pace.turn('show', 'a').then(
        () => times.push(now + slept),
        () => sentAway++,
      )
    }
    for (const [count, ms] of PER_CONVERSATION) assert.ok(densest(times, ms) <= count, `${count} in ${ms} ms`)
    assert.ok(sentAway > 0 && times.length >= 1700, `${times.length} went, ${sentAway} were sent away`)
  })

  it('lets seven through at once, then one more after a second', async () => {
    const pace = createPace(() => new Date())
    const begun = Date.now()
    const times: number[] = []
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await pace.turn('show', 'a')
        times.push(Date.now() - begun)
      }),
    )
    times.sort((one, other) => one - other)
    assert.ok(times[6]! < 300 && times[7]! >= 950, `${times}`)
  })

  it('keeps the whole app to thirty a second, other calls included', async () => {
    const pace = createPace(() => new Date())
    const begun = Date.now()
    const times: number[] = []
    await Promise.all(
      Array.from({ length: 31 }, async (_, at) => {
        await pace.turn('show', at % 2 ? `conversation ${at}` : null)
        times.push(Date.now() - begun)
      }),
    )
    times.sort((one, other) => one - other)
    const [[count, ms]] = PER_APP as readonly [Limit]
    assert.ok(times[count - 1]! < 500 && times[count]! >= ms - 50, `${times}`)
  })

  it('rests an operation when Teams asks for it, and no other', async () => {
    let now = 0
    const pace = createPace(() => new Date(now))
    pace.rest('show', 30)
    await assert.rejects(pace.turn('show', 'a'), later(30))
    await assert.rejects(pace.turn('show', 'b'), later(30))
    await pace.turn('remove', null)
    now = 29_500
    await assert.rejects(pace.turn('show', 'a'), later(1))
    now = 30_000
    await pace.turn('show', 'a')
  })
})
