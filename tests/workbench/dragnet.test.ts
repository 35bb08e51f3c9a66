import assert from 'node:assert/strict'
import { loadLexicons } from '../../src/lexicon/load.js'
import { LABELS } from '../../src/lexicon/schema.js'
import { createTuningCompiler } from '../../src/lexicon/tuning/compiler.js'
import { openStore } from '../../src/store/index.js'
import { createLiveLexicon, type LiveLexicon } from '../../src/tuning/live-lexicon.js'
import type { OwnEntry, TuningItem, TuningStep } from '../../src/types.js'
import { createWorkbench } from '../../src/workbench/create-workbench.js'
import { loadReserved } from '../../src/workbench/load-reserved.js'
import type { Workbench } from '../../src/workbench/workbench.js'
import { entryItem, how, step } from '../helpers/tuning.js'
import { useStore } from '../store/use-store.js'

const entry = (over: object) => step(entryItem('eigen-x', over as Partial<OwnEntry>))
const pattern = (patterns: string[], flag: string, allow: string) =>
  entry({ patterns, flag: [flag], allow: [allow] })
const allow = (name: string) => step({ scope: 'company', kind: 'allow', name, value: {} })
const threshold = (name: string, weight: number, base = 0): TuningStep =>
  step({ scope: 'company', kind: 'threshold', name, value: { weight } } as TuningItem, base)

/** What somebody tries who wants to watch people instead of wording, and what comes of it. */
const TRIES: readonly [what: string, step: TuningStep, fault: string | null][] = [
  [
    'a reserved phrase whose first word is one of several',
    pattern(['(neuer | anderer) job'], 'Ein neuer Job.', 'Ein Job.'),
    'reserved patterns „neuer …“, which meets the reserved „neuer job“',
  ],
  [
    'one with a gap',
    pattern(['neuer ...2 job'], 'Ein neuer Job.', 'Ein Job.'),
    'reserved patterns „neuer …“',
  ],
  [
    'one with something that may be missing',
    pattern(['neuer (toller | schöner)? (posten | job)'], 'Ein neuer Job.', 'Ein Job.'),
    'reserved patterns „neuer …“',
  ],
  [
    'one whose words are only begun',
    pattern(['neue* (job | posten)'], 'Ein neuer Job.', 'Ein Job.'),
    'reserved patterns „neue* …“',
  ],
  [
    'a reserved word in two parts, one of several',
    pattern(['betriebs (ziel | rat)'], 'Der Betriebs-Rat tagt.', 'Das Ziel.'),
    'reserved patterns „betriebs …“',
  ],
  [
    'a class of reserved words',
    pattern(['heute @someone-freed'], 'Er ist heute krank.', 'Er ist heute da.'),
    'reserved patterns „krank“',
  ],
  [
    'a class of names, which singles nobody out',
    pattern(
      ['@first-name ~bringen das rasenmäherprinzip'],
      'Anna bringt das Rasenmäherprinzip.',
      'Anna bringt Kaffee.',
    ),
    null,
  ],
  [
    'a reserved word that is asked for besides',
    entry({ patterns: ['heute'], needs: ['krank'], flag: ['Heute krank.'], allow: ['Krank.'] }),
    'schema needs a list',
  ],
  [
    'the name of a person as that of an entry',
    entry({ name: 'Peter redet wieder' }),
    'reserved name „Peter redet',
  ],
  [
    'writing that is turned round',
    entry({ why: 'Das \u202Enies\u202C.' }),
    'schema why the character U+202E',
  ],
  [
    'a control character',
    entry({ instead: ['kürzen', 'a\u0007b'] }),
    'schema instead.1 the character U+0007',
  ],
  ['a mark of direction', allow('Sprint\u200F'), 'schema name the character U+200F'],
  ['a text of two lines, as files have', entry({ why: 'Das ist so.\nUnd so.' }), null],
]

