import assert from 'node:assert/strict'
import { loadLexicons } from '../../src/lexicon/load.js'
import { createTuningCompiler } from '../../src/lexicon/tuning/compiler.js'
import { openStore } from '../../src/store/index.js'
import { createLiveLexicon, type LiveLexicon } from '../../src/tuning/live-lexicon.js'
import type { OwnEntry, TuningItem, TuningStep } from '../../src/types.js'
import { createWorkbench } from '../../src/workbench/create-workbench.js'
import { loadReserved } from '../../src/workbench/load-reserved.js'
import type { TuningFault, Workbench } from '../../src/workbench/workbench.js'
import { entryItem, how, step } from '../helpers/tuning.js'
import { useStore } from '../store/use-store.js'

const change = (name: string, value: object, scope = 'company') =>
  step({ scope, kind: 'change', name, value } as TuningItem)
const allow = (name: string, scope = 'company') => step({ scope, kind: 'allow', name, value: {} })
const pattern = (patterns: string[], flag: string[], allowed: string[]) =>
  step(entryItem('eigen-x', { patterns, flag, allow: allowed }))
const broken = (value: object) => step(entryItem('eigen-x', value as Partial<OwnEntry>))

/** What is wrong with some steps: code, place, and a part of what was found. */
const FAULTS: readonly [what: string, steps: readonly TuningStep[], faults: readonly string[]][] = [
  ['nothing', [step(entryItem())], []],
  ['an id that is not an own one', [step(entryItem('jargon-x'))], ['schema name „jargon-x“']],
  ['an unknown label', [broken({ label: 'jargong' })], ['schema label „jargong“']],
  ['an unknown field', [broken({ colour: 'red' })], ['schema colour the unknown field „colour“']],
  [
    'a dangerous key',
    [broken(JSON.parse('{"__proto__":{"a":1}}') as object)],
    ['schema __proto__ the key „__proto__“'],
  ],
  ['a term that is too long', [broken({ noun: 'A'.repeat(101) })], ['schema noun „AAAA']],
  ['a term and a pattern at once', [broken({ verb: 'tun', noun: 'Tat' })], ['schema entry a map']],
  [
    'a pattern without examples',
    [broken({ patterns: ['das Rasenmäherprinzip'] })],
    ['schema entry a map', 'schema entry a map'],
  ],
  ['an English anglicism', [broken({ language: 'en', label: 'anglicism' })], ['schema label „anglicism“']],
  ['a scope of no kind', [allow('Sprint', 'team/a')], ['schema scope „team/a“']],
  ['a unit that does not exist', [allow('Sprint', 'unit/gibtsnicht')], ['unknown-scope scope the unit']],
  ['a unit that exists', [allow('Sprint', 'unit/vertrieb')], []],
  ['a channel', [allow('Sprint', 'channel/teams/t-1/19:AbC@thread.tacv2')], []],
  ['a word that stands nowhere', [allow('Quastelbums')], ['unknown-entry name „Quastelbums“']],
  ['a form of a word', [allow('gecancelt')], []],
  [
    'a word that is added at the same time',
    [step(entryItem()), allow('Rasenmäherprinzip', 'unit/vertrieb')],
    [],
  ],
  ['an entry that does not exist', [change('gibt-es-nicht', { weight: 1 })], ['unknown-entry name']],
  ['a change of nothing', [change('anglicism-canceln', {})], ['schema change a map']],
  ['a weight out of bounds', [change('anglicism-canceln', { weight: 3 })], ['schema weight „3“']],
  [
    'a threshold for a unit',
    [step({ scope: 'unit/vertrieb', kind: 'threshold', name: 'jargon', value: { weight: 2 } })],
    ['schema scope „unit/vertrieb“'],
  ],
  [
    'a threshold of nothing',
    [step({ scope: 'company', kind: 'threshold', name: 'jargons', value: { weight: 2 } })],
    ['schema name „jargons“'],
  ],
  [
    'an id twice',
    [step(entryItem()), step(entryItem('eigen-rasenmaeherprinzip', {}, 'unit/vertrieb'))],
    ['taken-id name the id'],
  ],
  ['a reserved noun', [broken({ noun: 'Betriebsrat' })], ['reserved name „betriebsrat']],
  ['a reserved noun in disguise', [broken({ noun: 'Betriebs­r4t' })], ['reserved name']],
  ['a reserved word among the forms', [broken({ forms: ['Streik'] })], ['reserved name „streik']],
  [
    'a reserved word in a pattern',
    [pattern(['schon wieder (krank | müde)'], ['Er ist schon wieder krank.'], ['Er ist krank.'])],
    ['reserved patterns „krank“'],
  ],
  [
    'the beginning of a reserved word',
    [pattern(['die gewerksch*'], ['Die Gewerkschaft ruft an.'], ['Die Firma ruft an.'])],
    ['reserved patterns „gewerksch*“'],
  ],
  [
    'a broken pattern',
    [pattern(['wir müssen', 'wir (müssen'], ['Wir müssen.'], ['Wir.'])],
    ['pattern patterns.2:12 the end of the pattern'],
  ],
  [
    'an unknown class',
    [pattern(['@gibtesnicht Prinzip'], ['Das Prinzip.'], ['Das.'])],
    ['pattern patterns:1 the class @gibtesnicht'],
  ],
  [
    'an example that is not found',
    [pattern(['das rasenmäherprinzip'], ['Der Rasen ist gemäht.'], ['Das Prinzip.'])],
    ['flag-not-found flag.1 „Der Rasen'],
  ],
  [
    'an example that is found and should not',
    [pattern(['das rasenmäherprinzip'], ['Das Rasenmäherprinzip.'], ['Ach, das Rasenmäherprinzip.'])],
    ['allow-found allow.1 a hit in'],
  ],
  [
    'a pattern that matches nearly everything',
    [pattern(['(der | die | das | ich | wir | und | ist)'], ['Das ist so.'], ['Nein.'])],
    ['too-wide patterns'],
  ],
]

