import assert from 'node:assert/strict'
import { PlatformError } from '../../src/errors.js'
import { openStore } from '../../src/store/index.js'
import { createSummaries, summaryOf } from '../../src/summary/index.js'
import { publishLastWeek } from '../../src/summary/weekly.js'
import type { Person, Store, SummaryText } from '../../src/types.js'
import { inFolder, person, settings, sight } from '../store/samples.js'

/** The week from 2 March 2026 on, in Berlin; the Monday after it is the 9th. */
const WEEK = new Date('2026-03-01T23:00:00Z')
const NEXT = new Date('2026-03-08T23:00:00Z')
const MONDAY = (time: string) => new Date(`2026-03-09T${time}:00+01:00`)

const units = [
  { id: 'haus', name: 'Klinikum', parent: null },
  { id: 'st-4', name: 'Station 4', parent: 'haus' },
  { id: 'st-5', name: 'Station 5', parent: 'haus' },
]
const boss = person('BOSS')
const staff = (unit: string, count: number) =>
  Array.from({ length: count }, (_, at) => person(`${unit}-${at}`))

interface World {
  readonly store: Store
  readonly sent: { readonly to: Person; readonly text: SummaryText }[]
  now: Date
  fault: Error | null
  deliver(to: Person, text: SummaryText): Promise<void>
  round(): Promise<void>
}

/** A company in which eight of station 4 and three of station 5 wrote something in the week. */
async function inCompany(use: (world: World) => Promise<void>): Promise<void> {
  await inFolder(async (dataDir) => {
    const store = await openStore({ dataDir })
    const sent: World['sent'] = []
    const world = { store, sent, now: MONDAY('08:00'), fault: null } as unknown as World
    world.deliver = async (to, text) => {
      if (world.fault) throw world.fault
      sent.push({ to, text })
    }
    const adapter = { deliverSummary: (to: Person, text: SummaryText) => world.deliver(to, text) }
    const parts = {
      ...{ store, clock: () => world.now, timeZone: 'Europe/Berlin', k: 7, every: 60_000 },
      adapters: new Map([['slack' as const, adapter]]),
      settingsOf: async () => settings(),
      entries: () => new Map(),
      log: { info() {}, warn() {}, error() {} },
    }
    world.round = () => createSummaries(parts).round()
    const four = staff('st-4', 8)
    const five = staff('st-5', 3)
    const member = (unit: string) => (one: Person) => ({ unit, accounts: [one], manages: false })
    await store.saveOrganisation(
      {
        units,
        members: [
          ...four.map(member('st-4')),
          ...five.map(member('st-5')),
          { unit: 'st-4', accounts: [boss], manages: true },
          { unit: 'st-5', accounts: [person('BOSS2')], manages: true },
        ],
      },
      WEEK,
    )
    for (const [at, author] of [...four, ...five, boss].entries()) {
      await store.saveSettings(author, settings(), WEEK)
      const sightings = at % 2 ? [{ label: 'jargon' as const, rule: 'r' }] : []
      const when = new Date(WEEK.getTime() + 3_600_000 * (at + 30))
      const address = { platform: 'slack', tenant: 'T1', channel: 'C1', message: String(at) } as const
      await store.record(sight({ author, address, sightings, nudge: null, at: when, week: WEEK }))
    }
    try {
      await use(world)
    } finally {
      await store.close()
    }
  })
}

