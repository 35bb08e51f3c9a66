import assert from 'node:assert/strict'
import { createAnalyzer } from '../../../src/analyzer/analyzer.js'
import { lexiconWords } from '../../../src/console/words/lexicon/index.js'
import { compilePattern } from '../../../src/lexicon/pattern.js'
import { lexiconsOf } from '../../helpers/lexicons.js'
import { formIn, type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

describe('entries of the company’s own', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  before(async () => {
    opened = await openLexicon()
    const units = [{ id: 'vertrieb', name: 'Vertrieb', parent: null }]
    await opened.store.saveOrganisation({ units, members: [] }, new Date('2026-03-01T23:00:00Z'))
  })
  afterEach(() => opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null))
  after(() => opened.close())

  const draft = async () => (await opened.store.tuning.draft(opened.actorOf(opened.leon)))?.steps ?? []
  const term = {
    ...{
      act: 'save',
      scope: 'unit',
      unit: 'vertrieb',
      channel: '',
      kind: 'verb',
      term: 'gruscheln',
      forms: '',
    },
    ...{ id: '', label: 'jargon', language: 'de', why: 'Das kennt hier kaum jemand.' },
    ...{ instead: 'grüßen\n\nzuwinken', weight: '0,5', status: 'probation', audience: ['team', 'company'] },
  }
  const rule = {
    ...{ act: 'save', scope: 'company', unit: '', channel: '', name: '', weight: '1', status: 'active' },
    ...{ label: 'jargon', language: 'de', why: 'Klarer ist, wer was wann tut.', instead: 'loslegen', id: '' },
    ...{ patterns: '~bringen ... auf die Schiene', unless: 'nicht' },
    ...{ flag: 'Wir brachten das Thema auf die Schiene.', allow: 'Der Zug steht auf der Schiene.' },
  }

  it('takes a term with all that was said of it', async () => {
    const answer = await opened.leon.post('/lexicon/new?kind=term', term)
    assert.match(answer.headers.location ?? wordsIn(answer.text), /said=lexicon-saved/)
    assert.deepEqual(await draft(), [
      {
        ...{ scope: 'unit/vertrieb', kind: 'entry', name: 'eigen-gruscheln', base: 0 },
        value: {
          ...{ label: 'jargon', language: 'de', why: 'Das kennt hier kaum jemand.' },
          ...{ instead: ['grüßen', 'zuwinken'], verb: 'gruscheln', weight: 0.5 },
          ...{ audience: ['team', 'company'], status: 'probation' },
        },
      },
    ])
  })

  it('shows the forms of a term and proposes an id, keeping what was typed', async () => {
    const { text } = await opened.leon.post('/lexicon/new?kind=term', { ...term, act: 'forms', why: '' })
    assert.match(wordsIn(text), /In diesen Formen würde der Begriff gefunden: .*gegruschelt/)
    const form = formIn(text, '/lexicon/new?kind=term')
    assert.equal(form.id!.toString(), 'eigen-gruscheln')
    for (const name of ['term', 'kind', 'scope', 'unit', 'instead', 'weight', 'status', 'audience'] as const)
      assert.equal(form[name]!.toString(), term[name].toString(), name)
    assert.deepEqual(await draft(), [])
  })

  it('takes a rule of patterns', async () => {
    const answer = await opened.leon.post('/lexicon/new?kind=pattern', rule)
    assert.match(answer.headers.location ?? wordsIn(answer.text), /said=lexicon-saved/)
    const [step] = await draft()
    assert.equal(step!.name, 'eigen-bringen-auf-die-schiene')
  })

  for (const [what, kind, fields, field, said] of [
    ['no term', 'term', { term: ' ' }, 'term', 'Bitte ausfüllen.'],
    ['no why', 'term', { why: '' }, 'why', 'Bitte ausfüllen.'],
    ['a foreign id', 'term', { id: 'anglicism-meeting' }, 'id', 'Beginnt mit „eigen-“'],
    ['an id that is no id', 'term', { id: 'eigen-__proto__' }, 'id', 'Beginnt mit „eigen-“'],
    ['an unknown unit', 'term', { unit: 'gibt-es-nicht' }, 'unit', 'Bitte einen Bereich wählen.'],
    ['a channel that is none', 'term', { scope: 'channel', channel: 'x' }, 'channel', 'Bitte als Plattform/'],
    ['an unknown topic', 'term', { label: 'constructor' }, 'label', 'Bitte ausfüllen.'],
    ['too much weight', 'term', { weight: '7' }, 'weight', 'Bitte eine Zahl über 0'],
    [
      'a reserved term',
      'term',
      { term: 'Betriebsrat', kind: 'noun' },
      'term',
      'Dieser Begriff ist geschützt.',
    ],
    [
      'a reserved pattern',
      'pattern',
      { patterns: 'der ~Betriebsrat' },
      'patterns',
      'Dieser Begriff ist geschützt.',
    ],
    [
      'a broken pattern',
      'pattern',
      { patterns: 'auf der Schiene\nauf (die Schiene' },
      'patterns',
      'Zeile 2, Zeichen 17: Dieses Muster lässt sich nicht lesen.',
    ],
    [
      'a pattern for everything',
      'pattern',
      { patterns: '(die | der | das | und | ist | wir | nicht)', unless: '' },
      'patterns',
      'Das ist zu weit gefasst. Es passt auf',
    ],
    [
      'an example without a hit',
      'pattern',
      { flag: 'Heute scheint die Sonne.' },
      'flag',
      'In diesem Satz schlägt die Regel nicht an',
    ],
    [
      'a hit that should be none',
      'pattern',
      { allow: 'Sie bringt es auf die Schiene.' },
      'allow',
      'In diesem Satz schlägt die Regel an',
    ],
    ['no examples', 'pattern', { flag: '', allow: '' }, 'allow', 'Bitte ausfüllen.'],
  ] as const)
    it(`gives the whole form back for ${what}`, async () => {
      const path = `/lexicon/new?kind=${kind}`
      const sent: Record<string, string | readonly string[]> = {
        ...(kind === 'term' ? term : rule),
        ...fields,
      }
      const { status, text } = await opened.leon.post(path, sent)
      assert.equal(status, 422, wordsIn(text))
      const fault = text.match(new RegExp(`<div id="fault-${field}"[^>]*>([\\s\\S]*?)</div>`))?.[1] ?? ''
      assert.ok(wordsIn(fault).includes(said), `${wordsIn(fault)} | ${wordsIn(text)}`)
      assert.ok(text.includes(`href="#field-${field}"`) && text.includes(`id="field-${field}"`))
      const form = formIn(text, path)
      for (const name of ['why', 'instead', 'patterns', 'term', 'flag', 'channel'] as const)
        if (name in form) assert.equal(form[name]!.toString(), sent[name]!.toString(), name)
      assert.deepEqual(await draft(), [])
    })

  it('says the share of sentences that a wide pattern fits', async () => {
    const wide = { ...rule, patterns: '(die | der | das | und | ist | wir | nicht)', unless: '' }
    const { text } = await opened.leon.post('/lexicon/new?kind=pattern', wide)
    assert.match(wordsIn(text), /Es passt auf \d+ % der Beispielsätze\./)
  })

  it('knows which ids are taken, in the lexicon and in the draft', async () => {
    await opened.leon.post('/lexicon/new?kind=term', term)
    const twice = await opened.leon.post('/lexicon/new?kind=term', { ...term, scope: 'company' })
    assert.match(wordsIn(twice.text), /Diese Kennung steht schon im Entwurf/)
    await opened.publish(await draft())
    await opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null)
    const elsewhere = await opened.leon.post('/lexicon/new?kind=term', { ...term, scope: 'company' })
    assert.match(wordsIn(elsewhere.text), /Diese Kennung ist schon vergeben/)
  })

  it('edits an own entry, keeps what has no field, and deletes it', async () => {
    const id = 'eigen-umgehend'
    const value = {
      label: 'jargon',
      language: 'de',
      why: 'Wann genau?',
      instead: [],
      word: 'asapissimo',
      source: 'Runde im Mai',
    } as const
    await opened.publish([{ scope: 'company', kind: 'entry', name: id, value, base: 0 }])
    const path = `/lexicon/entry/${id}/edit`
    const form = formIn((await opened.leon.get(path)).text, path)
    await opened.leon.post(path, { ...form, act: 'save', instead: 'heute' })
    const since = (await opened.store.tuning.item({ scope: 'company', kind: 'entry', name: id }))!.since
    assert.deepEqual(await draft(), [
      { scope: 'company', kind: 'entry', name: id, value: { ...value, instead: ['heute'] }, base: since },
    ])
    const page = await opened.leon.get(`/lexicon/entry/${id}`)
    await opened.leon.post('/lexicon/take-back', formIn(page.text, '/lexicon/take-back'))
    assert.equal((await draft())[0]!.value, null)
  })

  it('has no form to edit what comes with Klartext', async () =>
    assert.equal((await opened.leon.get('/lexicon/entry/anglicism-canceln/edit')).status, 404))

  for (const language of ['de', 'en'] as const)
    for (const { pattern, finds } of lexiconWords[language]().create.language.examples)
      it(`explains a pattern that finds what it says, ${language}: ${pattern}`, () => {
        assert.ok(compilePattern(pattern, 'de'))
        const analyzer = createAnalyzer(lexiconsOf([pattern]))
        assert.ok(analyzer.hits({ text: finds, language: 'de' }).length > 0, finds)
      })
})