const FILES: readonly [what: string, yaml: string, faults: readonly string[]][] = [
  ['no YAML', 'tuning: [', ['yaml 1:10']],
  ['something else', 'label: jargon\n', ['yaml 1:']],
  ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\ntuning: [*b, *b]\n', ['yaml 1:']],
  ['a dangerous key', 'tuning:\n  - allow: Sprint\n    __proto__: {a: 1}\n', ['yaml 3:5 the key']],
  ['too many bytes', `# ${'x'.repeat(256 * 1024)}\ntuning: []\n`, ['yaml 1:1 257 KiB']],
  ['5,001 items', `tuning:\n${'  - allow: Sprint\n'.repeat(5001)}`, ['yaml 2:3 a list in tuning']],
  ['an item of no kind', 'tuning:\n  - allow: Sprint\n  - for: company\n', ['yaml 3:5 an item of no kind']],
  [
    'an item of two kinds',
    'tuning:\n  - allow: Sprint\n    change: anglicism-canceln\n',
    ['yaml 2:5 an item that is allow and change at once'],
  ],
  [
    'faults in several items',
    'tuning:\n  - threshold: jargon\n    weight: 99\n  - entry: eigen-x\n    label: jargon\n    language: de\n    why: Darum.\n    instead: [so]\n    nuon: Ding\n',
    ['schema 3:13 „99“', 'schema 9:11 the unknown field „nuon“', 'schema 4:5 a map'],
  ],
]

const line = ({ code, where, found }: TuningFault) => `${code} ${where} ${found}`

