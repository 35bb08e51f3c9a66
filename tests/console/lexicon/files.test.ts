import assert from 'node:assert/strict'
import { lexiconRoutes } from '../../../src/console/routes/lexicon/index.js'
import { type OpenedLexicon, openLexicon, wordsIn } from './open-lexicon.js'

const entry = (id: string) =>
  `  - entry: ${id}\n    label: jargon\n    language: de\n    why: Weil.\n    instead: []\n    word: ${id.replaceAll('-', '')}\n`

const bomb = `a: &a [1, 1]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [*${'abcdefgh'[index]}, *${'abcdefgh'[index]}]`).join('\n')}\ntuning: *i\n`

describe('the lexicon as a file', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  before(async () => void (opened = await openLexicon()))
  afterEach(() => opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null))
  after(() => opened.close())

  const steps = async () => (await opened.store.tuning.draft(opened.actorOf(opened.leon)))?.steps ?? []

  it('reads what it wrote, and finds nothing new in it', async () => {
    await opened.publish([
      { scope: 'company', kind: 'threshold', name: 'jargon', value: { weight: 3 }, base: 0 },
      { scope: 'channel/slack/T1/C1', kind: 'allow', name: 'Sprint', value: {}, base: 0 },
    ])
    const { headers, text } = await opened.leon.get('/lexicon/export')
    assert.match(headers['content-disposition']!, /attachment; filename="?klartext-lexikon\.yaml/)
    assert.match(text, /threshold: jargon/)
    const same = await opened.leon.upload('/lexicon/import', text)
    assert.match(same.headers.location ?? wordsIn(same.text), /said=lexicon-same-state/)
    const changed = text.replace('weight: 3', 'weight: 4')
    await opened.leon.upload('/lexicon/import', changed)
    assert.deepEqual(await steps(), [
      { scope: 'company', kind: 'threshold', name: 'jargon', value: { weight: 4 }, base: 1 },
    ])
  })

  it('reads a rule with its examples as it wrote it', async () => {
    const value = {
      ...{ label: 'jargon', language: 'de', why: 'Weil.', instead: [], patterns: ['auf die Schiene'] },
      ...{ flag: ['Wir bringen es auf die Schiene.'], allow: ['Er steht auf der Schiene.'] },
    } as const
    await opened.publish([{ scope: 'company', kind: 'entry', name: 'eigen-schiene', value, base: 0 }])
    const { text } = await opened.leon.get('/lexicon/export')
    const same = await opened.leon.upload('/lexicon/import', text)
    assert.match(same.headers.location ?? wordsIn(same.text), /said=lexicon-same-state/)
  })

  it('takes pasted text where no file came', async () => {
    const answer = await opened.leon.upload('/lexicon/import', null, { text: `tuning:\n${entry('eigen-a')}` })
    assert.match(answer.headers.location ?? wordsIn(answer.text), /said=lexicon-saved/)
    assert.equal((await steps()).length, 1)
  })

  for (const [what, text, said] of [
    ['nothing', ' ', 'Bitte eine Datei wählen oder Text einfügen.'],
    ['an alias bomb', bomb, 'Hier ist die Datei nicht lesbar.'],
    ['an alias', 'tuning: [&a {allow: Sprint}, *a]', 'Hier ist die Datei nicht lesbar.'],
    ['a prototype', 'tuning:\n  - allow: Sprint\n    __proto__: {x: 1}\n', 'Zeile 3'],
    [
      'too many entries',
      `tuning:\n${Array.from({ length: 5001 }, () => '  - {allow: a}').join('\n')}`,
      '5000',
    ],
    [
      'two faults',
      'tuning:\n  - threshold: nichts\n    weight: 99\n',
      'In der Datei stimmen 2 Stellen nicht.',
    ],
    ['a fault with its place', 'tuning:\n  - threshold: jargon\n    weight: viel\n', 'Zeile 3, Spalte 13'],
    ['no list', 'tuning: 3', 'Hier ist die Datei nicht lesbar.'],
  ] as const)
    it(`refuses ${what} and gives the text back`, async () => {
      const { status, text: page } = await opened.leon.upload('/lexicon/import', null, { text })
      assert.equal(status, 422)
      assert.ok(wordsIn(page).includes(said), wordsIn(page).slice(0, 3000))
      const kept = page.match(/<textarea[^>]*name="text"[^>]*>([\s\S]*?)<\/textarea>/)![1]!
      assert.equal(kept.replace(/&amp;/g, '&').trim(), text.trim())
      assert.deepEqual(await steps(), [])
    })

  for (const [from, to, said] of [
    ['    why: Weil.\n', '', 'Diese Angabe fehlt noch.'],
    ['Weil.', "''", 'Hier steht noch nichts.'],
    ['Weil.', 'x'.repeat(601), 'Das ist zu lang: Höchstens 600 Zeichen sind möglich.'],
    ['[]', `[${'a,'.repeat(20)}a]`, 'Das sind zu viele: Höchstens 20 sind möglich.'],
    ['Weil.', 'Weil.\n    weight: 3', 'Diese Zahl liegt außerhalb dessen, was möglich ist (≤ 2).'],
    ['Weil.', 'Weil.\n    weight: 0', 'Diese Zahl liegt außerhalb dessen, was möglich ist (> 0).'],
    ['language: de', 'language: fr', 'Das kennt Klartext nicht. Möglich ist: de, en.'],
    ['[]', 'nichts', 'Hier steht etwas von anderer Art'],
    ['Weil.', 'Weil.\n    farbe: rot', 'Dieses Feld kennt Klartext nicht.'],
    ['Weil.', 'Weil.\n    parts: true', 'Dieses Feld kennt Klartext nicht.'],
  ] as const)
    it(`says in German: ${said}`, async () => {
      const text = `tuning:\n${entry('eigen-a').replace(from, to)}`
      const answer = await opened.leon.upload('/lexicon/import', null, { text })
      assert.equal(answer.status, 422)
      assert.ok(wordsIn(answer.text).includes(said), wordsIn(answer.text).slice(0, 3000))
    })

  it('refuses what is too large, pasted or as a file', async () => {
    const long = `# ${'x'.repeat(256 * 1024)}\ntuning: []\n`
    const pasted = await opened.leon.upload('/lexicon/import', null, { text: long })
    assert.equal(pasted.status, 422)
    assert.match(wordsIn(pasted.text), /Das ist zu groß\. Höchstens 256 KB/)
    assert.equal((await opened.leon.upload('/lexicon/import', long)).status, 413)
    assert.deepEqual(await steps(), [])
  })

  it('says when the draft is full, and keeps it', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ...({ scope: `channel/slack/T1/C${index}`, kind: 'allow', name: 'Sprint' } as const),
      ...{ value: {}, base: 0 },
    }))
    await opened.store.tuning.saveSteps(opened.actorOf(opened.leon), many)
    const answer = await opened.leon.upload('/lexicon/import', null, { text: `tuning:\n${entry('eigen-a')}` })
    assert.equal(answer.status, 422)
    assert.match(wordsIn(answer.text), /höchstens 5\.000 Änderungen Platz/)
    assert.equal((await steps()).length, 5000)
  })
})

