import assert from 'node:assert/strict'
import fc from 'fast-check'
import { UserError } from '../../src/errors.js'
import type { Answer, NudgeState, Settings, Sight } from '../../src/types.js'
import { address, at, days, hours, nudge, person, settings, shuffled, sight } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** What every store keeps to. */
export function storeContract(name: string, open: Open): void {
  describe(`${name} keeps the store's contract`, () => {
    const house = useStore(open)
    const { send, due, waiting } = house

    describe('settings', () => {
      it('are undefined for who never set any', async () => {
        assert.equal(await house.store.settings(person()), undefined)
      })
      const tables: [string, Partial<Settings>][] = [
        ['the defaults', {}],
        ['opt-out', { optedIn: false }],
        ['a language', { language: 'en' }],
        ['the formal tone', { tone: 'sie' }],
        ['no praise', { praise: false }],
        ['limits', { maxPerDay: 0, minutesBetween: 240 }],
        ['quiet hours', { quietFrom: '00:00', quietTo: '23:59' }],
        ['a pause', { pausedUntil: at(days(14)) }],
        ['muted labels', { mutedLabels: ['anglicism', 'jargon'] }],
        ['muted rules', { mutedRules: ['de.a.b', 'en.c-d'] }],
      ]
      for (const [what, over] of tables)
        it(`keep ${what}`, async () => {
          await house.store.saveSettings(person(), settings(over), at())
          assert.deepEqual(await house.store.settings(person()), settings(over))
        })
      it('are replaced as a whole', async () => {
        const first = settings({ mutedRules: ['a', 'b'], mutedLabels: ['silo'], pausedUntil: at() })
        await house.store.saveSettings(person(), first, at())
        await house.store.saveSettings(person(), settings({ mutedRules: ['b'] }), at(1))
        assert.deepEqual(await house.store.settings(person()), settings({ mutedRules: ['b'] }))
      })
      it('take a rule that is muted twice as one', async () => {
        await house.store.saveSettings(person(), settings({ mutedRules: ['a', 'a'] }), at())
        assert.deepEqual((await house.store.settings(person()))?.mutedRules, ['a'])
      })
      const others = [person('U2'), person('U1', { tenant: 'T2' }), person('U1', { platform: 'teams' })]
      for (const other of others)
        it(`of ${Object.values(other).join(' ')} are not those of slack T1 U1`, async () => {
          await house.store.saveSettings(person(), settings(), at())
          assert.equal(await house.store.settings(other), undefined)
        })
      it('outlive a restart and any expiry', async () => {
        await house.store.saveSettings(person(), settings({ mutedRules: ['a'] }), at())
        await house.store.expire(at(days(4000)))
        await house.restart()
        assert.deepEqual(await house.store.settings(person()), settings({ mutedRules: ['a'] }))
      })
    })

    describe('record', () => {
      it('makes a message seen, in this revision only', async () => {
        assert.equal(await house.store.seen(address(), 'r1'), false)
        await house.store.record(sight())
        assert.equal(await house.store.seen(address(), 'r1'), true)
        assert.equal(await house.store.seen(address(), 'r2'), false)
        assert.equal(await house.store.seen(address('other'), 'r1'), false)
      })
      const elsewhere = [
        { tenant: 'T2' },
        { channel: 'C2' },
        { message: '2' },
        { platform: 'teams' as const },
      ].map((over) => address(undefined, over))
      for (const other of elsewhere)
        it(`takes ${Object.values(other).join(' ')} for another message`, async () => {
          await house.store.record(sight())
          assert.equal(await house.store.record(sight({ address: other })), true)
          assert.equal((await waiting()).length, 2)
        })
      it('answers false to the second delivery and writes nothing', async () => {
        await house.store.record(sight())
        assert.equal(await house.store.record(sight({ nudge: nudge({ rules: ['second'] }) })), false)
        assert.deepEqual(await waiting(), ['de.jargon.synergy'])
      })
      it('answers true to exactly one of 20 deliveries at once', async () => {
        const answers = await Promise.all(Array.from({ length: 20 }, () => house.store.record(sight())))
        assert.equal(answers.filter(Boolean).length, 1)
        assert.equal((await waiting()).length, 1)
      })
      it('leaves one nudge of 20 revisions at once', async () => {
        const revisions = Array.from({ length: 20 }, (_, index) => sight({ revision: `r${index}` }))
        const answers = await Promise.all(revisions.map((each) => house.store.record(each)))
        assert.equal(answers.filter(Boolean).length, 20)
        assert.equal((await waiting()).length, 1)
      })
      it('replaces a nudge that failed late, whose sight has expired', async () => {
        await house.store.record(sight())
        const [claimed] = await house.store.claim(at(), 1)
        await house.store.settle(claimed!.id, 'failed', at(days(7)))
        await house.store.expire(at(days(7)))
        assert.equal((await house.store.nudge(claimed!.id))?.state, 'failed')
        await house.store.record(sight({ revision: 'r2', at: at(days(7)) }))
        assert.equal((await waiting()).length, 1)
      })
      it('takes a message without findings and without language', async () => {
        assert.equal(await house.store.record(sight({ sightings: [], nudge: null, language: null })), true)
        assert.deepEqual(await waiting(), [])
      })
      it('takes 400 findings in one message', async () => {
        const sightings = Array.from({ length: 400 }, () => ({ label: 'silo' as const, rule: 'r' }))
        assert.equal(await house.store.record(sight({ sightings })), true)
      })
      it('replaces a waiting nudge by that of a newer revision', async () => {
        await house.store.record(sight())
        await house.store.record(sight({ revision: 'r2', at: at(1), nudge: nudge({ rules: ['newer'] }) }))
        assert.deepEqual(await waiting(), ['newer'])
      })
      it('drops a waiting nudge when the newer revision needs none', async () => {
        await house.store.record(sight())
        await house.store.record(sight({ revision: 'r2', at: at(1), nudge: null, sightings: [] }))
        assert.deepEqual(await waiting(), [])
      })
      it('keeps the newer nudge when an older revision comes late', async () => {
        await house.store.record(sight({ revision: 'r2', at: at(1), nudge: nudge({ rules: ['newer'] }) }))
        assert.equal(await house.store.record(sight({ nudge: nudge({ rules: ['older'] }) })), true)
        assert.deepEqual(await waiting(), ['newer'])
      })
      it('lets an edit bring the first nudge', async () => {
        await house.store.record(sight({ nudge: null }))
        await house.store.record(sight({ revision: 'r2', at: at(1) }))
        assert.equal((await waiting()).length, 1)
      })
      const after: [Exclude<NudgeState, 'sending'>, number][] = [
        ['sent', 0],
        ['unknown', 0],
        ['failed', 1],
        ['dropped', 1],
        ['pending', 1],
      ]
      for (const [state, expected] of after)
        it(`after ${state}, an edit leaves ${expected} nudges to send`, async () => {
          await send({}, state)
          await house.store.record(sight({ revision: 'r2', at: at(1) }))
          assert.equal((await waiting()).length, expected)
        })
      it('makes no second nudge while the first is under way', async () => {
        await house.store.record(sight())
        await house.store.claim(at(), 1)
        await house.store.record(sight({ revision: 'r2', at: at(1) }))
        assert.deepEqual(await waiting(), [])
      })
      for (const state of ['sent', 'unknown'] as const)
        it(`makes no second nudge years after the first ended as ${state}`, async () => {
          await send({}, state)
          await house.store.expire(at(days(3000)))
          await house.store.record(sight({ revision: 'r2', at: at(days(3000)) }))
          assert.deepEqual(await waiting(), [])
        })
      it('leaves a sent nudge where an edit comes, to be removed', async () => {
        const id = await send({}, 'sent', 'p1')
        await house.store.record(sight({ revision: 'r2', at: at(1) }))
        await house.store.forget({ address: address(), at: at(2) }, at(3))
        assert.deepEqual(await due(at(3)), [id])
      })
      it('writes nothing at all where one part fails', async () => {
        const bad = sight({ sightings: [{ label: 'silo', rule: 'no prose here' }] })
        await assert.rejects(house.store.record(bad), UserError)
        const six = sight({ nudge: nudge({ kind: 'hint', rules: ['ok', 'x'.repeat(65)] }) })
        await assert.rejects(house.store.record(six), UserError)
        assert.equal(await house.store.seen(address(), 'r1'), false)
        assert.equal(await house.store.record(sight()), true)
      })
      it('takes 2,000 shuffled deliveries with duplicates as their distinct messages', async function () {
        this.timeout(60_000)
        const distinct = Array.from({ length: 800 }, (_, index) =>
          sight({ address: address(`m${index}`), author: person(`U${index % 50}`), at: at(0, index) }),
        )
        const deliveries = shuffled([...distinct, ...distinct, ...distinct.slice(0, 400)], 7)
        assert.equal(deliveries.length, 2000)
        let effects = 0
        for (let start = 0; start < deliveries.length; start += 40) {
          const batch = deliveries.slice(start, start + 40).map((each) => house.store.record(each))
          effects += (await Promise.all(batch)).filter(Boolean).length
        }
        assert.equal(effects, 800)
        const claimed = await house.store.claim(at(days(1)), 3000)
        assert.equal(claimed.length, 800)
        assert.equal(new Set(claimed.map(({ about }) => about.message)).size, 800)
      })
      it('sends one nudge a message at most, in any order of events', async function () {
        this.timeout(60_000)
        const event = fc.constantFrom(
          'edit',
          'edit without',
          'again',
          'delete',
          'claim',
          'sent',
          'later',
          'crash',
          'expire',
        )
        let run = 0
        await fc.assert(
          fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
            const about = address(`run${run++}`)
            let revision = 0
            let minutes = 0
            let sends = 0
            let under: string | undefined
            const record = (withNudge: boolean) =>
              house.store.record(
                sight({
                  address: about,
                  revision: `${revision}`,
                  at: at(minutes),
                  nudge: withNudge ? nudge() : null,
                }),
              )
            for (const each of events) {
              minutes++
              if (each === 'edit' || each === 'edit without') {
                revision++
                await record(each === 'edit')
              }
              if (each === 'again') await record(true)
              if (each === 'delete')
                await house.store.forget({ address: about, at: at(minutes) }, at(minutes))
              if (each === 'claim') under = (await house.store.claim(at(minutes), 9))[0]?.id ?? under
              if (each === 'sent' && under) await house.store.settle(under, 'sent', at(minutes), 'p')
              if (each === 'later' && under) await house.store.settle(under, 'pending', at(minutes))
              if (each === 'crash') await house.store.abandonSending(at(minutes))
              if (each === 'expire') await house.store.expire(at((minutes += days(2))))
              if (under && (each === 'sent' || each === 'later' || each === 'crash')) {
                sends += each === 'later' ? 0 : 1
                under = undefined
              }
            }
            await house.store.forget({ address: about, at: at(minutes) }, at(minutes))
            await house.store.abandonSending(at(minutes))
            assert.ok(sends <= 1, `${sends} sends`)
          }),
          { numRuns: 40, seed: 11 },
        )
      })
    })

    describe('ids', () => {
      const bad: [string, Partial<Sight>][] = [
        ['a long user', { author: person('U'.repeat(65)) }],
        ['an empty user', { author: person('') }],
        ['a user with a blank', { author: person('Frau Weber') }],
        ['a tenant with a bar', { author: person('U1', { tenant: 'T|1' }) }],
        ['a long channel', { address: address('1', { channel: 'C'.repeat(65) }) }],
        ['a message with an umlaut', { address: address('grün') }],
        ['a revision with a line break', { revision: 'a\nb' }],
        ['a rule with a blank', { nudge: nudge({ rules: ['bad rule'] }) }],
        ['a lexicon version with a blank', { lexiconVersion: 'lex 1' }],
      ]
      for (const [what, over] of bad)
        it(`refuse ${what} and do not repeat it`, async () => {
          await assert.rejects(house.store.record(sight(over)), (error: Error) => {
            assert.ok(error instanceof UserError)
            assert.doesNotMatch(error.message, /Weber|grün|UUUU|CCCC|bad rule|lex 1/)
            return true
          })
        })
      const good = [`19:${'0'.repeat(43)}@thread.tacv2`, '1772442000.000100', '29:1a-b_c=', 'x'.repeat(64)]
      for (const id of good)
        it(`take ${id}`, async () => {
          await house.store.record(sight({ address: address(id), author: person(id), revision: id }))
          const [claimed] = await house.store.claim(at(), 1)
          assert.deepEqual([claimed?.about.message, claimed?.to.user], [id, id])
        })
    })

    describe('claim', () => {
      it('answers the whole nudge and makes it `sending`', async () => {
        const rules = ['b', 'a', 'c', 'e', 'd']
        await house.store.record(
          sight({ nudge: nudge({ rules, label: 'care', kind: 'praise', language: 'en' }), dueAt: at(1) }),
        )
        const [claimed] = await house.store.claim(at(1), 8)
        assert.deepEqual(claimed, {
          id: claimed?.id,
          to: person(),
          about: address(),
          nudge: { kind: 'praise', label: 'care', rules, language: 'en' },
          state: 'sending',
          attempts: 1,
          createdAt: at(),
          dueAt: at(1),
          place: null,
          posted: null,
        })
        assert.deepEqual(await house.store.nudge(claimed!.id), claimed)
      })
      it('takes nothing before it is due', async () => {
        await house.store.record(sight({ dueAt: at(0, 30) }))
        assert.deepEqual(await house.store.claim(at(0, 29), 8), [])
        assert.equal((await house.store.claim(at(0, 30), 8)).length, 1)
      })
      it('takes the oldest first and no more than asked', async () => {
        for (const message of ['3', '1', '2'])
          await house.store.record(sight({ address: address(message), at: at(Number(message)) }))
        const first = await house.store.claim(at(9), 2)
        assert.deepEqual(
          first.map(({ about }) => about.message),
          ['1', '2'],
        )
        assert.deepEqual(await house.store.claim(at(9), 0), [])
        assert.deepEqual(
          (await house.store.claim(at(9), 2)).map(({ about }) => about.message),
          ['3'],
        )
      })
      it('gives each nudge to one of many at once', async () => {
        for (let index = 0; index < 30; index++)
          await house.store.record(sight({ address: address(`m${index}`) }))
        const claims = await Promise.all(Array.from({ length: 10 }, () => house.store.claim(at(), 4)))
        const ids = claims.flat().map(({ id }) => id)
        assert.deepEqual([ids.length, new Set(ids).size], [30, 30])
      })
    })

    describe('settle', () => {
      it('keeps what was posted', async () => {
        const id = await send({}, 'sent', '1772.5')
        const stored = await house.store.nudge(id)
        assert.deepEqual([stored?.state, stored?.posted], ['sent', '1772.5'])
      })
      it('puts back with a later time, and counts the attempts', async () => {
        await house.store.record(sight())
        const [first] = await house.store.claim(at(), 1)
        await house.store.settle(first!.id, 'pending', at(2))
        assert.deepEqual(await house.store.claim(at(1), 1), [])
        const [second] = await house.store.claim(at(2), 1)
        assert.deepEqual([second?.id, second?.attempts], [first?.id, 2])
      })
      it('does not put back what was edited meanwhile', async () => {
        await house.store.record(sight())
        const [first] = await house.store.claim(at(), 1)
        await house.store.record(sight({ revision: 'r2', at: at(1), nudge: null }))
        await house.store.settle(first!.id, 'pending', at(2))
        assert.equal((await house.store.nudge(first!.id))?.state, 'dropped')
      })
      const ends: [Exclude<NudgeState, 'sending'>, Exclude<NudgeState, 'sending'>, NudgeState][] = [
        ['sent', 'pending', 'sent'],
        ['sent', 'failed', 'sent'],
        ['sent', 'unknown', 'sent'],
        ['pending', 'sent', 'pending'],
        ['pending', 'unknown', 'pending'],
        ['pending', 'failed', 'pending'],
        ['pending', 'dropped', 'dropped'],
        ['failed', 'pending', 'failed'],
        ['dropped', 'sent', 'dropped'],
        ['unknown', 'pending', 'pending'],
        ['unknown', 'sent', 'sent'],
        ['unknown', 'failed', 'failed'],
      ]
      for (const [first, second, expected] of ends)
        it(`leaves ${first} then ${second} as ${expected}`, async () => {
          const id = await send({}, first)
          await house.store.settle(id, second, at(1))
          assert.equal((await house.store.nudge(id))?.state, expected)
        })
      it('does nothing to a nudge that is gone', async () => {
        await house.store.settle('nobody', 'sent', at())
        assert.equal(await house.store.nudge('nobody'), undefined)
      })
    })

    describe('dropPending', () => {
      it('drops what waits for this person, not for others', async () => {
        await house.store.record(sight({ address: address('1') }))
        await house.store.record(sight({ address: address('2') }))
        await house.store.record(
          sight({ address: address('3'), author: person('U2'), nudge: nudge({ rules: ['theirs'] }) }),
        )
        await house.store.dropPending(person())
        assert.deepEqual(await waiting(), ['theirs'])
      })
      it('leaves what is under way', async () => {
        await house.store.record(sight())
        const [claimed] = await house.store.claim(at(), 1)
        await house.store.dropPending(person())
        assert.equal((await house.store.nudge(claimed!.id))?.state, 'sending')
      })
    })

    describe('abandonSending', () => {
      it('makes `sending` unknown after a restart, once', async () => {
        await house.store.record(sight({ address: address('1') }))
        await house.store.record(sight({ address: address('2') }))
        await house.store.record(sight({ address: address('3') }))
        const claimed = await house.store.claim(at(), 2)
        await house.restart()
        assert.equal(await house.store.abandonSending(at(5)), 2)
        assert.equal(await house.store.abandonSending(at(5)), 0)
        assert.equal((await house.store.nudge(claimed[0]!.id))?.state, 'unknown')
        assert.equal((await waiting()).length, 1)
      })
    })

    describe('history', () => {
      const none = { hintsToday: 0, lastHintAt: null, lastPraiseAt: null }
      it('is empty at first', async () => {
        assert.deepEqual(await house.store.history(person(), at()), none)
      })
      const counted: [Exclude<NudgeState, 'sending'>, number][] = [
        ['pending', 1],
        ['sent', 1],
        ['unknown', 1],
        ['failed', 0],
        ['dropped', 0],
      ]
      for (const [state, hints] of counted)
        it(`counts ${hints} for a hint that ended as ${state}`, async () => {
          await send({}, state)
          const expected = { ...none, hintsToday: hints, lastHintAt: hints ? at() : null }
          assert.deepEqual(await house.store.history(person(), at(-60)), expected)
        })
      it('counts hints since the start of the day, praise apart', async () => {
        await send({ address: address('1'), at: at(-1) })
        await send({ address: address('2'), at: at(1) })
        await send({ address: address('3'), at: at(2), nudge: nudge({ kind: 'praise', label: 'care' }) })
        const expected = { hintsToday: 1, lastHintAt: at(1), lastPraiseAt: at(2) }
        assert.deepEqual(await house.store.history(person(), at()), expected)
        assert.deepEqual(await house.store.history(person('U2'), at()), none)
      })
      it('passes over the waiting nudge that a new revision will replace', async () => {
        await house.store.record(sight())
        assert.deepEqual(await house.store.history(person(), at(), address()), none)
        assert.equal((await house.store.history(person(), at(), address('2'))).hintsToday, 1)
        await house.store.claim(at(), 1)
        assert.equal((await house.store.history(person(), at(), address())).hintsToday, 1)
      })
      it('remembers the last praise when its nudge is long gone', async () => {
        await send({ nudge: nudge({ kind: 'praise', label: 'ownership' }) })
        await house.store.expire(at(days(20)))
        assert.deepEqual((await house.store.history(person(), at(days(20)))).lastPraiseAt, at())
        await house.store.expire(at(days(35)))
        assert.deepEqual(await house.store.history(person(), at(days(35))), none)
      })
    })

    describe('answers', () => {
      const all: Answer[] = ['helpful', 'not-helpful', 'quotation', 'team-term', 'mute-rule', 'pause']
      for (const answer of all)
        it(`take ${answer}, once`, async () => {
          const id = await send()
          await house.store.saveAnswer(id, answer, at(1))
          await house.store.saveAnswer(id, answer, at(2))
          // Besides: the nudge, its sight, its sighting, and the person's week and pace.
          assert.equal(await house.store.expire(at(days(90) + 1)), 5 + 1)
        })
      it('to a nudge that is gone are nothing', async () => {
        await house.store.saveAnswer('nobody', 'helpful', at())
        assert.equal(await house.store.expire(at(days(91))), 0)
      })
    })

    describe('expire', () => {
      // One sent nudge and an answer: outbox 1 day, sight 7, sighting, pace and answer 35; the week 35 from its Monday.
      const ages: [string, number, number][] = [
        ['23 hours 59', hours(24) - 1, 0],
        ['24 hours', hours(24), 1],
        ['6 days 23 hours', days(7) - 60, 1],
        ['7 days', days(7), 2],
        ['34 days 23 hours', days(35) - 60, 3],
        ['35 days', days(35), 6],
      ]
      for (const [age, minutes, rows] of ages)
        it(`deletes ${rows} rows after ${age}`, async () => {
          await house.store.saveAnswer(await send(), 'helpful', at())
          assert.equal(await house.store.expire(at(minutes)), rows)
          assert.equal(await house.store.expire(at(minutes)), 0)
        })
      it('keeps a nudge 24 hours after it was settled, not after it was made', async () => {
        const id = await send({}, 'unknown')
        await house.store.settle(id, 'sent', at(hours(20)), 'p')
        await house.store.expire(at(hours(40)))
        assert.equal((await house.store.nudge(id))?.state, 'sent')
        await house.store.expire(at(hours(44)))
        assert.equal(await house.store.nudge(id), undefined)
      })
      it('deletes a nudge that nobody came to send', async () => {
        await house.store.record(sight())
        await house.store.expire(at(hours(24)))
        assert.deepEqual(await waiting(), [])
      })
      it('lets a message be seen anew after 7 days', async () => {
        await house.store.record(sight({ nudge: null }))
        await house.store.expire(at(days(7)))
        assert.equal(await house.store.seen(address(), 'r1'), false)
      })
    })

    it('keeps everything over a restart', async () => {
      await house.store.saveSettings(person(), settings(), at())
      const id = await send({ address: address('1') }, 'sent', 'p')
      await house.store.record(sight({ address: address('2') }))
      await house.restart()
      assert.equal(await house.store.seen(address('1'), 'r1'), true)
      assert.equal((await house.store.nudge(id))?.posted, 'p')
      assert.equal((await house.store.history(person(), at(-1))).hintsToday, 2)
      assert.equal((await waiting()).length, 1)
    })
  })
}
