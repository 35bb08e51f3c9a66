import assert from 'node:assert/strict'
import { UserError } from '../../src/errors.js'
import { loadLexicons } from '../../src/lexicon/load.js'
import { parseLexicons } from '../../src/lexicon/parse.js'

const HEAD = 'label: blame\nlanguage: de\nsource: own\nwhy: Weil es hilft.\n'
const entry = (
  id: string,
  rest = 'patterns: [schuld]\n    flag: [Du bist schuld.]\n    allow: [Alles gut.]',
) => `  - id: ${id}\n    ${rest}\n`
const file = (...entries: string[]) => `${HEAD}entries:\n${entries.join('')}`

/** A file with one fault, and what its message must say. */
const CASES: readonly [name: string, source: string, where: string, found: RegExp][] = [
  [
    'an id twice',
    file(entry('a-b'), entry('a-b')),
    'f/x.yaml:10:5',
    /the id „a-b“ a second time.*f\/x\.yaml:6:5/s,
  ],
  ['an unknown field', file(entry('a-b')).replace('why:', 'warum:'), 'f/x.yaml:4:1', /unknown field „warum“/],
  [
    'an unknown field of an entry',
    file(entry('a-b', 'pattern: [x]')),
    'f/x.yaml:7:5',
    /unknown field „pattern“/,
  ],
  [
    'an unknown label',
    file(entry('a-b')).replace('label: blame', 'label: shame'),
    'f/x.yaml:1:8',
    /„shame“ in label/,
  ],
  ['an id in upper case', file(entry('A-B')), 'f/x.yaml:6:9', /„A-B“.*lower-case/s],
  ['no examples', file(entry('a-b', 'patterns: [schuld]')), 'f/x.yaml:6:5', /flag: sentences/],
  ['no pattern and no term', file('  - id: a-b\n'), 'f/x.yaml:6:5', /exactly one of patterns/],
  ['no why', file(entry('a-b')).replace('why: Weil es hilft.\n', ''), 'f/x.yaml:5:5', /without „why“/],
  ['no source', file(entry('a-b')).replace('source: own\n', ''), 'f/x.yaml:5:5', /without „source“/],
  [
    'a pattern that begins with a gap',
    file(entry('a-b', "patterns: ['... schuld']\n    flag: [x]\n    allow: [x]")),
    'f/x.yaml:7:17',
    /a beginning that fits any word/,
  ],
  [
    'a pattern without a word',
    file(entry('a-b', "patterns: ['^ _']\n    flag: [x]\n    allow: [x]")),
    'f/x.yaml:7:17',
    /no word/,
  ],
  [
    'an open group',
    file(entry('a-b', "patterns: ['(du | ihr schuld']\n    flag: [x]\n    allow: [x]")),
    'f/x.yaml:7:33',
    /expected a closing \)/,
  ],
  [
    'a short prefix',
    file(entry('a-b', "patterns: ['ver*']\n    flag: [x]\n    allow: [x]")),
    'f/x.yaml:7:17',
    /four letters or more/,
  ],
  [
    'an unknown class',
    file(entry('a-b', "patterns: ['@nobody hat']\n    flag: [x]\n    allow: [x]")),
    'f/x.yaml:6:5',
    /the class @nobody/,
  ],
  [
    'a class that contains itself',
    'language: de\nclasses:\n  one: ["@two"]\n  two: ["@one"]\n',
    'lexicons/classes (de)',
    /the circle @one → @two → @one/,
  ],
  ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'f/x.yaml:1:7', /an anchor or alias/],
  ['__proto__', `${HEAD}__proto__: {}\nentries: []\n`, 'f/x.yaml:5:1', /the key „__proto__“/],
  ['constructor inside', file(entry('a-b', 'constructor: x')), 'f/x.yaml:7:5', /the key „constructor“/],
  ['a key twice', `${HEAD}label: blame\nentries: []\n`, 'f/x.yaml:5:1', /unique/i],
  ['YAML that is none', 'label: [blame\n', 'f/x.yaml:2:1', /valid YAML/],
  ['an empty file', '', 'f/x.yaml:1:1', /an empty file/],
  ['a list', '- a\n', 'f/x.yaml:1:1', /no map/],
  ['nesting without end', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`, 'f/x.yaml:1:', /deeper nesting/],
  ['a file too large', `# ${'x'.repeat(300_000)}\n`, 'f/x.yaml:1:1', /at most 256 KiB/],
  [
    'too many entries',
    file(...Array.from({ length: 5001 }, (_, i) => `  - {id: a-${i}, word: a}\n`)),
    'f/x.yaml:6:3',
    /5000/,
  ],
]

describe('a lexicon with a fault', () => {
  for (const [name, source, where, found] of CASES) {
    it(`${name}: says where, what and what to do`, () => {
      assert.throws(
        () => parseLexicons(new Map([['f/x.yaml', source]])),
        (error) => {
          assert.ok(error instanceof UserError, String(error))
          assert.ok(error.where.startsWith(where), `${error.where} instead of ${where}: ${error.message}`)
          assert.match(error.message, found)
          assert.ok(error.remedy.length > 10)
          return true
        },
      )
    })
  }

  it('is left out where faults are collected, and the others are kept', () => {
    const faults: UserError[] = []
    const lexicons = parseLexicons(
      new Map([
        ['f/a.yaml', 'label: ['],
        ['f/b.yaml', file(entry('a-b'))],
      ]),
      (fault) => faults.push(fault),
    )
    assert.deepEqual([faults.length, lexicons.rules.length], [1, 1])
  })

  it('names a folder that is not there', () =>
    assert.throws(() => loadLexicons('/nowhere/at/all'), /no readable folder/))
})
