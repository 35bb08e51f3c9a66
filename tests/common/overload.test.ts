import assert from 'node:assert/strict'
import { createOverload, Overloaded } from '../../adapters/common/overload.js'
import { gate } from '../delivery/house.js'

describe('Overload', () => {
  it('refuses what is too much, and takes the next one when there is room', async () => {
    const overload = createOverload(() => new Date(0), 2)
    const open = gate<void>()
    const first = [overload.run(() => open.promise), overload.run(() => open.promise)]
    await assert.rejects(
      overload.run(async () => {}),
      Overloaded,
    )
    open.open()
    assert.deepEqual(await Promise.all(first), [true, true])
    assert.equal(await overload.run(async () => {}), true)
    assert.deepEqual(overload.counts, { refused: 1, letGo: 0 })
  })

  it('passes on what fails, and has room again', async () => {
    const overload = createOverload(() => new Date(0), 1)
    for (let times = 0; times < 3; times++)
      await assert.rejects(
        overload.run(async () => {
          throw new RangeError('no')
        }),
        RangeError,
      )
  })

  it('lets go after ten minutes in which half was refused, and refuses again after a good minute', async () => {
    let minutes = 0
    const overload = createOverload(() => new Date(minutes * 60_000), 1)
    const busy = gate<void>()
    void overload.run(() => busy.promise)
    const ask = () =>
      overload
        .run(async () => {})
        .then((taken) => (taken ? 'taken' : 'let go'))
        .catch(() => 'refused')
    const answers: string[] = []
    for (minutes = 1; minutes <= 12; minutes++) answers.push(await ask())
    assert.deepEqual(answers.slice(0, 9), Array(9).fill('refused'))
    assert.equal(answers.at(-1), 'let go')
    busy.open()
    await new Promise(setImmediate)
    minutes = 13
    assert.equal(await ask(), 'taken')
    const again = gate<void>()
    minutes = 14
    void overload.run(() => again.promise)
    assert.equal(await ask(), 'refused')
    again.open()
  })
})
