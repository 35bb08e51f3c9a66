import assert from 'node:assert/strict'
import { loadLexicons } from '../../src/lexicon/load.js'
import { createTuningCompiler } from '../../src/lexicon/tuning/compiler.js'
import { openStore } from '../../src/store/index.js'
import { createLiveLexicon, type LiveLexicon } from '../../src/tuning/live-lexicon.js'
import type { Store, TuningItem, TuningStep } from '../../src/types.js'
import { entryItem, how, step } from '../helpers/tuning.js'
import { useStore } from '../store/use-store.js'

const SENTENCE = 'Gekürzt wird nach dem Rasenmäherprinzip.'

describe('the lexicon that messages are read by', function () {
  this.timeout(30_000)
  const lexicons = loadLexicons()
  const house = useStore((folder) => openStore({ dataDir: folder }))
  const stops: (() => Promise<void>)[] = []
  let logged: unknown[][] = []
  beforeEach(() => {
    logged = []
  })
  afterEach(async () => {
    // The last first: a lexicon stops before the store that it reads closes.
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  async function open(store: Store = house.store, every = 60_000): Promise<LiveLexicon> {
    const compiler = createTuningCompiler()
    const log = { warn: (...args: unknown[]) => void logged.push(args) }
    const lexicon = createLiveLexicon({ lexicons, store, compiler, log: log as never, every })
    stops.push(async () => {
      await lexicon.stop()
      await compiler.stop()
    })
    await lexicon.start()
    return lexicon
  }
  const publish = async (...steps: TuningStep[]) => {
    const published = await house.store.tuning.publish(steps, how())
    assert.ok('version' in published)
    return published.version
  }
  const labels = (lexicon: LiveLexicon, scopes: string[] = []) =>
    lexicon.current().analyzer.analyze({ text: SENTENCE, scopes }).labels

  it('is what comes with Klartext where nothing was published', async () => {
    const { entries, version, tuning } = (await open()).current()
    assert.deepEqual([version, tuning, entries.size], [lexicons.version, 0, lexicons.entries.size])
  })

  it('is what was published before the start', async () => {
    const version = await publish(step(entryItem()))
    const lexicon = await open()
    assert.deepEqual(labels(lexicon), ['jargon'])
    assert.equal(lexicon.current().version, `${lexicons.version}.${version}`)
    assert.equal(lexicon.current().entries.get('eigen-rasenmaeherprinzip')?.name, 'Rasenmäherprinzip')
  })

  it('follows what another instance publishes, within seconds and without a restart', async () => {
    const other = await openStore({ dataDir: house.folder })
    stops.push(() => other.close())
    const lexicon = await open(other, 20)
    assert.deepEqual(labels(lexicon), [])
    const version = await publish(step(entryItem()))
    const began = Date.now()
    while (lexicon.current().tuning !== version && Date.now() - began < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    assert.deepEqual(labels(lexicon), ['jargon'])
  })

  it('goes through versions one by one as well as all at once', async () => {
    const steady = await open()
    const word = (name: string, noun: string) => entryItem(`eigen-${name}`, { noun })
    const changes: TuningStep[][] = [
      [step(entryItem())],
      [step(word('b', 'Gießkannenprinzip')), { ...step(entryItem(), 1), value: null }],
      [step({ scope: 'company', kind: 'change', name: 'anglicism-canceln', value: { status: 'retired' } })],
      [step(word('c', 'Flurfunkwissen')), step(word('b', 'Gießkannenwesen'), 2)],
    ]
    for (const steps of changes) {
      await publish(...steps)
      await steady.refresh()
    }
    const late = await open()
    const found = (lexicon: LiveLexicon) =>
      ['Rasenmäherprinzip', 'Gießkannenprinzip', 'Gießkannenwesen', 'Flurfunkwissen'].filter(
        (noun) => lexicon.current().analyzer.analyze({ text: `Es geht um das ${noun}.` }).labels.length > 0,
      )
    assert.deepEqual(found(steady), ['Gießkannenwesen', 'Flurfunkwissen'])
    assert.deepEqual(found(late), found(steady))
    assert.equal(steady.current().entries.get('anglicism-canceln')?.status, 'retired')
    assert.deepEqual([...late.current().entries.keys()].sort(), [...steady.current().entries.keys()].sort())
  })

  it('goes back where all was taken back', async () => {
    const lexicon = await open()
    await publish(step(entryItem()))
    await lexicon.refresh()
    const back = await house.store.tuning.stepsBackTo(1)
    assert.deepEqual(back, [])
    await publish({ ...step(entryItem(), 1), value: null })
    await lexicon.refresh()
    assert.deepEqual(labels(lexicon), [])
    assert.equal(lexicon.current().entries.size, lexicons.entries.size)
  })

  it('knows what holds in a unit alone, also of an entry’s wording', async () => {
    const here: TuningItem = {
      ...{ scope: 'unit/vertrieb', kind: 'change', name: 'anglicism-canceln' },
      value: { instead: ['abblasen'] },
    }
    await publish(step(entryItem('eigen-x', {}, 'unit/vertrieb')), step(here))
    const lexicon = await open()
    assert.deepEqual([labels(lexicon), labels(lexicon, ['unit/vertrieb'])], [[], ['jargon']])
    const { entriesIn, has } = lexicon.current()
    assert.deepEqual(entriesIn(['unit/vertrieb']).get('anglicism-canceln')?.instead, ['abblasen'])
    assert.notDeepEqual(entriesIn(['unit/technik']).get('anglicism-canceln')?.instead, ['abblasen'])
    assert.deepEqual(has, { units: true, channels: false })
  })

  it('says which entries cannot be compiled, by their ids alone', async () => {
    await publish(step(entryItem('eigen-x', { patterns: ['@gibtesnicht Prinzip'] })), step(entryItem()))
    const lexicon = await open()
    assert.deepEqual(labels(lexicon), ['jargon'])
    assert.deepEqual(logged, [
      [{ id: 'eigen-x' }, 'an entry of the company could not be compiled and is left out'],
    ])
  })

  it('stays as it is where the store fails, and catches up', async () => {
    let fails = false
    const tuning = new Proxy(house.store.tuning, {
      get: (target, name, receiver) => {
        if (fails && name === 'version') return () => Promise.reject(new Error('no'))
        return Reflect.get(target, name, receiver)
      },
    })
    const lexicon = await open({ ...house.store, tuning }, 10)
    await publish(step(entryItem()))
    await lexicon.refresh()
    fails = true
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.deepEqual(labels(lexicon), ['jargon'])
    assert.ok(logged.length > 0)
    fails = false
    const version = await publish(
      step({ scope: 'company', kind: 'allow', name: 'Rasenmäherprinzip', value: {} }),
    )
    while (lexicon.current().tuning !== version) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.deepEqual(labels(lexicon), [])
  })
})
