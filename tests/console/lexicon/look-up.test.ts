import assert from 'node:assert/strict'
import { formIn, type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

const CANCEL = 'anglicism-canceln'

describe('looking up and changing entries', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  before(async () => void (opened = await openLexicon()))
  afterEach(() => opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null))
  after(() => opened.close())

  const draft = async () => (await opened.store.tuning.draft(opened.actorOf(opened.leon)))?.steps ?? []

  for (const [query, expected] of [
    ['text=gecancelt', 'canceln'],
    ['text=Meeting', 'Meeting'],
    ['label=blame&language=de', 'Schuldzuweisung'],
    ['text=gibt-es-nicht-xyz', 'Nichts gefunden.'],
    ['origin=own', 'Nichts gefunden.'],
    ['touched=1', 'Nichts gefunden.'],
    ['label=__proto__&page=99999999999', 'Einträge'],
  ] as const)
    it(`${query} shows ${expected}`, async () => {
      const { status, text } = await opened.leon.get(`/lexicon?${query}`)
      assert.equal(status, 200)
      assert.ok(wordsIn(text).includes(expected), wordsIn(text))
    })

  it('pages through what was found, keeping the search', async () => {
    const first = await opened.leon.get('/lexicon?label=anglicism')
    assert.match(first.text, /href="\/console\/lexicon\?label=anglicism&amp;page=2"/)
    const second = await opened.leon.get('/lexicon?label=anglicism&page=2')
    assert.match(wordsIn(second.text), /Seite 2 von/)
  })

  it('shows everything about a term', async () => {
    const { text } = await opened.leon.get(`/lexicon/entry/${CANCEL}`)
    const words = wordsIn(text)
    for (const part of ['canceln', 'Englische Wörter', 'eingeschaltet', 'gecancelt', 'absagen', 'Gewicht'])
      assert.ok(words.includes(part), part)
  })

  it('shows the patterns of a rule, what their signs mean, and its examples', async () => {
    const words = wordsIn((await opened.leon.get('/lexicon/entry/blame-de-weil-andere')).text)
    for (const part of [
      'Muster',
      'Was die Zeichen bedeuten',
      'eines von diesen',
      'Schlägt an bei',
      'Schweigt bei',
    ])
      assert.ok(words.includes(part), part)
  })

  it('says that an unknown entry is none', async () => {
    for (const id of ['anglicism-gibt-es-nicht', '__proto__', '%3Cscript%3E']) {
      const { status, text } = await opened.leon.get(`/lexicon/entry/${id}`)
      assert.equal(status, 404)
      assert.ok(wordsIn(text).includes('Diesen Eintrag gibt es nicht'))
    }
  })

  it('keeps only what is different from what was shown', async () => {
    const path = `/lexicon/entry/${CANCEL}`
    const form = formIn((await opened.leon.get(path)).text, path)
    const same = await opened.leon.post(path, form)
    assert.match(same.headers.location!, /said=lexicon-no-change/)
    assert.deepEqual(await draft(), [])

    const changed = { ...form, instead: 'absagen\nausfallen lassen', weight: '0,5', audience: ['company'] }
    const answer = await opened.leon.post(path, changed)
    assert.match(
      wordsIn((await opened.leon.follow(answer)).text),
      /Steht im Entwurf\. .*Dazu steht schon etwas/,
    )
    assert.deepEqual(await draft(), [
      {
        ...{ scope: 'company', kind: 'change', name: CANCEL, base: 0 },
        value: { instead: ['absagen', 'ausfallen lassen'], weight: 0.5, audience: ['company'] },
      },
    ])
    const again = formIn((await opened.leon.get(path)).text, path)
    assert.equal(again.instead!.toString(), 'absagen\nausfallen lassen')
    assert.equal(again.weight!.toString(), '0,5')
  })

  for (const [field, value, said] of [
    ['why', '', 'Bitte ausfüllen.'],
    ['weight', '3', 'Bitte eine Zahl über 0 und höchstens 2'],
    ['weight', 'viel', 'Bitte eine Zahl über 0 und höchstens 2'],
    ['why', 'x'.repeat(601), 'Das ist zu lang: Höchstens 600 Zeichen sind möglich. Bitte kürzen.'],
  ] as const)
    it(`gives a form back whose ${field} is ${value.slice(0, 10) || 'empty'}`, async () => {
      const path = `/lexicon/entry/${CANCEL}`
      const form = formIn((await opened.leon.get(path)).text, path)
      const { status, text } = await opened.leon.post(path, {
        ...form,
        instead: 'ganz anders',
        [field]: value,
      })
      assert.equal(status, 422)
      assert.ok(wordsIn(text).includes(said), wordsIn(text))
      assert.match(text, new RegExp(`id="field-${field}"[^>]*aria-invalid="true"`))
      assert.equal(formIn(text, path).instead!.toString(), 'ganz anders')
      assert.deepEqual(await draft(), [])
    })

  it('allows, switches off and takes back again, all in the draft', async () => {
    const path = `/lexicon/entry/${CANCEL}`
    await opened.leon.post(`${path}/allow`, { scope: 'channel', channel: 'slack/T1/C1', unit: '' })
    await opened.leon.post('/lexicon/rules', { rule: CANCEL, act: 'off', base: '0', back: CANCEL })
    const steps = await draft()
    assert.deepEqual(
      steps.map(({ scope, kind, value }) => [scope, kind, value]),
      [
        ['channel/slack/T1/C1', 'allow', {}],
        ['company', 'change', { status: 'retired' }],
      ],
    )
    await opened.publish(steps)
    await opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null)
    const page = (await opened.leon.get(path)).text
    assert.match(wordsIn(page), /abgeschaltet.*erlaubt für Kanal slack\/T1\/C1.*seit Stand 1/)
    await opened.leon.post('/lexicon/take-back', formIn(page, '/lexicon/take-back'))
    const [step] = await draft()
    assert.deepEqual([step!.value, step!.base], [null, 1])
  })

  for (const [fields, said] of [
    [{ scope: 'channel', channel: 'irgendwo' }, 'Bitte als Plattform/Workspace/Kanal angeben'],
    [{ scope: 'unit', unit: 'gibt-es-nicht' }, 'Bitte einen Bereich wählen.'],
  ] as const)
    it(`says what is wrong with ${JSON.stringify(fields)}`, async () => {
      const { status, text } = await opened.leon.post(`/lexicon/entry/${CANCEL}/allow`, fields)
      assert.equal(status, 422)
      // A company without units has no list to choose from.
      if (fields.scope === 'channel') assert.ok(wordsIn(text).includes(said))
      assert.deepEqual(await draft(), [])
    })

  it('refuses what no form sends', async () => {
    for (const [path, fields] of [
      ['/lexicon/rules', { rule: 'nichts', act: 'on' }],
      ['/lexicon/rules', { rule: CANCEL, act: 'explode' }],
      ['/lexicon/take-back', { scope: 'company', kind: 'constructor', name: 'x' }],
      ['/lexicon/draft/drop', { key: '["company","entry"]' }],
      ['/lexicon/draft/drop', { key: '{"__proto__":1}' }],
    ] as const)
      assert.equal((await opened.leon.post(path, fields)).status, 404, path)
    assert.deepEqual(await draft(), [])
  })

  it('fills the form for allowing a word from a link, and takes it', async () => {
    const link = '/lexicon/allow?word=Sprint&scope=channel/slack/T0123ABCD/C0456EFGH'
    const form = formIn((await opened.leon.get(link)).text, '/lexicon/allow')
    assert.deepEqual([form.word, form.scope, form.channel].flat(), [
      'Sprint',
      'channel',
      'slack/T0123ABCD/C0456EFGH',
    ])
    const answer = await opened.leon.post('/lexicon/allow', form)
    assert.match(answer.headers.location!, /^\/console\/lexicon\/draft\?said=lexicon-saved/)
    assert.deepEqual(await draft(), [
      { scope: 'channel/slack/T0123ABCD/C0456EFGH', kind: 'allow', name: 'Sprint', value: {}, base: 0 },
    ])
  })

  it('does not allow what no lexicon has', async () => {
    const { status, text } = await opened.leon.post('/lexicon/allow', {
      word: 'Zwetschgenmus',
      scope: 'company',
    })
    assert.equal(status, 422)
    assert.ok(wordsIn(text).includes('Diesen Eintrag gibt es nicht.'))
  })
})

