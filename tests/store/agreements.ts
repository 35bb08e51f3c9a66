import assert from 'node:assert/strict'
import type { Agreement } from '../../src/types.js'
import { at, days } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** What was agreed with the works council. */
export function agreementsContract(name: string, open: Open): void {
  describe(`${name} keeps the agreement, which`, () => {
    const house = useStore(open)
    const desk = () => house.store.console

    const proposal = (over: Partial<Agreement> = {}) => ({
      ...{ hash: 'a'.repeat(64), config: { KLARTEXT_SUMMARY_PEOPLE: '7', channels: 'C1 C2' } },
      ...{ proposedBy: 'a1', proposedRole: 'admin' as const, proposedAt: at() },
      ...over,
    })
    const confirmed = { confirmedBy: 'c1', confirmedAt: at(9) }
    const unconfirmed = { confirmedBy: null, confirmedAt: null }
    const confirm = (hash: string | null = 'a'.repeat(64)) =>
      desk().confirm(hash, 'c1', 'works-council', at(9))

    it('is none at first', async () => {
      assert.deepEqual(await desk().agreement(), { inForce: null, waiting: null })
      assert.equal(await confirm(), false)
    })

    it('waits for the other role, then is in force', async () => {
      await desk().propose(proposal())
      assert.deepEqual(await desk().agreement(), {
        inForce: null,
        waiting: { ...proposal(), ...unconfirmed },
      })
      assert.equal(await confirm(), true)
      await house.restart()
      assert.deepEqual(await desk().agreement(), {
        inForce: { ...proposal(), ...confirmed },
        waiting: null,
      })
      assert.equal(await confirm(), false)
    })

    const attempts: [string, Parameters<ReturnType<typeof desk>['confirm']>, boolean][] = [
      ['the other role', ['a'.repeat(64), 'c1', 'works-council', at(9)], true],
      ['the same person in the other role', ['a'.repeat(64), 'a1', 'works-council', at(9)], false],
      ['another person in the same role', ['a'.repeat(64), 'a2', 'admin', at(9)], false],
      ['the proposer', ['a'.repeat(64), 'a1', 'admin', at(9)], false],
      ['the other role, to another hash', ['b'.repeat(64), 'c1', 'works-council', at(9)], false],
      ['the other role, to no hash', [null, 'c1', 'works-council', at(9)], false],
    ]
    for (const [who, attempt, expected] of attempts)
      it(`${expected ? 'is' : 'is not'} confirmed by ${who}`, async () => {
        await desk().propose(proposal())
        assert.equal(await desk().confirm(...attempt), expected)
        assert.equal((await desk().agreement()).inForce !== null, expected)
        assert.equal((await desk().agreement()).waiting === null, expected)
      })

    it('stays in force while another waits, until that is confirmed', async () => {
      await desk().propose(proposal())
      await confirm()
      const next = proposal({ hash: 'b'.repeat(64), proposedBy: 'c1', proposedRole: 'works-council' })
      await desk().propose(proposal({ hash: 'd'.repeat(64) }))
      await desk().propose(next)
      assert.deepEqual(await desk().agreement(), {
        inForce: { ...proposal(), ...confirmed },
        waiting: { ...next, ...unconfirmed },
      })
      assert.equal(await desk().confirm('d'.repeat(64), 'a1', 'admin', at(9)), false)
      assert.equal(await desk().confirm('b'.repeat(64), 'a1', 'admin', at(9)), true)
      assert.equal((await desk().agreement()).inForce?.hash, 'b'.repeat(64))
    })

    it('is lifted by both as well', async () => {
      await desk().propose(proposal())
      await confirm()
      await desk().propose(proposal({ hash: null, config: {} }))
      assert.equal((await desk().agreement()).inForce?.hash, 'a'.repeat(64))
      assert.equal(await confirm(null), true)
      assert.deepEqual(await desk().agreement(), { inForce: null, waiting: null })
    })

    it('is taken back while it waits, and not afterwards', async () => {
      await desk().propose(proposal())
      assert.equal(await desk().withdraw('b'.repeat(64)), false)
      assert.equal(await desk().withdraw(null), false)
      assert.ok((await desk().agreement()).waiting, 'another proposal was taken back')
      assert.equal(await desk().withdraw('a'.repeat(64)), true)
      assert.deepEqual(await desk().agreement(), { inForce: null, waiting: null })
      await desk().propose(proposal())
      await confirm()
      assert.equal(await desk().withdraw('a'.repeat(64)), false)
      assert.ok((await desk().agreement()).inForce)
    })

    it('is confirmed once, whoever does at the same time', async () => {
      await desk().propose(proposal())
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => confirm()))
      assert.equal(outcomes.filter(Boolean).length, 1)
    })

    it('outlives any expiry', async () => {
      await desk().propose(proposal())
      await confirm()
      await house.store.expire(at(days(4000)))
      assert.ok((await desk().agreement()).inForce)
    })

    const refused: [string, Partial<Agreement>][] = [
      ['a configuration that is too long', { config: { a: 'x'.repeat(8190) } }],
      ['a prototype', { config: JSON.parse('{"__proto__":"x"}') }],
      ['a hash that is none', { hash: 'A'.repeat(64) }],
      ['a name', { proposedBy: 'Erika Muster' }],
      ['another role', { proposedRole: 'manager' as 'admin' }],
    ]
    for (const [what, over] of refused)
      it(`refuses ${what}, and leaves the one that waits`, async () => {
        await desk().propose(proposal())
        await assert.rejects(desk().propose(proposal(over)), { name: 'UserError' })
        assert.equal((await desk().agreement()).waiting?.hash, 'a'.repeat(64))
      })
  })
}