describe('the workbench', function () {
  this.timeout(30_000)
  const house = useStore((folder) => openStore({ dataDir: folder }))
  const lexicons = loadLexicons()
  const compiler = createTuningCompiler()
  let lexicon: LiveLexicon
  let workbench: Workbench
  const clock = () => new Date('2026-03-10T09:00:00Z')
  after(() => compiler.stop())
  beforeEach(async () => {
    const unit = { id: 'vertrieb', name: 'Vertrieb', parent: null }
    await house.store.saveOrganisation({ units: [unit], members: [] }, new Date('2026-03-02T00:00:00Z'))
    lexicon = createLiveLexicon({ lexicons, store: house.store, compiler, log: { warn() {} } as never })
    workbench = createWorkbench({
      ...{ lexicon, compiler, store: house.store, clock },
      reserved: loadReserved().reserved,
    })
  })
  const publish = async (...steps: TuningStep[]) => {
    await house.store.tuning.publish(steps, how())
    await lexicon.refresh()
  }

  describe('checks a change and finds', () => {
    for (const [what, steps, expected] of FAULTS)
      it(what, async () => {
        const found = (await workbench.check(steps)).map(line)
        assert.equal(found.length, expected.length, found.join('\n'))
        for (const [index, part] of expected.entries())
          assert.ok(found[index]!.startsWith(part), found[index])
      })

    it('the share of sentences that a pattern met which is too wide', async () => {
      const [fault] = await workbench.check([
        pattern(['(der | die | das | ich | wir | und | ist)'], ['Das ist so.'], ['Nein.']),
      ])
      assert.match(fault!.found, /^\d+ of 260 sentences \(\d\d %\)$/)
    })

    it('more than 5,000 steps', async () => {
      const steps = Array.from({ length: 5001 }, (_, at) =>
        step({ scope: `channel/slack/T1/C${at}`, kind: 'allow', name: 'anglicism-canceln', value: {} }),
      )
      const found = await workbench.check(steps)
      assert.deepEqual(
        found.map(({ code, found: what }) => [code, what]),
        [['too-much', '5001 steps']],
      )
    })

    it('nothing wrong with what stands there already, when it is set again', async () => {
      await publish(step(entryItem()))
      assert.deepEqual(
        await workbench.check([step(entryItem('eigen-rasenmaeherprinzip', { weight: 1 }), 1)]),
        [],
      )
    })
  })

  describe('reads a file and refuses', () => {
    for (const [what, yaml, expected] of FILES)
      it(what, async () => {
        const read = await workbench.read(yaml)
        assert.ok('faults' in read)
        const found = read.faults.map(line)
        assert.equal(found.length, expected.length, found.join('\n'))
        for (const [index, part] of expected.entries())
          assert.ok(found[index]!.startsWith(part), found[index])
      })
  })

  it('writes a file that it reads again, based on what stands now', async () => {
    const items: TuningItem[] = [
      entryItem(),
      entryItem('own-lawnmower', { language: 'en', word: 'lawnmower approach' }, 'unit/vertrieb'),
      { scope: 'company', kind: 'allow', name: 'Out of Office: „ja“ #1', value: {} },
      {
        scope: 'channel/slack/T1/C1',
        kind: 'change',
        name: 'anglicism-canceln',
        value: { status: 'retired' },
      },
      { scope: 'company', kind: 'threshold', name: 'jargon/company', value: { weight: 2.5 } },
    ]
    await publish(...items.map((item) => step(item)))
    const read = await workbench.read(await workbench.write())
    assert.ok('steps' in read)
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    assert.deepEqual([...read.steps].sort(byName), items.map((item) => ({ ...item, base: 1 })).sort(byName))
  })

  describe('searches', () => {
    const SEARCHES: readonly [string, Parameters<Workbench['search']>[0], (ids: string[]) => boolean][] = [
      ['a form', { text: 'gecancelt', page: 1 }, (ids) => ids[0] === 'anglicism-canceln'],
      ['a name in whatever letters', { text: 'CANCELN', page: 1 }, (ids) => ids[0] === 'anglicism-canceln'],
      ['a part of a name', { text: 'stakehold', page: 1 }, (ids) => ids.includes('anglicism-stakeholder')],
      ['an id', { text: 'anglicism-cancel', page: 1 }, (ids) => ids.includes('anglicism-canceln')],
      [
        'an own entry by a form',
        { text: 'Rasenmäherprinzips', page: 1 },
        ([id]) => id === 'eigen-rasenmaeherprinzip',
      ],
      ['own entries alone', { text: '', origin: 'own', page: 1 }, (ids) => ids.length === 1],
      [
        'what was changed or allowed alone',
        { text: '', touched: true, page: 1 },
        (ids) => ids.join() === 'anglicism-canceln',
      ],
      [
        'one label',
        { text: 'canceln', label: 'jargon', page: 1 },
        (ids) => !ids.includes('anglicism-canceln'),
      ],
      [
        'one language',
        { text: 'canceln', language: 'en', page: 1 },
        (ids) => !ids.includes('anglicism-canceln'),
      ],
      ['nothing that exists', { text: 'quastelbums', page: 1 }, (ids) => ids.length === 0],
    ]
    for (const [what, query, holds] of SEARCHES)
      it(what, async () => {
        await publish(step(entryItem()), change('anglicism-canceln', { weight: 0.5 }))
        const ids = workbench.search(query).lines.map(({ id }) => id)
        assert.ok(holds(ids), ids.join())
      })

    it('in pages of 50, each entry once', () => {
      const { total } = workbench.search({ text: 'cr', page: 1 })
      const pages = Array.from({ length: Math.ceil(total / 50) }, (_, at) =>
        workbench.search({ text: 'cr', page: at + 1 }).lines.map(({ id }) => id),
      )
      assert.ok(total > 50)
      assert.deepEqual(
        pages.slice(0, -1).map(({ length }) => length),
        pages.slice(0, -1).map(() => 50),
      )
      assert.equal(new Set(pages.flat()).size, total)
    })
  })

  it('shows all about an entry, with what was set about it', async () => {
    await publish(change('anglicism-canceln', { instead: ['abblasen'] }), allow('canceln', 'unit/vertrieb'))
    const detail = await workbench.entry('anglicism-canceln')
    assert.ok(detail)
    assert.ok(detail.forms.includes('gecancelt'))
    assert.deepEqual(detail.entry.instead, ['abblasen'])
    assert.deepEqual(
      detail.items.map(({ kind, scope, since }) => [kind, scope, since]),
      [
        ['change', 'company', 1],
        ['allow', 'unit/vertrieb', 1],
      ],
    )
    assert.equal(await workbench.entry('gibt-es-nicht'), null)
  })

  it('shows all about an own entry', async () => {
    const own = { patterns: ['das rasenmäherprinzip'], flag: ['Das Rasenmäherprinzip.'], allow: ['Nein.'] }
    await publish(step(entryItem('eigen-x', own)))
    const detail = await workbench.entry('eigen-x')
    assert.deepEqual([detail?.patterns, detail?.flag, detail?.allow], [own.patterns, own.flag, own.allow])
    assert.deepEqual([detail?.line.origin, detail?.items[0]?.kind], ['own', 'entry'])
  })

  it('shows what a change would do to the sentences that come with Klartext, the harmless ones first', async () => {
    const { sentences, harmless, newly, gone } = await workbench.preview([
      step(entryItem('eigen-x', { noun: 'Übergabe' })),
      step({ scope: 'company', kind: 'threshold', name: 'anglicism', value: { weight: 9 } }),
    ])
    assert.deepEqual([sentences, harmless], [400, 240])
    assert.ok(
      newly.length > 0 &&
        newly.every(({ text, rules }) => /Übergabe/.test(text) && rules.includes('eigen-x')),
    )
    assert.ok(gone.length > 5 && gone.every(({ label }) => label === 'anglicism'))
    const flags = newly.map((hit) => hit.harmless)
    assert.deepEqual(
      flags,
      [...flags].sort((a, b) => Number(b) - Number(a)),
    )
  })
})
