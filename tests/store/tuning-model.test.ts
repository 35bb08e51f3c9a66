import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openStore } from '../../src/store/index.js'
import type { TuningStep, TuningStore } from '../../src/types.js'
import { inFolder } from './samples.js'
import { how, step } from './tuning.js'

/** What a version is in the model: each name with its weight and the version in which it was set. */
type State = ReadonlyMap<string, { readonly weight: number; readonly since: number }>

interface Publishing {
  readonly kind: 'publish'
  readonly steps: readonly {
    readonly name: string
    readonly weight: number | null
    readonly fresh: boolean
  }[]
}

interface GoingBack {
  readonly kind: 'back'
  /** Which of the versions, as a share of their number. */
  readonly to: number
}

const publishing: fc.Arbitrary<Publishing> = fc.record({
  kind: fc.constant('publish'),
  steps: fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'ä b'),
      weight: fc.option(fc.integer({ min: 1, max: 3 })),
      // Whether its author saw what stands now.
      fresh: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    }),
    { maxLength: 5 },
  ),
})
const goingBack: fc.Arbitrary<GoingBack> = fc.record({
  kind: fc.constant('back'),
  to: fc.double({ min: 0, max: 0.99, noNaN: true }),
})

/** The next state, and how it came about; null where two changed the same. */
function next(now: State, steps: readonly TuningStep[], version: number) {
  const after = new Map(now)
  const sums = { added: 0, changed: 0, removed: 0 }
  for (const { name, value, base } of new Map(steps.map((each) => [each.name, each])).values()) {
    const weight = (value as { weight: number } | null)?.weight
    const before = now.get(name)
    if (before?.weight === weight) continue
    if (base !== (before?.since ?? 0)) return null
    if (weight === undefined) after.delete(name)
    else after.set(name, { weight, since: version })
    sums[weight === undefined ? 'removed' : before ? 'changed' : 'added']++
  }
  return { after, sums }
}

/** All items of a version, read in pages of two. */
async function stateOf(tuning: TuningStore, version: number): Promise<State> {
  const state = new Map<string, { weight: number; since: number }>()
  let page = await tuning.items(version, null, 2)
  while (page.length > 0) {
    for (const { name, value, since } of page) {
      assert.ok(!state.has(name), `${name} twice`)
      state.set(name, { weight: (value as { weight: number }).weight, since })
    }
    page = await tuning.items(version, page.at(-1)!, 2)
  }
  return state
}

const byName = <Value>(state: ReadonlyMap<string, Value>) => [...state].sort(([a], [b]) => (a < b ? -1 : 1))
const weights = (state: State) => byName(state).map(([name, { weight }]) => [name, weight])

describe('the company’s lexicon, beside a model of it', () => {
  it('has in each version what the model has, whatever was published and taken back', async function () {
    this.timeout(120_000)
    const acts = fc.array(
      fc.oneof({ weight: 3, arbitrary: publishing }, { weight: 1, arbitrary: goingBack }),
      {
        minLength: 1,
        maxLength: 15,
      },
    )
    await fc.assert(
      fc.asyncProperty(acts, (all) =>
        inFolder(async (dataDir) => {
          const { tuning, close } = await openStore({ dataDir })
          try {
            const versions: State[] = [new Map()]
            for (const act of all) {
              const now = versions.at(-1)!
              const to = act.kind === 'back' ? Math.floor(act.to * versions.length) : null
              const steps =
                act.kind === 'back'
                  ? (await tuning.stepsBackTo(to!))!
                  : act.steps.map(({ name, weight, fresh }) =>
                      step(name, {
                        kind: 'threshold',
                        value: weight === null ? null : { weight },
                        base: (now.get(name)?.since ?? 0) + (fresh ? 0 : 1),
                      }),
                    )
              const expected = next(now, steps, versions.length)
              const outcome = await tuning.publish(steps, how({ backTo: to }))
              assert.equal('conflicts' in outcome, expected === null)
              const changes = expected ? Object.values(expected.sums).reduce((sum, each) => sum + each, 0) : 0
              if (expected && changes > 0) {
                versions.push(expected.after)
                const [latest] = await tuning.versions(1)
                assert.deepEqual({ ...latest, ...expected.sums }, latest)
              }
              if (to !== null) assert.deepEqual(weights(versions.at(-1)!), weights(versions[to]!))
              assert.equal(await tuning.version(), versions.length - 1)
            }
            for (const [version, state] of versions.entries()) {
              assert.deepEqual(byName(await stateOf(tuning, version)), byName(state))
              if (version === 0) continue
              const before = versions[version - 1]!
              const touched = [...new Set([...before.keys(), ...state.keys()])]
                .filter((name) => before.get(name)?.weight !== state.get(name)?.weight)
                .sort()
              const found = (await tuning.differences(version, 99)).map(({ name }) => name)
              assert.deepEqual([...found].sort(), touched)
            }
          } finally {
            await close()
          }
        }),
      ),
      { numRuns: 40 },
    )
  })
})
