import assert from 'node:assert/strict'
import type { OwnEntry, TuningItem, TuningKey, TuningStep, TuningStore } from '../../src/types.js'
import { at, days } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** An entry of the company's own; its `why` tells it from others. */
export const own = (why: string, over: Partial<OwnEntry> = {}): OwnEntry => ({
  ...{ label: 'jargon', language: 'de', why, instead: ['abstimmen', 'einigen'], noun: 'Alignment' },
  ...over,
})

/** A step about an entry for the whole company that was not there before. */
export const step = (name: string, over: Partial<TuningStep> = {}): TuningStep => ({
  ...{ scope: 'company', kind: 'entry', name, value: own(name), base: 0 },
  ...over,
})

type How = Parameters<TuningStore['publish']>[1]

/** How something is published, by one admin alone. */
export const how = (over: Partial<How> = {}): How => ({
  ...{ at: at(), author: 'a1', approver: null, reason: 'Neue Wörter', backTo: null },
  ...over,
})

/** The version that was published; fails on a conflict. */
export async function published(
  tuning: TuningStore,
  steps: readonly TuningStep[],
  over: Partial<How> = {},
): Promise<number> {
  const outcome = await tuning.publish(steps, how(over))
  assert.ok('version' in outcome, 'a conflict')
  return outcome.version
}

const keyOf = ({ scope, kind, name }: TuningKey) => `${scope} ${kind} ${name}`

