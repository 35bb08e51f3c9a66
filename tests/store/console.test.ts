import assert from 'node:assert/strict'
import { openStore } from '../../src/store/index.js'
import type { Store } from '../../src/types.js'
import { address, at, beside, days, inFolder, person, sight } from './samples.js'
import { how, own, step } from './tuning.js'

/** A store in a folder of its own, closed afterwards. */
const withStore = (use: (store: Store, dataDir: string) => Promise<unknown>) =>
  inFolder(async (dataDir) => {
    const store = await openStore({ dataDir, tenantSecret: 's'.repeat(32) })
    try {
      await use(store, dataDir)
    } finally {
      await store.close()
    }
  })

const limits = { idleSince: at(), since: at(), now: at() }

describe('a session in the file', () => {
  const open = (store: Store, token: string, user: string) =>
    store.console.openSession(token, { person: person(user), startedAt: at(), csrf: 'c' })

  it('belongs to nobody else where somebody exchanged who is sealed in it', () =>
    withStore(async (store, dataDir) => {
      await open(store, 'mine', 'U1')
      await open(store, 'theirs', 'U2')
      await beside(dataDir, async (db) => {
        const [first, second] = await db('sessions')
        await db('sessions').where({ hash: first.hash }).update({ sealed: second.sealed })
        await db('sessions').where({ hash: second.hash }).update({ sealed: first.sealed })
      })
      assert.equal(await store.console.session('mine', limits), null)
      assert.equal(await store.console.session('theirs', limits), null)
    }))

  it('is opened by no part of its row', () =>
    withStore(async (store, dataDir) => {
      await open(store, 'mine', 'U1')
      const row: Record<string, unknown> = await beside(dataDir, (db) => db('sessions').first())
      for (const value of Object.values(row))
        assert.equal(await store.console.session(String(value), limits), null)
      assert.deepEqual((await store.console.session('mine', limits))?.person, person('U1'))
    }))
})

describe('an answer in the file', () => {
  /** Somebody answers a nudge about a rule. */
  async function answer(store: Store, user: string, message: string, rule: string): Promise<string> {
    const nudge = { kind: 'hint', label: 'silo', rules: [rule], language: 'de' } as const
    await store.record(sight({ author: person(user), address: address(message), nudge }))
    const [claimed] = await store.claim(at(days(9)), 1)
    await store.settle(claimed!.id, 'sent', at(), message)
    await store.saveAnswer(claimed!.id, 'not-helpful', at())
    return claimed!.id
  }

  it('is marked by person and rule, and by nothing that another table has', () =>
    withStore(async (store, dataDir) => {
      const ids = [await answer(store, 'U1', '1', 'a'), await answer(store, 'U1', '2', 'a')]
      ids.push(await answer(store, 'U1', '3', 'b'), await answer(store, 'U2', '4', 'a'))
      await beside(dataDir, async (db) => {
        const marks: string[] = await db('answers').orderBy('rule').pluck('mark')
        assert.deepEqual([marks.length, new Set(marks.slice(0, 3)).size, new Set(marks).size], [4, 2, 3])
        const nudges: string[] = await db('answers').pluck('nudge')
        const known = [...ids, ...(await db('outbox').pluck('person')), ...(await db('posted').pluck('id'))]
        assert.equal(known.length, 12)
        assert.deepEqual(
          [...nudges, ...marks].filter((each) => known.includes(each)),
          [],
        )
      })
      const rules = (await store.personalData(person('U1'))).answers.map(({ rule }) => rule)
      assert.deepEqual(rules.sort(), ['a', 'a', 'b'])
    }))

  it('has no mark once its person is erased, and stays', () =>
    withStore(async (store, dataDir) => {
      await answer(store, 'U1', '1', 'a')
      await answer(store, 'U1', '2', 'b')
      await answer(store, 'U2', '3', 'a')
      await store.erase(person('U1'), at())
      assert.deepEqual((await store.personalData(person('U1'))).answers, [])
      assert.equal((await store.personalData(person('U2'))).answers.length, 1)
      const marks: (string | null)[] = await beside(dataDir, (db) => db('answers').pluck('mark'))
      assert.deepEqual([marks.length, marks.filter((mark) => mark === null).length], [3, 2])
    }))

  it('counts for nobody where it is older than its mark', () =>
    withStore(async (store, dataDir) => {
      await answer(store, 'U1', '1', 'a')
      await answer(store, 'U2', '2', 'a')
      assert.equal((await store.tuning.ruleAnswers(1, () => null))[0]?.people, 2)
      await beside(dataDir, (db) => db('answers').limit(1).update({ mark: null }))
      assert.deepEqual(await store.tuning.ruleAnswers(1, () => null), [])
    }))
})

describe('the company’s lexicon in the file', () => {
  for (const [what, content] of [
    ['a prototype', '{"__proto__":{"weight":1}}'],
    ['a constructor', '{"instead":[{"constructor":{}}]}'],
    ['a prototype in disguise', '{"\\u005f_proto__":1}'],
  ] as const)
    it(`makes no object of ${what} that somebody has put there`, () =>
      withStore(async (store, dataDir) => {
        await store.tuning.publish([step('a')], how())
        await beside(dataDir, (db) => db('tuning_items').update({ content }))
        for (const read of [store.tuning.items(1, null, 9), store.tuning.differences(1, 9)])
          await assert.rejects(read, { name: 'UserError', where: 'stored lexicon' })
      }))

  it('has one item of a key in force at most, and no version that its author approved', () =>
    withStore(async (store, dataDir) => {
      await store.tuning.publish([step('a')], how({ approver: 'a2' }))
      await beside(dataDir, async (db) => {
        const twice = db('tuning_items').insert({ ...(await db('tuning_items').first()), since: 2 })
        await assert.rejects(async () => await twice, /SQLITE_CONSTRAINT/)
        const alone = db('tuning_versions').update({ approver: 'a1' })
        await assert.rejects(async () => await alone, /SQLITE_CONSTRAINT/)
      })
    }))

  it('gets no step twice from two processes', () =>
    inFolder(async (dataDir) => {
      const stores = [await openStore({ dataDir }), await openStore({ dataDir })]
      try {
        const all = Array.from({ length: 30 }, (_, index) =>
          stores[index % 2]!.tuning.publish(
            [step(`n${index % 15}`, { value: own(`${index}`) }), step(`own-${index}`)],
            how(),
          ),
        )
        const versions = (await Promise.all(all)).flatMap((each) => ('version' in each ? each.version : []))
        assert.deepEqual(
          [...versions].sort((a, b) => a - b),
          Array.from({ length: 15 }, (_, index) => index + 1),
        )
        assert.equal((await stores[0]!.tuning.items(15, null, 99)).length, 30)
      } finally {
        for (const store of stores) await store.close()
      }
    }))
})
