import assert from 'node:assert/strict'
import type { TuningStep } from '../../../src/types.js'
import { formIn, type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

const change = (instead: string, base = 0): TuningStep => ({
  ...{ scope: 'company', kind: 'change', name: 'anglicism-canceln' },
  ...{ value: { instead: [instead] }, base },
})
const threshold: TuningStep = {
  ...{ scope: 'company', kind: 'threshold', name: 'jargon' },
  ...{ value: { weight: 1 }, base: 0 },
}

describe('a second pair of eyes', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  beforeEach(async () => {
    opened = await openLexicon({ fourEyes: true })
    await opened.store.tuning.saveSteps(opened.actorOf(opened.leon), [threshold])
    const page = (await opened.leon.get('/lexicon/draft')).text
    const form = formIn(page, '/lexicon/draft/publish')
    await opened.leon.post('/lexicon/draft/publish', { ...form, reason: 'Mehr Hinweise' })
  })
  afterEach(() => opened.close())

  const path = () => `/lexicon/approvals/${opened.actorOf(opened.leon)}`
  const actions = (text: string) =>
    text
      .split('<form')
      .filter((part) => part.includes(`action="/console${path()}"`))
      .map((part) => formIn(`<form${part}`, path()))

  it('publishes only once somebody else has approved, with both in the history', async () => {
    assert.equal(await opened.store.tuning.version(), 0)
    assert.match(wordsIn((await opened.leon.get('/lexicon/draft')).text), /Wartet seit .* auf Freigabe/)
    assert.match(wordsIn((await opened.mira.get('/lexicon/approvals')).text), /Mehr Hinweise/)
    const [approve] = actions((await opened.mira.get(path())).text)
    const answer = await opened.mira.post(path(), approve)
    const words = wordsIn((await opened.mira.follow(answer)).text)
    assert.match(words, new RegExp(`Stand 1 .*von ${opened.actorOf(opened.leon)}, freigegeben von dir`))
    assert.equal(await opened.store.tuning.draft(opened.actorOf(opened.leon)), null)
    const [event] = await opened.store.console.auditRecords(1)
    assert.deepEqual([event!.actor, event!.action], [opened.actorOf(opened.mira), 'lexicon.publish'])
  })

  it('never lets authors approve their own', async () => {
    assert.equal((await opened.leon.get(path())).status, 403)
    assert.equal((await opened.leon.post(path(), { act: 'approve', seal: '' })).status, 403)
    assert.match(
      wordsIn((await opened.leon.get('/lexicon/approvals')).text),
      /Freigeben kann ihn nur jemand anders/,
    )
    assert.equal(await opened.store.tuning.version(), 0)
  })

  it('approves nothing but what was seen', async () => {
    const [approve] = actions((await opened.mira.get(path())).text)
    await opened.store.tuning.saveSteps(opened.actorOf(opened.leon), [change('streichen')])
    await opened.store.tuning.submit(opened.actorOf(opened.leon), 'Mehr Hinweise', opened.clock())
    assert.equal((await opened.mira.post(path(), approve)).status, 409)
    assert.equal(await opened.store.tuning.version(), 0)
  })

  it('sends back, so that the draft can be edited again', async () => {
    const [, back] = actions((await opened.mira.get(path())).text)
    await opened.mira.post(path(), back)
    const draft = await opened.store.tuning.draft(opened.actorOf(opened.leon))
    assert.deepEqual([draft!.submitted, draft!.steps], [null, [threshold]])
    const gone = await opened.mira.get(path())
    assert.match(gone.headers.location!, /\/lexicon\/approvals$/)
  })

  it('does not mix a way back into a draft', async () => {
    await opened.publish([change('streichen')])
    await opened.publish([{ ...threshold, name: 'silo' }])
    const mixed = await opened.leon.post('/lexicon/history/1/back', { reason: 'Zurück' })
    assert.equal(mixed.status, 422)
    const answer = await opened.mira.post('/lexicon/history/1/back', { reason: 'Zurück zu Stand 1' })
    assert.match(answer.headers.location!, /said=lexicon-submitted/)
    const draft = await opened.store.tuning.draft(opened.actorOf(opened.mira))
    assert.deepEqual(
      draft!.steps.map(({ name, value }) => [name, value]),
      [['silo', null]],
    )
    assert.equal(draft!.submitted!.reason, 'Zurück zu Stand 1')
  })
})

describe('without a second pair of eyes', function () {
  this.timeout(60_000)
  it('there are no approvals', async () => {
    const opened = await openLexicon()
    for (const path of ['/lexicon/approvals', '/lexicon/approvals/abc'])
      assert.equal((await opened.leon.get(path)).status, 404)
    await opened.close()
  })
})
