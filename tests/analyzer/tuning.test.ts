import assert from 'node:assert/strict'
import type { CompiledTuning } from '../../src/analyzer/tuning.js'
import { compileOwn } from '../../src/lexicon/tuning/compile-own.js'
import { tuningSettings } from '../../src/lexicon/tuning/settings.js'
import type { Message, TuningItem } from '../../src/types.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'
import { entryItem } from '../helpers/tuning.js'

function tuningOf(items: readonly TuningItem[]): CompiledTuning {
  const own = compileOwn(
    items.filter((item) => item.kind === 'entry'),
    shippedLexicons(),
    (_item, fault) => assert.fail(fault.message),
  )
  const layers = (language: 'de' | 'en') => {
    const compiled = own[language]
    return compiled ? [{ compiled, superseded: new Set<string>() }] : []
  }
  return { ...tuningSettings(items), languages: { de: layers('de'), en: layers('en') } }
}

const change = (name: string, value: object, scope = 'company') =>
  ({ scope, kind: 'change', name, value }) as TuningItem
const allow = (name: string, scope = 'company') => ({ scope, kind: 'allow', name, value: {} }) as TuningItem
const threshold = (name: string, weight: number): TuningItem => ({
  ...{ scope: 'company', kind: 'threshold', name },
  value: { weight },
})

const NESTED =
  'Ob das, was der Elektriker, den der Hausmeister, bevor er in Rente ging, noch bestellt hatte, gemeint hat, als er sagte, dass die Leitung, die wir für tot hielten, Strom führe, stimmt, weiß ich nicht.'

/** What is set, a message, and the labels that come of it; the first without any of it, the second with. */
const CASES: readonly [
  what: string,
  items: readonly TuningItem[],
  message: string | Message,
  before: readonly string[],
  after: readonly string[],
][] = [
  ['an own noun', [entryItem()], 'Gekürzt wird nach dem Rasenmäherprinzip.', [], ['jargon']],
  ['an own noun in another form', [entryItem()], 'Das waren wieder Rasenmäherprinzipien.', [], []],
  [
    'an own noun with a form of its own',
    [entryItem('eigen-x', { forms: ['Rasenmäherprinzipien'] })],
    'Das waren wieder Rasenmäherprinzipien.',
    [],
    ['jargon'],
  ],
  ['an own noun in quotation marks', [entryItem()], 'Er sprach vom „Rasenmäherprinzip“.', [], []],
  [
    'an own verb of English origin, in whatever form',
    [entryItem('eigen-x', { label: 'anglicism', verb: 'schlurpen', weight: 1 })],
    'Wir haben das Ergebnis gechallenged und geschlurpt.',
    [],
    ['anglicism'],
  ],
  [
    'an own English word, which alone is not worth a word',
    [entryItem('eigen-x', { label: 'anglicism', verb: 'schlurpen', weight: 1 })],
    'Wir haben das Ergebnis geschlurpt.',
    [],
    [],
  ],
  [
    'an own word in English',
    [entryItem('eigen-x', { language: 'en', word: 'lawnmower approach' })],
    'We will use the lawnmower approach for the cuts.',
    [],
    ['jargon'],
  ],
  [
    'an own German word in an English message',
    [entryItem()],
    'We should all have known that the Rasenmäherprinzip would not work here.',
    [],
    [],
  ],
  [
    'an own pattern with a shipped class',
    [
      entryItem('eigen-x', {
        label: 'blame',
        patterns: ['@article Rasenmäher ... gestempelt'],
        unless: ['nicht gestempelt'],
      }),
    ],
    'Das hat der Rasenmäher wieder gestempelt.',
    [],
    ['blame'],
  ],
  [
    'an own pattern that another takes back',
    [
      entryItem('eigen-x', {
        patterns: ['@article Rasenmäher ... gestempelt'],
        unless: ['nicht gestempelt'],
      }),
    ],
    'Das hat der Rasenmäher nicht gestempelt.',
    [],
    [],
  ],
  [
    'an own word for other audiences',
    [entryItem('eigen-x', { audience: ['customer-facing'] })],
    { text: 'Gekürzt wird nach dem Rasenmäherprinzip.', audience: 'team' },
    [],
    [],
  ],
  [
    'an own word for this audience',
    [entryItem('eigen-x', { audience: ['customer-facing'] })],
    { text: 'Gekürzt wird nach dem Rasenmäherprinzip.', audience: 'customer-facing' },
    [],
    ['jargon'],
  ],
  [
    'an own word of a unit, elsewhere',
    [entryItem('eigen-x', {}, 'unit/vertrieb')],
    { text: 'Gekürzt wird nach dem Rasenmäherprinzip.', scopes: ['unit/technik'] },
    [],
    [],
  ],
  [
    'an own word of a unit, there',
    [entryItem('eigen-x', {}, 'unit/vertrieb')],
    { text: 'Gekürzt wird nach dem Rasenmäherprinzip.', scopes: ['unit/firma', 'unit/vertrieb'] },
    [],
    ['jargon'],
  ],
  [
    'allowed words',
    [allow('challengen')],
    'Wir müssen das Ergebnis challengen und den Output alignen.',
    ['anglicism'],
    ['anglicism'],
  ],
  [
    'allowed words, when none is left',
    [allow('challengen'), allow('alignen'), allow('anglicism-output')],
    'Wir müssen das Ergebnis challengen und den Output alignen.',
    ['anglicism'],
    [],
  ],
  [
    'words allowed in a channel, elsewhere',
    [allow('challengen', 'channel/slack/T1/C1'), allow('alignen', 'channel/slack/T1/C1')],
    { text: 'Wir müssen das Ergebnis challengen und alignen.', scopes: ['channel/slack/T1/C2'] },
    ['anglicism'],
    ['anglicism'],
  ],
  [
    'words allowed in a channel, there',
    [allow('challengen', 'channel/slack/T1/C1'), allow('alignen', 'channel/slack/T1/C1')],
    { text: 'Wir müssen das Ergebnis challengen und alignen.', scopes: ['channel/slack/T1/C1'] },
    ['anglicism'],
    [],
  ],
  [
    'a retired rule in code',
    [change('convoluted-de-nested', { status: 'retired' })],
    NESTED,
    ['convoluted'],
    [],
  ],
  [
    'a retired entry',
    [change('anglicism-challengen', { status: 'retired' })],
    'Wir müssen das Ergebnis challengen und alignen.',
    ['anglicism'],
    [],
  ],
  [
    'an entry retired company-wide and in force again in a unit',
    [
      change('anglicism-challengen', { status: 'retired' }),
      change('anglicism-challengen', { status: 'active' }, 'unit/vertrieb'),
    ],
    { text: 'Wir müssen das Ergebnis challengen und alignen.', scopes: ['unit/vertrieb'] },
    ['anglicism'],
    ['anglicism'],
  ],
  [
    'a smaller weight',
    [change('anglicism-challengen', { weight: 0.2 })],
    'Wir müssen das Ergebnis challengen und alignen.',
    ['anglicism'],
    [],
  ],
  [
    'a greater weight',
    [change('anglicism-challengen', { weight: 2 })],
    'Wir müssen das Ergebnis challengen.',
    [],
    ['anglicism'],
  ],
  [
    'an entry for other audiences',
    [change('anglicism-challengen', { audience: ['company'] })],
    'Wir müssen das Ergebnis challengen und alignen.',
    ['anglicism'],
    [],
  ],
  [
    'a higher threshold',
    [threshold('anglicism', 4)],
    'Wir müssen das Ergebnis challengen und alignen.',
    ['anglicism'],
    [],
  ],
  [
    'a higher threshold for another audience',
    [threshold('anglicism/company', 4)],
    'Wir müssen das Ergebnis challengen und alignen.',
    ['anglicism'],
    ['anglicism'],
  ],
  [
    'the threshold of an audience before that of the label',
    [threshold('anglicism', 4), threshold('anglicism/team', 1)],
    'Wir müssen das Ergebnis challengen.',
    [],
    ['anglicism'],
  ],
]

