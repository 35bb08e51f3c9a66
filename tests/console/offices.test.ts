import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOffices, parseOffices } from '../../src/console/access/offices.js'
import { UserError } from '../../src/errors.js'
import type { Person } from '../../src/types.js'

const leon: Person = { platform: 'slack', tenant: 'T024BE7LD', user: 'U024BE7LH' }
const sofie: Person = {
  platform: 'teams',
  tenant: '11111111-1111-4111-8111-111111111111',
  user: 'aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa',
}
const account = ({ platform, tenant, user }: Person) => `${platform}/${tenant}/${user}`

describe('console: the file of roles', () => {
  const good: [name: string, text: string, offices: Record<string, string>][] = [
    ['nothing', '', {}],
    ['a remark', '# nobody yet\n', {}],
    ['lists without anybody', 'admins:\nworks-council: []\n', {}],
    [
      'one of each',
      `admins:\n  - ${account(leon)}\nworks-council: [ ${account(sofie)} ]\n`,
      { 'slack|T024BE7LD|U024BE7LH': 'admin', [`teams|${sofie.tenant}|${sofie.user}`]: 'works-council' },
    ],
    [
      'ids of Entra in capitals',
      `admins: ["teams/${sofie.tenant.toUpperCase()}/${sofie.user.toUpperCase()}"]`,
      { [`teams|${sofie.tenant}|${sofie.user}`]: 'admin' },
    ],
    ['somebody invented', 'admins: [playground/playground/leon]', { 'playground|playground|leon': 'admin' }],
    [
      'the same person twice',
      `admins: [${account(leon)}, ${account(leon)}]`,
      { 'slack|T024BE7LD|U024BE7LH': 'admin' },
    ],
  ]
  for (const [name, text, offices] of good)
    it(`reads ${name}`, () => assert.deepEqual(Object.fromEntries(parseOffices('r.yaml', text)), offices))

  const wrong: [name: string, text: string, parts: readonly string[]][] = [
    ['an unknown name', 'admin: [slack/T1AA/U1AA]\n', ['r.yaml:1:8', '„admin“']],
    ['an address', 'admins:\n  - leon@firma.example\n', ['r.yaml:2:5', 'slack/T024BE7LD/U024BE7LH']],
    ['a person for a workspace', 'admins: [slack/U024BE7LH/U024BE7LH]', ['r.yaml:1:10']],
    ['a name for a tenant', 'admins: [teams/contoso.com/x]', ['r.yaml:1:10']],
    ['a platform that there is not', 'admins: [discord/T1AA/U1AA]', ['r.yaml:1:10']],
    [
      'a name of every object',
      'admins: [constructor/T1AA/U1AA, __proto__/a/b]',
      ['r.yaml:1:10', 'r.yaml:1:33'],
    ],
    ['a number', 'admins: [12]', ['r.yaml:1:10']],
    ['one account for a list', `admins: ${account(leon)}`, ['r.yaml:1:9', 'a list of accounts']],
    ['a list for all', `- ${account(leon)}`, ['r.yaml:1:1']],
    ['a mark left open', 'admins: [\n', ['r.yaml:2:1', 'no YAML']],
    ['the same list twice', 'admins: []\nadmins: []\n', ['r.yaml:2:1']],
    ['an alias', `admins: &a [${account(leon)}]\nworks-council: *a\n`, ['r.yaml:2:16', 'an alias']],
    [
      'both offices in one hand',
      `admins: [${account(leon)}]\nworks-council:\n  - ${account(leon)}\n`,
      ['r.yaml:3:5', 'different people'],
    ],
    ['several faults at once', 'admins: [a, b]\nother: 1\n', ['r.yaml:1:10', 'r.yaml:1:13', 'r.yaml:2:8']],
    ['too much', `# ${'x'.repeat(300_000)}`, ['r.yaml: 300002 bytes']],
    ['__proto__', '__proto__: [slack/T1AA/U1AA]\n', ['r.yaml:1', '„__proto__“']],
  ]
  for (const [name, text, parts] of wrong)
    it(`refuses ${name}, and says where`, () =>
      assert.throws(
        () => parseOffices('r.yaml', text),
        (error) => {
          assert.ok(error instanceof UserError)
          for (const part of parts) assert.ok(error.message.includes(part), error.message)
          return true
        },
      ))

  describe('while Klartext runs', () => {
    let folder: string
    let file: string
    let time: number
    const logged: unknown[][] = []
    const parts = {
      clock: () => new Date(time),
      log: { error: (...args: unknown[]) => void logged.push(args) },
    }

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'klartext-roles-'))
      file = join(folder, 'roles.yaml')
      time = 0
      logged.length = 0
      writeFileSync(file, `admins: [${account(leon)}]`)
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    it('does not start without it, or with a broken one', () => {
      assert.throws(() => createOffices(join(folder, 'none'), parts), /KLARTEXT_ROLES: .*none: found no file/)
      writeFileSync(file, 'admins: [x]')
      assert.throws(() => createOffices(file, parts), /roles\.yaml:1:10/)
    })

    it('takes a change within 30 seconds', () => {
      const offices = createOffices(file, parts)
      assert.deepEqual([offices.rolesOf(leon), offices.rolesOf(sofie)], [['admin'], []])
      writeFileSync(file, `works-council: [${account(sofie)}]`)
      time += 30_000
      assert.deepEqual([offices.rolesOf(leon), offices.rolesOf(sofie)], [[], ['works-council']])
    })

    it('goes on with what it knew where the file breaks or goes, and says so once', () => {
      const offices = createOffices(file, parts)
      for (const spoil of [() => writeFileSync(file, 'admins: [x]'), () => rmSync(file)]) {
        spoil()
        logged.length = 0
        for (let round = 0; round < 3; round++) {
          time += 30_000
          assert.deepEqual(offices.rolesOf(leon), ['admin'])
        }
        assert.equal(logged.length, 1)
      }
      writeFileSync(file, '')
      time += 30_000
      assert.deepEqual(offices.rolesOf(leon), [])
    })

    it('holds nobody for somebody of another tenant', () => {
      const offices = createOffices(file, parts)
      assert.deepEqual(offices.rolesOf({ ...leon, tenant: 'T024BE7LE' }), [])
      assert.deepEqual(offices.rolesOf({ ...leon, platform: 'teams' }), [])
    })
  })
})
