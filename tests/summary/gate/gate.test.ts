import assert from 'node:assert/strict'
import { BANDS } from '../../../src/summary/gate/bands.js'
import { gate, type PastWeek } from '../../../src/summary/gate/index.js'
import type { Band, Figures, Label, PersonWeek, UnitWeek } from '../../../src/types.js'
import { people, team, unit } from './people.js'

const idsOf = (units: readonly UnitWeek[], k = 7): string[] => gate({ units, k }).map((each) => each.unit)

/** What is said of blame in one team. */
const said = (counts: readonly number[], messages = 10) =>
  gate({ units: [unit('a', null, people(counts, { messages }))], k: 7 })[0]?.labels.blame

describe('the gate', () => {
  for (const [size, k, shown] of [
    [6, 7, false],
    [7, 7, true],
    [8, 7, true],
    [9, 10, false],
    [10, 10, true],
  ] as const)
    it(`${shown ? 'speaks' : 'is silent'} of ${size} people where ${k} are needed`, () => {
      assert.deepEqual(idsOf([unit('a', null, team(size, 'p'))], k), shown ? ['a'] : [])
    })

  for (const k of [6, 0, -7, 7.5, Number.NaN, Number.POSITIVE_INFINITY])
    it(`refuses ${k} as the least number of people`, () => {
      assert.throws(() => gate({ units: [], k }), {
        name: 'UserError',
        where: 'least number of people in a summary',
        found: String(k),
        expected: 'a whole number from 7 on',
        remedy: 'Set it higher, or switch summaries off.',
      })
    })

  it('says nothing of nobody', () => {
    assert.deepEqual(gate({ units: [], k: 7 }), [])
    assert.deepEqual(gate({ units: [unit('a', null, [])], k: 7 }), [])
  })

  it('does not count who wrote nothing', () => {
    const [silent, ...others] = team(7, 'p') as [PersonWeek, ...PersonWeek[]]
    assert.deepEqual(idsOf([unit('a', null, [{ ...silent, messages: 0 }, ...others])]), [])
  })

  it('leaves out a unit of which nothing is left to say', () => {
    assert.deepEqual(gate({ units: [unit('a', null, people([0, 0, 0, 0, 0, 0, 0, 0]))], k: 7 }), [])
  })

  it('says no more than a band, a direction and terms', () => {
    assert.deepEqual(gate({ units: [unit('a', null, team(8, 'p'))], k: 7 }), [
      { unit: 'a', labels: { blame: { band: 2, direction: null } }, terms: [] },
    ])
  })
})

describe('dominance', () => {
  for (const [counts, shown] of [
    // One of ten makes 50 %, then more.
    [[3, 1, 1, 1, 0, 0, 0], true],
    [[4, 1, 1, 1, 0, 0, 0], false],
    [[1, 0, 0, 0, 0, 0, 0], false],
    [[1, 1, 0, 0, 0, 0, 0], false],
    // Two make 66.7 %, 67 % cannot be reached so closely by small numbers, 68.75 % is too much.
    [[1, 1, 1, 0, 0, 0, 0], true],
    [[2, 2, 1, 1, 0, 0, 0], true],
    [[5, 5, 5, 0, 0, 0, 0], true],
    [[5, 5, 4, 0, 0, 0, 0], false],
    [[5, 4, 2, 2, 0, 0, 0], false],
    // One makes 55.6 % and two 66.7 %.
    [[5, 1, 1, 1, 1, 0, 0], false],
    // Whoever comes last may dominate as well.
    [[0, 0, 1, 1, 1, 1, 5], false],
    [[0, 0, 0, 2, 1, 5, 5], false],
    [[3, 3, 3, 1, 0, 0, 0], true],
    [[4, 3, 3, 0, 0, 0, 0], false],
    // The clip makes all of these five.
    [[50, 7, 6, 0, 0, 0, 0], true],
    [[50, 7, 4, 0, 0, 0, 0], false],
  ] as const)
    it(`${shown ? 'is none' : 'is some'} in ${counts.join(' ')}`, () => {
      assert.equal(said(counts) !== undefined, shown)
    })

  it('of two is seen at 67 % exactly, and above', () => {
    // 67 of 100: two who have five each do not make it; 10 of 15 is less, 11 cannot be.
    const many = (others: number) => [5, 5, ...Array.from({ length: 20 }, (_, i) => (i < others ? 1 : 0))]
    assert.ok(said(many(5)))
    assert.equal(said(many(4)), undefined)
  })
})

