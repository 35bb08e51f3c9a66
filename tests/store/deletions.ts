import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Address, Sight } from '../../src/types.js'
import { address, at, days, hours, nudge, person, shuffled, sight } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** Edits and deletions, however they arrive: what counts is when they were made. */
export function deletionsContract(name: string, open: Open): void {
  describe(`${name} keeps the order of a message's life`, () => {
    const house = useStore(open)
    const labels = async () =>
      (await house.store.ownSightings(person(), at(-days(9)))).map(({ label }) => label)
    const remove = (minutes: number, over: { author?: boolean; about?: Address } = {}) =>
      house.store.forget(
        {
          address: over.about ?? address(),
          at: at(minutes),
          ...(over.author === false ? {} : { author: person() }),
        },
        at(minutes),
      )
    /** A create, edits and deletions at their minute, in the order in which they arrive. */
    async function live(events: readonly string[]): Promise<void> {
      for (const event of events) {
        const minute = Number(event.at(-1))
        if (event.startsWith('delete')) await remove(minute)
        else {
          const silent = event.startsWith('mend')
          await house.store.record(
            sight({
              revision: event,
              at: at(minute),
              nudge: silent ? null : nudge({ rules: [event] }),
              sightings: silent ? [] : [{ label: 'silo', rule: event }],
            }),
          )
        }
      }
    }

    const lives: [events: string[], waits: string[]][] = [
      [['create1'], ['create1']],
      [['create1', 'edit2'], ['edit2']],
      [['create1', 'mend2'], []],
      [['create1', 'delete2'], []],
      [['create1', 'edit2', 'delete3'], []],
      [['create1', 'delete2', 'back3'], ['back3']],
      [['create1', 'delete2', 'back3', 'delete4'], []],
      [['create1', 'edit2', 'delete3', 'back4', 'mend5'], []],
    ]
    for (const [events, waits] of lives)
      for (const [how, order] of [
        ['', events],
        [' backwards', [...events].reverse()],
        [' twice, shuffled', shuffled([...events, ...events], 5)],
      ] as const)
        it(`${events.join(', ')}${how} leaves ${waits.join() || 'nothing'}`, async () => {
          await live(order)
          assert.deepEqual(await labels(), waits.length > 0 ? ['silo'] : [])
          assert.deepEqual(await house.waiting(), waits)
        })

    it('a deletion takes the sightings along, and only those of its message', async () => {
      await house.store.record(sight())
      await house.store.record(sight({ address: address('2'), sightings: [{ label: 'silo', rule: 'r' }] }))
      await remove(1)
      assert.deepEqual(await labels(), ['silo'])
    })

    it('a deletion at the same moment as an edit wins', async () => {
      await live(['delete2', 'edit2'])
      assert.deepEqual(await house.waiting(), [])
    })

    it('of two deletions the later holds, whichever comes first', async () => {
      await live(['delete4', 'delete2', 'edit3'])
      assert.deepEqual(await house.waiting(), [])
    })

    it('a deletion of a message on record holds without its author', async () => {
      await live(['create1'])
      await remove(3, { author: false })
      await live(['edit2'])
      assert.deepEqual(await house.waiting(), [])
    })

    it('a deletion of an unknown message without its author is not kept', async () => {
      await remove(3, { author: false })
      await live(['edit2'])
      assert.deepEqual(await house.waiting(), ['edit2'])
      // The edit's sight alone.
      assert.equal(await house.store.expire(at(days(8))), 1)
    })

    it('a deletion is not kept longer than a sight', async () => {
      await remove(3)
      assert.equal(await house.store.expire(at(days(7) + 2)), 0)
      assert.equal(await house.store.expire(at(days(7) + 3)), 1)
    })

    it('what cannot be sent at once is not put back when its message is gone by then', async () => {
      await live(['create1'])
      const [claimed] = await house.store.claim(at(5), 1)
      await remove(6)
      await house.store.settle(claimed!.id, 'pending', at(7))
      assert.equal((await house.store.nudge(claimed!.id))?.state, 'dropped')
    })

    it('what cannot be sent at once is put back although the platform’s clock runs ahead', async () => {
      await house.store.record(sight({ at: at(9), receivedAt: at(1), dueAt: at(1) }))
      const [claimed] = await house.store.claim(at(1), 1)
      assert.deepEqual(claimed?.createdAt, at(1))
      await house.store.settle(claimed!.id, 'pending', at(2))
      assert.equal((await house.store.claim(at(2), 1)).length, 1)
    })

    it('a message that is told of late counts from when it was written', async () => {
      await house.store.record(sight({ at: at(0), receivedAt: at(hours(2)), dueAt: at(hours(2)) }))
      const [claimed] = await house.store.claim(at(hours(2)), 1)
      assert.deepEqual(claimed?.createdAt, at(0))
      const [counted] = await house.store.ownSightings(person(), at(-60))
      assert.deepEqual(counted, { hour: at(0), label: 'jargon', rule: 'de.jargon.synergy', count: 1 })
    })

    it('at most one nudge is ever sent, and none about what is deleted, in any order', async function () {
      this.timeout(60_000)
      const kinds = fc.constantFrom('create', 'edit', 'mend', 'delete', 'undelete', 'unfurl')
      // What happens in the chat, minute by minute, then how it reaches us: late, twice, in between sends.
      const history = fc.array(kinds, { minLength: 1, maxLength: 6 })
      const arrivals = fc.array(
        fc.record({ event: fc.nat(5), send: fc.constantFrom('no', 'sent', 'later', 'unknown', 'crash') }),
        { maxLength: 14 },
      )
      let run = 0
      await fc.assert(
        fc.asyncProperty(history, arrivals, async (events, order) => {
          const about = address(`run${run++}`)
          const { store } = house
          let sends = 0
          let minute = events.length
          const told = new Set<number>()

          /** An event reaches us; an unfurl is the revision before it once more. */
          async function tell(index: number): Promise<void> {
            let of = index
            while (of > 0 && events[of] === 'unfurl') of--
            told.add(of)
            if (events[of] === 'delete') {
              await store.forget({ address: about, author: person(), at: at(of) }, at(minute))
              return
            }
            const over: Partial<Sight> = {
              address: about,
              revision: `${of}`,
              at: at(of),
              receivedAt: at(minute),
              nudge: events[of] === 'mend' ? null : nudge(),
            }
            await store.record(sight({ ...over, dueAt: at(minute) }))
          }
          /** What the chat says as far as it has reached us. */
          const isDeleted = () => told.size > 0 && events[Math.max(...told)] === 'delete'

          async function send(how: string): Promise<void> {
            for (const { id, about: whose } of await store.claim(at(minute), 9)) {
              if (whose.message !== about.message) continue
              assert.ok(!isDeleted(), 'a nudge about a message that is gone')
              if (how === 'sent') {
                sends++
                await store.settle(id, 'sent', at(minute), `p-${id}`)
              } else if (how === 'later') await store.settle(id, 'pending', at(minute))
              else {
                sends++
                await store.abandonSending(at(minute))
                // Found to have arrived, or left alone for ever.
                if (how === 'unknown') await store.settle(id, 'sent', at(minute), `p-${id}`)
              }
            }
          }

          for (const { event, send: how } of order) {
            minute++
            await tell(event % events.length)
            if (how !== 'no') await send(how)
          }
          for (const index of shuffled([...events.keys()], run)) await tell(index)
          await send('sent')
          assert.ok(sends <= 1, `${sends} sends`)
          // And what stands in the chat about a message that is gone is to be removed.
          const removals = await house.due(at(minute))
          const standing = await house.due(at(days(99)))
          for (const id of standing) await store.removed(id)
          if (isDeleted()) assert.deepEqual(removals, standing)
        }),
        { numRuns: 150, seed: 7 },
      )
    })
  })
}
