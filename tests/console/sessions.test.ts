import assert from 'node:assert/strict'
import type { Route } from '../../src/console/route.js'
import { frameRoutes } from '../../src/console/routes/frame.js'
import type { Person } from '../../src/types.js'
import { encoded, type OpenedConsole, openConsole, persons } from './house.js'

const whoami: Route = {
  method: 'get',
  path: '/me',
  roles: ['employee'],
  handle: async ({ person }) => ({ title: 'Da', area: 'me', body: `[${Object.values(person).join('|')}]` }),
}
const MINUTE = 60
const HOUR = 60 * MINUTE

describe('console: sessions', function () {
  this.timeout(60_000)
  let house: OpenedConsole
  const people = [
    { person: persons.admin, name: 'Leon', offices: ['admin' as const] },
    { person: persons.employee, name: 'Jana', offices: [] },
  ]
  beforeEach(async () => void (house = await openConsole({ routes: [...frameRoutes, whoami], people })))
  afterEach(() => house.close())

  const isIn = async (cookie: string) =>
    (await house.ask('/me', { headers: { Cookie: cookie } })).status === 200

  const pick = async (person: string, cookie = '') => {
    const answer = await house.ask('/sign-in/person', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        Cookie: cookie,
      },
      body: encoded({ person }),
    })
    return answer.headers['set-cookie']![0]!.split(';')[0]!
  }

  const spans: [name: string, visits: readonly number[], last: number, isThere: boolean][] = [
    ['after 29 minutes', [], 29 * MINUTE, true],
    ['after 31 minutes', [], 31 * MINUTE, false],
    ['after an hour with a visit each 20 minutes', [20, 40].map((at) => at * MINUTE), HOUR, true],
    ['after a visit and 31 minutes more', [20 * MINUTE], 51 * MINUTE, false],
    [
      'short of eight hours, always there',
      Array.from({ length: 23 }, (_, i) => (i + 1) * 20 * MINUTE),
      8 * HOUR - MINUTE,
      true,
    ],
    [
      'after eight hours, always there',
      Array.from({ length: 23 }, (_, i) => (i + 1) * 20 * MINUTE),
      8 * HOUR + 1,
      false,
    ],
  ]
  for (const [name, visits, last, isThere] of spans)
    it(`${isThere ? 'holds' : 'is over'} ${name}`, async () => {
      const { cookie } = await house.signIn('employee')
      let at = 0
      for (const visit of visits) {
        await house.pass(visit - at)
        at = visit
        assert.ok(await isIn(cookie), `at ${visit}`)
      }
      await house.pass(last - at)
      assert.equal(await isIn(cookie), isThere)
    })

  it('begins under a new token, whatever the browser brought', async () => {
    const planted = `sid=${'A'.repeat(43)}`
    const cookie = await pick('jana', planted)
    assert.notEqual(cookie, planted)
    assert.deepEqual([await isIn(planted), await isIn(cookie)], [false, true])
    // And once more, as somebody else: the first one is over.
    const next = await pick('leon', cookie)
    assert.deepEqual([await isIn(cookie), await isIn(next)], [false, true])
  })

  const none = [
    '',
    'sid=',
    'sid=x',
    `sid=${'A'.repeat(43)}`,
    `sid=${'A'.repeat(44)}`,
    'sid=%00',
    `__Host-sid=${'A'.repeat(43)}`,
  ]
  for (const cookie of none)
    it(`is none with „${cookie.slice(0, 20)}“`, async () => assert.equal(await isIn(cookie), false))

  it('ends when its person signs out, and there alone', async () => {
    const [one, two] = [await house.signIn('employee'), await house.signIn('employee')]
    const answer = await one.post('/sign-out')
    assert.equal(answer.headers.location, '/console/sign-in?said=signed-out')
    assert.ok((await one.follow(answer)).text.includes('Abgemeldet. Bis bald.'))
    assert.deepEqual([await isIn(one.cookie), await isIn(two.cookie)], [false, true])
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    assert.equal((await two.post('/sign-out', {}, foreign)).status, 403)
    assert.equal((await two.get('/sign-out')).status, 404)
    assert.equal(await isIn(two.cookie), true)
  })

  it('ends everywhere when its person has everything erased', async () => {
    const [one, two] = [await house.signIn('employee'), await house.signIn('employee')]
    const other = await house.signIn('manager')
    await house.core.erase(persons.employee)
    assert.deepEqual(
      [await isIn(one.cookie), await isIn(two.cookie), await isIn(other.cookie)],
      [false, false, true],
    )
  })

  it('ends where an admin says so: those of an account, or all', async () => {
    const twin = (tenant: string): Person => ({ platform: 'slack', tenant, user: 'U0CANARY' })
    const [first, second] = [await house.signIn(twin('T024BE7LD')), await house.signIn(twin('T024BE7LE'))]
    const admin = await house.signIn('admin')
    const page = await admin.get('/sessions')
    assert.ok(!page.text.includes('U0CANARY'))

    const one = await admin.post('/sessions/one', { account: ' slack/T024BE7LD/U0CANARY ' })
    assert.equal(one.headers.location, '/console/sessions?said=sessions-ended')
    assert.deepEqual([await isIn(first.cookie), await isIn(second.cookie)], [false, true])
    const nobody = await admin.post('/sessions/one', { account: 'slack/T024BE7LD/U024BE7LZ' })
    assert.deepEqual((await admin.follow(nobody)).text, (await admin.follow(one)).text)

    assert.equal((await admin.post('/sessions/one', { account: 'leon@firma.example' })).status, 422)
    assert.equal((await second.post('/sessions/all')).status, 403)
    const all = await admin.post('/sessions/all')
    assert.deepEqual([await isIn(second.cookie), await isIn(admin.cookie)], [false, false])
    const end = await house.ask(all.headers.location!, { headers: { 'Accept-Language': 'de' } })
    assert.equal(end.headers.location, '/console/sign-in?to=%2Fconsole%2F&said=sessions-ended')

    const records = await house.store.console.auditRecords(10)
    assert.deepEqual(
      records.map(({ action, subject, actor }) => [
        action,
        subject,
        actor === house.store.console.actor(persons.admin),
      ]),
      [
        ['session.end', 'all', true],
        ['session.end', 'one', true],
        ['session.end', 'one', true],
      ],
    )
  })

  it('tells two tenants with equal ids apart', async () => {
    const ids = ['T024BE7LD', 'T024BE7LE'].map(
      (tenant): Person => ({ platform: 'slack', tenant, user: 'U024BE7LH' }),
    )
    const clients = await Promise.all(ids.map((person) => house.signIn(person)))
    for (const [index, client] of clients.entries())
      assert.ok((await client.get('/me')).text.includes(`[slack|${ids[index]!.tenant}|U024BE7LH]`))
    await house.core.change(ids[0]!, { language: 'en' })
    assert.ok((await clients[0]!.get('/me')).text.includes('<html lang="en">'))
    assert.ok((await clients[1]!.get('/me')).text.includes('<html lang="de">'))
  })
})