describe('the workbench against those who would watch people', function () {
  this.timeout(60_000)
  const house = useStore((folder) => openStore({ dataDir: folder }))
  const lexicons = loadLexicons()
  const compiler = createTuningCompiler()
  let lexicon: LiveLexicon
  let workbench: Workbench
  after(() => compiler.stop())
  beforeEach(() => {
    lexicon = createLiveLexicon({ lexicons, store: house.store, compiler, log: { warn() {} } as never })
    workbench = createWorkbench({
      ...{ lexicon, compiler, store: house.store, clock: () => new Date('2026-03-10T09:00:00Z') },
      reserved: loadReserved().reserved,
    })
  })
  const publish = async (...steps: TuningStep[]) => {
    await house.store.tuning.publish(steps, how())
    await lexicon.refresh()
  }
  const faults = async (steps: readonly TuningStep[]) =>
    (await workbench.check(steps)).map(({ code, where, found }) => `${code} ${where} ${found}`)

  for (const [what, tried, fault] of TRIES)
    it(fault === null ? `lets through ${what}` : `refuses ${what}`, async () => {
      const found = await faults([tried])
      assert.equal(found.length, fault === null ? 0 : 1, found.join('\n'))
      if (fault !== null) assert.ok(found[0]!.startsWith(fault), found[0])
    })

  describe('looks at all steps together and', () => {
    const low = LABELS.map((name) => threshold(name, 0.5))

    it('refuses thresholds under which much is flagged that deserves no hint', async () =>
      assert.match((await faults(low)).join(), /^too-wide weight \d\d of 240 harmless sentences \(1\d %\)$/))

    it('counts what was published before', async () => {
      const isLast = ({ name }: TuningStep) => name === 'anglicism' || name === 'justification'
      const [last, others] = [low.filter(isLast), low.filter((one) => !isLast(one))]
      assert.deepEqual([await faults(others), await faults(last)], [[], []])
      await publish(...others)
      assert.match((await faults(last)).join(), /^too-wide weight /)
    })

    it('never holds up what makes it fewer', async () => {
      await publish(...low)
      assert.deepEqual(await faults([threshold('anglicism', 3, 1)]), [])
      assert.deepEqual(await faults([{ ...threshold('anglicism', 3, 1), value: null }]), [])
    })

    it('refuses many entries of which each is narrow enough', async () => {
      const words = [
        'es',
        'auf',
        'eine',
        'bis',
        'noch',
        'bitte',
        'heute',
        'hat',
        'wenn',
        'von',
        'sind',
        'dem',
      ]
      const many = words.map((word) =>
        step(
          entryItem(`eigen-${word}`, {
            ...{ patterns: [word], weight: 2 },
            ...{ flag: [`Und ${word} dann.`], allow: ['Kein Wort davon.'] },
          }),
        ),
      )
      const single: TuningStep[] = []
      for (const one of many) if ((await faults([one])).length === 0) single.push(one)
      assert.ok(single.length > 1, 'each is too wide alone')
      assert.match((await faults(single)).join(), /^too-wide patterns \d+ of 240 harmless sentences/)
    })
  })

  it('reads thousands of words without keeping everybody waiting', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `qu${at.toString(26).replace(/\d/g, 'x')}ling`)
    let longest = 0
    let last = performance.now()
    const look = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    const timer = setInterval(look, 1)
    const found = await faults(words.map(allow))
    look()
    clearInterval(timer)
    assert.equal(found.length, 1500)
    assert.ok(longest < 1500, `nobody else had their turn for ${Math.round(longest)} ms`)
  })

  it('reads a file of tens of thousands of keys as quickly as any other', async () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `a${at}: 1`).join(', ')
    const began = performance.now()
    const read = await workbench.read(`{${keys}}`)
    assert.ok('faults' in read)
    assert.ok(performance.now() - began < 2500)
  })

  it('says nothing of a file on the console of the process', async () => {
    const warned: string[] = []
    const note = ({ message }: Error) => void warned.push(message)
    process.on('warning', note)
    await workbench.read('tuning:\n  - ? [geheim, wort]\n    : nichts\n')
    await new Promise(setImmediate)
    process.off('warning', note)
    assert.deepEqual(warned, [])
  })
})
