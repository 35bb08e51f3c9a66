import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { packageRoot } from '../src/package-root.js'

/** What a room may import of ours; a path prefix each. Rooms that are not named here may import nothing of ours but types. */
const MAY_IMPORT: readonly [room: string, allowed: readonly string[]][] = [
  ['src/types.ts', ['src/types/']],
  ['src/types/', ['src/types/']],
  ['src/errors.ts', []],
  ['src/package-root.ts', []],
  ['src/words/', ['src/words/', 'src/types.ts']],
  ['src/prose/', ['src/prose/', 'src/types.ts']],
  [
    'src/analyzer/',
    ['src/analyzer/', 'src/prose/', 'src/lexicon/lexicon.ts', 'src/lexicon/pattern.ts', 'src/types.ts'],
  ],
  ['src/lexicon/', ['src/lexicon/', 'src/analyzer/', 'src/errors.ts', 'src/package-root.ts', 'src/types.ts']],
  ['src/coaching/', ['src/coaching/', 'src/lexicon/lexicon.ts', 'src/types.ts']],
  ['src/organisation/', ['src/organisation/', 'src/errors.ts', 'src/types.ts']],
  ['src/summary/gate/', ['src/summary/gate/', 'src/errors.ts', 'src/types.ts']],
  [
    'src/summary/',
    [
      ...['src/summary/', 'src/words/', 'src/lexicon/lexicon.ts'],
      ...['src/name-of.ts', 'src/errors.ts', 'src/types.ts'],
    ],
  ],
  ['src/demo/', ['src/demo/', 'src/']],
  ['src/limited-fetch.ts', []],
  [
    'src/tuning/',
    [
      ...['src/tuning/', 'src/analyzer/', 'src/lexicon/', 'src/types.ts'],
      ...['src/cached.ts', 'src/name-of.ts', 'src/own-weeks.ts', 'src/team-terms.ts'],
    ],
  ],
  [
    'src/workbench/',
    [
      ...['src/workbench/', 'src/tuning/', 'src/analyzer/', 'src/lexicon/', 'src/types.ts'],
      ...['src/errors.ts', 'src/package-root.ts', 'src/team-terms.ts'],
    ],
  ],
  [
    'src/console/',
    [
      ...['src/console/', 'src/words/', 'src/summary/', 'src/organisation/'],
      ...['src/workbench/workbench.ts', 'src/tuning/', 'src/lexicon/lexicon.ts', 'src/analyzer/analyzer.ts'],
      ...[
        'src/errors.ts',
        'src/types.ts',
        'src/limited-fetch.ts',
        'src/own-weeks.ts',
        'src/cached.ts',
        'src/name-of.ts',
        'src/package-root.ts',
      ],
    ],
  ],
  ['src/store/', ['src/store/', 'src/organisation/unit-name.ts', 'src/errors.ts', 'src/types.ts']],
  ['src/delivery/', ['src/delivery/', 'src/errors.ts', 'src/types.ts']],
  [
    'src/cli/',
    [
      ...['src/cli/', 'src/analyzer/', 'src/coaching/', 'src/lexicon/', 'src/organisation/', 'src/store/'],
      ...['src/demo/', 'src/summary/'],
      ...['src/config.ts', 'src/own-weeks.ts', 'src/errors.ts', 'src/types.ts'],
    ],
  ],
  ['src/', ['src/']],
  ['adapters/index.ts', ['adapters/', 'src/types.ts']],
  ['adapters/commands.ts', ['adapters/']],
  ['adapters/common/', ['adapters/common/', 'src/words/', 'src/types.ts', 'src/errors.ts']],
  [
    'adapters/playground/',
    ['adapters/playground/', 'src/summary/render/', 'src/words/', 'src/types.ts', 'src/errors.ts'],
  ],
  [
    'adapters/slack/',
    [
      ...['adapters/slack/', 'adapters/common/', 'src/words/'],
      ...['src/limited-fetch.ts', 'src/types.ts', 'src/errors.ts'],
    ],
  ],
  [
    'adapters/teams/',
    [
      ...['adapters/teams/', 'adapters/common/', 'src/words/'],
      ...['src/limited-fetch.ts', 'src/types.ts', 'src/errors.ts'],
    ],
  ],
]

/** The two programs, the only ones that know the adapters. */
const ENTRIES = [
  ['src/main.ts', 'adapters/index.ts'],
  ['src/cli.ts', 'adapters/commands.ts'],
]

/** Rooms that are pure: no clock, environment, network, files or randomness. */
const PURE = [
  'src/words/',
  'src/prose/',
  'src/analyzer/',
  'src/coaching/',
  'src/summary/gate/',
  'src/lexicon/pattern.ts',
  'src/lexicon/compile.ts',
]
const IMPURE =
  /\bprocess\.|Date\.now|new Date\(\)|Math\.random|fetch\(|from 'node:(?:fs|net|http|https|child_process|os|crypto)/

const files = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)

function importsOf(file: string): string[] {
  const source = readFileSync(join(packageRoot, file), 'utf8')
  return [...source.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, target]) => {
    const path = relative(packageRoot, normalize(join(packageRoot, dirname(file), target))).replaceAll(
      '\\',
      '/',
    )
    const typescript = path.replace(/\.js$/, '.ts')
    return files.includes(typescript) ? typescript : path.replace(/\.js$/, '.tsx')
  })
}

describe('the house', () => {
  it('has files in every room that it names', () => {
    for (const room of [
      'src/prose/',
      'src/analyzer/',
      'src/lexicon/',
      'src/coaching/',
      'src/store/',
      'src/summary/gate/',
      'src/delivery/',
      'adapters/playground/',
    ])
      assert.ok(
        files.some((file) => file.startsWith(room)),
        room,
      )
  })

  for (const file of files) {
    it(`${file} leans only where it may`, () => {
      const [, allowed] =
        MAY_IMPORT.find(([room]) => file.startsWith(room)) ?? assert.fail(`${file} is in no known room`)
      for (const target of importsOf(file)) {
        assert.ok(files.includes(target), `${file} imports ${target}, which does not exist`)
        const entry = ENTRIES.some(([from, to]) => file === from && target === to)
        assert.ok(
          entry || allowed.some((prefix) => target.startsWith(prefix)),
          `${file} must not import ${target}`,
        )
      }
    })
  }

  for (const file of files.filter((name) => PURE.some((room) => name.startsWith(room)))) {
    it(`${file} is pure`, () => {
      const found = readFileSync(join(packageRoot, file), 'utf8').match(IMPURE)
      assert.equal(found, null, `${file} uses ${found?.[0]}`)
    })
  }
})