describe('rules that annoy', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  let asked: (string | null)[] = []
  before(async () => {
    const answers = {
      label: 'anglicism',
      people: 20,
      notHelpful: 2,
      quotation: 1,
      teamTerm: 5,
      negative: 7,
    } as const
    opened = await openLexicon({
      facts: { k: 9, nudgeDays: 14, rows: {} },
      parts: ({ store }) => ({
        store: {
          ...store,
          tuning: {
            ...store.tuning,
            ruleAnswers: async (people, since) => {
              assert.equal(people, 9)
              asked = ['anglicism-canceln', 'anglicism-meeting'].map(
                (rule) => since(rule)?.toISOString() ?? null,
              )
              return [
                { ...answers, rule: 'anglicism-canceln' },
                { ...answers, rule: 'anglicism-meeting' },
                { ...answers, rule: 'anglicism-team', negative: 2 },
                { ...answers, rule: 'anglicism-gibt-es-nicht' },
              ]
            },
          },
        },
      }),
    })
  })
  after(() => opened.close())

  const annoying = async () =>
    wordsIn((await opened.leon.get('/lexicon')).text).match(/Was gerade stört(.*)Im Lexikon suchen/)![1]!

  it('come first, each with its shares, and only above 10 %', async () => {
    const words = await annoying()
    assert.match(words, /mindestens 9 Leute/)
    assert.match(
      words,
      /canceln eingeschaltet 10 % nicht hilfreich, 5 % war ein Zitat, 25 % Begriff des Teams/,
    )
    assert.doesNotMatch(words, /Team |gibt es nicht/)
    assert.deepEqual(asked, [null, null])
  })

  it('are judged by what came after somebody’s decision, but for Klartext’s own', async () => {
    const change = { scope: 'company', kind: 'change', base: 0 } as const
    await opened.publish([{ ...change, name: 'anglicism-canceln', value: { status: 'active' } }])
    await opened.publish(
      [{ ...change, name: 'anglicism-meeting', value: { status: 'probation' } }],
      'klartext',
    )
    assert.match(await annoying(), /Meeting von Klartext auf Probe gestellt 10 % nicht hilfreich/)
    assert.deepEqual(asked, [opened.clock().toISOString(), null])
  })
})
