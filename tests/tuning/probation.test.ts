import assert from 'node:assert/strict'
import { compileLexicons } from '../../src/analyzer/compiled.js'
import { UNTUNED } from '../../src/analyzer/tuning.js'
import { tuningSettings } from '../../src/lexicon/tuning/settings.js'
import { openStore } from '../../src/store/index.js'
import { createProbation } from '../../src/tuning/probation.js'
import { tunedFrom } from '../../src/tuning/tuned.js'
import type { Answer, EntryChange } from '../../src/types.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'
import { how, step } from '../helpers/tuning.js'
import { address, at, days, nudge, person } from '../store/samples.js'
import { useStore } from '../store/use-store.js'

const RULE = 'anglicism-canceln'
const K = 7

describe('rules that annoy', function () {
  this.timeout(30_000)
  const house = useStore((folder) => openStore({ dataDir: folder }))
  const base = {
    analyzer: shippedAnalyzer(),
    entries: new Map(),
    version: 'test',
  }
  before(() => {
    base.entries = new Map(compileLexicons(shippedLexicons()).entries)
  })
  let now = at(days(1))
  let count = 0

  /** Follows the store without compiling anything. */
  const lexicon = async () => {
    let tuned = tunedFrom(base, UNTUNED, 0)
    const refresh = async () => {
      const version = await house.store.tuning.version()
      const items = await house.store.tuning.items(version, null, 100)
      tuned = tunedFrom(base, { ...UNTUNED, ...tuningSettings(items) }, version)
    }
    await refresh()
    return { current: () => tuned, refresh }
  }
  const round = async () => {
    const parts = { store: house.store, lexicon: await lexicon(), k: K, clock: () => now, every: 1000 }
    return createProbation({ ...parts, log: { warn() {} } as never }).round()
  }
  /** So many people answer a nudge of the rule. */
  const answered = async (people: number, answer: Answer, rule = RULE) => {
    for (let who = 0; who < people; who++) {
      count += 1
      const id = await house.send({
        author: person(`U${count}`),
        address: address(`${count}`),
        nudge: nudge({ rules: [rule], label: 'anglicism' }),
        sightings: [],
        at: now,
      })
      await house.store.saveAnswer(id, answer, now)
    }
  }
  beforeEach(() => {
    now = at(days(1))
    count = 0
  })

  const CASES: readonly [what: string, answers: readonly [number, Answer][], probation: boolean][] = [
    ['nobody answered', [], false],
    ['fewer than seven people answered', [[6, 'not-helpful']], false],
    ['seven people answered, all of them content', [[7, 'helpful']], false],
    [
      'one of ten is not content',
      [
        [9, 'helpful'],
        [1, 'not-helpful'],
      ],
      false,
    ],
    [
      'one of nine called it not helpful',
      [
        [8, 'helpful'],
        [1, 'not-helpful'],
      ],
      true,
    ],
    [
      'one of nine called it a quotation',
      [
        [8, 'helpful'],
        [1, 'quotation'],
      ],
      true,
    ],
    [
      'one of nine called it a term of theirs',
      [
        [8, 'helpful'],
        [1, 'team-term'],
      ],
      true,
    ],
    [
      'many asked for a pause',
      [
        [6, 'helpful'],
        [9, 'pause'],
      ],
      false,
    ],
  ]
  for (const [what, answers, probation] of CASES)
    it(`${probation ? 'are put on probation' : 'are left alone'} where ${what}`, async () => {
      for (const [people, answer] of answers) await answered(people, answer)
      assert.deepEqual(await round(), probation ? [RULE] : [])
      const item = await house.store.tuning.item({ scope: 'company', kind: 'change', name: RULE })
      assert.deepEqual(item?.value ?? null, probation ? { status: 'probation' } : null)
    })

  it('are put there once, as a version that says why, and in the audit log', async () => {
    await answered(8, 'not-helpful')
    assert.deepEqual(await round(), [RULE])
    assert.deepEqual(await round(), [])
    const [version, ...others] = await house.store.tuning.versions(10)
    assert.equal(version?.author, 'klartext')
    assert.equal(
      version?.reason,
      'Mehr als 10 % derer, die geantwortet haben, fanden die Hinweise unpassend.',
    )
    assert.equal(others.length, 0)
    const [record] = await house.store.console.auditRecords(10)
    assert.deepEqual(
      [record?.actor, record?.role, record?.action, record?.subject],
      ['klartext', 'system', 'lexicon.probation', RULE],
    )
  })

  it('keep what else was changed about them', async () => {
    const value: EntryChange = { instead: ['absagen'] }
    await house.store.tuning.publish(
      [step({ scope: 'company', kind: 'change', name: RULE, value })],
      how({ at: at() }),
    )
    await answered(8, 'not-helpful')
    await round()
    const item = await house.store.tuning.item({ scope: 'company', kind: 'change', name: RULE })
    assert.deepEqual(item?.value, { instead: ['absagen'], status: 'probation' })
  })

  it('stay lifted until seven people have answered anew', async () => {
    await answered(8, 'not-helpful')
    await round()
    now = at(days(2))
    const lift = step({ scope: 'company', kind: 'change', name: RULE, value: { status: 'active' } }, 1)
    await house.store.tuning.publish([lift], how({ at: now }))
    now = at(days(3))
    assert.deepEqual(await round(), [])
    await answered(6, 'not-helpful')
    assert.deepEqual(await round(), [])
    await answered(1, 'not-helpful')
    assert.deepEqual(await round(), [RULE])
  })

  it('are left alone where they were retired', async () => {
    const value: EntryChange = { status: 'retired' }
    await house.store.tuning.publish(
      [step({ scope: 'company', kind: 'change', name: RULE, value })],
      how({ at: at() }),
    )
    await answered(8, 'not-helpful')
    assert.deepEqual(await round(), [])
  })
})