describe('the share of people', () => {
  const having = (some: number, all: number) => Array.from({ length: all }, (_, i) => (i < some ? 1 : 0))
  for (const [some, all, shown] of [
    [0, 7, false],
    [3, 7, true],
    [6, 7, true],
    [7, 7, false],
    [8, 9, true],
    [9, 9, false],
    [9, 10, false],
    [8, 10, true],
    [18, 20, false],
    [17, 20, true],
  ] as const)
    it(`${some} of ${all} is ${shown ? 'told' : 'not told'}`, () => {
      assert.equal(said(having(some, all)) !== undefined, shown)
    })
})

describe('bands', () => {
  // Seven people, of whom six have it: the sum is six to thirty.
  const band = (label: Label, counts: readonly number[], messages: number): Band | undefined =>
    gate({ units: [unit('a', null, people(counts, { label, messages }))], k: 7 })[0]?.labels[label]?.band
  const six = (each: number) => [each, each, each, each, each, each, 0]

  for (const [label, counts, messages, expected] of [
    ['blame', six(1), 35, 0], // 2.45
    ['blame', [2, 1, 1, 1, 1, 1, 0], 40, 2], // 2.5
    ['blame', six(1), 12, 2], // 7.1
    ['blame', six(1), 11, 3], // 7.8
    ['silo', six(1), 35, 0],
    ['silo', six(1), 34, 1],
    ['silo', six(1), 12, 1],
    ['silo', six(1), 11, 2],
    ['silo', six(1), 7, 2], // 12.2
    ['silo', six(3), 20, 3], // 12.9
    ['jargon', six(1), 35, 0],
    ['jargon', six(1), 34, 1],
    ['jargon', six(1), 11, 2],
    ['jargon', six(2), 10, 2], // 17.1
    ['jargon', six(5), 24, 3], // 17.9
    ['jargon', six(5), 25, 2], // 17.1
    ['jargon', six(9), 25, 2], // clipped to 5 each
  ] as const)
    it(`${label}: ${counts.join(' ')} in ${messages} messages each is ${expected}`, () => {
      assert.equal(band(label, counts, messages), expected)
    })

  it('are as documented', () => {
    assert.deepEqual(BANDS, {
      jargon: [5, 10, 20],
      anglicism: [5, 10, 20],
      'foreign-words': [5, 10, 20],
      convoluted: [5, 10, 20],
      impression: [5, 10, 15],
      facade: [5, 10, 15],
      justification: [5, 10, 15],
      silo: [5, 10, 15],
      blame: [5, 5, 10],
      condescension: [5, 5, 10],
      'customer-disrespect': [5, 5, 10],
      ownership: [5, 10, 15],
      care: [5, 10, 15],
    })
  })
})

describe('terms', () => {
  /** A team in which the first so many people met each rule. */
  const terms = (size: number, met: Readonly<Record<string, number>>): readonly string[] =>
    gate({
      units: [
        unit(
          'a',
          null,
          team(size, 'p').map((person, index) => ({
            ...person,
            rules: Object.keys(met).flatMap((rule) => (index < met[rule]! ? [rule, rule] : [])),
          })),
        ),
      ],
      k: 7,
    })[0]!.terms

  for (const [title, size, met, expected] of [
    ['of k people', 10, { a: 7 }, ['a']],
    ['not of k-1, however often they met it', 10, { a: 6 }, []],
    ['not of nine in ten', 10, { a: 9 }, []],
    ['not of everybody', 7, { a: 7 }, []],
    ['of fewer than nine in ten', 9, { a: 8 }, ['a']],
    ['most people first, then by id', 20, { b: 8, c: 9, a: 8, d: 7 }, ['c', 'a', 'b', 'd']],
    ['five at most', 20, { f: 7, e: 7, d: 7, c: 7, b: 7, a: 8 }, ['a', 'b', 'c', 'd', 'e']],
  ] as const)
    it(title, () => {
      assert.deepEqual(terms(size, met), expected)
    })

  it('are said even where no label is', () => {
    const own = people([0, 0, 0, 0, 0, 0, 0, 0]).map((person, i) => ({
      ...person,
      rules: i > 0 ? ['r'] : [],
    }))
    assert.deepEqual(gate({ units: [unit('a', null, own)], k: 7 }), [{ unit: 'a', labels: {}, terms: ['r'] }])
  })
})

