import assert from 'node:assert/strict'
import type { Route } from '../../src/console/route.js'
import { frameRoutes } from '../../src/console/routes/frame.js'
import { createProviders } from '../../src/console/sign-in/providers.js'
import { createBrowser } from './browse.js'
import { type OpenedConsole, openConsole, persons } from './house.js'
import { clients, startStandIn, TENANT } from './stand-in/index.js'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const routes: readonly Route[] = [
  ...frameRoutes,
  {
    method: 'get',
    path: '/me',
    roles: ['employee'],
    handle: async () => ({ title: 'Da', area: 'me', body: '' }),
  },
  { method: 'get', path: '/away', roles: ['employee'], handle: async () => ({ goTo: '/me' }) },
  {
    method: 'get',
    path: '/file',
    roles: ['employee'],
    handle: async () => ({ download: '{}', type: 'application/json', name: 'klartext "ä"\r\n.json' }),
  },
  {
    method: 'get',
    path: '/broken',
    roles: ['employee'],
    handle: async () => {
      throw new RangeError('canary: what somebody wrote')
    },
  },
  { method: 'get', path: '/council', roles: ['works-council'], handle: async () => ({ refuse: 404 }) },
  { method: 'post', path: '/me', roles: ['employee'], handle: async () => ({ goTo: '/me' }) },
]

const strict = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
const year = { 'strict-transport-security': 'max-age=31536000' }

describe('console: headers and cookies', function () {
  this.timeout(60_000)

  for (const url of ['https://klartext.example', undefined]) {
    describe(url ?? 'on loopback', () => {
      let house: OpenedConsole
      before(async () => void (house = await openConsole({ url, routes })))
      after(() => house.close())

      const paths: [path: string, status: number][] = [
        ['', 303],
        ['/me', 200],
        ['/away', 303],
        ['/file', 200],
        ['/broken', 500],
        ['/council', 403],
        ['/nowhere', 404],
        ['/%zz', 404],
        ['/sign-in', 200],
        ['/assets/console.css', 200],
        ['/assets/icon.svg', 200],
        ['/assets/../index.ts', 404],
        ['/assets/none.css', 404],
      ]
      for (const [path, status] of paths)
        it(`GET /console${path} has the strict headers`, async () => {
          const { headers, ...answer } = await (await house.signIn('employee')).get(path)
          assert.equal(answer.status, status)
          const cached = status === 200 && path.startsWith('/assets/')
          const expected = {
            ...strict,
            ...(cached && { 'cache-control': 'no-cache' }),
            ...(url && year),
          }
          for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, name)
          assert.equal(headers['strict-transport-security'], url && year['strict-transport-security'])
        })

      it('has them in answers to whoever is refused', async () => {
        const client = await house.signIn('employee')
        const refused = [
          await house.ask('/me', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }),
          await client.post('/me', { csrf: 'other' }),
          await client.post('/me', {}, { 'Content-Type': 'application/json' }),
          await house.ask('/me', { method: 'DELETE' }),
          await house.ask('/me', { method: 'OPTIONS' }),
        ]
        for (const { headers } of refused)
          for (const [name, value] of Object.entries(strict)) assert.equal(headers[name], value, name)
      })
    })
  }

  it('names a download safely', async () => {
    const house = await openConsole({ routes })
    const { headers, text } = await (await house.signIn('employee')).get('/file')
    assert.equal(
      headers['content-disposition'],
      `attachment; filename="klartext \\"?\\"??.json"; filename*=UTF-8''klartext%20%22%C3%A4%22%0D%0A.json`,
    )
    assert.deepEqual([headers['content-type'], text], ['application/json; charset=utf-8', '{}'])
    await house.close()
  })

  it('shows and logs nothing of a fault but its name', async () => {
    const house = await openConsole({ routes })
    const { text } = await (await house.signIn('employee')).get('/broken')
    assert.ok(text.includes('Das hat nicht geklappt') && !text.includes('canary'))
    assert.deepEqual(house.logged, [[{ fault: 'RangeError' }, 'console: request failed']])
    await house.close()
  })

  it('sets cookies that belong to this very host alone', async () => {
    const standIn = await startStandIn()
    const providers = createProviders({
      slack: clients.slack,
      teams: { ...clients.teams, tenant: TENANT },
      standIn: standIn.base,
    })
    const house = await openConsole({ url: 'https://klartext.example', routes, providers })
    const plain = (lines: readonly string[] = []) =>
      lines.map((line) =>
        line.replace(/=[\w.-]{20,}/, '=…').replace(/Expires=(?!Thu, 01 Jan 1970)[^;]+/, 'Expires=…'),
      )
    const browser = createBrowser(house.port)
    const begun = await browser.get('/console/sign-in/slack?lang=en', { 'Sec-Fetch-Site': 'none' })
    assert.deepEqual(plain(begun.headers['set-cookie']), [
      '__Host-lang=en; Max-Age=31536000; Path=/; Expires=…; HttpOnly; Secure; SameSite=Lax',
      '__Host-login=…; Max-Age=600; Path=/; Expires=…; HttpOnly; Secure; SameSite=Lax',
    ])
    const come = await browser.signIn('slack')
    assert.deepEqual(plain(come.headers['set-cookie']), [
      '__Host-login=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
      '__Host-sid=…; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
    const token = browser.jar.get('__Host-sid')!
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    const client = await house.signIn('employee')
    assert.deepEqual(plain((await client.post('/sign-out')).headers['set-cookie']), [
      '__Host-sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    ])
    await house.close()
    await standIn.close()
  })

  it('has no inline script, style or handler and loads nothing from elsewhere', async () => {
    const people = [{ person: persons.admin, name: 'Leon', offices: ['admin' as const] }]
    const house = await openConsole({ people })
    const admin = await house.signIn('admin')
    const pages = [
      await admin.get('/sign-in'),
      await admin.get('/sessions'),
      await admin.get('/nowhere'),
      await admin.post('/sessions/one', { csrf: 'old', account: 'x'.repeat(200) }),
      await house.ask('/sessions/one', {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'account="><script>alert(1)</script>&%22%3E%3Cimg%20onerror%3Dx%3E=y',
      }),
    ]
    for (const { text } of pages) {
      assert.ok(!/<style|\sstyle=|<[^>]+\son[a-z]+=|<script|javascript:/.test(text), text)
      for (const [, url] of text.matchAll(/\s(?:src|href|action)="([^"]*)"/g))
        assert.match(url!, /^[/#](?!\/)/)
    }
    await house.close()
  })
})
