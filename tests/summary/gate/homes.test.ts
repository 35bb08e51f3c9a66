import assert from 'node:assert/strict'
import { homes, type Roster, shownTo } from '../../../src/summary/gate/index.js'
import type { Figures, Unit } from '../../../src/types.js'

const roster = (id: string, parent: string | null, members: string, managers = ''): Roster => ({
  id,
  name: id,
  parent,
  members: members.split('').filter(Boolean),
  managers: managers.split('').filter(Boolean),
})

describe('homes', () => {
  for (const [title, rosters, expected] of [
    ['are where the only list is', [roster('a', null, 'xy')], { x: 'a', y: 'a' }],
    ['are in the first of two lists', [roster('b', null, 'x'), roster('a', null, 'xy')], { x: 'b', y: 'a' }],
    ['are in the inner of two lists', [roster('a', null, 'x'), roster('b', 'a', 'x')], { x: 'b' }],
    ['are in the inner list that comes first', [roster('b', 'a', 'x'), roster('a', null, 'x')], { x: 'b' }],
    [
      'are in the innermost list',
      [roster('a', null, 'x'), roster('c', 'b', 'x'), roster('b', 'a', '')],
      { x: 'c' },
    ],
    [
      'do not go further in beside the first',
      [roster('a', null, 'x'), roster('b', null, ''), roster('c', 'b', 'x')],
      { x: 'a' },
    ],
    ['are nowhere for managers', [roster('a', null, 'xy', 'x')], { y: 'a' }],
    [
      'are nowhere for managers of another unit',
      [roster('a', null, 'xy'), roster('b', null, 'x', 'yz')],
      { x: 'a' },
    ],
    ['are nowhere for who is listed nowhere', [roster('a', null, '')], {}],
  ] as const)
    it(title, () => {
      assert.deepEqual(Object.fromEntries(homes(rosters)), expected)
    })
})

describe('what managers are shown', () => {
  const units: Unit[] = [
    { id: 'c', name: 'C', parent: null },
    { id: 'd', name: 'D', parent: 'c' },
    { id: 't', name: 'T', parent: 'd' },
    { id: 'z', name: 'Z', parent: null },
  ]
  const figures = (...ids: string[]): Figures[] => ids.map((id) => ({ unit: id, labels: {}, terms: [] }))

  for (const [unit, published, expected] of [
    ['t', ['c', 'd', 't'], 't'],
    ['t', ['c', 'd'], 'd'],
    ['t', ['c'], 'c'],
    ['t', ['z'], null],
    ['c', ['d', 't'], null],
    ['z', ['c'], null],
    ['nowhere', ['c'], null],
  ] as const)
    it(`of ${unit}, where ${published.join(', ')} have figures: ${expected}`, () => {
      assert.equal(shownTo(unit, units, figures(...published))?.unit ?? null, expected)
    })
})