describe('directions', () => {
  const past = (band: Band, names: readonly string[], erased = 0, of = 'a'): [string, PastWeek] => [
    of,
    {
      figures: { unit: of, labels: { blame: { band, direction: null } }, terms: [] },
      people: new Set(names),
      erased,
    },
  ]
  const now = team(20, 'p')
  const names = now.map(({ person }) => person)
  const others = Array.from({ length: 20 }, (_, i) => `q${i}`)
  const direction = (...before: [string, PastWeek][]) =>
    gate({ units: [unit('a', null, now)], k: 7, before: new Map(before) })[0]!.labels.blame!.direction

  for (const [band, expected] of [
    [0, 'more'],
    [2, 'same'],
    [3, 'less'],
  ] as const)
    it(`${expected}, where the band was ${band} and is 2`, () => {
      assert.equal(direction(past(band, names)), expected)
    })

  for (const [left, joined, erased, given] of [
    [0, 0, 0, true],
    [1, 0, 0, false],
    [0, 1, 0, false],
    [6, 0, 0, false],
    [7, 0, 0, true],
    [0, 6, 0, false],
    [0, 7, 0, true],
    [3, 3, 0, false],
    [3, 4, 0, true],
    // Whoever was erased may have been here.
    [0, 0, 1, false],
    [0, 0, 7, false],
    [6, 0, 1, false],
    [7, 0, 1, true],
    [7, 0, 6, true],
    [7, 0, 7, false],
    // Whoever joined may be one of them.
    [0, 7, 1, false],
    [0, 8, 1, true],
    [0, 12, 6, false],
    [0, 13, 6, true],
    [7, 1, 1, true],
    [6, 1, 1, false],
    [6, 2, 6, false],
  ] as const)
    it(`are ${given ? '' : 'not '}given where ${left} left, ${joined} joined, ${erased} were erased`, () => {
      const before = past(2, [...names.slice(joined), ...others.slice(0, left)], erased)
      assert.equal(direction(before), given ? 'same' : null)
    })

  it('are not given where the week before said nothing of the unit or the label', () => {
    assert.equal(direction(), null)
    assert.equal(direction(past(2, names, 0, 'b')), null)
    const [, { people }] = past(2, names)
    assert.equal(direction(['a', { people, erased: 0, figures: { unit: 'a', labels: {}, terms: [] } }]), null)
  })
})

describe('units within units', () => {
  for (const [title, units, expected] of [
    [
      'a rest of nobody',
      [unit('p', null, []), unit('a', 'p', team(7, 'a')), unit('b', 'p', team(7, 'b'))],
      'a b p',
    ],
    [
      'a rest of one',
      [unit('p', null, team(1, 'p')), unit('a', 'p', team(7, 'a')), unit('b', 'p', team(8, 'b'))],
      'b p',
    ],
    [
      'a rest of k-1',
      [unit('p', null, team(6, 'p')), unit('a', 'p', team(8, 'a')), unit('b', 'p', team(7, 'b'))],
      'a p',
    ],
    ['a rest of k', [unit('p', null, team(7, 'p')), unit('a', 'p', team(7, 'a'))], 'a p'],
    [
      'a rest in units that are too small',
      [unit('p', null, []), unit('a', 'p', team(9, 'a')), unit('b', 'p', team(4, 'b'))],
      'p',
    ],
    [
      'small units that make k together',
      [unit('p', null, []), unit('a', 'p', team(4, 'a')), unit('b', 'p', team(4, 'b'))],
      'p',
    ],
    [
      'equal sizes: the first id gives way',
      [unit('p', null, team(1, 'p')), unit('b', 'p', team(8, 'b')), unit('a', 'p', team(8, 'a'))],
      'b p',
    ],
    ['a unit without anybody', [unit('p', null, team(7, 'p')), unit('a', 'p', [])], 'p'],
    [
      'a middle unit too small to be told',
      [unit('p', null, team(5, 'p')), unit('m', 'p', []), unit('a', 'm', team(8, 'a'))],
      'p',
    ],
  ] as const)
    it(title, () => {
      assert.equal(idsOf(units).join(' '), expected)
    })

  it('look through a unit that is not published', () => {
    // d has a rest of two and drops a; c then sees b and a's people within d.
    const units = [
      unit('c', null, team(1, 'c')),
      unit('d', 'c', team(2, 'd')),
      unit('a', 'd', team(7, 'a')),
      unit('b', 'd', team(9, 'b')),
      unit('e', 'c', team(30, 'e')),
    ]
    assert.equal(idsOf(units).join(' '), 'b c e')
  })

  it('let those give way first that bring people of their own', () => {
    // m is all in a; to drop it would settle nothing.
    const units = [
      unit('p', null, team(1, 'p')),
      unit('m', 'p', []),
      unit('a', 'm', team(8, 'a')),
      unit('z', 'p', team(9, 'z')),
    ]
    assert.equal(idsOf(units).join(' '), 'a m p')
  })

  it('give way further down where nobody directly within brings people', () => {
    const units = [
      unit('p', null, team(1, 'p')),
      unit('m', 'p', []),
      unit('a', 'm', team(8, 'a')),
      unit('b', 'm', team(9, 'b')),
    ]
    assert.equal(idsOf(units).join(' '), 'b p')
  })

  it('are silent of a label where the rest would be told by subtraction', () => {
    const silent = people([0, 0, 0, 0, 0, 0, 0], { name: 'c' })
    const units = [unit('p', null, silent), unit('a', 'p', team(8, 'a')), unit('b', 'p', team(9, 'b'))]
    const figures = gate({ units, k: 7 })
    assert.deepEqual(
      figures.map((each) => each.unit),
      ['b', 'p'],
    )
    const dominated = people([9, 0, 0, 0, 0, 0, 0], { name: 'c' })
    const others = [unit('p', null, dominated), unit('a', 'p', team(12, 'a')), unit('b', 'p', team(13, 'b'))]
    assert.deepEqual(idsOf(others), ['b', 'p'])
    // One that gives way is not enough here.
    const smaller = [unit('p', null, dominated), unit('a', 'p', team(8, 'a')), unit('b', 'p', team(9, 'b'))]
    assert.deepEqual(idsOf(smaller), ['p'])
  })

  it('keep a label where the unit around them cannot have it', () => {
    // Whatever gives way, nearly everybody in p has it or one person has most.
    const units = [
      unit('p', null, people([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], { name: 'c' })),
      unit('a', 'p', people([1, 1, 1, 1, 1, 1, 1, 0], { name: 'a' })),
    ]
    assert.deepEqual(idsOf(units), ['a'])
  })

  it('hold every person under one draw of noise per label', () => {
    const units = [
      unit('p', null, team(8, 'p')),
      unit('m', 'p', []),
      unit('a', 'm', team(8, 'a')),
      unit('b', 'm', team(8, 'b')),
    ]
    const asked: string[] = []
    const noise = (id: string, label: Label): number => {
      asked.push(`${id} ${label}`)
      return id === 'a' ? -3 : id === 'b' ? 20 : id === 'p' ? -20 : 100
    }
    const bands = gate({ units, k: 7, noise }).map((each) => [each.unit, each.labels.blame?.band])
    // a: 4 - 3 of 80 is 1.25 %; b: 24 of 80; m: 4 + 4 + 17 of 160; p: 12 - 3 of 240, 3.75 %.
    assert.deepEqual(bands, [
      ['a', 0],
      ['b', 3],
      ['m', 3],
      ['p', 2],
    ])
    assert.deepEqual([...new Set(asked)].sort(), ['a blame', 'b blame', 'p blame'])
  })
})