describe('thresholds', function () {
  this.timeout(60_000)
  let opened: OpenedLexicon
  before(async () => void (opened = await openLexicon()))
  afterEach(() => opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null))
  after(() => opened.close())

  const steps = async () => (await opened.store.tuning.draft(opened.actorOf(opened.leon)))?.steps ?? []

  it('take only what is different, and can be emptied again', async () => {
    assert.match(
      wordsIn((await opened.leon.get('/lexicon/thresholds')).text),
      /Floskeln 2 .*Schuldzuweisung 1/,
    )
    await opened.leon.post('/lexicon/thresholds', { jargon: '3', 'blame/company': '0,5' })
    assert.deepEqual(
      (await steps()).map(({ name, value }) => [name, value]),
      [
        ['blame/company', { weight: 0.5 }],
        ['jargon', { weight: 3 }],
      ],
    )
    await opened.publish(await steps())
    await opened.store.tuning.dropSteps(opened.actorOf(opened.leon), null)
    const { text } = await opened.leon.get('/lexicon/thresholds')
    assert.match(text, /name="blame\/company" value="0,5"/)
    assert.match(text, /name="base-jargon" value="1"/)
    const none = await opened.leon.post('/lexicon/thresholds', { jargon: '3', 'blame/company': '0.5' })
    assert.match(none.headers.location ?? '', /said=lexicon-no-change/)
    await opened.leon.post('/lexicon/thresholds', { jargon: '', 'blame/company': '0,5', 'base-jargon': '1' })
    assert.deepEqual(
      (await steps()).map(({ name, value, base }) => [name, value, base]),
      [['jargon', null, 1]],
    )
  })

  for (const value of ['0,4', '11', 'viel', '-1', '1e1'])
    it(`refuse ${value}`, async () => {
      const { status, text } = await opened.leon.post('/lexicon/thresholds', { silo: value, care: '2' })
      assert.equal(status, 422)
      assert.match(wordsIn(text), /Bitte eine Zahl von 0,5 bis 10\./)
      assert.match(text, new RegExp(`name="silo" value="${value}"[^>]*aria-invalid="true"`))
      assert.deepEqual(await steps(), [])
    })
})

describe('the lexicon’s addresses', function () {
  this.timeout(60_000)
  it('are for admins alone', async () => {
    const opened = await openLexicon()
    const others = await Promise.all(
      (['employee', 'manager', 'works-council'] as const).map((role) => opened.signIn(role)),
    )
    for (const { method, path, roles } of lexiconRoutes) {
      assert.deepEqual(roles, ['admin'], path)
      for (const client of others) {
        const answer = await client[method](path.replace(':id', 'anglicism-canceln').replace(/:\w+/, '1'))
        assert.ok([403, 404].includes(answer.status), `${method} ${path}: ${answer.status}`)
      }
    }
    await opened.close()
  })
})
