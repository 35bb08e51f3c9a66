import assert from 'node:assert/strict'
import type { AuditEvent } from '../../src/types.js'
import { at, days } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** What was done in the console. */
export function auditContract(name: string, open: Open): void {
  describe(`${name} keeps an audit chain, which`, () => {
    const house = useStore(open)
    const desk = () => house.store.console

    const event = (subject: string, over: Partial<AuditEvent> = {}): AuditEvent => ({
      ...{ actor: 'a1', role: 'admin', action: 'lexicon.publish', subject },
      ...over,
    })
    const numbers = async (limit = 999, before?: number) =>
      (await desk().auditRecords(limit, before)).map(({ number }) => number)

    it('is empty and sound at first', async () => {
      assert.deepEqual(await desk().auditRecords(9), [])
      assert.equal(await desk().auditFault(), null)
    })

    it('has what was done, newest first, page by page, over a restart', async () => {
      await desk().audit(event('1'), at())
      await desk().audit(event('-', { actor: 'klartext', role: 'system', action: 'rule.probation' }), at(1))
      await house.restart()
      await desk().audit(event('2'), at(2))
      const records = await desk().auditRecords(9)
      assert.deepEqual(
        records.map(({ hash: _, ...rest }) => rest),
        [
          { number: 3, at: at(2), ...event('2') },
          {
            number: 2,
            at: at(1),
            ...event('-', { actor: 'klartext', role: 'system', action: 'rule.probation' }),
          },
          { number: 1, at: at(), ...event('1') },
        ],
      )
      for (const { hash } of records) assert.match(hash, /^[0-9a-f]{64}$/)
      assert.deepEqual([await numbers(2), await numbers(2, 2), await numbers(2, 1)], [[3, 2], [1], []])
      assert.equal(await desk().auditFault(), null)
    })

    it('is one chain of a hundred at once', async () => {
      const all = Array.from({ length: 100 }, (_, index) => desk().audit(event(`${index}`), at()))
      await Promise.all(all)
      assert.deepEqual(
        await numbers(),
        Array.from({ length: 100 }, (_, index) => 100 - index),
      )
      assert.equal(await desk().auditFault(), null)
      const subjects = (await desk().auditRecords(999)).map(({ subject }) => Number(subject))
      assert.equal(new Set(subjects).size, 100)
    })

    it('goes on after an event that it refused', async () => {
      const refused = [
        { actor: 'Erika Muster' },
        { role: 'a b' as 'admin' },
        { action: '' },
        { subject: 'x'.repeat(65) },
      ]
      const outcomes = await Promise.allSettled([
        ...refused.map((over) => desk().audit(event('1', over), at())),
        desk().audit(event('2'), at()),
      ])
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        [...refused.map(() => 'rejected'), 'fulfilled'],
      )
      assert.deepEqual(await numbers(), [1])
    })

    it('is sound over many pages', async function () {
      this.timeout(60_000)
      for (let index = 0; index < 1001; index++) await desk().audit(event('-'), at())
      assert.equal(await desk().auditFault(), null)
    })

    it('loses what is older than 90 days, never the newest, and is sound without', async () => {
      for (const day of [0, 1, 2]) await desk().audit(event(`${day}`), at(days(day)))
      assert.equal(await house.store.expire(at(days(90) - 1)), 0)
      assert.equal(await house.store.expire(at(days(91))), 2)
      assert.deepEqual([await numbers(), await desk().auditFault()], [[3], null])
      assert.equal(await house.store.expire(at(days(900))), 0)
      await desk().audit(event('3'), at(days(900)))
      assert.deepEqual([await numbers(), await desk().auditFault()], [[4, 3], null])
    })

    it('keeps what follows a record whose clock was behind', async () => {
      for (const day of [10, -100, 11]) await desk().audit(event(`${day}`), at(days(day)))
      assert.equal(await house.store.expire(at(days(20))), 0)
      assert.equal(await desk().auditFault(), null)
    })
  })
}