describe('noise', () => {
  it('of a unit that gave way is not used', () => {
    // a gives way to p, whose rest takes its people in; p's noise is its own and that of b.
    const units = [unit('p', null, team(2, 'p')), unit('a', 'p', team(8, 'a')), unit('b', 'p', team(9, 'b'))]
    const bands = (noise: Readonly<Record<string, number>>) =>
      gate({ units, k: 7, noise: (id) => noise[id]! }).map(
        (each) => `${each.unit} ${each.labels.blame?.band}`,
      )
    // Ten findings in 190 messages, five in 90.
    assert.deepEqual(bands({ p: 0, a: 99, b: 0 }), ['b 2', 'p 2'])
    assert.deepEqual(bands({ p: -6, a: 0, b: 0 }), ['b 2', 'p 0'])
    assert.deepEqual(bands({ p: 0, a: 0, b: 5 }), ['b 3', 'p 3'])
    assert.deepEqual(bands({ p: 3, a: 0, b: 2 }), ['b 3', 'p 3'])
  })
})

describe('a week', () => {
  it('comes out the same in whatever order it goes in', () => {
    const units = [
      unit('p', null, team(3, 'p')),
      unit('a', 'p', team(8, 'a')),
      unit('b', 'p', team(8, 'b', 'silo')),
      unit('c', 'p', team(8, 'c')),
      unit('z', null, team(8, 'z')),
    ]
    const before = new Map(
      gate({ units, k: 7 }).map((figures): [string, PastWeek] => [
        figures.unit,
        { figures, people: new Set(['p0', 'a1', 'c2', 'z3']), erased: 1 },
      ]),
    )
    const expected: readonly Figures[] = gate({ units, k: 7, before })
    assert.deepEqual(
      expected.map((each) => each.unit),
      ['c', 'p', 'z'],
    )
    for (let turn = 0; turn < units.length; turn++) {
      const turned = [...units.slice(turn), ...units.slice(0, turn)].map((each) => ({
        ...each,
        people: [...each.people].reverse(),
      }))
      const flipped = new Map([...before].reverse())
      assert.equal(JSON.stringify(gate({ units: turned, k: 7, before: flipped })), JSON.stringify(expected))
    }
  })
})
