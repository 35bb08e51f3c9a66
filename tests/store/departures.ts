import assert from 'node:assert/strict'
import { answerMark } from '../../src/store/answer-mark.js'
import { personKey } from '../../src/store/person-key.js'
import type { Person, PlatformName } from '../../src/types.js'
import { address, at, bytes, days, hours, monday, person, settings, sight } from './samples.js'
import { how, step } from './tuning.js'
import { type Open, useStore } from './use-store.js'

/** That a tenant which has removed Klartext is erased in time, and no other. */
export function departuresContract(name: string, open: Open): void {
  describe(`${name} erases a tenant that has removed Klartext, which`, () => {
    const house = useStore(open)
    const gone = { platform: 'slack', tenant: 'T0CANARY' } as const
    const others = [
      { platform: 'slack', tenant: 'T2' },
      { platform: 'teams', tenant: 'T0CANARY' },
    ] as const
    const over = at(days(14))
    const of = (tenant: { platform: PlatformName; tenant: string }, user: string): Person => ({
      ...tenant,
      user,
    })
    const rule = sight().sightings[0]!.rule
    /** Somebody who takes part, a manager, and one whom only the organisation knows. */
    const everybody = ['U0CANARY1', 'U0CANARY2', 'U0CANARY3'] as const

    /** All that can be kept of a tenant. */
    async function fill(tenant: { platform: PlatformName; tenant: string }, prefix: string): Promise<void> {
      const { store } = house
      const [one, boss] = everybody.map((user) => of(tenant, user)) as [Person, Person, Person]
      for (const each of [one, boss]) await store.saveSettings(each, settings({ mutedRules: ['r'] }), at())
      const where = (message: string) => address(`${prefix}${message}`, tenant)
      const sent = await house.send({ author: one, address: where('sent') }, 'sent', `${prefix}p`)
      await house.send({ author: one, address: where('failed') }, 'failed')
      await house.send({ author: one, address: where('unknown') }, 'unknown')
      await store.record(sight({ author: one, address: where('sending') }))
      await store.claim(at(), 1)
      await store.saveAnswer(sent, 'helpful', at())
      await store.saveRoster({ ...tenant, team: 'S1' }, [one], monday)
      await store.saveTeamTerms(where(''), ['term'], true, at())
      await store.console.openSession(prefix, { person: one, startedAt: at(), csrf: 'c' })
      const scope = `channel/${tenant.platform}/${tenant.tenant}/C1`
      await store.tuning.publish([step(`${prefix}a`, { scope }), step(`${prefix}b`)], how())
      await store.tuning.saveSteps(prefix, [step(`${prefix}c`, { scope })])
    }

    /** Something to say, later; after all that is sent, which takes the oldest first. */
    const wait = (tenant: { platform: PlatformName; tenant: string }) =>
      house.store.record(
        sight({ author: of(tenant, everybody[0]), address: address('waits', tenant), dueAt: at(days(9)) }),
      )

    /** A company with units that the tenants fill, and people with accounts in two of them. */
    async function organise(): Promise<void> {
      const teams = of(others[1], 'U9')
      await house.store.saveOrganisation(
        {
          units: [
            { id: 'haus', name: 'Klinikum', parent: null },
            { id: 'st-4', name: 'Station 4', parent: 'haus', from: { ...gone, team: 'S1' } },
          ],
          members: [
            { unit: 'haus', accounts: [of(gone, everybody[1]), teams], manages: true },
            { unit: 'haus', accounts: [of(gone, everybody[2])], manages: false },
          ],
        },
        monday,
      )
      const letter = { unit: 'haus', week: monday, exercise: 'glossary' }
      const to = of(gone, everybody[1])
      await house.store.publish(monday, [], [{ id: 'l', to, ...letter }], [], at(days(7)))
    }

    /** How often each id and pseudonym of the tenant stands in any file. */
    async function traces(): Promise<number[]> {
      const files = await bytes(house.folder)
      const secret = files.secret!.trim()
      const keys = everybody.map((user) => personKey(secret, of(gone, user)))
      const all = Object.values(files).join('\n')
      // Not the bare ids: those of the others are the same.
      const needles = [
        `slack${gone.tenant}`,
        `slack/${gone.tenant}/`,
        ...keys,
        answerMark(secret, keys[0]!, rule),
      ]
      return needles.map((needle) => all.split(needle).length - 1)
    }

    it('leaves nothing of it in any byte, and everything of others', async () => {
      await fill(gone, 'a')
      await organise()
      const [other, same] = others
      await fill(other, 'b')
      await fill(same, 'c')
      for (const tenant of [gone, ...others]) await wait(tenant)
      await house.store.expire(at(hours(1)))
      for (const number of await traces()) assert.ok(number > 0)
      await house.store.saveDeparture(gone, at())
      await house.store.expire(over)
      assert.deepEqual(await traces(), [0, 0, 0, 0, 0, 0])
      for (const tenant of others) {
        const one = of(tenant, everybody[0])
        assert.ok(await house.store.settings(one))
        const kept = await house.store.personalData(one)
        assert.deepEqual([kept.sightings.length, kept.teams.length, kept.answers.length], [5, 1, 1])
        assert.deepEqual(await house.store.teamTerms(address('', tenant)), ['term'])
      }
      const { items, draft } = house.store.tuning
      const names = (await items(await house.store.tuning.version(), null, 99)).map(({ name }) => name)
      assert.deepEqual(names.sort(), ['ab', 'ba', 'bb', 'ca', 'cb'])
      assert.deepEqual([await draft('a'), (await draft('b'))?.steps.length], [null, 1])
      assert.equal((await house.store.published(monday))?.erased, 1)
    })

    it('leaves people with an account elsewhere there, and units without the teams that filled them', async () => {
      await fill(gone, 'a')
      await organise()
      await house.store.saveDeparture(gone, at())
      await house.store.expire(over)
      assert.deepEqual(await house.store.unitsOf(of(others[1], 'U9'), monday), ['haus'])
      const { units, members } = await house.store.organisation(monday)
      assert.deepEqual(
        units.map(({ id }) => id),
        ['haus', 'st-4'],
      )
      assert.deepEqual(
        members.map(({ unit }) => unit),
        ['haus'],
      )
    })

    it('goes whole however many people it has', async () => {
      const users = Array.from({ length: 120 }, (_, index) => of(gone, `U${index}`))
      for (const user of users) await house.store.saveSettings(user, settings(), at())
      await house.store.saveDeparture(gone, at())
      assert.equal(await house.store.expire(over), 121)
      for (const user of users) assert.equal(await house.store.settings(user), undefined)
      assert.equal(await house.store.expire(over), 0)
    })

    it('is all there until two weeks are over', async () => {
      await fill(gone, 'a')
      await house.store.saveDeparture(gone, at())
      await house.store.expire(at(days(14) - 1))
      assert.ok(await house.store.settings(of(gone, everybody[0])))
    })

    it('stays as it was where Klartext came back', async () => {
      await fill(gone, 'a')
      await house.store.saveDeparture(gone, at())
      await house.store.dropDeparture(gone)
      await house.store.expire(at(days(30)))
      assert.ok(await house.store.settings(of(gone, everybody[0])))
      assert.deepEqual(await house.store.teamTerms(address('', gone)), ['term'])
    })

    const notes: readonly (readonly [
      what: string,
      minutes: readonly number[],
      isBack: boolean,
      left: boolean,
    ])[] = [
      ['the first of two notes counts', [0, days(1)], false, false],
      ['a note after it was back counts anew', [0, days(1)], true, true],
    ]
    for (const [what, [first, second], isBack, left] of notes)
      it(`goes by its time: ${what}`, async () => {
        await house.store.saveSettings(person('U1', gone), settings(), at())
        await house.store.saveDeparture(gone, at(first))
        if (isBack) await house.store.dropDeparture(gone)
        await house.restart()
        await house.store.saveDeparture(gone, at(second))
        await house.store.expire(over)
        assert.equal((await house.store.settings(person('U1', gone))) !== undefined, left)
        await house.store.expire(at(days(15)))
        assert.equal(await house.store.settings(person('U1', gone)), undefined)
      })
  })
}
