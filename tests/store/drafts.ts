import assert from 'node:assert/strict'
import { at, days } from './samples.js'
import { own, step } from './tuning.js'
import { type Open, useStore } from './use-store.js'

/** Changes of the lexicon on their way to being published. */
export function draftsContract(name: string, open: Open): void {
  describe(`${name} keeps a draft of the lexicon, which`, () => {
    const house = useStore(open)
    const tuning = () => house.store.tuning

    it('is none at first, then has its steps, each key once, over a restart', async () => {
      assert.equal(await tuning().draft('a1'), null)
      await tuning().saveSteps('a1', [])
      assert.equal(await tuning().draft('a1'), null)
      await tuning().saveSteps('a1', [step('b'), step('a', { value: null, base: 3 })])
      await tuning().saveSteps('a1', [step('c'), step('b', { value: own('neu'), base: 2 })])
      await tuning().saveSteps('a2', [step('z')])
      await house.restart()
      assert.deepEqual(await tuning().draft('a1'), {
        author: 'a1',
        steps: [step('a', { value: null, base: 3 }), step('b', { value: own('neu'), base: 2 }), step('c')],
        submitted: null,
      })
      assert.deepEqual((await tuning().draft('a2'))?.steps, [step('z')])
      assert.equal(await tuning().version(), 0)
    })

    it('loses one step, or all, and is none without any', async () => {
      await tuning().saveSteps('a1', [step('a'), step('b')])
      await tuning().dropSteps('a1', step('x'))
      await tuning().dropSteps('a2', step('a'))
      await tuning().dropSteps('a1', step('a'))
      assert.deepEqual((await tuning().draft('a1'))?.steps, [step('b')])
      await tuning().dropSteps('a1', step('b'))
      assert.equal(await tuning().draft('a1'), null)
      await tuning().saveSteps('a1', [step('a')])
      await tuning().dropSteps('a1', null)
      await tuning().dropSteps('a1', null)
      assert.equal(await tuning().draft('a1'), null)
      await tuning().saveSteps('a1', [step('c')])
      assert.deepEqual((await tuning().draft('a1'))?.steps, [step('c')])
    })

    it('keeps, of what was published, whatever was changed or added meanwhile', async () => {
      const seen = [step('a'), step('b'), step('c', { value: null, base: 2 }), step('d')]
      await tuning().saveSteps('a1', seen)
      await tuning().saveSteps('a1', [step('b', { value: own('neu') }), step('d', { base: 7 }), step('e')])
      await tuning().submit('a1', 'Bitte', at())
      await tuning().dropPublished('a1', seen)
      const left = [step('b', { value: own('neu') }), step('d', { base: 7 }), step('e')]
      assert.deepEqual(await tuning().draft('a1'), { author: 'a1', steps: left, submitted: null })
      await tuning().dropPublished('a1', left)
      assert.equal(await tuning().draft('a1'), null)
    })

    it('waits once it is submitted, the oldest first', async () => {
      for (const author of ['a1', 'a2', 'a3']) await tuning().saveSteps(author, [step(author)])
      await tuning().submit('a3', 'Bitte ansehen', at(1))
      await tuning().submit('a1', 'Und das', at(2))
      assert.deepEqual(await tuning().submitted(), [
        { author: 'a3', steps: [step('a3')], submitted: { at: at(1), reason: 'Bitte ansehen' } },
        { author: 'a1', steps: [step('a1')], submitted: { at: at(2), reason: 'Und das' } },
      ])
    })

    const changes: [string, () => Promise<void>][] = [
      ['a step more', () => tuning().saveSteps('a1', [step('c')])],
      ['another step', () => tuning().saveSteps('a1', [step('a', { value: own('neu') })])],
      ['a step less', () => tuning().dropSteps('a1', step('a'))],
    ]
    for (const [what, change] of changes)
      it(`is taken back by ${what}`, async () => {
        await tuning().saveSteps('a1', [step('a'), step('b')])
        await tuning().submit('a1', 'Bitte ansehen', at())
        await change()
        assert.deepEqual(await tuning().submitted(), [])
        assert.equal((await tuning().draft('a1'))?.submitted, null)
      })

    it('is submitted only where there is one, and with a reason', async () => {
      await assert.rejects(tuning().submit('a1', 'Bitte', at()), { name: 'UserError', where: 'draft' })
      await tuning().saveSteps('a1', [step('a')])
      for (const reason of ['', 'x'.repeat(201)])
        await assert.rejects(tuning().submit('a1', reason, at()), { name: 'UserError' })
      assert.deepEqual(await tuning().submitted(), [])
    })

    it('has 5,000 steps at most', async () => {
      const many = (first: number, size: number) =>
        Array.from({ length: size }, (_, index) => step(`n${first + index}`, { kind: 'allow', value: {} }))
      await assert.rejects(tuning().saveSteps('a1', many(0, 5001)), { found: '5001 changes' })
      assert.equal(await tuning().draft('a1'), null)
      await tuning().saveSteps('a1', many(0, 5000))
      await tuning().saveSteps('a1', many(10, 20))
      await assert.rejects(tuning().saveSteps('a1', many(4999, 2)), {
        name: 'UserError',
        found: '5001 changes',
      })
      assert.equal((await tuning().draft('a1'))?.steps.length, 5000)
    })

    it('refuses what could not be published', async () => {
      for (const over of [{ scope: 'x' }, { name: '' }, { value: JSON.parse('{"prototype":1}') }])
        await assert.rejects(tuning().saveSteps('a1', [step('a', over)]), { name: 'UserError' })
      assert.equal(await tuning().draft('a1'), null)
    })

    it('goes when it has not changed for 90 days', async () => {
      await tuning().saveSteps('a1', [step('a')])
      await tuning().saveSteps('a2', [step('b'), step('c')])
      await house.store.expire(at())
      await house.store.expire(at(days(60)))
      await tuning().saveSteps('a2', [step('b')])
      await house.store.expire(at(days(60) + 1))
      await house.store.expire(at(days(90) - 1))
      assert.ok(await tuning().draft('a1'))
      assert.equal(await house.store.expire(at(days(90))), 1)
      assert.equal(await tuning().draft('a1'), null)
      assert.equal((await tuning().draft('a2'))?.steps.length, 2)
      assert.equal(await house.store.expire(at(days(150) + 1)), 1)
      assert.equal(await tuning().draft('a2'), null)
    })
  })
}
