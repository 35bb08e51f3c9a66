import assert from 'node:assert/strict'
import { personKey } from '../../src/store/person-key.js'
import type { Answer, Person } from '../../src/types.js'
import { address, at, bytes, days, hours, monday, nudge, person, settings, sight } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** What people may see of themselves, and that it goes when they say so. */
export function personalContract(name: string, open: Open): void {
  describe(`${name} keeps what belongs to a person for that person`, () => {
    const house = useStore(open)
    const none = {
      ...{ sightings: [], nudges: [], teams: [], weeks: [], units: [], summaries: [] },
      ...{ answers: [], sessions: [], lastHintAt: null, lastPraiseAt: null },
    }

    const team = { platform: 'slack', tenant: 'T1', team: 'S1' } as const

    describe('to see', () => {
      it('nothing where there is nothing', async () => {
        assert.deepEqual(await house.store.personalData(person()), none)
        assert.deepEqual(await house.store.ownSightings(person(), at()), [])
      })

      it('everything, newest first, and nothing of others', async () => {
        const { store } = house
        await house.send({ address: address('1'), at: at(-days(2)) }, 'sent', 'p1')
        await house.store.expire(at(-days(1)))
        const second = await house.send({ address: address('2'), at: at(1), language: 'en' }, 'sent', 'p2')
        const rules = ['b', 'a']
        await house.store.record(
          sight({
            address: address('3'),
            at: at(hours(3)),
            sightings: [{ label: 'care', rule: 'c' }],
            nudge: nudge({ rules, kind: 'praise', label: 'care' }),
          }),
        )
        const theirs = await house.send({ address: address('4'), author: person('U2') }, 'sent', 'p4')
        await store.saveAnswer(theirs, 'pause', at(3))
        for (const [minutes, answer] of ['quotation', 'mute-rule'].entries())
          await store.saveAnswer(second, answer as Answer, at(2 + minutes))
        for (const minutes of [1, 2]) {
          const session = { person: person(), startedAt: at(minutes), csrf: 'c' }
          await store.console.openSession(`t${minutes}`, session)
        }
        await store.console.openSession('t3', { person: person('U2'), startedAt: at(), csrf: 'c' })
        await store.saveSettings(person(), settings(), at())
        await store.saveRoster(team, [person()], at())
        for (const each of ['S2', 'S1'])
          await store.saveRoster({ ...team, team: each }, [person()], at(days(7)))
        const hint = { label: 'jargon', rules: ['de.jargon.synergy'] } as const
        assert.deepEqual(await house.store.personalData(person()), {
          sightings: [
            { hour: at(hours(3)), label: 'care', rule: 'c', language: 'de' },
            { hour: at(), label: 'jargon', rule: 'de.jargon.synergy', language: 'en' },
            { hour: at(-days(2)), label: 'jargon', rule: 'de.jargon.synergy', language: 'de' },
          ],
          nudges: [
            { at: at(hours(3)), state: 'pending', label: 'care', rules },
            { at: at(1), state: 'sent', ...hint },
            { at: at(-days(2)), state: 'sent', label: null, rules: [] },
          ],
          teams: [
            { team: 'S1', week: at(days(7)) },
            { team: 'S2', week: at(days(7)) },
            { team: 'S1', week: at() },
          ],
          weeks: [{ week: monday, messages: 3 }],
          units: [],
          summaries: [],
          answers: [
            { at: at(3), rule: 'de.jargon.synergy', answer: 'mute-rule' },
            { at: at(2), rule: 'de.jargon.synergy', answer: 'quotation' },
          ],
          sessions: [
            { startedAt: at(2), seenAt: at(2) },
            { startedAt: at(1), seenAt: at(1) },
          ],
          lastHintAt: at(1),
          lastPraiseAt: null,
        })
      })

      it('how often each label was seen, by the hour, from a time on', async () => {
        const labels = (message: string, minutes: number, ...found: ('silo' | 'care')[]) =>
          house.store.record(
            sight({
              address: address(message),
              at: at(minutes),
              sightings: found.map((label) => ({ label, rule: 'r' })),
              nudge: null,
            }),
          )
        await labels('1', -1, 'silo')
        await labels('2', 1, 'silo', 'care', 'silo')
        await labels('3', 59, 'silo')
        await labels('4', 60, 'care')
        await house.store.record(sight({ address: address('5'), author: person('U2') }))
        assert.deepEqual(await house.store.ownSightings(person(), at()), [
          { hour: at(), label: 'care', rule: 'r', count: 1 },
          { hour: at(), label: 'silo', rule: 'r', count: 3 },
          { hour: at(60), label: 'care', rule: 'r', count: 1 },
        ])
      })
    })

    describe('to erase', () => {
      const canary = person('UCANARYUCANARY')
      const underWay = { to: canary, state: 'sending', attempts: 1 } as const
      /** Everything that can be kept about somebody. */
      async function fill(who: Person, prefix: string): Promise<string[]> {
        const { store } = house
        await store.saveSettings(who, settings({ mutedRules: ['r'] }), at())
        const states = ['sent', 'failed', 'unknown', 'dropped'] as const
        const ids: string[] = []
        for (const state of states)
          ids.push(
            await house.send(
              { author: who, address: address(`${prefix}${state}`) },
              state,
              state === 'sent' ? `${prefix}p` : undefined,
            ),
          )
        await store.record(sight({ author: who, address: address(`${prefix}sending`) }))
        const [sending] = await store.claim(at(), 1)
        await store.record(sight({ author: who, address: address(`${prefix}waits`), dueAt: at(days(9)) }))
        await store.saveAnswer(ids[0]!, 'helpful', at())
        await store.saveRoster({ ...team, team: prefix }, [who], at())
        await store.console.openSession(prefix, { person: who, startedAt: at(), csrf: 'c' })
        return [...ids, sending!.id]
      }

      it('leaves nothing of the person, and everything of others', async () => {
        await fill(canary, 'a')
        await fill(person('U2'), 'b')
        await house.store.forget({ address: address('asent'), at: at(4) }, at(4))
        const before = await house.store.personalData(person('U2'))
        await house.store.erase(canary, at(5))
        assert.deepEqual(await house.store.personalData(canary), none)
        assert.equal(await house.store.settings(canary), undefined)
        assert.deepEqual(await house.store.history(canary, at(-60)), {
          hintsToday: 0,
          lastHintAt: null,
          lastPraiseAt: null,
        })
        assert.deepEqual(await house.store.personalData(person('U2')), before)
        assert.ok(await house.store.settings(person('U2')))
        assert.deepEqual(await house.store.roster({ ...team, team: 'a' }, at()), [])
        assert.equal((await house.store.roster({ ...team, team: 'b' }, at())).length, 1)
        assert.equal(await house.store.seen(address('bsent'), 'r1'), true)
        assert.equal(await house.store.seen(address('asent'), 'r1'), false)
      })

      it('leaves no byte of their id or pseudonym in any file', async () => {
        const secret = Object.values(await bytes(house.folder)).find((text) => /^[0-9a-f]{64}\n$/.test(text))
        const needles = [canary.user, personKey(secret!.trim(), canary)]
        const count = async () => {
          const all = Object.values(await bytes(house.folder)).join('\n')
          return needles.map((needle) => all.split(needle).length - 1)
        }
        const ids = await fill(canary, 'a')
        for (const number of await count()) assert.ok(number > 0)
        await house.store.erase(canary, at(5))
        assert.deepEqual(await count(), [0, 0])
        // The one under way arrives all the same.
        await house.store.settle(ids.at(-1)!, 'sent', at(6), 'late', underWay)
        assert.deepEqual(await count(), [0, 0])
        await house.store.close()
        assert.deepEqual(await count(), [0, 0])
        await house.restart()
      })

      it('leaves where their nudges stand, until they are removed', async () => {
        const [sent] = await fill(canary, 'a')
        await house.store.erase(canary, at(5))
        assert.deepEqual(await house.store.removals(at(5), 9), [
          { id: sent, to: { ...canary, user: '-' }, posted: 'ap', attempts: 0 },
        ])
        await house.store.removed(sent!)
        assert.deepEqual(await house.due(at(days(99))), [])
      })

      it('takes a nudge that was under way just then back at once', async () => {
        const sending = (await fill(canary, 'a')).at(-1)!
        await house.store.erase(canary, at(5))
        await house.store.settle(sending, 'sent', at(6), 'late', underWay)
        assert.equal(await house.store.nudge(sending), undefined)
        assert.deepEqual(
          (await house.store.removals(at(6), 9)).map(({ to, posted }) => [to.user, posted]),
          [
            ['-', 'ap'],
            ['-', 'late'],
          ],
        )
        assert.deepEqual(await house.store.personalData(canary), none)
      })

      for (const state of ['pending', 'failed', 'unknown', 'dropped'] as const)
        it(`is not undone by a nudge that ends as ${state} afterwards`, async () => {
          const sending = (await fill(canary, 'a')).at(-1)!
          await house.store.erase(canary, at(5))
          await house.store.settle(sending, state, at(6))
          assert.equal(await house.store.nudge(sending), undefined)
          assert.equal((await house.due(at(6))).length, 1)
        })

      it('of somebody unknown does nothing, twice', async () => {
        await house.store.erase(canary, at())
        await house.store.erase(canary, at())
      })

      it('is not undone by a roster that was asked for before', async () => {
        await fill(canary, 'a')
        await house.store.erase(canary, at(5))
        await house.store.saveRoster(team, [canary], at())
        assert.deepEqual(await house.store.roster(team, at()), [])
      })

      it('keeps no message from its one nudge for ever', async () => {
        await fill(canary, 'a')
        await house.store.erase(canary, at(5))
        await house.store.record(
          sight({ author: canary, address: address('asent'), revision: 'r2', at: at(9) }),
        )
        assert.deepEqual(await house.waiting(), [])
      })
    })

    describe('rosters', () => {
      const size = async (minutes: number, over = {}) =>
        (await house.store.roster({ ...team, ...over }, at(minutes))).length
      const members = ['U1', 'U2', 'U3', 'U2'].map((user) => person(user))
      beforeEach(async () => {
        for (const member of members) await house.store.saveSettings(member, settings(), at())
      })
      it('hold from their week on, until the next', async () => {
        await house.store.saveRoster(team, members, at())
        await house.store.saveRoster(team, members.slice(0, 1), at(days(14)))
        assert.deepEqual(
          [await size(-1), await size(0), await size(days(7)), await size(days(14)), await size(days(21))],
          [0, 3, 3, 1, 1],
        )
      })
      it('are replaced as a whole, and are the team’s own', async () => {
        await house.store.saveRoster(team, members, at())
        await house.store.saveRoster(team, members.slice(2), at())
        assert.equal(await size(0), 2)
        for (const over of [{ team: 'S2' }, { tenant: 'T2' }, { platform: 'teams' }])
          assert.equal(await size(0, over), 0)
      })
      it('have nobody who does not take part', async () => {
        await house.store.saveSettings(person('U2'), settings({ optedIn: false }), at())
        await house.store.saveRoster(team, [...members, person('U4')], at())
        assert.equal(await size(0), 2)
      })
      it('may come to have nobody at all', async () => {
        await house.store.saveRoster(team, members, at())
        await house.store.saveRoster(team, [], at(days(7)))
        assert.deepEqual([await size(0), await size(days(7))], [3, 0])
      })
      it('go after 35 days', async () => {
        await house.store.saveRoster(team, members, at())
        assert.equal(await house.store.expire(at(days(35) - 1)), 0)
        assert.equal(await house.store.expire(at(days(35))), 4)
      })
    })

    describe('team terms', () => {
      const channel = { platform: 'slack', tenant: 'T1', channel: 'C1' } as const
      it('are none at first, then those declared, each once', async () => {
        assert.deepEqual(await house.store.teamTerms(channel), [])
        await house.store.saveTeamTerms(channel, ['b', 'a', 'b'], true, at())
        await house.store.saveTeamTerms(channel, ['a', 'c'], true, at())
        assert.deepEqual(await house.store.teamTerms(channel), ['a', 'b', 'c'])
        await house.store.saveTeamTerms(channel, ['b', 'x'], false, at())
        await house.store.saveTeamTerms(channel, [], true, at())
        assert.deepEqual(await house.store.teamTerms(channel), ['a', 'c'])
      })
      it('are the channel’s own, and stay', async () => {
        await house.store.saveTeamTerms(channel, ['a'], true, at())
        for (const over of [{ channel: 'C2' }, { tenant: 'T2' }, { platform: 'teams' as const }])
          assert.deepEqual(await house.store.teamTerms({ ...channel, ...over }), [])
        await house.store.expire(at(days(4000)))
        await house.restart()
        assert.deepEqual(await house.store.teamTerms(channel), ['a'])
      })
    })

    describe('the vault', () => {
      const token = 'xoxe-1-CANARYCANARY-äöü'
      it('keeps what it is given, over a restart, the last of each name', async () => {
        assert.equal(await house.store.vault.read('slack.T1'), null)
        await house.store.vault.write('slack.T1', 'old')
        await house.store.vault.write('slack.T1', token)
        await house.store.vault.write('slack.T2', '')
        await house.restart()
        assert.equal(await house.store.vault.read('slack.T1'), token)
        assert.equal(await house.store.vault.read('slack.T2'), '')
      })
      it('names what begins so', async () => {
        for (const each of ['slack.T2', 'slack.T1', 'slack_T3', 'teams.T1'])
          await house.store.vault.write(each, 'x')
        assert.deepEqual(await house.store.vault.names('slack.'), ['slack.T1', 'slack.T2'])
        assert.equal((await house.store.vault.names('')).length, 4)
      })
      it('lets go', async () => {
        await house.store.vault.write('a', token)
        await house.store.vault.remove('a')
        await house.store.vault.remove('a')
        assert.equal(await house.store.vault.read('a'), null)
      })
      it('shows nothing of it in any file', async () => {
        await house.store.vault.write('a', token)
        const all = Object.values(await bytes(house.folder)).join('\n')
        for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const)
          assert.ok(!all.includes(Buffer.from(token).toString(encoding).slice(0, 16)), encoding)
      })
      it('refuses what is too long or has no proper name, and does not repeat it', async () => {
        await house.store.vault.write('a', 'x'.repeat(3000))
        for (const [where, value] of [
          ['a', `${token}${'x'.repeat(3100)}`],
          ['a b', token],
          ['', token],
        ] as const)
          await assert.rejects(house.store.vault.write(where, value), (error: Error) => {
            assert.doesNotMatch(`${error.name} ${error.message}`, /CANARY|a b/)
            return error.name === 'UserError'
          })
      })
    })
  })
}