describe('what a company has set', () => {
  for (const [what, items, given, before, after] of CASES)
    it(what, () => {
      const message = typeof given === 'string' ? { text: given } : given
      assert.deepEqual(shippedAnalyzer().analyze(message).labels, before, 'before')
      assert.deepEqual(shippedAnalyzer().tuned(tuningOf(items)).analyze(message).labels, after, 'after')
    })

  it('changes why and what instead, and nothing of what is shipped', () => {
    const value = { why: 'Bei uns sagt man das anders.', instead: ['infrage stellen'] }
    const tuned = shippedAnalyzer().tuned(tuningOf([change('anglicism-challengen', value)]))
    const text = 'Wir müssen das Ergebnis challengen und alignen.'
    const found = (analyzer: typeof tuned) =>
      analyzer.analyze({ text }).findings.find(({ rule }) => rule === 'anglicism-challengen')!
    assert.deepEqual([found(tuned).why, found(tuned).instead], [value.why, value.instead])
    assert.notEqual(found(shippedAnalyzer()).why, value.why)
  })

  it('lists own words of English origin among the words, in place of what else they look like', () => {
    const own = entryItem('eigen-x', { label: 'anglicism', noun: 'Output', instead: ['Ausstoß'], weight: 1 })
    const { words } = shippedAnalyzer()
      .tuned(tuningOf([own]))
      .analyze({ text: 'Der Output stimmt.' })
    assert.deepEqual(
      words.map(({ word, lemma, status, instead }) => ({ word, lemma, status, instead })),
      [{ word: 'Output', lemma: 'Output', status: 'avoidable', instead: ['Ausstoß'] }],
    )
  })

  it('leaves out what has changed since it was compiled', () => {
    const tuning = tuningOf([entryItem()])
    const [layer] = tuning.languages.de
    const older = { ...layer!, superseded: new Set(['eigen-rasenmaeherprinzip']) }
    const tuned = shippedAnalyzer().tuned({ ...tuning, languages: { de: [older], en: [] } })
    assert.deepEqual(tuned.analyze({ text: 'Nach dem Rasenmäherprinzip.' }).labels, [])
  })

  it('does not mix with what was set before', () => {
    const first = shippedAnalyzer().tuned(tuningOf([entryItem()]))
    const second = first.tuned(tuningOf([entryItem('eigen-y', { noun: 'Gießkannenprinzip' })]))
    const labels = (analyzer: typeof first, noun: string) =>
      analyzer.analyze({ text: `Gekürzt wird nach dem ${noun}.` }).labels.length
    for (let round = 0; round < 2; round++) {
      assert.deepEqual([labels(first, 'Rasenmäherprinzip'), labels(first, 'Gießkannenprinzip')], [1, 0])
      assert.deepEqual([labels(second, 'Rasenmäherprinzip'), labels(second, 'Gießkannenprinzip')], [0, 1])
    }
  })
})
