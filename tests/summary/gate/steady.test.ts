import assert from 'node:assert/strict'
import { closure } from '../../../src/summary/gate/closure.js'
import { forest } from '../../../src/summary/gate/forest.js'
import type { PastWeek } from '../../../src/summary/gate/index.js'
import { steady } from '../../../src/summary/gate/steady.js'
import { people, unit } from './people.js'

/** People by a letter and numbers from 1 on. */
const group = (letter: string, size: number): string[] =>
  Array.from({ length: size }, (_, i) => `${letter}${i + 1}`)

type Way = readonly [from: string, to: string, number: number]

/** Parents by unit; who stayed or went where; how many have been erased. */
interface Case {
  readonly parents: Readonly<Record<string, string | null>>
  readonly pastParents?: Readonly<Record<string, string | null>>
  readonly ways: readonly Way[]
  readonly erased?: number
}

function steadyIn({ parents, pastParents = parents, ways, erased = 0 }: Case): string {
  const then = new Map<string, string[]>()
  const now = new Map<string, string[]>()
  for (const [index, [from, to, size]] of ways.entries())
    for (const person of group(`w${index}-`, size)) {
      then.set(from, [...(then.get(from) ?? []), person])
      now.set(to, [...(now.get(to) ?? []), person])
    }
  const before = new Map<string, PastWeek>()
  for (const id of Object.keys(pastParents)) {
    const isIn = (home: string | null | undefined): boolean =>
      !!home && (home === id || isIn(pastParents[home]))
    before.set(id, {
      figures: { unit: id, labels: {}, terms: [] },
      people: new Set([...then].flatMap(([home, names]) => (isIn(home) ? names : []))),
      erased,
    })
  }
  const nodes = forest(
    Object.entries(parents).map(([id, parent]) =>
      unit(
        id,
        parent,
        (now.get(id) ?? []).map((person) => ({ ...people([1])[0]!, person })),
      ),
    ),
  )
  const published = closure(nodes, (each) => each.length >= 7)
  return [...steady([...published.keys()], before, 7)]
    .map(({ id }) => id)
    .sort()
    .join(' ')
}

const FLAT = { a: null, b: null }
const NESTED = { p: null, a: 'p', b: 'p' }

describe('units whose change may be told', () => {
  for (const [title, given, expected] of [
    [
      'all, where nobody moved',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
        ],
      },
      'a b',
    ],
    [
      'neither, where one moved',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 1],
        ],
      },
      '',
    ],
    [
      'neither, where k-1 moved',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 6],
        ],
      },
      '',
    ],
    [
      'both, where k moved',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 7],
        ],
      },
      'a b',
    ],
    [
      'both, where k moved to and fro',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 3],
          ['b', 'a', 4],
        ],
      },
      'a b',
    ],
    [
      'only the one that nobody joined, where seven moved and an eighth joined',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 7],
          ['', 'b', 1],
        ],
      },
      'a',
    ],
    [
      'only the one that one joined, where k-1 came over as well',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 6],
          ['', 'b', 1],
        ],
      },
      'b',
    ],
    [
      'both, where enough joined each for the few who moved between them',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['', 'a', 7],
          ['b', '', 7],
          ['a', 'b', 1],
        ],
      },
      'a b',
    ],
    [
      'both, where lines become thick together',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 7],
          ['', 'a', 3],
          ['b', '', 4],
        ],
      },
      'a b',
    ],
    [
      'the one around them, where some joined each',
      {
        parents: NESTED,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['', 'a', 3],
          ['', 'b', 4],
        ],
      },
      'p',
    ],
    [
      'the one around them, where some moved within it',
      {
        parents: NESTED,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'b', 2],
        ],
      },
      'p',
    ],
    [
      'the one around and one within, where some came into its rest',
      {
        parents: NESTED,
        ways: [
          ['p', 'p', 7],
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', 'a', 1],
          ['b', 'p', 6],
        ],
      },
      'a p',
    ],
    [
      'those beside each other, where the one around them gained one',
      {
        parents: NESTED,
        ways: [
          ['p', 'p', 9],
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['', 'p', 1],
        ],
      },
      'a b',
    ],
    [
      'all, where units have been put into another',
      {
        parents: NESTED,
        pastParents: { p: null, a: null, b: 'p' },
        ways: [
          ['p', 'p', 9],
          ['a', 'a', 9],
          ['b', 'b', 9],
        ],
      },
      'a b p',
    ],
    [
      'those that were there before',
      {
        parents: NESTED,
        pastParents: { p: null, a: 'p' },
        ways: [
          ['p', 'p', 9],
          ['a', 'a', 9],
          ['p', 'b', 9],
        ],
      },
      'a p',
    ],
    [
      'those whose names are parts of another’s name no more than others',
      {
        parents: { a: null, b: null, ab: null },
        ways: [
          ['a', 'b', 3],
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['ab', 'ab', 9],
          ['', 'ab', 7],
        ],
      },
      'ab',
    ],
    [
      'none, where one left a unit with a long name',
      {
        parents: { 'team-1': null },
        ways: [
          ['team-1', 'team-1', 9],
          ['team-1', '', 1],
        ],
      },
      '',
    ],
    [
      'none, where one joined a unit with a long name',
      {
        parents: { 'team-1': null },
        ways: [
          ['team-1', 'team-1', 9],
          ['', 'team-1', 1],
        ],
      },
      '',
    ],
    [
      'the one that both ends of a thin move have in common',
      {
        parents: { aa: null, b: 'aa', c: null },
        pastParents: { aa: null, b: 'aa', c: 'aa' },
        ways: [
          ['b', 'b', 9],
          ['c', 'c', 20],
          ['c', 'b', 1],
        ],
      },
      'aa',
    ],
    [
      'none, where one was erased and nobody moved',
      {
        parents: NESTED,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
        ],
        erased: 1,
      },
      '',
    ],
    [
      'the one that k left, where one was erased',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', '', 7],
        ],
        erased: 1,
      },
      'a',
    ],
    [
      'both, where k left each',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', '', 7],
          ['b', '', 8],
        ],
        erased: 6,
      },
      'a b',
    ],
    [
      'none, where k were erased',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', '', 17],
          ['b', '', 18],
        ],
        erased: 7,
      },
      '',
    ],
    [
      'none, where newcomers may be of the erased',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['', 'b', 8],
        ],
        erased: 2,
      },
      '',
    ],
    [
      'the one where even then k joined',
      {
        parents: FLAT,
        ways: [
          ['a', 'a', 9],
          ['b', 'b', 9],
          ['a', '', 8],
          ['', 'b', 9],
        ],
        erased: 2,
      },
      'b',
    ],
    [
      'the inner one, where the erased may be of the rest around it',
      {
        parents: { p: null, a: 'p' },
        ways: [
          ['p', 'p', 9],
          ['a', 'a', 9],
          ['a', '', 7],
        ],
        erased: 1,
      },
      'a',
    ],
  ] as readonly [string, Case, string][])
    it(title, () => {
      assert.equal(steadyIn(given), expected)
    })
})
