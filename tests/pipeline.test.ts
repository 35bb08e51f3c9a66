import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { incoming, jana, murat, startCore } from './helpers/core.js'

const DEMO = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'

describe('the way of a message', function () {
  this.timeout(60_000)
  let klartext: Awaited<ReturnType<typeof startCore>>
  beforeEach(async () => {
    klartext = await startCore()
  })
  afterEach(() => klartext.stop())

  const join_ = () => klartext.core.change(jana, { optedIn: true })

  it('reaches the writer alone, half a minute later', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(29)
    assert.equal(klartext.letters.length, 0)
    await klartext.pass(1)
    const [letter] = klartext.letters
    assert.deepEqual(letter.to, jana)
    assert.deepEqual([letter.place, letter.tone], ['direct', 'du'])
    assert.equal(letter.text.label, 'anglicism')
    assert.deepEqual(letter.text.suggestions.map(({ term }) => term).slice(0, 3), [
      'Alignment',
      'Daily',
      'challengen',
    ])
  })

  it('analyses nothing and writes nothing before opt-in', async () => {
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    assert.equal(klartext.analysed, 0)
    assert.equal(await klartext.store.seen(incoming(DEMO).address, '1'), false)
    assert.equal(klartext.letters.length, 0)
  })

  it('ends at once with opt-out: what waits is dropped', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.core.change(jana, { optedIn: false })
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 0)
  })

  it('takes the same delivery once', async () => {
    await join_()
    for (let i = 0; i < 3; i++) await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    assert.deepEqual([klartext.letters.length, klartext.analysed], [1, 1])
  })

  it('says nothing of a message that was mended in time', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.core.handle(incoming('Wir prüfen das morgen früh noch einmal.', { revision: '2' }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 0)
  })

  it('speaks once of a message, whatever its edits', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    await klartext.core.handle(incoming(`${DEMO} Asap.`, { revision: '2' }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 1)
  })

  it('removes the nudge of a deleted message', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    await klartext.core.deleted({ address: incoming(DEMO).address, author: jana })
    await klartext.pass(1)
    assert.deepEqual(klartext.retracted, ['posted-1'])
  })

  it('keeps its distance: the second message within half an hour gets no nudge', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    await klartext.core.handle(incoming(DEMO, { message: 'm2' }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 1)
  })

  it('keeps its distance also where messages come at once', async () => {
    await join_()
    const messages = Array.from({ length: 20 }, (_, i) => incoming(DEMO, { message: `m${i}` }))
    await Promise.all(messages.map((each) => klartext.core.handle(each)))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 1)
  })

  it('takes the same delivery once, also where all copies come at once', async () => {
    await join_()
    await Promise.all(Array.from({ length: 10 }, () => klartext.core.handle(incoming(DEMO))))
    await klartext.pass(60)
    const { sightings } = await klartext.core.export(jana)
    assert.equal(klartext.letters.length, 1)
    assert.equal(new Set(sightings.map(({ rule }) => rule)).size, sightings.length)
  })

  it('takes what it could not keep anew when it comes again', async () => {
    await join_()
    const { record } = klartext.store
    Object.assign(klartext.store, { record: () => Promise.reject(new Error('disk full')) })
    await assert.rejects(klartext.core.handle(incoming(DEMO)))
    Object.assign(klartext.store, { record })
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 1)
  })

  it('asks the database for nothing but the transaction where there is nothing to say', async () => {
    await join_()
    await klartext.core.handle(incoming('Bis morgen um zehn.', { message: 'm0' }))
    const asked: string[] = []
    for (const name of ['settings', 'seen', 'history', 'teamTerms', 'record'] as const) {
      const real = klartext.store[name].bind(klartext.store) as (...given: unknown[]) => unknown
      const noting = (...given: unknown[]) => {
        asked.push(name)
        return real(...given)
      }
      Object.assign(klartext.store, { [name]: noting })
    }
    await klartext.core.handle(incoming('Bis morgen um elf.', { message: 'm1' }))
    assert.deepEqual(asked, ['record'])
    await klartext.core.handle(incoming(DEMO, { message: 'm2' }))
    assert.deepEqual(asked, ['record', 'history', 'record'])
  })

  it('goes by the clock of the platform', async () => {
    await join_()
    const { address } = incoming(DEMO)
    const minutes = (number: number) => new Date(klartext.clock().getTime() + number * 60_000)
    await klartext.core.deleted({ address, author: jana, at: minutes(-2) })
    await klartext.core.handle(incoming(DEMO, { at: minutes(-3) }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 0)
    await klartext.core.handle(incoming(DEMO, { revision: 'back', at: minutes(-1) }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 1)
  })

  it('says nothing of a message that was written 16 minutes ago, whenever it comes', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO, { at: new Date('2026-03-10T10:44:00Z') }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 0)
  })

  it('keeps its limits also where the platform’s clock runs ahead', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO, { at: new Date('2026-03-10T18:00:00Z') }))
    await klartext.pass(60)
    await klartext.pass(31 * 60)
    await klartext.core.handle(incoming(DEMO, { message: 'm2', at: new Date('2026-03-10T18:32:00Z') }))
    await klartext.pass(60)
    assert.equal(klartext.letters.length, 2)
  })

  it('writes nothing of a deletion by somebody who has not opted in', async () => {
    await klartext.core.deleted({ address: incoming(DEMO).address, author: jana })
    assert.equal(await klartext.store.seen(incoming(DEMO).address, 'deleted'), false)
    await join_()
    await klartext.core.deleted({ address: incoming(DEMO).address, author: jana })
    assert.equal(await klartext.store.seen(incoming(DEMO).address, 'deleted'), true)
  })

  it('takes an answer from its reader alone', async () => {
    await join_()
    await klartext.core.handle(incoming(DEMO))
    await klartext.pass(60)
    const [{ id }] = klartext.letters
    assert.equal(await klartext.core.answer(murat, id, 'mute-rule'), null)
    assert.equal(await klartext.core.answer(jana, 'no-such-nudge', 'helpful'), null)
    const settings = await klartext.core.answer(jana, id, 'mute-rule')
    assert.ok(settings?.mutedRules.some((rule) => rule.includes('alignment')))
    const paused = await klartext.core.answer(jana, id, 'pause')
    assert.equal(paused?.pausedUntil?.toISOString(), '2026-03-10T23:00:00.000Z')
  })

  it('checks a draft for anybody who asks and keeps nothing of it', async () => {
    const { analysis, nudge } = await klartext.core.check(murat, { text: DEMO })
    assert.deepEqual([analysis.labels.includes('anglicism'), nudge?.label], [true, 'anglicism'])
    assert.equal(await klartext.store.settings(murat), undefined)
  })

  it('leaves no word of a message in any file or log', async () => {
    await join_()
    const marks = Array.from({ length: 200 }, (_, i) => `Kanarienvogel${(i * 7919).toString(36)}x`)
    for (const [i, mark] of marks.entries())
      await klartext.core.handle(
        incoming(`${mark} Wir müssen das Alignment challengen, ihr habt es verbockt. ${mark}`, {
          message: `m${i}`,
        }),
      )
    await klartext.pass(60)
    await klartext.core.deleted({ address: incoming('', { message: 'm0' }).address, author: jana })
    await klartext.pass(60)
    const kept = readdirSync(klartext.folder).map((name) =>
      readFileSync(join(klartext.folder, name)).toString('latin1'),
    )
    const everything = [...kept, JSON.stringify(klartext.logged), JSON.stringify(klartext.letters)].join('\n')
    for (const mark of marks) {
      for (const form of [
        mark,
        Buffer.from(mark).toString('base64').slice(0, 20),
        Buffer.from(mark).toString('hex'),
        Buffer.from(mark, 'utf16le').toString('latin1'),
      ])
        assert.ok(!everything.includes(form), form)
    }
  })
})
