import assert from 'node:assert/strict'
import { openStore } from '../../src/store/index.js'
import { together } from '../../src/store/together.js'
import type { Language } from '../../src/types.js'
import { address, at, inFolder, sight } from './samples.js'

/** Writes words letter by letter the same way; notes what was written at once. */
function writer(fails: (items: readonly string[]) => unknown = () => undefined, most = 10) {
  const batches: string[][] = []
  const write = together<string, string>({
    write: async (items) => {
      batches.push([...items])
      await new Promise(setImmediate)
      const error = fails(items)
      if (error) throw error
      return items.map((item) => item.toUpperCase())
    },
    keyOf: (item) => item[0]!,
    isHopeless: (error) => error === 'hopeless',
    most,
  })
  const all = (items: string) => Promise.allSettled(items.split(' ').map(write))
  return { batches, all, write }
}

/** What became of each: its result or its error. */
const ends = (settled: readonly PromiseSettledResult<string>[]) =>
  settled.map((each) => (each.status === 'fulfilled' ? each.value : `!${each.reason}`)).join(' ')

describe('what is written together', () => {
  it('is one write for all that come at once, each with its own result', async () => {
    const { batches, all } = writer()
    assert.equal(ends(await all('a b c')), 'A B C')
    assert.deepEqual(batches, [['a', 'b', 'c']])
  })

  it('waits for the write that is running', async () => {
    const { batches, write } = writer()
    const first = write('a')
    await new Promise(setImmediate)
    await Promise.all([first, write('b'), write('c')])
    assert.deepEqual(batches, [['a'], ['b', 'c']])
  })

  it('never holds a key twice, and keeps the order within a key', async () => {
    const { batches, all } = writer()
    assert.equal(ends(await all('a1 b1 a2 a3 b2')), 'A1 B1 A2 A3 B2')
    assert.deepEqual(batches, [['a1', 'b1'], ['a2', 'b2'], ['a3']])
  })

  it('keeps the order within a key also where a write is full', async () => {
    const { batches, all } = writer(undefined, 2)
    await all('a1 b1 c1 c2 d1')
    assert.deepEqual(batches, [['a1', 'b1'], ['c1', 'd1'], ['c2']])
  })

  it('is tried one by one where it fails, so that none fails for another', async () => {
    const { batches, all } = writer((items) => (items.includes('b') ? 'bad' : undefined))
    assert.equal(ends(await all('a b c')), 'A !bad C')
    assert.deepEqual(batches, [['a', 'b', 'c'], ['a'], ['b'], ['c']])
    assert.equal(ends(await all('d')), 'D')
  })

  it('fails as a whole where none would fare better alone, and the next goes on', async () => {
    let broken = true
    const { batches, all } = writer(() => (broken ? 'hopeless' : undefined))
    assert.equal(ends(await all('a b')), '!hopeless !hopeless')
    assert.equal(batches.length, 1)
    broken = false
    assert.equal(ends(await all('a b')), 'A B')
  })
})

describe('sights at once', () => {
  it('are all written save the one that cannot be', () =>
    inFolder(async (dataDir) => {
      const store = await openStore({ dataDir })
      try {
        const deliveries = Array.from({ length: 60 }, (_, index) =>
          store.record(
            sight({
              address: address(`m${index}`),
              at: at(0, index),
              // Only the database refuses it.
              ...(index === 30 ? { language: 'german' as Language } : {}),
            }),
          ),
        )
        const settled = await Promise.allSettled(deliveries)
        assert.deepEqual(
          settled.flatMap(({ status }, index) => (status === 'rejected' ? [index] : [])),
          [30],
        )
        assert.equal((await store.claim(at(9), 100)).length, 59)
        assert.equal(await store.seen(address('m30'), 'r1'), false)
      } finally {
        await store.close()
      }
    }))

  it('of one message, twice each, count as they would one by one', () =>
    inFolder(async (dataDir) => {
      const store = await openStore({ dataDir })
      try {
        const revisions = Array.from({ length: 40 }, (_, index) =>
          sight({ revision: `r${index % 20}`, at: at(0, index % 20) }),
        )
        const answers = await Promise.all(revisions.map((each) => store.record(each)))
        assert.equal(answers.filter(Boolean).length, 20)
        const claimed = await store.claim(at(9), 9)
        assert.deepEqual(
          claimed.map(({ createdAt }) => createdAt),
          [at(0, 19)],
        )
      } finally {
        await store.close()
      }
    }))
})
