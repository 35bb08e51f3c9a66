import assert from 'node:assert/strict'
import { gate, homes, shownTo } from '../../../src/summary/gate/index.js'
import type { UnitWeek } from '../../../src/types.js'
import { team, unit } from './people.js'

describe('units that are no forest', () => {
  for (const [title, units, fault] of [
    [
      'two of one id',
      [unit('a', null, []), unit('b', null, []), unit('a', 'b', [])],
      {
        where: 'unit "a"',
        found: 'this id twice',
        expected: 'an id of its own for every unit',
        remedy: 'Rename one of the two.',
      },
    ],
    [
      'an unknown parent',
      [unit('a', null, []), unit('b', 'x', [])],
      {
        where: 'unit "b"',
        found: 'the parent "x"',
        expected: 'the id of a unit that exists',
        remedy: 'Add that unit or correct it.',
      },
    ],
    [
      'a unit within itself',
      [unit('a', null, []), unit('b', 'b', [])],
      {
        where: 'unit "b"',
        found: 'units that lie in each other',
        expected: 'a top unit around it',
        remedy: 'Correct one of their parents.',
      },
    ],
    ['a ring', [unit('c', 'b', []), unit('b', 'c', []), unit('a', null, [])], { where: 'unit "b"' }],
    [
      'a ring with a tail',
      [unit('z', 'y', []), unit('y', 'z', []), unit('x', 'y', [])],
      { where: 'unit "x"' },
    ],
  ] as const)
    it(title, () => {
      const lists = units.map((each) => ({ ...each, members: [], managers: [] }))
      for (const act of [
        () => gate({ units: units as readonly UnitWeek[], k: 7 }),
        () => homes(lists),
        () => shownTo('a', units, []),
      ])
        assert.throws(act, { name: 'UserError', ...fault })
    })

  it('somebody who counts twice', () => {
    const fault = {
      name: 'UserError',
      where: 'unit "a"',
      found: 'somebody who counts already',
      expected: 'everybody once',
      remedy: 'Give them one home.',
    }
    assert.throws(() => gate({ units: [unit('a', null, [...team(7, 'p'), ...team(1, 'p')])], k: 7 }), fault)
    assert.throws(
      () => gate({ units: [unit('a', null, team(7, 'p')), unit('b', null, team(7, 'p'))], k: 7 }),
      fault,
    )
  })
})
