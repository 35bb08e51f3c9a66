import assert from 'node:assert/strict'
import { createTuningCompiler, type TuningCompiler } from '../../../src/lexicon/tuning/compiler.js'
import type { TuningDifference, TuningItem } from '../../../src/types.js'
import { shippedAnalyzer } from '../../helpers/lexicons.js'
import { entryItem } from '../../helpers/tuning.js'

async function* pages(...items: TuningItem[]): AsyncGenerator<readonly TuningItem[]> {
  for (const item of items) yield [item]
}

const noun = (name: string, word: string) => entryItem(`eigen-${name}`, { noun: word })
const set = ({ scope, kind, name, value }: TuningItem, before: TuningItem['value'] | null = null) =>
  ({ scope, kind, name, before, after: value }) as TuningDifference
const taken = ({ scope, kind, name, value }: TuningItem): TuningDifference => ({
  ...{ scope, kind, name },
  before: value,
  after: null,
})

describe('compiling what a company has set, in a thread', function () {
  this.timeout(30_000)
  let compiler: TuningCompiler
  beforeEach(() => {
    compiler = createTuningCompiler()
  })
  afterEach(() => compiler.stop())

  /** Which of some nouns are found. */
  const found = (tuning: Parameters<ReturnType<typeof shippedAnalyzer>['tuned']>[0], ...nouns: string[]) => {
    const analyzer = shippedAnalyzer().tuned(tuning)
    return nouns.filter((word) => analyzer.analyze({ text: `Es geht um das ${word}.` }).labels.length > 0)
  }

  it('takes what is added, changed and taken away, without compiling the rest again', async () => {
    const [first, second] = [noun('a', 'Aaprinzip'), noun('b', 'Beprinzip')]
    const { tuning: loaded } = await compiler.load(pages(first, second))
    assert.deepEqual(found(loaded, 'Aaprinzip', 'Beprinzip', 'Zeprinzip'), ['Aaprinzip', 'Beprinzip'])
    const changed = noun('b', 'Zeprinzip')
    const after = await compiler.change([set(changed, second.value), set(noun('d', 'Deprinzip'))])
    assert.deepEqual(found(after!.tuning, 'Aaprinzip', 'Beprinzip', 'Zeprinzip', 'Deprinzip'), [
      'Aaprinzip',
      'Zeprinzip',
      'Deprinzip',
    ])
    assert.equal(after!.tuning.languages.de[0]!.compiled, loaded.languages.de[0]!.compiled)
    const gone = await compiler.change([taken(first), taken(changed)])
    assert.deepEqual(found(gone!.tuning, 'Aaprinzip', 'Beprinzip', 'Zeprinzip', 'Deprinzip'), ['Deprinzip'])
    assert.equal(await compiler.merge(), null)
  })

  it('compiles all together where much has changed', async () => {
    await compiler.load(pages(noun('a', 'Aaprinzip')))
    const many = Array.from({ length: 2000 }, (_, at) => set(noun(`m${at}`, `Wort${at}prinzip`)))
    const changed = await compiler.change(many)
    assert.equal(changed!.tuning.languages.de.length, 2)
    const merged = await compiler.merge()
    assert.equal(merged!.tuning.languages.de.length, 1)
    assert.deepEqual(found(merged!.tuning, 'Aaprinzip', 'Wort7prinzip'), ['Aaprinzip', 'Wort7prinzip'])
  })

  it('tells where a pattern is broken and compiles the others', async () => {
    const broken = entryItem('eigen-x', { patterns: ['wir müssen', 'wir (müssen'] })
    const missing = entryItem('eigen-y', { patterns: ['@gibtesnicht Prinzip'] })
    const { own, faults } = await compiler.tryOut([broken, missing, noun('a', 'Aaprinzip')])
    assert.deepEqual(
      faults.map(({ key, where, found: what }) => [key.split('\n')[2], where, what]),
      [
        ['eigen-x', 'patterns.1:1:12', 'the end of the pattern in the pattern „wir (müssen“'],
        ['eigen-y', 'patterns:1:1', 'the class @gibtesnicht'],
      ],
    )
    assert.deepEqual(
      own.de?.rules.map(({ entry }) => entry.id),
      ['eigen-a'],
    )
  })

  it('names entries that cannot be compiled any more, and leaves them out', async () => {
    const missing = entryItem('eigen-y', { patterns: ['@gibtesnicht Prinzip'] })
    const { tuning, faults } = await compiler.load(pages(missing, noun('a', 'Aaprinzip')))
    assert.deepEqual(faults, ['eigen-y'])
    assert.deepEqual(found(tuning, 'Aaprinzip'), ['Aaprinzip'])
  })

  it('ends a thread that keeps little, and says that all must be loaded again', async () => {
    compiler = createTuningCompiler({ idle: 10 })
    await compiler.load(pages(noun('a', 'Aaprinzip')))
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal(await compiler.change([set(noun('b', 'Beprinzip'))]), null)
    const { tuning } = await compiler.load(pages(noun('b', 'Beprinzip')))
    assert.deepEqual(found(tuning, 'Aaprinzip', 'Beprinzip'), ['Beprinzip'])
  })

  const SOURCES: readonly [
    string,
    string,
    (source: { forms: readonly string[]; patterns: readonly string[] }) => boolean,
  ][] = [
    [
      'anglicism-canceln',
      'de/anglicisms-general.yaml',
      ({ forms }) => forms.includes('gecancelt') && forms.includes('cancelte'),
    ],
  ]
  for (const [id, file, holds] of SOURCES)
    it(`shows how ${id} stands in its file`, async () => {
      const source = await compiler.source(file, id)
      assert.ok(source && holds(source))
      assert.equal(await compiler.source(file, 'gibt-es-nicht'), null)
    })
})
