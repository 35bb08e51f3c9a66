import assert from 'node:assert/strict'
import type { Figures, Organisation, SummaryLetter } from '../../src/types.js'
import { address, at, bytes, days, monday, person, settings, sight } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** What summaries are made of, what stays of them, and how they reach managers. */
export function summariesContract(name: string, open: Open): void {
  describe(`${name} keeps what summaries need`, () => {
    const house = useStore(open)
    const boss = person('U9')
    const next = at(days(7))
    const company: Organisation = {
      units: [
        { id: 'haus', name: 'Klinikum', parent: null },
        { id: 'st-4', name: 'Station 4', parent: 'haus' },
      ],
      members: [
        { unit: 'st-4', accounts: [person()], manages: false },
        { unit: 'st-4', accounts: [person('U2'), person('U2', { platform: 'teams' })], manages: false },
        { unit: 'st-4', accounts: [boss], manages: true },
      ],
    }
    const figures: readonly Figures[] = [
      { unit: 'haus', labels: {}, terms: [] },
      {
        unit: 'st-4',
        labels: { care: { band: 2, direction: null }, jargon: { band: 1, direction: 'less' } },
        terms: ['b', 'a'],
      },
    ]
    const letter = (id: string, to = boss): SummaryLetter => ({
      ...{ id, to, unit: 'st-4', week: monday, exercise: 'glossary' },
    })
    const end = at(days(7))
    const takePart = async (...people: ReturnType<typeof person>[]) => {
      for (const each of people) await house.store.saveSettings(each, settings(), at())
    }
    const write = (message: string, author = person(), over = {}) =>
      house.store.record(sight({ address: address(message), author, nudge: null, ...over }))

    it('the organisation, from the week for which it was saved', async () => {
      const { store } = house
      await store.saveOrganisation(company, monday)
      await store.saveOrganisation({ units: company.units.slice(0, 1), members: [] }, next)
      const kept = await store.organisation(at(days(3)))
      assert.deepEqual(kept.units, company.units)
      assert.deepEqual(
        kept.members.map(({ unit, manages }) => [unit, manages]),
        [
          ['st-4', false],
          ['st-4', false],
          ['st-4', true],
        ],
      )
      assert.ok(kept.members.every(({ person: key }) => /^[0-9a-f]{64}$/.test(key)))
      assert.deepEqual(await store.managers(at(days(3))), [{ unit: 'st-4', to: boss }])
      assert.equal((await store.organisation(at(days(9)))).units.length, 1)
      assert.deepEqual(await store.organisation(at(-days(9))), { units: [], members: [] })
    })

    it('refuses a name that could be a sentence', async () => {
      const units = [
        { id: 'a', name: 'Wir sollten das bitte alle noch einmal gemeinsam besprechen', parent: null },
      ]
      await assert.rejects(house.store.saveOrganisation({ units, members: [] }, monday), /name of a unit/)
      assert.deepEqual((await house.store.organisation(monday)).units, [])
    })

    it('each message once, for its writer and week, however often it was edited', async () => {
      const { store } = house
      await store.saveOrganisation(company, monday)
      await takePart(person())
      await write('1')
      await write('1', person(), { revision: 'r2', at: at(1) })
      await write('1')
      await write('2', person(), { sightings: [] })
      await write('3', person(), { week: next, at: next })
      const [own, ...others] = await store.personWeeks(monday, end)
      assert.deepEqual([own?.messages, own?.findings, own?.rules], [2, { jargon: 1 }, ['de.jargon.synergy']])
      assert.deepEqual(others, [])
    })

    it('several accounts of somebody as one person, and nobody who takes no part', async () => {
      const { store } = house
      const second = person('U2', { platform: 'teams' })
      await store.saveOrganisation(company, monday)
      await takePart(person('U2'), second)
      await write('1', person('U2'))
      await write('2', second)
      await write('3')
      const weeks = await store.personWeeks(monday, end)
      assert.deepEqual(
        weeks.map(({ messages, findings }) => [messages, findings]),
        [[2, { jargon: 2 }]],
      )
    })

    it('what was published, once and unchanged', async () => {
      const { store } = house
      assert.equal(await store.published(monday), null)
      assert.equal(await store.publish(monday, figures, [letter('a')], [], at()), true)
      assert.equal(await store.publish(monday, [], [letter('b')], [], at()), false)
      assert.deepEqual(await store.published(monday), { figures, erased: 0 })
      assert.deepEqual(await store.exercises('st-4', monday), ['glossary'])
      assert.equal(await store.published(next), null)
    })

    it('that somebody of a published week was erased, and nothing else of them', async () => {
      const { store } = house
      await store.saveOrganisation(company, monday)
      await takePart(person())
      await write('1')
      const counted = (await store.personWeeks(monday, end)).map((week) => week.person)
      await store.publish(monday, figures, [], counted, at())
      await store.saveSettings(person(), settings({ optedIn: false }), at(1))
      assert.deepEqual(await store.counted(monday), counted)
      await store.erase(person(), at(1))
      await store.erase(person('U5'), at(1))
      assert.deepEqual(await store.published(monday), { figures, erased: 1 })
      assert.deepEqual([await store.personWeeks(monday, end), await store.counted(monday)], [[], []])
      assert.equal((await store.organisation(monday)).members.length, 2)
      await store.erase(boss, at(1))
      assert.deepEqual(await store.managers(monday), [])
    })

    it('the members that a platform tells of, too', async () => {
      const { store } = house
      const from = { platform: 'slack', tenant: 'T1', team: 'S1' } as const
      const units = [{ id: 'st-5', name: 'Station 5', parent: null, from }]
      const members = [{ unit: 'st-5', accounts: [person('U2'), person()], manages: false }]
      await takePart(person(), person('U3'))
      await store.saveRoster(from, [person(), person('U3')], monday)
      await store.saveOrganisation({ units, members }, monday)
      const kept = await store.organisation(monday)
      assert.equal(kept.members.length, 2)
      assert.equal(new Set(kept.members.map((member) => member.person)).size, 2)
    })

    it('organisations no longer than what they explain', async () => {
      const { store } = house
      for (const weeks of [0, 1, 2]) await store.saveOrganisation(company, at(days(7 * weeks)))
      await store.expire(at(days(7 + 35)))
      assert.deepEqual((await store.organisation(at())).units, [])
      assert.equal((await store.organisation(at(days(7)))).units.length, 2)
      assert.equal((await store.organisation(at(days(14)))).members.length, 3)
    })

    it('letters to managers, each taken once, and the one that was tried last', async () => {
      const { store } = house
      await store.publish(monday, figures, [letter('a'), letter('b', person('U8'))], [], at())
      const taken = await Promise.all([store.claimSummary(), store.claimSummary(), store.claimSummary()])
      assert.deepEqual(taken.map((each) => each?.id ?? '').sort(), ['', 'a', 'b'])
      assert.deepEqual(
        taken.find((each) => each?.id === 'a'),
        letter('a'),
      )
      await store.settleSummary('a', 'pending', at(2))
      await store.settleSummary('b', 'pending', at(1))
      assert.equal((await store.claimSummary())?.id, 'b')
      assert.equal((await store.claimSummary())?.id, 'a')
      await store.settleSummary('b', 'sent', at(3))
      assert.equal(await store.claimSummary(), null)
    })

    it('the reader of a letter as a pseudonym alone, once it is sent or in doubt', async () => {
      const { store, folder } = house
      const readers = [person('UREADERREADER1'), person('UREADERREADER2')]
      await store.publish(
        monday,
        figures,
        readers.map((to, at) => letter(String(at), to)),
        [],
        at(),
      )
      await store.claimSummary()
      await store.claimSummary()
      await store.settleSummary('0', 'sent', at())
      await store.abandonSending(at())
      await store.expire(at(1))
      const kept = Object.values(await bytes(folder)).join()
      assert.ok(!kept.includes('UREADERREADER'), 'an id is still kept')
      for (const [one, state] of [
        [readers[0]!, 'sent'],
        [readers[1]!, 'unknown'],
      ] as const)
        assert.equal((await store.personalData(one)).summaries[0]?.state, state)
    })

    it('somebody as one person, however the lists pair their accounts', async () => {
      const { store } = house
      const [one, two, three] = [person('A'), person('B'), person('C')]
      const members = [
        { unit: 'haus', accounts: [one], manages: true },
        { unit: 'st-4', accounts: [two, one], manages: false },
        { unit: 'st-4', accounts: [three, two], manages: false },
      ]
      await store.saveOrganisation({ units: company.units, members }, monday)
      const kept = await store.organisation(monday)
      assert.equal(new Set(kept.members.map((member) => member.person)).size, 1)
      assert.deepEqual(await store.managers(monday), [{ unit: 'haus', to: one }])
    })

    it('each for its time', async () => {
      const { store } = house
      await store.saveOrganisation(company, monday)
      await takePart(person())
      await write('1')
      await store.publish(monday, figures, [letter('a')], [], at())
      await store.expire(at(days(34)))
      assert.equal((await store.personalData(person())).weeks.length, 1)
      await store.expire(at(days(36)))
      assert.deepEqual((await store.personalData(person())).weeks, [])
      assert.ok(await store.published(monday))
      assert.deepEqual(await store.exercises('st-4', monday), ['glossary'])
      await store.expire(at(days(7 * 10)))
      assert.deepEqual(await store.exercises('st-4', monday), [])
      await store.expire(at(days(7 * 53 + 1)))
      assert.equal(await store.published(monday), null)
    })
  })
}
