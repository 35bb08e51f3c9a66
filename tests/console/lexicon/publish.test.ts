import assert from 'node:assert/strict'
import { lexiconWords } from '../../../src/console/words/lexicon/index.js'
import type { TuningStep } from '../../../src/types.js'
import { entryItem, step } from '../../helpers/tuning.js'
import { formIn, type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

const change = (instead: string, base = 0): TuningStep => ({
  ...{ scope: 'company', kind: 'change', name: 'anglicism-canceln' },
  ...{ value: { instead: [instead] }, base },
})
const threshold: TuningStep = {
  ...{ scope: 'company', kind: 'threshold', name: 'jargon' },
  ...{ value: { weight: 1 }, base: 0 },
}

describe('publishing a draft', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  beforeEach(async () => void (opened = await openLexicon()))
  afterEach(() => opened.close())

  const save = (...steps: TuningStep[]) => opened.store.tuning.saveSteps(opened.actorOf(opened.leon), steps)
  const draftPage = async () => (await opened.leon.get('/lexicon/draft')).text
  const publishForm = async (reason = 'Klarere Vorschläge') => ({
    ...formIn(await draftPage(), '/lexicon/draft/publish'),
    reason,
  })

  it('says that an empty draft is empty, and publishes nothing of it', async () => {
    assert.match(wordsIn(await draftPage()), /Im Entwurf steht nichts/)
    const answer = await opened.leon.post('/lexicon/draft/publish', { reason: 'Nichts', seal: '' })
    assert.match(
      wordsIn((await opened.leon.follow(answer)).text),
      /steht noch nichts, was sich veröffentlichen ließe/,
    )
    assert.equal(await opened.store.tuning.version(), 0)
  })

  it('shows what changes and what it would do, publishes it, and puts it in force', async () => {
    await save(change('streichen'), threshold)
    const words = wordsIn(await draftPage())
    assert.match(words, /2 Änderungen/)
    assert.match(words, /nachher: streichen/)
    assert.match(words, /Alles in Ordnung\./)
    assert.match(words, /Von [\d.]+ Beispielsätzen würden \d+ neu auffallen/)
    const answer = await opened.leon.post('/lexicon/draft/publish', await publishForm())
    const history = wordsIn((await opened.leon.follow(answer)).text)
    assert.match(history, /Veröffentlicht\..*Stand 1 gilt jetzt Klarere Vorschläge .* von dir · 2 neu/)
    assert.equal(opened.house.lexicon.current().tuning, 1)
    assert.deepEqual(opened.house.lexicon.current().entries.get('anglicism-canceln')!.instead, ['streichen'])
    assert.equal(await opened.store.tuning.draft(opened.actorOf(opened.leon)), null)
    const [event] = await opened.store.console.auditRecords(5)
    assert.deepEqual(
      [event!.actor, event!.role, event!.action, event!.subject],
      [opened.actorOf(opened.leon), 'admin', 'lexicon.publish', '1'],
    )
  })

  it('publishes once however often the button is clicked', async () => {
    await save(threshold)
    const form = await publishForm()
    const answers = await Promise.all([1, 2, 3].map(() => opened.leon.post('/lexicon/draft/publish', form)))
    assert.ok(answers.every(({ status }) => status === 303 || status === 302))
    await opened.leon.post('/lexicon/draft/publish', form)
    assert.equal(await opened.store.tuning.version(), 1)
  })

  for (const [reason, said] of [
    ['  ', 'Bitte ausfüllen.'],
    ['x'.repeat(201), 'Höchstens 200 Zeichen.'],
  ] as const)
    it(`asks for a reason instead of ${JSON.stringify(reason.slice(0, 5))}`, async () => {
      await save(threshold)
      const { status, text } = await opened.leon.post('/lexicon/draft/publish', await publishForm(reason))
      assert.equal(status, 422)
      assert.ok(wordsIn(text).includes(said))
      assert.equal(await opened.store.tuning.version(), 0)
    })

  it('publishes nothing but what was seen', async () => {
    await save(threshold)
    const form = await publishForm()
    await save(change('streichen'))
    const { status, text } = await opened.leon.post('/lexicon/draft/publish', form)
    assert.equal(status, 409)
    assert.match(wordsIn(text), /Der Entwurf hat sich seitdem geändert/)
    assert.equal(formIn(text, '/lexicon/draft/publish').reason!.toString(), 'Klarere Vorschläge')
    assert.equal(await opened.store.tuning.version(), 0)
  })

  it('leaves what another tab puts into the draft meanwhile', async () => {
    await save(threshold)
    const form = await publishForm()
    const { publish } = opened.store.tuning
    // Right when it is published: the steps were read before, and the draft is cleared afterwards.
    Object.assign(opened.store.tuning, {
      async publish(...args: Parameters<typeof publish>) {
        Object.assign(opened.store.tuning, { publish })
        await save(change('streichen'))
        return publish(...args)
      },
    })
    await opened.leon.post('/lexicon/draft/publish', form)
    assert.equal(await opened.store.tuning.version(), 1)
    const left = await opened.store.tuning.draft(opened.actorOf(opened.leon))
    assert.deepEqual(
      left?.steps.map(({ kind }) => kind),
      ['change'],
    )
  })

  it('lists each fault with its place and what helps, and offers no way to publish', async () => {
    await save(
      { ...change('x'), name: 'anglicism-gibt-es-nicht' },
      {
        ...{ scope: 'unit/gibt-es-nicht', kind: 'entry', name: 'eigen-a', base: 0 },
        value: {
          ...{ label: 'jargon', language: 'de', why: 'Weil.', instead: [], patterns: ['auf (die'] },
          ...{ flag: ['Auf die Bahn.'], allow: ['Nichts.'] },
        },
      },
    )
    const text = await draftPage()
    const words = wordsIn(text)
    for (const said of [
      'Diesen Eintrag gibt es nicht.',
      'kennt Klartext nicht.',
      'Dieses Muster lässt sich nicht lesen.',
      'Muster, Zeile 1, Zeichen 9',
      'a closing )',
      'gibt es keine Vorschau',
    ])
      assert.ok(words.includes(said), `${said} in ${words}`)
    assert.throws(() => formIn(text, '/lexicon/draft/publish'), /no form/)
    const forced = await opened.leon.post('/lexicon/draft/publish', { reason: 'Trotzdem', seal: 'x' })
    assert.equal(forced.status, 409)
    assert.equal(await opened.store.tuning.version(), 0)
  })

  it('throws away one change, and all of them only when asked twice', async () => {
    await save(change('streichen'), threshold)
    const form = formIn(await draftPage(), '/lexicon/draft/drop')
    await opened.leon.post('/lexicon/draft/drop', form)
    const left = await opened.store.tuning.draft(opened.actorOf(opened.leon))
    assert.deepEqual(
      left!.steps.map(({ kind }) => kind),
      ['threshold'],
    )
    const asked = (await opened.leon.get('/lexicon/draft/drop')).text
    assert.match(wordsIn(asked), /Eine Änderung geht verloren/)
    await opened.leon.post('/lexicon/draft/drop', formIn(asked, '/lexicon/draft/drop'))
    assert.equal(await opened.store.tuning.draft(opened.actorOf(opened.leon)), null)
  })

  for (const [choice, expected] of [
    ['mine', ['ausfallen lassen']],
    ['theirs', ['streichen']],
  ] as const)
    it(`shows both versions where two admins edit the same entry, and ends with ${choice}`, async () => {
      const path = '/lexicon/entry/anglicism-canceln'
      const [mine, theirs] = [(await opened.leon.get(path)).text, (await opened.mira.get(path)).text]
      await opened.leon.post(path, { ...formIn(mine, path), instead: 'ausfallen lassen' })
      await opened.mira.post(path, { ...formIn(theirs, path), instead: 'streichen' })
      const early = await publishForm('Meine Fassung')
      const seal = formIn((await opened.mira.get('/lexicon/draft')).text, '/lexicon/draft/publish')
      await opened.mira.post('/lexicon/draft/publish', { ...seal, reason: 'Andere Fassung' })

      const refused = await opened.leon.post('/lexicon/draft/publish', early)
      assert.equal(refused.status, 409)
      const words = wordsIn(refused.text)
      for (const said of ['Zwei Fassungen', 'streichen', 'ausfallen lassen', 'Stand 1, von'])
        assert.ok(words.includes(said), said)
      assert.match(wordsIn(await draftPage()), /Jemand anders hat inzwischen dasselbe geändert/)
      const form = formIn(refused.text, '/lexicon/draft/conflicts')
      await opened.leon.post('/lexicon/draft/conflicts', { ...form, 'choice-0': choice })
      if (choice === 'mine')
        await opened.leon.post('/lexicon/draft/publish', await publishForm('Meine Fassung'))
      const item = await opened.store.tuning.item({
        scope: 'company',
        kind: 'change',
        name: 'anglicism-canceln',
      })
      assert.deepEqual((item!.value as { instead: string[] }).instead, expected)
      assert.equal(await opened.store.tuning.draft(opened.actorOf(opened.leon)), null)
    })

  it('keeps both versions where nothing was chosen', async () => {
    await save(change('ausfallen lassen'))
    await opened.publish([change('streichen')])
    const { text } = await opened.leon.get('/lexicon/draft/conflicts')
    await opened.leon.post('/lexicon/draft/conflicts', formIn(text, '/lexicon/draft/conflicts'))
    const left = await opened.store.tuning.draft(opened.actorOf(opened.leon))
    assert.deepEqual(left!.steps, [change('ausfallen lassen')])
  })

  it('does not go back to what has become reserved since', async () => {
    const noun = entryItem('eigen-br', { noun: 'Betriebsrat' })
    await opened.publish([step(noun)])
    await opened.publish([{ ...step(noun, 1), value: null }])
    const form = formIn((await opened.leon.get('/lexicon/history/1')).text, '/lexicon/history/1/back')
    const { status, text } = await opened.leon.post('/lexicon/history/1/back', form)
    assert.equal(status, 422)
    assert.match(wordsIn(text), new RegExp(lexiconWords.de().fault.codes.reserved[0].slice(0, 20)))
    assert.equal(await opened.store.tuning.version(), 2)
  })

  it('goes back to an earlier version with one click', async () => {
    await opened.publish([change('streichen')])
    await opened.publish([{ ...threshold, name: 'silo' }], undefined, 'Zweites')
    const page = (await opened.leon.get('/lexicon/history/1')).text
    assert.match(wordsIn(page), /Vorher gesetzt.*von f00d00d0f00d.*nachher: streichen/)
    const form = formIn(page, '/lexicon/history/1/back')
    assert.equal(form.reason!.toString(), 'Zurück zu Stand 1')
    const answer = await opened.leon.post('/lexicon/history/1/back', form)
    assert.match(wordsIn((await opened.leon.follow(answer)).text), /Stand 3 .*zurück zu Stand 1/)
    assert.equal(await opened.store.tuning.item({ ...threshold, name: 'silo' }), null)
    const again = await opened.leon.post('/lexicon/history/1/back', form)
    assert.match(again.headers.location!, /said=lexicon-same-state/)
    assert.throws(() => formIn(wordsIn(''), '/lexicon/history/3/back'))
    assert.equal((await opened.leon.get('/lexicon/history/99')).status, 404)
    assert.equal((await opened.leon.post('/lexicon/history/99/back', form)).status, 404)
  })

  it('shows rules on probation first, and switches them on again', async () => {
    await opened.publish([{ ...change('x'), value: { status: 'probation' } }], 'klartext', 'Zu oft daneben')
    const page = (await opened.leon.get('/lexicon')).text
    assert.match(
      wordsIn(page),
      /Was gerade stört.*canceln von Klartext auf Probe gestellt zu wenige Antworten/,
    )
    await opened.leon.post('/lexicon/rules', formIn(page, '/lexicon/rules'))
    const draft = await opened.store.tuning.draft(opened.actorOf(opened.leon))
    assert.deepEqual(draft!.steps, [{ ...change('x', 1), value: { status: 'active' } }])
    assert.match(wordsIn((await opened.leon.get('/lexicon')).text), /canceln .* im Entwurf/)
  })
})