/** What the company has set about its lexicon. */
export function tuningContract(name: string, open: Open): void {
  describe(`${name} keeps what the company sets about its lexicon`, () => {
    const house = useStore(open)
    const tuning = () => house.store.tuning
    const names = async (version: number) =>
      (await tuning().items(version, null, 1000)).map(({ name }) => name)

    describe('versions', () => {
      it('are none at first', async () => {
        assert.equal(await tuning().version(), 0)
        assert.deepEqual(await tuning().versions(9), [])
        assert.deepEqual(await tuning().items(0, null, 9), [])
        assert.deepEqual(await tuning().differences(1, 9), [])
        assert.equal(await tuning().item(step('a')), null)
      })

      it('say who did what, when and why, newest first, over a restart', async () => {
        assert.equal(await published(tuning(), [step('a'), step('b'), step('c')]), 1)
        const steps = [step('a', { value: null, base: 1 }), step('b', { value: own('neu'), base: 1 })]
        const about = { at: at(5), author: 'a2', approver: 'a1', reason: 'Zurück, bitte.', backTo: 1 }
        assert.equal(await published(tuning(), [...steps, step('d'), step('e')], about), 2)
        await house.restart()
        assert.equal(await tuning().version(), 2)
        assert.deepEqual(await tuning().versions(9), [
          { version: 2, ...about, added: 2, changed: 1, removed: 1 },
          { version: 1, ...how(), added: 3, changed: 0, removed: 0 },
        ])
        assert.equal((await tuning().versions(1)).length, 1)
      })

      it('each have the items that were in force in them', async () => {
        await published(tuning(), [step('a'), step('b')])
        await published(tuning(), [step('b', { value: null, base: 1 }), step('c')])
        await published(tuning(), [step('b', { value: own('wieder') })])
        assert.deepEqual(
          [await names(1), await names(2), await names(3)],
          [
            ['a', 'b'],
            ['a', 'c'],
            ['a', 'b', 'c'],
          ],
        )
        assert.deepEqual(await tuning().item(step('b')), {
          ...{ scope: 'company', kind: 'entry', name: 'b' },
          ...{ value: own('wieder'), since: 3 },
        })
        assert.deepEqual([await names(0), await names(4)], [[], []])
      })

      const items: [string, Omit<TuningItem, 'scope'>][] = [
        ['an entry', { kind: 'entry', name: 'de.own.x', value: own('Weil „es“ so ist.') }],
        ['an allowed term of two words', { kind: 'allow', name: 'Change Request', value: {} }],
        ['a change', { kind: 'change', name: 'de.jargon.x', value: { status: 'retired', weight: 0.5 } }],
        ['a threshold', { kind: 'threshold', name: 'jargon/customer-facing', value: { weight: 3 } }],
        ['an allowed constructor', { kind: 'allow', name: 'constructor', value: {} }],
      ] as [string, Omit<TuningItem, 'scope'>][]
      for (const [what, item] of items)
        for (const scope of ['company', 'unit/st-4', 'channel/teams/t-1/19:AbC/x@thread.tacv2'])
          it(`keep ${what} for ${scope} as it was given`, async () => {
            const whole = { scope, ...item } as TuningItem
            await published(tuning(), [{ ...whole, base: 0 }])
            assert.deepEqual(await tuning().items(1, null, 9), [{ ...whole, since: 1 }])
            assert.deepEqual(JSON.stringify((await tuning().item(whole))?.value), JSON.stringify(item.value))
          })

      it('tell scopes and kinds apart', async () => {
        const keys = ['company', 'unit/a', 'unit/b'].flatMap((scope) =>
          (['allow', 'change'] as const).map((kind) => ({ scope, kind, name: 'x' })),
        )
        await published(
          tuning(),
          keys.map((key) => ({ ...key, value: {}, base: 0 })),
        )
        await published(tuning(), [{ ...keys[2]!, value: null, base: 1 }])
        const left = (await tuning().items(2, null, 9)).map(keyOf)
        assert.deepEqual(
          left.sort(),
          keys
            .filter((_, index) => index !== 2)
            .map(keyOf)
            .sort(),
        )
      })

      it('are read in pages that neither overlap nor leave anything out', async () => {
        const all = Array.from({ length: 95 }, (_, index) =>
          step(`n${index % 19} ä`, { scope: `unit/u${index % 5}`, kind: index % 2 ? 'allow' : 'entry' }),
        )
        await published(tuning(), all)
        await published(
          tuning(),
          all.slice(0, 30).map((each) => ({ ...each, value: null, base: 1 })),
        )
        for (const [version, size] of [
          [1, 95],
          [2, 65],
        ] as const) {
          const pages: TuningItem[][] = []
          let after: TuningItem | null = null
          do {
            pages.push([...(await tuning().items(version, after, 10))])
            after = pages.at(-1)!.at(-1) ?? null
          } while (pages.at(-1)!.length === 10)
          assert.equal(pages.length, Math.ceil(size / 10))
          assert.equal(new Set(pages.flat().map(keyOf)).size, size)
          assert.deepEqual(pages.flat(), await tuning().items(version, null, 1000))
        }
      })

      it('stay for ninety days, however many follow', async () => {
        for (let version = 1; version <= 60; version++)
          await published(tuning(), [step('a', { value: own(`${version}`), base: version - 1 })])
        const later = { at: at(days(89)) }
        await published(tuning(), [step('a', { value: own('89'), base: 60 })], later)
        assert.equal((await tuning().versions(99)).length, 61)
        assert.equal((await tuning().differences(1, 9)).length, 1)
        await published(tuning(), [step('a', { value: own('90'), base: 61 })], { at: at(days(90)) })
        assert.deepEqual((await tuning().versions(99)).at(-1)?.version, 13)
      })

      it('go after fifty, with what was in force in none that is kept', async () => {
        for (let version = 1; version <= 52; version++)
          await published(
            tuning(),
            [step('a', { value: own(`${version}`), base: version - 1 }), step(`n${version}`)],
            { at: at(days(90 * version)) },
          )
        const kept = await tuning().versions(99)
        assert.deepEqual([kept.length, kept[0]?.version, kept.at(-1)?.version], [50, 52, 3])
        assert.deepEqual(await names(3), ['a', 'n1', 'n2', 'n3'])
        assert.deepEqual([await names(2), await tuning().differences(2, 9)], [[], []])
        assert.deepEqual(await tuning().differences(3, 9), [
          { ...{ scope: 'company', kind: 'entry', name: 'a' }, before: own('2'), after: own('3') },
          { ...{ scope: 'company', kind: 'entry', name: 'n3' }, before: null, after: own('n3') },
        ])
        assert.equal(await tuning().stepsBackTo(2), null)
        assert.equal((await tuning().stepsBackTo(3))?.length, 50)
      })

      it('outlive any expiry', async () => {
        await published(tuning(), [step('a')])
        await house.store.expire(at(days(4000)))
        assert.deepEqual(await names(1), ['a'])
      })
    })

    describe('differences', () => {
      it('are what one version changed, before and after, as many as asked for', async () => {
        await published(tuning(), [step('a'), step('b'), step('c')])
        const steps = [
          step('c', { value: own('neu'), base: 1 }),
          step('a', { value: null, base: 1 }),
          step('d'),
        ]
        await published(tuning(), steps)
        await published(tuning(), [step('c', { value: null, base: 2 })])
        const key = { scope: 'company', kind: 'entry' }
        const expected = [
          { ...key, name: 'a', before: own('a'), after: null },
          { ...key, name: 'c', before: own('c'), after: own('neu') },
          { ...key, name: 'd', before: null, after: own('d') },
        ]
        assert.deepEqual(await tuning().differences(2, 9), expected)
        assert.deepEqual(await tuning().differences(2, 2), expected.slice(0, 2))
        assert.deepEqual(
          (await tuning().differences(1, 9)).map(({ after }) => after),
          ['a', 'b', 'c'].map((each) => own(each)),
        )
      })
    })

    describe('publish', () => {
      it('lets nobody write over what another changed meanwhile, and writes nothing then', async () => {
        await published(tuning(), [step('a'), step('b')])
        await published(tuning(), [step('a', { value: own('erste'), base: 1 })], { author: 'a1' })
        const late = step('a', { value: own('zweite'), base: 1 })
        const outcome = await tuning().publish(
          [late, step('c'), step('b', { value: null, base: 1 })],
          how({ author: 'a2' }),
        )
        assert.deepEqual(outcome, {
          conflicts: [
            {
              ...{ scope: 'company', kind: 'entry', name: 'a' },
              current: { ...{ scope: 'company', kind: 'entry', name: 'a' }, value: own('erste'), since: 2 },
              step: late,
            },
          ],
        })
        assert.deepEqual(
          [await tuning().version(), (await tuning().versions(9)).length, await names(2)],
          [2, 2, ['a', 'b']],
        )
      })

      const conflicts: [string, Partial<TuningStep>, boolean][] = [
        ['a change based on what stands', { value: own('neu'), base: 2 }, false],
        ['a change based on an older state', { value: own('neu'), base: 1 }, true],
        ['a change as if there was nothing', { value: own('neu'), base: 0 }, true],
        ['a removal based on an older state', { value: null, base: 1 }, true],
        ['what stands already, on an older base', { value: own('zweite'), base: 1 }, false],
        ['a removal of what is gone', { name: 'b', value: null, base: 1 }, false],
        ['a change of what is gone', { name: 'b', value: own('neu'), base: 1 }, true],
        ['a return of what is gone', { name: 'b', value: own('neu'), base: 0 }, false],
      ]
      for (const [what, over, conflicting] of conflicts)
        it(`${conflicting ? 'refuses' : 'takes'} ${what}`, async () => {
          await published(tuning(), [step('a'), step('b')])
          const steps = [step('a', { value: own('zweite'), base: 1 }), step('b', { value: null, base: 1 })]
          await published(tuning(), steps)
          assert.equal('conflicts' in (await tuning().publish([step('a', over)], how())), conflicting)
        })

      it('leaves out what changes nothing, in whatever order its fields are', async () => {
        await published(tuning(), [step('a'), step('b')])
        const { label, ...rest } = own('a')
        const same = step('a', { value: { ...rest, label }, base: 1 })
        assert.equal(await published(tuning(), [same, step('z', { value: null })]), 1)
        assert.equal((await tuning().versions(9)).length, 1)
        assert.equal(await published(tuning(), [same, step('c')]), 2)
        assert.equal((await tuning().item(step('a')))?.since, 1)
        assert.equal((await tuning().versions(1))[0]?.changed, 0)
        assert.equal(await published(tuning(), []), 2)
      })

      it('takes the last of several steps about one item', async () => {
        await published(tuning(), [step('a'), step('a', { value: own('zuletzt') })])
        assert.deepEqual((await tuning().item(step('a')))?.value, own('zuletzt'))
      })

      it('gives many at once a version each, and one of two rivals none', async () => {
        const all = Array.from({ length: 20 }, (_, index) => [
          step(`n${index % 10}`, { value: own(`${index}`) }),
        ])
        const outcomes = await Promise.all(all.map((steps) => tuning().publish(steps, how())))
        const versions = outcomes.flatMap((each) => ('version' in each ? each.version : []))
        assert.deepEqual(
          versions.sort((a, b) => a - b),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        )
        assert.equal((await names(10)).length, 10)
      })

      it('takes thousands of steps, and nothing of them where one does not fit', async () => {
        const many = Array.from({ length: 2500 }, (_, index) => step(`n${index}`))
        assert.equal(await published(tuning(), many), 1)
        const next = many.map((each) => ({ ...each, value: own('neu'), base: 1 }))
        const stale = { ...next[2300]!, base: 0 }
        const outcome = await tuning().publish([...next.slice(0, 2300), stale, ...next.slice(2301)], how())
        assert.ok('conflicts' in outcome)
        assert.deepEqual(
          outcome.conflicts.map((each) => each.step),
          [stale],
        )
        assert.equal((await tuning().item(many[0]!))?.since, 1)
        assert.equal(await published(tuning(), next), 2)
        assert.equal((await tuning().versions(1))[0]?.changed, 2500)
      })

      const long = 'x'.repeat(16_384)
      const refused: [string, Partial<TuningStep>, Partial<How>][] = [
        ['a scope of another kind', { scope: 'team/a' }, {}],
        ['a unit without an id', { scope: 'unit/' }, {}],
        ['a scope that is a sentence', { scope: 'unit/alle in der Station 4' }, {}],
        ['a channel of an unknown platform', { scope: 'channel/irc/a/b' }, {}],
        ['another kind', { kind: 'note' as 'entry' }, {}],
        ['no name', { name: '' }, {}],
        ['a long name', { name: 'x'.repeat(121) }, {}],
        ['a name of two lines', { name: 'a\nb' }, {}],
        ['a name with a blank before it', { name: ' a' }, {}],
        ['a large value', { value: own(long) }, {}],
        ['a large value in few characters', { value: own('ä'.repeat(8200)) }, {}],
        ['a prototype', { value: JSON.parse('{"__proto__":{"weight":1}}') }, {}],
        ['a constructor', { value: JSON.parse('{"flag":[{"constructor":1}]}') }, {}],
        ['no reason', {}, { reason: '' }],
        ['a reason of blanks', {}, { reason: '  ' }],
        ['a long reason', {}, { reason: 'x'.repeat(201) }],
        ['a reason of two lines', {}, { reason: 'a\u2028b' }],
        ['a reason that turns the writing round', {}, { reason: 'a\u202Eb' }],
        ['an author with a name', {}, { author: 'Erika Muster' }],
        ['an approver with a name', {}, { approver: 'Erika Muster' }],
        ['an author who approves', {}, { approver: 'a1' }],
      ]
      for (const [what, over, about] of refused)
        it(`refuses ${what}, and does not repeat it`, async () => {
          await assert.rejects(tuning().publish([step('b'), step('a', over)], how(about)), (error: Error) => {
            assert.doesNotMatch(error.message, /xxx|äää|Erika|Station/)
            return error.name === 'UserError'
          })
          assert.equal(await tuning().version(), 0)
        })

      it('takes what is as long as it may be', async () => {
        const value = own('')
        const fitting = own('y'.repeat(16_384 - JSON.stringify(value).length))
        const steps = [step('n'.repeat(120), { value: fitting })]
        assert.equal(await published(tuning(), steps, { reason: 'ß'.repeat(200) }), 1)
        assert.deepEqual((await tuning().item(steps[0]!))?.value, fitting)
      })
    })

    describe('the way back', () => {
      it('leads to the very same items, of any version that is kept', async () => {
        await published(tuning(), [step('a'), step('b'), step('c'), step('e')])
        const then = JSON.stringify((await tuning().items(1, null, 9)).map(({ since: _, ...rest }) => rest))
        await published(tuning(), [
          step('a', { value: own('neu'), base: 1 }),
          step('b', { value: null, base: 1 }),
          step('d'),
          step('e', { value: null, base: 1 }),
        ])
        await published(tuning(), [step('a', { value: null, base: 2 }), step('e'), step('f')])
        const back = await tuning().stepsBackTo(1)
        assert.deepEqual(back, [
          step('a', { base: 0 }),
          step('b', { base: 0 }),
          step('d', { value: null, base: 2 }),
          step('f', { value: null, base: 3 }),
        ])
        assert.equal(await published(tuning(), back!, { backTo: 1 }), 4)
        const now = (await tuning().items(4, null, 9)).map(({ since: _, ...rest }) => rest)
        assert.equal(JSON.stringify(now), then)
        assert.deepEqual(await tuning().stepsBackTo(4), [])
        assert.deepEqual(await tuning().stepsBackTo(1), [])
      })

      it('leads to the beginning, and to no version that never was', async () => {
        await published(tuning(), [step('a')])
        assert.deepEqual(await tuning().stepsBackTo(0), [step('a', { value: null, base: 1 })])
        for (const version of [2, -1]) assert.equal(await tuning().stepsBackTo(version), null)
      })

      it('conflicts with what somebody changes on the way', async () => {
        await published(tuning(), [step('a')])
        await published(tuning(), [step('a', { value: own('neu'), base: 1 })])
        const back = await tuning().stepsBackTo(1)
        await published(tuning(), [step('a', { value: own('neuer'), base: 2 })])
        assert.ok('conflicts' in (await tuning().publish(back!, how())))
      })
    })
  })
}
