import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { connect } from '../src/store/connect.js'
import { personKey } from '../src/store/person-key.js'
import type { ChannelAddress } from '../src/types.js'
import { incoming, jana, murat, startCore } from './helpers/core.js'
import { bytes } from './store/samples.js'

const DEMO = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'
const OURS: ChannelAddress = { platform: 'playground', tenant: 'test', channel: 'team' }

describe('the core', function () {
  this.timeout(60_000)
  let klartext: Awaited<ReturnType<typeof startCore>>
  beforeEach(async () => {
    klartext = await startCore()
    await klartext.core.change(jana, { optedIn: true })
  })
  afterEach(() => klartext.stop())

  /** The database beside the store, with the key of a person. */
  async function beside<T>(use: (db: Knex, key: string) => Promise<T>): Promise<T> {
    const connection = { filename: join(klartext.folder, 'klartext.db') }
    const db = connect({ client: 'sqlite3', connection })
    const { secret } = await bytes(klartext.folder)
    try {
      return await use(db, personKey(secret!.trim(), jana))
    } finally {
      await db.destroy()
    }
  }

  /** Every row that carries the key, by table. */
  const walk = () =>
    beside(async (db, key) => {
      const found: Record<string, Record<string, unknown>[]> = {}
      const tables: string[] = await db('sqlite_master').where({ type: 'table' }).pluck('name')
      for (const table of tables) {
        const columns: { name: string }[] = await db.raw(`PRAGMA table_info(${table})`)
        const where = columns.map(({ name }) => `"${name}" = :key`).join(' or ')
        const rows = await db(table).whereRaw(where, { key })
        if (rows.length > 0) found[table] = rows
      }
      return found
    })

  /** A day with everything that may be kept: a nudge from three days ago, one from now, one that waits. */
  async function live(): Promise<void> {
    await klartext.core.change(jana, { mutedRules: ['x'], minutesBetween: 0, tone: 'sie' })
    await klartext.core.handle(incoming(DEMO, { message: 'old' }))
    await klartext.pass(60)
    await klartext.store.expire(new Date(klartext.clock().getTime() + 25 * 3_600_000))
    await klartext.pass(3 * 86_400)
    await klartext.core.handle(incoming(DEMO, { message: 'new' }))
    await klartext.pass(60)
    await klartext.core.answer(jana, klartext.letters.at(-1)!.id, 'helpful')
    await klartext.core.handle(incoming(`${DEMO} Asap.`, { message: 'waits' }))
    await klartext.core.saveRoster({ platform: 'playground', tenant: 'test', team: 'S1' }, [jana, murat])
    const week = new Date('2026-03-08T23:00:00Z')
    const units = [{ id: 'st-4', name: 'Station 4', parent: null }]
    const members = [{ unit: 'st-4', accounts: [jana], manages: true }]
    await klartext.store.saveOrganisation({ units, members }, week)
    const letter = { id: 'l', to: jana, unit: 'st-4', week, exercise: 'x' }
    await klartext.store.publish(week, [], [letter], [], week)
  }

  describe('exports', () => {
    it('all that is found by an independent walk over all tables', async () => {
      await live()
      const kept = await walk()
      assert.equal(
        Object.keys(kept).sort().join(),
        'muted,outbox,paces,people,posted,rosters,sightings,summaries,unit_people,weeks',
      )
      const { settings, ...data } = await klartext.core.export(jana)

      const [own] = kept.people!
      assert.deepEqual(
        [settings.optedIn, settings.tone, settings.place, settings.mutedRules],
        [own!.opted_in === 1, own!.tone, own!.place, kept.muted!.map(({ value }) => value)],
      )
      const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
      assert.deepEqual(
        sorted(data.sightings),
        sorted(
          kept.sightings!.map(({ hour, label, rule, language }) => ({
            hour: new Date(hour as number),
            label,
            rule,
            language,
          })),
        ),
      )
      const outbox = kept.outbox!
      const older = kept.posted!.filter(({ id }) => !outbox.some((row) => row.id === id))
      assert.deepEqual([outbox.length, older.length], [2, 1])
      assert.deepEqual(
        data.nudges.map(({ at, state, label }) => [at.getTime(), state, label]),
        [
          ...outbox.map((row) => [row.created_at, row.state, row.label]),
          ...older.map((row) => [row.at, 'sent', null]),
        ].sort((a, b) => Number(b[0]) - Number(a[0])),
      )
      assert.deepEqual(
        data.teams.map(({ team, week }) => [team, week.getTime()]),
        kept.rosters!.map(({ team, week }) => [team, week]),
      )
      assert.deepEqual(
        data.weeks.map(({ week, messages }) => [week.getTime(), messages]),
        kept
          .weeks!.map(({ week, messages }) => [Number(week), messages])
          .sort((a, b) => Number(b[0]) - Number(a[0])),
      )
      assert.deepEqual(
        data.units.map(({ unit, manages, week }) => [unit, manages, week.getTime()]),
        kept.unit_people!.map(({ unit, recipient, week }) => [unit, recipient !== null, week]),
      )
      assert.deepEqual(
        data.summaries.map(({ unit, week, state }) => [unit, week.getTime(), state]),
        kept.summaries!.map(({ unit, week, state }) => [unit, week, state]),
      )
      const [pace] = kept.paces!
      assert.equal(data.lastHintAt?.getTime(), pace!.last_hint_at)
      assert.equal(data.lastPraiseAt, pace!.last_praise_at)
    })

    it('next to nothing of somebody of whom nothing is kept, and keeps nothing of the question', async () => {
      const { settings, ...data } = await klartext.core.export(murat)
      assert.equal(settings.optedIn, false)
      assert.deepEqual(data, {
        ...{
          answers: [],
          sessions: [],
          sightings: [],
          nudges: [],
          teams: [],
          weeks: [],
          units: [],
          summaries: [],
        },
        ...{ lastHintAt: null, lastPraiseAt: null },
      })
      assert.equal(await klartext.store.settings(murat), undefined)
    })
  })

  describe('erases', () => {
    it('all of a person: no row, no byte, no nudge in the chat', async () => {
      await live()
      await klartext.core.erase(jana)
      assert.deepEqual(await walk(), {})
      const key = await beside(async (_, own) => own)
      const { secret: _, ...files } = await bytes(klartext.folder)
      for (const needle of [jana.user, key]) assert.ok(!Object.values(files).join().includes(needle), needle)
      await klartext.pass(1)
      assert.deepEqual(klartext.retracted.sort(), ['posted-1', 'posted-2'])
      await klartext.pass(60)
      assert.equal(klartext.letters.length, 2)
    })

    it('the opt-in as well: nothing of what comes later is read', async () => {
      await klartext.core.erase(jana)
      assert.equal((await klartext.core.settings(jana)).optedIn, false)
      await klartext.core.handle(incoming(DEMO))
      assert.equal(klartext.analysed, 0)
      assert.deepEqual(await walk(), {})
    })

    it('also what is under way just then', async () => {
      const messages = Array.from({ length: 30 }, (_, i) => incoming(DEMO, { message: `m${i}` }))
      const handled = messages.map((each) => klartext.core.handle(each))
      const erased = klartext.core.erase(jana)
      const late = messages.map((each) => klartext.core.handle({ ...each, revision: '2' }))
      await Promise.all([...handled, erased, ...late])
      assert.deepEqual(await walk(), {})
      await klartext.pass(60)
      assert.equal(klartext.letters.length, 0)
    })

    it('also against an answer of the same moment', async () => {
      await klartext.core.handle(incoming(DEMO))
      await klartext.pass(60)
      const { id } = klartext.letters[0]!
      const answers = [1, 2].map(() => klartext.core.answer(jana, id, 'mute-rule'))
      const erased = klartext.core.erase(jana)
      answers.push(klartext.core.answer(jana, id, 'pause'))
      await Promise.all([erased, ...answers])
      assert.equal(await answers[2], null)
      assert.deepEqual(await walk(), {})
    })

    it('what somebody has set, also where it is looked at meanwhile', async () => {
      await klartext.core.change(jana, { tone: 'sie' })
      const { erase } = klartext.store
      Object.assign(klartext.store, {
        erase: async (...given: Parameters<typeof erase>) => {
          await klartext.core.settings(jana)
          return erase(...given)
        },
      })
      await klartext.core.erase(jana)
      assert.deepEqual(await klartext.core.settings(jana), await klartext.core.settings(murat))
    })

    it('nothing of others, and may be asked twice', async () => {
      await klartext.core.change(murat, { optedIn: true })
      await klartext.core.erase(jana)
      await klartext.core.erase(jana)
      assert.equal((await klartext.core.settings(murat)).optedIn, true)
    })

    it('and lets them begin anew', async () => {
      await klartext.core.erase(jana)
      await klartext.core.change(jana, { optedIn: true })
      await klartext.core.handle(incoming(DEMO, { message: 'm9' }))
      await klartext.pass(60)
      assert.equal(klartext.letters.length, 1)
    })
  })

  it('loses no change of two at once', async () => {
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    const { id } = klartext.letters[0]!
    await Promise.all([
      klartext.core.answer(jana, id, 'mute-rule'),
      klartext.core.answer(jana, id, 'pause'),
      klartext.core.change(jana, { tone: 'sie' }),
      klartext.core.change(jana, { place: 'channel' }),
    ])
    const { mutedRules, pausedUntil, tone, place } = await klartext.core.settings(jana)
    assert.deepEqual(
      [mutedRules.length > 0, pausedUntil !== null, tone, place],
      [true, true, 'sie', 'channel'],
    )
  })

  describe('counts the own weeks', () => {
    // The clock stands at noon of Tuesday, 10 March 2026, in Berlin; the clocks change on 29 March.
    const seen = (message: string, at: string, ...labels: ('silo' | 'care')[]) =>
      klartext.store.record({
        ...incoming('', { message }),
        sightings: labels.map((label) => ({ label, rule: 'r' })),
        language: 'de',
        lexiconVersion: 'test',
        nudge: null,
        at: new Date(at),
        dueAt: new Date(at),
        week: new Date(at),
      })

    it('none where nothing was ever seen', async () => {
      assert.deepEqual(await klartext.core.weeks(jana), [])
    })

    it('from Monday to Sunday in the company’s time zone, five of them', async () => {
      await seen('a', '2026-03-08T22:59:00Z', 'silo')
      await seen('b', '2026-03-08T23:00:00Z', 'silo', 'care', 'care')
      await seen('c', '2026-02-08T23:00:00Z', 'care')
      await seen('d', '2026-02-08T22:59:00Z', 'care')
      assert.deepEqual(
        (await klartext.core.weeks(jana)).map(({ from, labels }) => [from.toISOString(), labels]),
        [
          ['2026-02-08T23:00:00.000Z', { care: 1 }],
          ['2026-02-15T23:00:00.000Z', {}],
          ['2026-02-22T23:00:00.000Z', {}],
          ['2026-03-01T23:00:00.000Z', { silo: 1 }],
          ['2026-03-08T23:00:00.000Z', { silo: 1, care: 2 }],
        ],
      )
    })

    it('also over the change of the clocks', async () => {
      await klartext.pass(25 * 86_400)
      await seen('a', '2026-03-29T21:59:00Z', 'silo')
      await seen('b', '2026-03-29T22:00:00Z', 'care')
      assert.deepEqual(
        (await klartext.core.weeks(jana)).slice(-2).map(({ from, labels }) => [from.toISOString(), labels]),
        [
          ['2026-03-22T23:00:00.000Z', { silo: 1 }],
          ['2026-03-29T22:00:00.000Z', { care: 1 }],
        ],
      )
    })
  })

  describe('lets a channel have its own words', () => {
    const words: [word: string, id: string][] = [
      ['Alignment', 'anglicism-alignment'],
      ['alignment', 'anglicism-alignment'],
      [' Alignments ', 'anglicism-alignment'],
      ['gecancelt', 'anglicism-canceln'],
      ['anglicism-alignment', 'anglicism-alignment'],
      ['ADÄQUAT', 'foreign-de-adaequat'],
      ['adaequat', 'foreign-de-adaequat'],
      ['convoluted-de-nested', 'convoluted-de-nested'],
    ]
    for (const [word, id] of words)
      it(`finds ${id} by „${word}“`, async () => {
        const ids = await klartext.core.setTeamTerm(OURS, word, true)
        assert.ok(ids.includes(id), ids.join())
        assert.ok(ids.length < 6, ids.join())
        assert.deepEqual([...(await klartext.core.teamTerms(OURS))].sort(), [...ids].sort())
      })

    for (const word of [
      '',
      ' ',
      'Tisch',
      'Wir müssen das Alignment challengen',
      'nicht-da',
      'Alignment/Daily',
      '🙂',
      'x'.repeat(99),
    ])
      it(`finds nothing by „${word.slice(0, 20)}“`, async () => {
        assert.deepEqual(await klartext.core.setTeamTerm(OURS, word, true), [])
        assert.deepEqual(await klartext.core.teamTerms(OURS), [])
      })

    it('and no longer counts them there, at once, until they are taken back', async () => {
      const text = 'Wir müssen das Alignment im Daily klären.'
      const labels = async (message: string, channel = 'team') => {
        const { address, ...rest } = incoming(text, { message })
        await klartext.core.handle({ ...rest, address: { ...address, channel } })
        const { sightings } = await klartext.core.export(jana)
        return sightings.length
      }
      assert.equal(await labels('m1'), 2)
      for (const word of ['Alignment', 'Daily']) await klartext.core.setTeamTerm(OURS, word, true)
      assert.equal(await labels('m2'), 2)
      assert.equal(await labels('m3', 'others'), 4)
      for (const word of ['Alignment', 'Daily']) await klartext.core.setTeamTerm(OURS, word, false)
      assert.deepEqual(await klartext.core.teamTerms(OURS), [])
      assert.equal(await labels('m4'), 6)
    })

    it('beside those that the adapter hands over', async () => {
      await klartext.core.setTeamTerm(OURS, 'Alignment', true)
      const teamTerms = new Set(['anglicism-daily'])
      await klartext.core.handle(incoming('Wir müssen das Alignment im Daily klären.', { teamTerms }))
      assert.deepEqual((await klartext.core.export(jana)).sightings, [])
    })
  })

  it('hands adapters a vault', async () => {
    await klartext.core.vault.write('slack.T1', 'token')
    assert.equal(await klartext.core.vault.read('slack.T1'), 'token')
    assert.deepEqual(await klartext.core.vault.names('slack.'), ['slack.T1'])
    await klartext.core.vault.remove('slack.T1')
    assert.equal(await klartext.core.vault.read('slack.T1'), null)
  })
})
