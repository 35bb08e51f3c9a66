import assert from 'node:assert/strict'
import { address, at, days, hours, person, settings, sight } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** Nudges that stand in the chat, or may. */
export function postedContract(name: string, open: Open): void {
  describe(`${name} knows what stands in the chat`, () => {
    const house = useStore(open)
    const remove = (message = '1', minutes = 1) =>
      house.store.forget({ address: address(message), author: person(), at: at(minutes) }, at(minutes))

    it('for 14 days', async () => {
      const id = await house.send({ address: address('1') }, 'sent', 'C1:1.5')
      assert.deepEqual(await house.due(at(days(14), -1)), [])
      assert.deepEqual(await house.store.removals(at(days(14)), 9), [
        { id, to: person(), posted: 'C1:1.5', attempts: 0 },
      ])
    })

    it('until its message is deleted, also when all else of it has expired', async () => {
      const id = await house.send({ address: address('1') }, 'sent', 'p1')
      await house.send({ address: address('2') }, 'sent', 'p2')
      await house.store.expire(at(days(10)))
      assert.equal(await house.store.nudge(id), undefined)
      await remove('1', days(10))
      assert.deepEqual(await house.due(at(days(10))), [id])
    })

    for (const state of ['unknown', 'failed', 'dropped'] as const)
      it(`nothing of a nudge that ended as ${state}`, async () => {
        await house.send({ address: address('1') }, state)
        await remove()
        assert.deepEqual(await house.due(at(days(99))), [])
      })

    it('nothing of a nudge whose place nobody told', async () => {
      await house.send({ address: address('1') }, 'sent')
      assert.deepEqual(await house.due(at(days(99))), [])
    })

    it('that a nudge is to go at once whose message was deleted while it was sent', async () => {
      await house.store.record(sight({ address: address('1') }))
      const [claimed] = await house.store.claim(at(), 1)
      await remove('1', 1)
      await house.store.settle(claimed!.id, 'sent', at(2), 'p')
      assert.deepEqual(await house.due(at(2)), [claimed!.id])
    })

    it('that a nudge stays whose message came back while it was sent', async () => {
      await house.store.record(sight({ address: address('1') }))
      const [claimed] = await house.store.claim(at(), 1)
      await remove('1', 1)
      await house.store.record(sight({ address: address('1'), revision: 'r2', at: at(2) }))
      await house.store.settle(claimed!.id, 'sent', at(3), 'p')
      assert.deepEqual(await house.due(at(3)), [])
      assert.deepEqual(await house.waiting(), [])
    })

    it('nothing any more once it is removed', async () => {
      const id = await house.send({}, 'sent', 'p')
      await house.store.removed(id)
      assert.deepEqual(await house.due(at(days(99))), [])
    })

    it('when to try again, how often it was tried, and what to remove first', async () => {
      const first = await house.send({ address: address('1') }, 'sent', 'p1')
      const second = await house.send({ address: address('2'), at: at(1) }, 'sent', 'p2')
      await house.store.removed(first, at(days(15)))
      assert.deepEqual(await house.due(at(days(15), -1)), [second])
      assert.deepEqual(await house.due(at(days(15))), [second, first])
      const [, again] = await house.store.removals(at(days(15)), 9)
      assert.equal(again?.attempts, 1)
      assert.equal((await house.store.removals(at(days(15)), 1)).length, 1)
    })

    it('nothing for ever: a month after it should have gone, the row goes', async () => {
      await house.send({}, 'sent', 'p')
      await house.store.expire(at(days(44) - 1))
      assert.equal((await house.due(at(days(99)))).length, 1)
      await house.store.expire(at(days(44)))
      assert.deepEqual(await house.due(at(days(99))), [])
    })

    it('over a restart', async () => {
      const id = await house.send({}, 'sent', 'p')
      await remove(address().message)
      await house.restart()
      assert.deepEqual(await house.due(at(1)), [id])
    })

    describe('of what is unknown', () => {
      const unknowns = async (minutes: number) =>
        (await house.store.unknowns(at(minutes), 9)).map(({ id }) => id)

      it('how long, the oldest first', async () => {
        const second = await house.send({ address: address('2'), at: at(2) }, 'unknown')
        const first = await house.send({ address: address('1'), at: at(1) }, 'unknown')
        await house.send({ address: address('3') }, 'sent', 'p')
        assert.deepEqual(await unknowns(0), [])
        assert.deepEqual(await unknowns(1), [first])
        assert.deepEqual(await unknowns(2), [first, second])
        assert.equal((await house.store.unknowns(at(2), 1)).length, 1)
      })

      it('that it is no longer asked for after a day', async () => {
        await house.send({}, 'unknown')
        await house.store.expire(at(hours(24)))
        assert.deepEqual(await unknowns(days(2)), [])
      })

      it('where it stands, once that is found', async () => {
        const id = await house.send({}, 'unknown')
        await house.store.settle(id, 'sent', at(5), 'found')
        assert.deepEqual(await unknowns(9), [])
        assert.deepEqual(await house.due(at(days(14) + 5)), [id])
      })

      it('that it goes at once where its message is gone by then', async () => {
        const id = await house.send({ address: address('1') }, 'unknown')
        await remove('1', 2)
        await house.store.settle(id, 'sent', at(5), 'found')
        assert.deepEqual(await house.due(at(5)), [id])
      })

      it('that it may be sent again where nothing had arrived', async () => {
        const id = await house.send({}, 'unknown')
        await house.store.settle(id, 'pending', at(5))
        const [again] = await house.store.claim(at(5), 9)
        assert.deepEqual([again?.id, again?.attempts], [id, 2])
        await house.store.settle(id, 'sent', at(5), 'p')
        await house.store.record(sight({ revision: 'r2', at: at(9) }))
        assert.deepEqual(await house.waiting(), [])
      })

      for (const [what, change] of [
        ['deleted', () => remove(address().message, 2)],
        ['edited', () => house.store.record(sight({ revision: 'r2', at: at(2) }))],
      ] as const)
        it(`that it is not sent again where its message was ${what}`, async () => {
          const id = await house.send({}, 'unknown')
          await change()
          await house.store.settle(id, 'pending', at(5))
          assert.equal((await house.store.nudge(id))?.state, 'dropped')
          assert.deepEqual(await house.waiting(), [])
        })

      for (const state of ['pending', 'failed'] as const)
        it(`that after ${state}, as nothing had arrived, an edit may bring the nudge`, async () => {
          const id = await house.send({}, 'unknown')
          await house.store.settle(id, state, at(5))
          await house.store.record(sight({ revision: 'r2', at: at(6) }))
          assert.equal((await house.waiting()).length, 1)
        })
    })

    describe('of two senders of one nudge', () => {
      /** Taken, given up, not found and taken again; answers it as each of the two knows it. */
      async function taken() {
        await house.store.record(sight())
        const [first] = await house.store.claim(at(), 1)
        await house.store.abandonSending(at(1))
        const [lost] = await house.store.unknowns(at(1), 1)
        await house.store.settle(lost!.id, 'pending', at(2), undefined, lost)
        const [second] = await house.store.claim(at(2), 1)
        return { first: first!, lost: lost!, second: second! }
      }
      const ends = ['pending', 'sent', 'failed', 'unknown', 'dropped'] as const
      for (const state of ends)
        it(`that the first has no say any more, not even with ${state}`, async () => {
          const { first, lost } = await taken()
          await house.store.settle(first.id, state, at(3), undefined, first)
          await house.store.settle(first.id, state, at(3), undefined, lost)
          assert.equal((await house.store.nudge(first.id))?.state, 'sending')
        })
      it('what the second says', async () => {
        const { second } = await taken()
        await house.store.settle(second.id, 'sent', at(3), 'p', second)
        assert.equal((await house.store.nudge(second.id))?.state, 'sent')
      })
      for (const [state, expected] of [
        ['sent', 'sent'],
        ['failed', 'failed'],
        ['pending', 'unknown'],
      ] as const)
        it(`that one who was given up and says ${state} leaves it ${expected}`, async () => {
          await house.store.record(sight())
          const [first] = await house.store.claim(at(), 1)
          await house.store.abandonSending(at(1))
          await house.store.settle(first!.id, state, at(2), undefined, first)
          assert.equal((await house.store.nudge(first!.id))?.state, expected)
        })
    })

    it('where its reader wanted it when it was taken to be sent', async () => {
      await house.store.saveSettings(person(), settings({ place: 'channel' }), at())
      await house.store.record(sight())
      const [claimed] = await house.store.claim(at(), 1)
      assert.equal(claimed?.place, 'channel')
      await house.store.settle(claimed!.id, 'unknown', at())
      await house.store.saveSettings(person(), settings({ place: 'direct' }), at())
      assert.equal((await house.store.unknowns(at(), 1))[0]?.place, 'channel')
    })
  })
}
