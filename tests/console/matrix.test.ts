import assert from 'node:assert/strict'
import { join } from 'node:path'
import knex from 'knex'
import type { Route } from '../../src/console/route.js'
import { allRoutes } from '../../src/console/routes/index.js'
import type { Role } from '../../src/types.js'
import type { Client, OpenedConsole } from './house.js'
import { openLexicon } from './lexicon/open-lexicon.js'
import { cast, furnish, live, openScene } from './scene.js'

const ROLES: readonly Role[] = ['employee', 'manager', 'admin', 'works-council']

/** Whoever asks for an address with a parameter gets it with something that exists, and with guesses. */
const GUESSES: Readonly<Record<string, readonly string[]>> = {
  ':unit': ['montage', 'versand', 'werk', '..', '%2e%2e', 'montage%00'],
  ':monday': ['2026-03-02', '1999-01-04', '2026-03-03', 'x'],
  ':id': ['anglicism-canceln', 'gibt-es-nicht', '__proto__'],
  ':version': ['1', '0', '-1', '99999999999999999999'],
  ':number': ['1', '0', '-1'],
  ':author': ['aaaaaaaaaaaa', 'klartext'],
}

/** All addresses of a route, its parameters filled in. */
function addressesOf({ path }: Route): string[] {
  const parameter = path.match(/:[a-z]+/)?.[0]
  if (!parameter) return [path]
  const values = GUESSES[parameter] ?? assert.fail(`no guesses for ${parameter} of ${path}`)
  return values.flatMap((value) => addressesOf({ path: path.replace(parameter, value) } as Route))
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`

/** Who may ask for what, written down once more: a change of the table must be meant. */
const EVERYBODY = /^(?:get|post) \/(?:$|me|try|changes|sign-out)/
const EXPECTED = (route: Route): readonly Role[] => {
  const name = nameOf(route)
  if (EVERYBODY.test(name)) return ROLES
  if (/^get \/team/.test(name)) return ['manager']
  if (/ \/lexicon/.test(name)) return ['admin']
  if (/^post \/council\/sessions|\/sessions/.test(name)) return ['admin']
  if (/ \/council/.test(name)) return ['admin', 'works-council']
  return assert.fail(`${name} is in no known part`)
}

describe('role times address', function () {
  this.timeout(120_000)
  let house: OpenedConsole
  const clients = new Map<Role, Client>()

  before(async () => {
    house = await openScene()
    await furnish(house)
    await live(house, cast.jana)
    clients.set('employee', await house.signIn(cast.jana))
    clients.set('manager', await house.signIn(cast.katrin))
    clients.set('admin', await house.signIn(cast.leon, 'admin'))
    clients.set('works-council', await house.signIn(cast.sofie, 'works-council'))
  })
  after(() => house.close())

  /** Everything that is kept, but for the times at which sessions were last seen. */
  const everything = async (): Promise<string> => {
    const db = knex({
      client: 'sqlite3',
      connection: { filename: join(house.folder, 'klartext.db') },
      useNullAsDefault: true,
    })
    try {
      const tables: string[] = await db('sqlite_master')
        .where({ type: 'table' })
        .orderBy('name')
        .pluck('name')
      const rows = []
      for (const table of tables)
        for (const row of await db(table)) rows.push(JSON.stringify({ table, ...row, seen_at: 0 }))
      return rows.sort().join('\n')
    } finally {
      await db.destroy()
    }
  }

  it('has every address in one table, with the roles that are meant', () => {
    assert.ok(allRoutes.length >= 40, `${allRoutes.length}`)
    for (const route of allRoutes) {
      const expected = EXPECTED(route)
      const allowed = ROLES.filter((role) => route.roles.includes(role) || route.roles.includes('employee'))
      assert.deepEqual(allowed, expected, nameOf(route))
    }
    const names = allRoutes.map(nameOf)
    assert.equal(new Set(names).size, names.length)
  })

  it('refuses every forbidden pair, with guessed ids too, and nothing changes', async () => {
    const before = await everything()
    let refused = 0
    for (const route of allRoutes)
      for (const role of ROLES.filter((each) => !EXPECTED(route).includes(each)))
        for (const address of addressesOf(route)) {
          const client = clients.get(role)!
          const answer = await (route.method === 'get'
            ? client.get(address)
            : client.post(address, everyField))
          assert.ok(
            [403, 404].includes(answer.status),
            `${role} ${nameOf(route)} ${address}: ${answer.status}`,
          )
          assert.ok(
            !/canceln|Montage Halle|Werk Nord/.test(answer.text),
            `${role} ${address} tells something`,
          )
          refused += 1
        }
    assert.ok(refused > 150, `${refused}`)
    assert.equal(await everything(), before)
  })

  it('lets nobody in who is not signed in, and nothing changes', async () => {
    const before = await everything()
    for (const route of allRoutes)
      for (const address of addressesOf(route)) {
        const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: house.origin }
        const answer = await house.ask(
          address,
          route.method === 'get'
            ? {}
            : {
                method: 'POST',
                headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
                body: 'csrf=x',
              },
        )
        const isKept = route.method === 'post' && [401, 415].includes(answer.status)
        const isSent = route.method === 'get' && /^\/console\/sign-in/.test(answer.headers.location ?? '')
        const isNowhere = [400, 404].includes(answer.status)
        assert.ok(isKept || isSent || isNowhere, `${nameOf(route)} ${address}: ${answer.status}`)
      }
    assert.equal(await everything(), before)
  })

  it('answers every pair that is allowed, whatever is asked', async () => {
    const opened = await openLexicon()
    const roleOf = {
      employee: cast.jana,
      manager: cast.katrin,
      admin: cast.leon,
      'works-council': cast.sofie,
    }
    try {
      await furnish(opened)
      let answered = 0
      let shown = 0
      for (const route of allRoutes)
        for (const role of EXPECTED(route))
          for (const address of addressesOf(route)) {
            // Anew each time: some addresses end the session.
            const client = await opened.signIn(roleOf[role], role)
            const answer = await (route.method === 'get'
              ? client.get(address)
              : client.post(address, everyField))
            const what = `${role} ${nameOf(route)} ${address}: ${answer.status}`
            assert.ok([200, 303, 404, 409, 422].includes(answer.status) || answer.status === 415, what)
            answered += 1
            if (answer.status === 200) shown += 1
          }
      assert.ok(answered > 120 && shown > 40, `${answered} ${shown}`)
      assert.deepEqual(opened.logged, [])
    } finally {
      await opened.close()
    }
  })

  it('shows a manager their own units alone', async () => {
    const manager = clients.get('manager')!
    const own = await manager.get('/team/montage')
    assert.equal(own.status, 200)
    assert.match(own.text, /Montage Halle 2/)
    const strangers = [
      ...[
        '/team/versand',
        '/team/werk',
        '/team/gibt-es-nicht',
        '/team/montage/1999-01-04',
        '/team/montage/2026-03-03',
      ],
      ...['/team/versand/2026-03-02', '/team/versand/2026-03-02/csv', '/team/werk/2026-03-02/csv'],
    ]
    const nowhere = await manager.get('/team/gibt-es-nicht')
    for (const address of strangers) {
      const answer = await manager.get(address)
      assert.equal(answer.status, 404, address)
      // Whether there is such a unit is not told.
      assert.equal(answer.text, nowhere.text, address)
    }
  })

  it('lets go of a role as soon as it is taken', async () => {
    const olga = await house.signIn(cast.olga, 'admin')
    assert.equal((await olga.get('/lexicon/history')).status, 200)
    await house.signIn(cast.olga, 'employee')
    assert.equal((await olga.get('/lexicon/history')).status, 403)
  })
})

/** Whatever a form may ask for. */
const everyField = {
  ...{
    act: 'save',
    scope: 'company',
    kind: 'noun',
    term: 'Rasenmäherprinzip',
    label: 'jargon',
    language: 'de',
  },
  ...{ why: 'Darum.', instead: 'so', reason: 'Test', word: 'canceln', yaml: 'tuning:\n  - allow: Sprint\n' },
  ...{
    weight: '2',
    status: 'retired',
    version: '1',
    number: '1',
    account: 'slack/T024BE7LD/U0JANA',
    all: '1',
  },
}
