import assert from 'node:assert/strict'
import { UserError } from '../../src/errors.js'
import { parseOrganisation } from '../../src/organisation/parse.js'

const slack = (user: string) => ({ platform: 'slack', tenant: 'T1', user }) as const
const teams = (user: string) => ({ platform: 'teams', tenant: 'aa-bb', user }) as const

const CSV = `unit;name;parent;from;person;role
haus;Klinikum Nord;;;slack:T1:U9;manager
st-4;Station 4;haus;slack:T1:S4;;
st-4;;;;slack:T1:U1;
st-4;;;;slack:T1:U2 teams:AA-BB:CC-DD;member
`
const YAML = `units:
  - id: haus
    name: Klinikum Nord
    managers: [slack:T1:U9]
  - id: st-4
    name: Station 4
    parent: haus
    from: slack:T1:S4
    members:
      - slack:T1:U1
      - [slack:T1:U2, teams:AA-BB:CC-DD]
`
const EXPECTED = {
  units: [
    { id: 'haus', name: 'Klinikum Nord', parent: null },
    { id: 'st-4', name: 'Station 4', parent: 'haus', from: { platform: 'slack', tenant: 'T1', team: 'S4' } },
  ],
  members: [
    { unit: 'haus', accounts: [slack('U9')], manages: true },
    { unit: 'st-4', accounts: [slack('U1')], manages: false },
    { unit: 'st-4', accounts: [slack('U2'), teams('cc-dd')], manages: false },
  ],
}

describe('an organisation', () => {
  it('is read from CSV', () => assert.deepEqual(parseOrganisation('o.csv', CSV), EXPECTED))
  it('is read from CSV as a spreadsheet writes it', () =>
    assert.deepEqual(
      parseOrganisation('o.csv', `\uFEFF${CSV.replaceAll(';', ',').replaceAll('\n', '\r\n')}`),
      EXPECTED,
    ))
  it('is read from YAML', () => assert.deepEqual(parseOrganisation('o.yaml', YAML), EXPECTED))
  it('may have no members, where a platform knows them', () =>
    assert.deepEqual(parseOrganisation('o.yml', 'units:\n  - {id: a, name: A, members: }\n').members, []))

  const wrong: [string, string, string, readonly string[]][] = [
    ['nothing', 'o.csv', '', ['found no unit']],
    ['a header alone', 'o.csv', 'unit,name\n', ['found no unit']],
    ['an unclosed quotation mark', 'o.csv', 'unit,name\na,"A\n', ['no CSV']],
    ['a unit without a name', 'o.csv', 'unit,name,person\na,,slack:T1:U1\n', ['o.csv:2', 'named before']],
    ['an id with a blank', 'o.csv', 'unit,name\na b,A\n', ['o.csv:2: found „a b“']],
    ['a unit twice', 'o.csv', 'unit,name\na,A\na,A\n', ['o.csv:3: found „a“ once more']],
    ['a parent that there is not', 'o.csv', 'unit,name,parent\na,A,b\n', ['o.csv:2: found the parent „b“']],
    ['units in a circle', 'o.csv', 'unit,name,parent\na,A,b\nb,B,a\n', ['o.csv:2', 'o.csv:3', 'a tree']],
    ['a name in place of an account', 'o.csv', 'unit,name,person\na,A,Jana\n', ['found „Jana“']],
    ['a platform that there is not', 'o.csv', 'unit,name,from\na,A,irc:T1:S1\n', ['found „irc:T1:S1“']],
    ['a sentence as a name', 'o.csv', `unit,name\na,${'Wort '.repeat(9)}\n`, ['o.csv:2', 'eight words']],
    ['no list of units', 'o.yaml', 'unit: a\n', ['no list „units:“']],
    ['broken YAML', 'o.yaml', 'units:\n  - [a\n', ['no YAML']],
    ['an alias', 'o.yaml', 'units:\n  - &a {id: a, name: A}\n  - *a\n', ['o.yaml:3: found an alias']],
    ['a text as a unit', 'o.yaml', 'units:\n  - a\n', ['o.yaml:2']],
    ['several faults, all at once', 'o.csv', 'unit,name,parent\n?,A,\nb,B,c\n', ['o.csv:2', 'o.csv:3']],
  ]
  for (const [name, file, text, parts] of wrong)
    it(`refuses ${name}`, () =>
      assert.throws(
        () => parseOrganisation(file, text),
        (error) => {
          assert.ok(error instanceof UserError)
          for (const part of parts) assert.ok(error.message.includes(part), error.message)
          return true
        },
      ))
})
