import assert from 'node:assert/strict'
import { cached } from '../src/cached.js'

describe('what is cached', () => {
  /** Answers how often each key was looked up. */
  function counter({ seconds = 30, most = 100 } = {}) {
    const asked: string[] = []
    let now = 0
    let broken = false
    const get = cached(
      async (key: string) => {
        asked.push(key)
        if (broken) throw new Error('on purpose')
        return asked.filter((each) => each === key).length
      },
      (key) => key,
      { seconds, most, now: () => now },
    )
    return {
      get,
      asked,
      pass: (by: number) => (now += by * 1000),
      fail: (whether: boolean) => {
        broken = whether
      },
    }
  }

  it('is looked up once for all who ask, also at once', async () => {
    const { get } = counter()
    assert.deepEqual(await Promise.all([get('a'), get('a'), get('b')]), [1, 1, 1])
    assert.equal(await get('a'), 1)
  })
  it('is looked up anew after its time', async () => {
    const { get, pass } = counter()
    await get('a')
    pass(29.9)
    assert.equal(await get('a'), 1)
    pass(0.1)
    assert.equal(await get('a'), 2)
  })
  it('is looked up anew once forgotten, also where the answer is still on its way', async () => {
    const { get } = counter()
    const old = get('a')
    get.forget('a')
    assert.deepEqual([await get('a'), await old, await get('a')], [2, 1, 2])
  })
  it('is no failure', async () => {
    const { get, fail } = counter()
    fail(true)
    await assert.rejects(get('a'), /on purpose/)
    fail(false)
    assert.equal(await get('a'), 2)
  })
  it('is no more than so much, the newest', async () => {
    const { get, asked } = counter({ most: 2 })
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await get(key)
    assert.equal(asked.join(''), 'abca')
  })
})
