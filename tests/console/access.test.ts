import assert from 'node:assert/strict'
import type { Route } from '../../src/console/route.js'
import { allRoutes } from '../../src/console/routes/index.js'
import { PlatformError, UserError } from '../../src/errors.js'
import type { Person, Role } from '../../src/types.js'
import { encoded, type OpenedConsole, openConsole, persons } from './house.js'

const ROLES = ['employee', 'manager', 'admin', 'works-council'] as const

describe('console: who may ask for what', function () {
  this.timeout(60_000)

  describe('one layer decides', () => {
    let house: OpenedConsole
    const reached: string[] = []
    const routes: readonly Route[] = ROLES.flatMap((role): Route[] =>
      (['get', 'post'] as const).map((method) => ({
        method,
        path: `/${role}/:id`,
        roles: [role],
        async handle(visit) {
          reached.push(`${role} ${visit.param('id')}`)
          return { title: 'Da', area: 'me', body: [...visit.roles].sort().join(' ') }
        },
      })),
    )
    before(async () => void (house = await openConsole({ routes })))
    after(() => house.close())
    beforeEach(() => void (reached.length = 0))

    for (const role of ROLES)
      for (const route of ROLES) {
        const allowed = route === 'employee' || route === role
        it(`${role}: ${allowed ? 'reaches' : 'is refused'} ${route}, by GET and POST`, async () => {
          const client = await house.signIn(role)
          const answers = [await client.get(`/${route}/1`), await client.post(`/${route}/1`)]
          for (const { status, text } of answers) {
            assert.equal(status, allowed ? 200 : 403)
            if (!allowed) assert.ok(text.includes('<h1>Diese Seite gibt es hier nicht</h1>'), text)
          }
          assert.deepEqual(reached, allowed ? [`${route} 1`, `${route} 1`] : [])
        })
      }

    it('says the same of what is forbidden, of what is not there, and of whoever is not signed in', async () => {
      const client = await house.signIn('employee')
      const plain = (text: string) => text.replace(/href="[^"]*"/g, '').replace(/value="[^"]*"/g, '')
      const forbidden = await client.get('/admin/1')
      const missing = await client.get('/administration/1')
      assert.equal(plain(forbidden.text), plain(missing.text))
      assert.equal(plain((await client.get('/admin/2')).text), plain(forbidden.text))
      assert.ok(missing.text.includes('action="/console/sign-out"'))
      assert.equal((await house.ask('/admin/1')).status, 303)
      assert.deepEqual(reached, [])
    })

    const odd = ['/ADMIN/1', '/admin/1/', '/admin//1', '//admin/1', '/./admin/1', '/admin/1;x', '/admin%2f1']
    for (const path of odd)
      it(`an employee gets nowhere by ${path}`, async () => {
        const client = await house.signIn('employee')
        const { status } = await client.get(`/console${path}`)
        assert.ok(status === 403 || status === 404, String(status))
        assert.deepEqual(reached, [])
      })

    it('shows only the areas that are theirs', async () => {
      const areas = ['me', 'try', 'team', 'lexicon', 'council'] as const
      const own = await openConsole({
        routes: areas.map((area, index) => ({
          method: 'get',
          path: `/${area}`,
          roles: [(['employee', 'employee', 'manager', 'admin', 'works-council'] as const)[index]!],
          handle: async () => ({ title: area, area, body: '' }),
        })),
      })
      const shown = async (role: Role) =>
        [...(await (await own.signIn(role)).get('/me')).text.matchAll(/<a href="\/console\/(\w+)"/g)].map(
          ([, area]) => area,
        )
      assert.deepEqual(await shown('employee'), ['me', 'try'])
      assert.deepEqual(await shown('manager'), ['me', 'try', 'team'])
      assert.deepEqual(
        (await shown('admin')).filter((area) => area !== 'sessions'),
        ['me', 'try', 'lexicon'],
      )
      assert.deepEqual(await shown('works-council'), ['me', 'try', 'council'])
      await own.close()
    })
  })

  it('takes a manager for one as long as the roster says so, within 30 s', async () => {
    const person: Person = { platform: 'slack', tenant: 'T1AA', user: 'U1AA' }
    let managers: readonly Person[] = []
    const house = await openConsole({
      now: '2026-03-10T11:00:00Z',
      routes: [
        {
          method: 'get',
          path: '/team',
          roles: ['manager'],
          handle: async () => ({ title: 'Team', area: 'team', body: '' }),
        },
      ],
      parts: ({ store }) => ({
        store: {
          ...store,
          async managers(week) {
            assert.equal(week.toISOString(), '2026-03-08T23:00:00.000Z')
            return managers.map((to) => ({ unit: 'u', to }))
          },
        },
      }),
    })
    const client = await house.signIn(person)
    assert.equal((await client.get('/team')).status, 403)
    managers = [person]
    await house.pass(31)
    assert.equal((await client.get('/team')).status, 200)
    managers = [{ ...person, tenant: 'T2AA' }]
    await house.pass(31)
    assert.equal((await client.get('/team')).status, 403)
    await house.close()
  })

  it('ends the sessions of a workspace that removed Klartext within a minute, not of one that is silent', async () => {
    let known: boolean | null = true
    const house = await openConsole({
      async isKnown() {
        if (known === null) throw new PlatformError('auth.test', 'later')
        return known
      },
    })
    const client = await house.signIn('employee')
    assert.equal((await client.get('/sign-in')).status, 200)
    known = null
    await house.pass(31)
    assert.equal((await client.get('/nowhere')).status, 404)
    assert.equal((await client.get('/try')).status, 200)
    known = false
    await house.pass(31)
    assert.equal((await client.get('/try')).headers.location, '/console/sign-in?to=%2Fconsole%2Ftry')
    await house.close()
  })

  it('answers on loopback to loopback names alone', async () => {
    const house = await openConsole()
    const hosts: [string, number][] = [
      ['localhost', 200],
      ['127.0.0.1:3000', 200],
      ['[::1]:3000', 200],
      ['evil.example', 403],
      ['localhost.evil.example', 403],
      ['127.0.0.1.evil.example', 403],
    ]
    for (const [host, status] of hosts)
      assert.equal((await house.ask('/sign-in', { headers: { Host: host } })).status, status, host)
    assert.equal((await house.ask('/elsewhere')).status, 404)
    await house.close()
  })

  it('lets anybody on this machine be somebody invented, and nobody else', async () => {
    const people = [
      { person: persons.admin, name: 'Leon Adeyemi', offices: ['admin' as const] },
      { person: persons.employee, name: 'Jana Petersen', offices: [] },
    ]
    const house = await openConsole({ people })
    const page = await house.ask('/sign-in', { headers: { 'Accept-Language': 'de' } })
    assert.match(page.text, /Leon Adeyemi<\/span><span class="hint">sieht die eigene Seite und das Lexikon/)
    const pick = (person: string, headers: Record<string, string> = {}, to = '/console/try') =>
      house.ask('/sign-in/person', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          ...headers,
        },
        body: encoded({ person, to }),
      })
    const picked = await pick('leon')
    assert.deepEqual([picked.status, picked.headers.location], [303, '/console/try'])
    const [cookie] = picked.headers['set-cookie']!
    assert.match(cookie!, /^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const there = await house.ask('/try', { headers: { Cookie: cookie!.split(';')[0]! } })
    assert.ok(there.text.includes('<span class="account__name">Leon Adeyemi</span>'))
    assert.equal((await pick('leon', {}, '//evil.example')).headers.location, '/console')
    for (const [person, headers, status] of [
      ['nobody', {}, 404],
      ['', {}, 404],
      ['leon', { 'Sec-Fetch-Site': 'cross-site' }, 403],
      ['leon', { 'Sec-Fetch-Site': 'none' }, 403],
      ['leon', { Host: 'evil.example' }, 403],
    ] as const) {
      const answer = await pick(person, headers)
      assert.deepEqual([answer.status, answer.headers['set-cookie']], [status, undefined])
    }
    await house.close()

    const real = await openConsole()
    const refused = await real.ask('/sign-in/person', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: encoded({ person: 'leon' }),
    })
    assert.equal(refused.status, 404)
    await real.close()
  })

  it('says what is wrong with what somebody gave, with all that they typed', async () => {
    const house = await openConsole({
      routes: [
        {
          method: 'post',
          path: '/save',
          roles: ['employee'],
          async handle() {
            throw new UserError('patterns.2:14', 'a star', 'a word', 'Write <it> out.')
          },
        },
      ],
    })
    const typed = 'ein langer Text\nmit zwei Zeilen'
    const { status, text } = await (await house.signIn('employee')).post('/save', { why: typed })
    assert.equal(status, 422)
    for (const part of ['patterns.2:14', 'a star', 'a word', 'Write &lt;it> out.', `\n${typed}</textarea>`])
      assert.ok(text.includes(part), `${part} in ${text}`)
    assert.deepEqual(house.logged, [])
    await house.close()
  })

  const languages: [
    name: string,
    path: string,
    headers: Record<string, string>,
    set: 'de' | 'en' | 'auto',
    is: string,
  ][] = [
    ['as asked for', '/me?lang=en', {}, 'de', 'en'],
    ['as asked for, whatever else', '/me?lang=de', { 'Accept-Language': 'en' }, 'en', 'de'],
    ['as chosen before', '/me', { Cookie: 'lang=en' }, 'de', 'en'],
    ['as the person has set it', '/me', { 'Accept-Language': 'de' }, 'en', 'en'],
    ['as the browser says', '/me', { 'Accept-Language': 'fr, en;q=0.8, de;q=0.2' }, 'auto', 'en'],
    ['German where nothing says otherwise', '/me', { 'Accept-Language': 'fr' }, 'auto', 'de'],
    ['not one that there is not', '/me?lang=fr', { 'Accept-Language': 'en' }, 'auto', 'en'],
  ]
  for (const [name, path, headers, language, is] of languages)
    it(`speaks ${is}: ${name}`, async () => {
      const house = await openConsole({
        routes: [
          {
            method: 'get',
            path: '/me',
            roles: ['employee'],
            handle: async (visit) => ({ title: visit.language, area: 'me', body: '' }),
          },
        ],
      })
      const client = await house.signIn('employee')
      await house.core.change(client.person, { language })
      const { Cookie: more = '', ...rest } = headers
      const { text } = await client.get(path, { Cookie: `${client.cookie}; ${more}`, ...rest })
      assert.ok(text.includes(`<html lang="${is}">`) && text.includes(`<h1>${is}</h1>`), text)
      await house.close()
    })

  it('says only what it knows, once, and not from whatever a link holds', async () => {
    const house = await openConsole()
    const client = await house.signIn('employee')
    for (const [said, text] of [
      ['saved', 'Gespeichert.'],
      ['<b>x', null],
      ['constructor', null],
      ['', null],
    ] as const) {
      const page = (await client.get(`/try?${new URLSearchParams({ said })}`)).text
      const [, notice = null] = /class="notice" role="status">([^<]*)</.exec(page) ?? []
      assert.equal(notice, text, said)
    }
    assert.ok((await client.get('/try?said=saved&x=1')).text.includes('href="/console/try?x=1&amp;lang=en"'))
    await house.close()
  })

  it('has one table, in which no address stands twice and each has roles', () => {
    const names = allRoutes.map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    )
    for (const { path, roles } of allRoutes) {
      assert.ok(roles.length > 0, path)
      assert.match(path, /^\/(?:[a-z:]|$)/)
    }
  })
})
