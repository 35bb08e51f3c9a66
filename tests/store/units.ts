import assert from 'node:assert/strict'
import type { Organisation } from '../../src/types.js'
import { at, days, monday, person, settings } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** Who belongs where. */
export function unitsContract(name: string, open: Open): void {
  describe(`${name} knows the units of a person, which`, () => {
    const house = useStore(open)

    const from = { platform: 'slack', tenant: 'T1', team: 'S1' } as const
    const company: Organisation = {
      units: [
        { id: 'haus', name: 'Klinikum', parent: null },
        { id: 'pflege', name: 'Pflege', parent: 'haus' },
        { id: 'st-4', name: 'Station 4', parent: 'pflege', from },
        { id: 'st-5', name: 'Station 5', parent: 'pflege' },
        { id: 'it', name: 'IT', parent: 'haus' },
      ],
      members: [
        { unit: 'st-5', accounts: [person('U1')], manages: false },
        { unit: 'it', accounts: [person('U2'), person('U2', { platform: 'teams' })], manages: true },
        { unit: 'haus', accounts: [person('U3')], manages: false },
        { unit: 'st-5', accounts: [person('U3')], manages: false },
      ],
    }
    const units = (user: string, over = {}, week = monday) => house.store.unitsOf(person(user, over), week)
    beforeEach(() => house.store.saveOrganisation(company, monday))

    it('are those that list them, and those around, the smallest first', async () => {
      assert.deepEqual(await units('U1'), ['st-5', 'pflege', 'haus'])
      assert.deepEqual(await units('U2'), ['it', 'haus'])
      assert.deepEqual(await units('U3'), ['st-5', 'pflege', 'haus'])
      assert.deepEqual(await units('U4'), [])
    })

    it('are the same for all accounts of somebody, and of nobody else', async () => {
      assert.deepEqual(await units('U2', { platform: 'teams' }), ['it', 'haus'])
      assert.deepEqual(await units('U1', { platform: 'teams' }), [])
      assert.deepEqual(await units('U1', { tenant: 'T2' }), [])
    })

    it('tells by which pseudonyms somebody may act in an office: those of all their accounts', async () => {
      const { actor, actors } = house.store.console
      const [slack, teams] = [person('U2'), person('U2', { platform: 'teams' })]
      assert.deepEqual(new Set(await actors(slack, monday)), new Set([actor(slack), actor(teams)]))
      assert.deepEqual(new Set(await actors(teams, monday)), new Set([actor(slack), actor(teams)]))
      assert.deepEqual(await actors(person('U1'), monday), [actor(person('U1'))])
      assert.deepEqual(await actors(person('U9'), new Date(0)), [actor(person('U9'))])
    })

    it('of two tenants with the same ids are not mixed up', async () => {
      const members = [
        { unit: 'it', accounts: [person('U1', { tenant: 'T2' })], manages: false },
        { unit: 'st-5', accounts: [person('U1')], manages: false },
      ]
      await house.store.saveOrganisation({ ...company, members }, monday)
      assert.deepEqual(await units('U1'), ['st-5', 'pflege', 'haus'])
      assert.deepEqual(await units('U1', { tenant: 'T2' }), ['it', 'haus'])
    })

    it('are those that a platform fills, too, for who takes part', async () => {
      for (const each of [person('U2', { platform: 'teams' }), person('U5')])
        await house.store.saveSettings(each, settings(), at())
      const members = [person('U2', { platform: 'teams' }), person('U5'), person('U6')]
      await house.store.saveRoster(from, members, monday)
      await house.store.saveRoster({ ...from, tenant: 'T2' }, [person('U5')], monday)
      assert.deepEqual(await units('U5'), ['st-4', 'pflege', 'haus'])
      assert.deepEqual(await units('U2'), ['it', 'st-4', 'pflege', 'haus'])
      assert.deepEqual(await units('U6'), [])
      await house.store.saveRoster(from, [], at(days(7)))
      assert.deepEqual(await units('U5', {}, at(days(7))), [])
      assert.deepEqual(await units('U5'), ['st-4', 'pflege', 'haus'])
    })

    it('are those of the organisation in force in that week', async () => {
      const later = { ...company, members: [{ unit: 'it', accounts: [person('U1')], manages: false }] }
      await house.store.saveOrganisation(later, at(days(7)))
      assert.deepEqual(await units('U1', {}, at(days(6))), ['st-5', 'pflege', 'haus'])
      assert.deepEqual(await units('U1', {}, at(days(21))), ['it', 'haus'])
      assert.deepEqual(await units('U1', {}, at(-days(1))), [])
    })

    it('do not follow accounts that were one person’s in another week only', async () => {
      const members = [
        { unit: 'it', accounts: [person('U2')], manages: false },
        { unit: 'st-5', accounts: [person('U2', { platform: 'teams' })], manages: false },
      ]
      await house.store.saveOrganisation({ ...company, members }, at(days(7)))
      assert.deepEqual(await units('U2', {}, at(days(7))), ['it', 'haus'])
      assert.deepEqual(await units('U2', { platform: 'teams' }), ['it', 'haus'])
    })

    it('end somewhere even where units enclose each other', async () => {
      const round = [
        { id: 'a', name: 'A', parent: 'b' },
        { id: 'b', name: 'B', parent: 'a' },
      ]
      const members = [{ unit: 'a', accounts: [person()], manages: false }]
      await house.store.saveOrganisation({ units: round, members }, monday)
      assert.deepEqual([...(await units('U1'))].sort(), ['a', 'b'])
    })

    it('are none once they are erased', async () => {
      await house.store.erase(person(), at())
      assert.deepEqual(await units('U1'), [])
    })
  })
}