describe('weekly summaries', () => {
  it('come on Monday at seven, and not before', () =>
    inCompany(async (world) => {
      world.now = MONDAY('06:59')
      await world.round()
      assert.deepEqual([world.sent.length, await world.store.published(WEEK)], [0, null])
      world.now = MONDAY('07:00')
      await world.round()
      assert.equal(world.sent.length, 2)
    }))

  it('go to managers alone: of their own unit, or of the one around it', () =>
    inCompany(async ({ sent, round }) => {
      await round()
      const shown = sent.map(({ to, text }) => [to.user, text.unit, text.of])
      // Beside the house, station 4 would tell of the three people of station 5.
      assert.deepEqual(shown.sort(), [
        ['BOSS', 'Station 4', 'Klinikum'],
        ['BOSS2', 'Station 5', 'Klinikum'],
      ])
      const [own] = sent.filter(({ to }) => to.user === 'BOSS')
      assert.ok(
        own?.text.topics.rows.some(({ label }) => label === 'jargon'),
        'no figure where there are eleven people',
      )
      assert.ok(own.text.exercise)
    }))

  it('come once, whoever looks at the calendar as well', () =>
    inCompany(async (world) => {
      await Promise.all([world.round(), world.round()])
      await world.round()
      world.now = MONDAY('23:00')
      await world.round()
      assert.equal(world.sent.length, 2)
    }))

  it('are made later in the week where nobody was there on Monday, and never of an older one', () =>
    inCompany(async (world) => {
      world.now = new Date('2026-03-13T12:00:00Z')
      await world.round()
      assert.equal(world.sent.length, 2)
      world.now = new Date('2026-03-25T12:00:00Z')
      await world.round()
      assert.equal(await world.store.published(NEXT), null)
    }))

  it('stay as they were published, whatever is erased or comes late', () =>
    inCompany(async ({ store, round }) => {
      await round()
      const before = JSON.stringify((await store.published(WEEK))?.figures)
      await store.erase(person('st-4-1'), MONDAY('09:00'))
      const late = { platform: 'slack', tenant: 'T1', channel: 'C1', message: 'late' } as const
      await store.record(
        sight({ author: person('st-4-2'), address: late, at: WEEK, week: WEEK, nudge: null }),
      )
      await round()
      const after = await store.published(WEEK)
      assert.deepEqual([JSON.stringify(after?.figures), after?.erased], [before, 1])
    }))

  it('are compared with the week before only where hardly anybody changed, opt-outs included', () =>
    inCompany(async (world) => {
      const { store } = world
      await world.round()
      const again = async (people: readonly Person[]) => {
        for (const [at, author] of people.entries()) {
          const address = { platform: 'slack', tenant: 'T1', channel: 'C2', message: String(at) } as const
          const when = new Date(NEXT.getTime() + 3_600_000 * (at + 30))
          const sightings = at % 2 ? [{ label: 'jargon' as const, rule: 'r' }] : []
          await store.record(sight({ author, address, sightings, nudge: null, at: when, week: NEXT }))
        }
      }
      const [one, ...others] = [...staff('st-4', 8), ...staff('st-5', 3)]
      await again(others)
      await store.saveSettings(one!, settings({ optedIn: false }), NEXT)
      assert.equal((await store.counted(WEEK)).length, 11)
      world.now = new Date('2026-03-16T07:00:00Z')
      await world.round()
      const [house] = (await store.published(NEXT))?.figures ?? []
      assert.deepEqual([house?.unit, house?.labels.jargon?.direction], ['haus', null])
    }))

  it('add noise where it is wanted, one draw for a label of a unit', () =>
    inCompany(async ({ store }) => {
      let draws = 0
      const noise = () => {
        draws++
        return 1000
      }
      const parts = { store, clock: () => MONDAY('08:00'), timeZone: 'Europe/Berlin', k: 7 }
      await publishLastWeek({ ...parts, noise, log: { info() {} } })
      const [house] = (await store.published(WEEK))?.figures ?? []
      assert.equal(house?.labels.jargon?.band, 3)
      assert.equal(draws, Object.keys(house?.labels ?? {}).length)
    }))

  it('reach everybody else where one cannot be reached, which is given up after two weeks', () =>
    inCompany(async (world) => {
      const reach = world.deliver
      world.deliver = async (to, text) => {
        if (to.user === 'BOSS') throw new PlatformError('post', 'later')
        await reach(to, text)
      }
      for (const round of [1, 2, 3]) {
        await world.round()
        assert.deepEqual([round, world.sent.map(({ to }) => to.user)], [round, ['BOSS2']])
      }
      const state = async () => (await world.store.personalData(boss)).summaries[0]?.state
      assert.equal(await state(), 'pending')
      world.now = new Date('2026-03-16T05:00:00Z')
      await world.round()
      assert.equal(await state(), 'failed')
    }))

  const ends: [string, Error, string, number][] = [
    ['is tried again where nothing happened', new PlatformError('post', 'later'), 'pending', 2],
    ['is not where the platform said no', new PlatformError('post', 'refused'), 'failed', 0],
    ['is not where it may have arrived', new PlatformError('post', 'unknown'), 'unknown', 0],
    ['is not after whatever else', new Error('broken'), 'unknown', 0],
  ]
  for (const [name, fault, state, again] of ends)
    it(`a send ${name}`, () =>
      inCompany(async (world) => {
        world.fault = fault
        await world.round()
        const { summaries } = await world.store.personalData(boss)
        assert.equal(summaries[0]?.state, state)
        world.fault = null
        await world.round()
        assert.equal(world.sent.length, again)
      }))

  it('are not made where there are no units', () =>
    inFolder(async (dataDir) => {
      const store = await openStore({ dataDir })
      const nothing = async () => settings()
      await createSummaries({
        ...{
          store,
          clock: () => MONDAY('08:00'),
          timeZone: 'Europe/Berlin',
          k: 7,
          every: 60_000,
          adapters: new Map(),
        },
        ...{ settingsOf: nothing, entries: () => new Map(), log: { info() {}, warn() {}, error() {} } },
      }).round()
      assert.equal(await store.published(WEEK), null)
      assert.equal(await summaryOf(store, { unit: 'a', week: WEEK, exercise: 'x' }), null)
      await store.close()
    }))
})
