import assert from 'node:assert/strict'
import { ask, type Served, serve } from './serve.js'

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

describe('playground: strict at the door', () => {
  let served: Served
  before(async () => void (served = await serve()))
  after(() => served.close())

  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  const paths = [
    '/?as=jana&in=team&lang=de',
    '/',
    '/playground/messages?as=jana&in=team&lang=de',
    '/playground/assets/playground.js',
    '/playground/assets/htmx.js',
    '/playground/assets/hx-sse.js',
    '/playground/assets/chat.css',
    '/playground/assets/icon.svg',
    '/playground/assets/none.css',
    '/playground/nowhere',
  ]
  for (const path of paths) {
    it(`GET ${path} has the strict headers`, async () => {
      const { headers } = await served.get(path)
      assert.equal(headers['content-security-policy'], policy)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['referrer-policy'], 'no-referrer')
      assert.match(
        headers['cache-control'] ?? '',
        path.includes('assets/') ? /no-cache|no-store/ : /^no-store$/,
      )
    })
  }

  it('the page has no inline script, style or handler and loads nothing from elsewhere', async () => {
    await served.post('welcome', 'jana', { join: 'yes' })
    const page = await served.page('jana')
    assert.ok(!/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|hx-on|js:/.test(page))
    for (const [, url] of page.matchAll(/(?:src|href|action)="([^"]*)"/g)) assert.match(url!, /^[/#]/)
  })

  it('leaves other addresses to others', async () => {
    const answer = await ask(served.port, '/elsewhere', { headers: { Host: 'klartext.example.com' } })
    assert.equal(answer.text, 'not ours')
  })

  const hosts: [string, number][] = [
    ['localhost', 200],
    ['localhost:3000', 200],
    ['LOCALHOST:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.example:80', 403],
    ['192.168.0.10', 403],
  ]
  for (const [host, status] of hosts) {
    it(`Host ${host} gets ${status}`, async () => {
      const answer = await ask(served.port, '/?as=jana&in=team&lang=de', { headers: { Host: host } })
      assert.equal(answer.status, status)
      if (status === 403) assert.ok(answer.text.includes('Der Probechat antwortet nur auf diesem Rechner.'))
    })
  }

  const origins: [Record<string, string>, boolean][] = [
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'SELF' }, true],
    [{ Origin: 'SELF' }, true],
    [{}, false],
    [{ Origin: 'null' }, false],
    [{ Origin: 'https://evil.example' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ 'Sec-Fetch-Site': 'none' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'SELF' }, false],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:1' }, false],
  ]
  for (const [headers, allowed] of origins) {
    it(`POST with ${JSON.stringify(headers)} is ${allowed ? 'allowed' : 'refused'}`, async () => {
      const sent = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value === 'SELF' ? served.origin : value]),
      )
      const before = served.calls.length
      const path = '/playground/settings?as=leon&in=team&lang=de'
      const answer = await ask(served.port, path, {
        method: 'POST',
        headers: { ...form, ...sent },
        body: 'pause=yes',
      })
      assert.equal(answer.status, allowed ? 303 : 403)
      assert.equal(served.calls.length - before, allowed ? 1 : 0)
    })
  }

  for (const path of ['post', 'edit', 'delete', 'answer', 'settings', 'welcome', 'check']) {
    it(`GET /playground/${path} changes nothing`, async () => {
      const before = served.calls.length
      const answer = await served.get(
        `/playground/${path}?as=jana&in=team&lang=de&text=hallo&optedIn=yes&join=yes`,
      )
      assert.equal(answer.status, 404)
      assert.equal(served.calls.length, before)
    })
  }

  it('ends its streams when it stops, and says that it is not there', async () => {
    const own = await serve()
    const stream = await own.stream('jana')
    await own.playground.stop()
    const answer = await own.get('/?as=jana&in=team&lang=de')
    assert.equal(answer.status, 503)
    assert.ok(answer.text.includes('Klartext startet gerade.'))
    stream.close()
    await own.close()
  })
})
