import assert from 'node:assert/strict'
import { mondayOf } from '../../src/own-weeks.js'
import type { Person } from '../../src/types.js'
import { type Client, type OpenedConsole, openConsole } from './house.js'

/** How many operations are tried; more on demand. */
const OPERATIONS = Number(process.env.KLARTEXT_OPERATIONS ?? 1000)
const SEED = Number(process.env.KLARTEXT_SEED ?? 20_261_129)

/** The same ids of people in every tenant of every platform. */
const PEOPLE: readonly Person[] = (
  [
    ['slack', 'T024BE7LD'],
    ['slack', 'T0OTHER01'],
    ['teams', 'T024BE7LD'],
  ] as const
).flatMap(([platform, tenant]) => ['U0AAA', 'U0BBB'].map((user): Person => ({ platform, tenant, user })))

/** What is known of one person, apart from what is kept. */
interface Model {
  readonly person: Person
  /** Stands in whatever is kept of them. */
  readonly mark: string
  client: Client
  optedIn: boolean
  perDay: number
  muted: Set<string>
  sightings: number
  units: Set<string>
}

describe('tenants with equal ids', function () {
  this.timeout(OPERATIONS * 100 + 60_000)
  let house: OpenedConsole
  before(async () => {
    house = await openConsole()
  })
  after(() => house.close())

  it(`see nothing of each other in ${OPERATIONS} random operations`, async () => {
    let state = SEED
    const dice = (sides: number) => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) % sides
    const week = mondayOf(house.clock(), 'Europe/Berlin')
    const models: Model[] = []
    for (const [at, person] of PEOPLE.entries()) {
      const mark = `mark-${at}`
      models.push({
        ...{ person, mark, client: await house.signIn(person), optedIn: false, perDay: 3 },
        ...{ muted: new Set<string>(), sightings: 0, units: new Set([`${mark}-team`]) },
      })
    }
    await house.store.saveOrganisation(
      {
        units: models.map(({ mark }) => ({ id: `${mark}-team`, name: 'Team', parent: null })),
        members: models.map(({ mark, person }) => {
          return { unit: `${mark}-team`, accounts: [person], manages: false }
        }),
      },
      week,
    )
    const actors = models.map(({ person }) => house.store.console.actor(person))
    assert.equal(new Set(actors).size, models.length)

    let done = 0
    const settled = async ({ person, mark, client, optedIn, perDay, muted, sightings, units }: Model) => {
      const where = `${Object.values(person).join(' ')} after ${done} operations of seed ${SEED}`
      const exported = await client.post('/me/export')
      assert.equal(exported.status, 200, where)
      const data = JSON.parse(exported.text)
      assert.equal(data.settings.optedIn, optedIn, where)
      assert.equal(data.settings.maxPerDay, perDay, where)
      assert.deepEqual(new Set(data.settings.mutedRules), muted, where)
      assert.equal(data.sightings.length, sightings, where)
      assert.deepEqual(new Set(data.units.map(({ unit }: { unit: string }) => unit)), units, where)
      assert.deepEqual(new Set(await house.store.unitsOf(person, week)), units, where)
      const page = await client.get('/me')
      assert.equal(page.status, 200, where)
      for (const other of models)
        if (other.mark !== mark)
          for (const { text } of [exported, page])
            assert.ok(!text.includes(other.mark), `${other.mark}: ${where}`)
    }

    let count = 0
    for (; done < OPERATIONS; done++) {
      const model = models[dice(models.length)]!
      const { person, client, mark } = model
      switch (dice(10)) {
        case 0:
          await client.post(model.optedIn ? '/me/leave' : '/me/join')
          model.optedIn = !model.optedIn
          break
        case 1:
          model.perDay = dice(6)
          await house.core.change(person, { maxPerDay: model.perDay })
          break
        case 2:
          model.muted.add(`${mark}-${dice(5)}`)
          await house.core.change(person, { mutedRules: [...model.muted] })
          break
        case 3: {
          const [rule] = model.muted
          if (rule === undefined) break
          const other = models[dice(models.length)]!
          // Somebody else's form with this person's rule changes nothing for either.
          if (other !== model) await other.client.post('/me/unmute', { muted: `rule:${rule}` })
          await house.core.change(person, { mutedRules: [...model.muted].filter((each) => each !== rule) })
          model.muted.delete(rule)
          break
        }
        case 4:
        case 5: {
          count += 1
          const at = house.clock()
          await house.store.record({
            ...{ author: person, revision: '1', language: 'de', lexiconVersion: 'test', nudge: null },
            // The same channel and message in every tenant.
            address: { ...person, channel: 'C1', message: `m${count}` },
            sightings: [{ label: 'jargon', rule: `${mark}-seen` }],
            ...{ at, dueAt: at, week },
          })
          model.sightings += 1
          break
        }
        case 6: {
          if (dice(10) > 0) break
          await client.post('/me/erase')
          Object.assign(model, {
            optedIn: false,
            perDay: 3,
            muted: new Set(),
            sightings: 0,
            units: new Set(),
          })
          // That ends every session of this person, and of nobody else.
          assert.notEqual((await client.get('/me')).status, 200)
          model.client = await house.signIn(person)
          break
        }
        case 7: {
          if (dice(4) > 0) break
          await client.post('/me/sign-out')
          assert.notEqual((await client.get('/me')).status, 200)
          model.client = await house.signIn(person)
          break
        }
        case 8: {
          const draft = await client.post('/try', { text: `Das ist ${mark}.`, audience: 'team' })
          assert.equal(draft.status, 200)
          for (const other of models) if (other !== model) assert.ok(!draft.text.includes(other.mark))
          break
        }
        default:
          await settled(model)
      }
    }
    for (const model of models) await settled(model)
  })
})
