import assert from 'node:assert/strict'
import type { Route, Visit } from '../../src/console/route.js'
import { type Client, encoded, type OpenedConsole, openConsole } from './house.js'

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

describe('console: nothing changes but by a form of its own', function () {
  this.timeout(60_000)
  let house: OpenedConsole
  let client: Client
  let other: Client
  const done: Visit[] = []

  const take = async (visit: Visit) => {
    done.push(visit)
    return { goTo: '/me', said: 'saved' }
  }
  const routes: readonly Route[] = [
    {
      method: 'get',
      path: '/me',
      roles: ['employee'],
      handle: async () => ({ title: 'Da', area: 'me', body: '' }),
    },
    { method: 'post', path: '/change', roles: ['employee'], handle: take },
    { method: 'post', path: '/upload', roles: ['employee'], upload: 1000, handle: take },
  ]

  before(async () => {
    house = await openConsole({ routes })
    client = await house.signIn('employee')
    other = await house.signIn('admin')
  })
  after(() => house.close())
  beforeEach(() => void (done.length = 0))

  const SELF = 'SELF'
  const origins: [headers: Record<string, string>, taken: boolean][] = [
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: SELF }, true],
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, true],
    [{ Origin: SELF }, true],
    [{}, false],
    [{ Origin: 'null' }, false],
    [{ Origin: 'https://evil.example' }, false],
    [{ Origin: 'http://127.0.0.1' }, false],
    [{ Origin: `${SELF}.evil.example` }, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ 'Sec-Fetch-Site': 'none' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: SELF }, false],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' }, false],
    [{ Referer: SELF }, false],
  ]
  for (const [headers, taken] of origins)
    it(`${taken ? 'takes' : 'refuses'} a form with ${JSON.stringify(headers)}`, async () => {
      const sent = Object.entries(headers).map(([name, value]) => [name, value.replace(SELF, house.origin)])
      const answer = await house.ask('/change', {
        method: 'POST',
        headers: { ...form, Cookie: client.cookie, ...Object.fromEntries(sent) },
        body: encoded({ csrf: client.csrf, text: 'canary' }),
      })
      assert.equal(answer.status, taken ? 303 : 403)
      assert.equal(done.length, taken ? 1 : 0)
      assert.ok(!answer.text.includes('canary'))
    })

  const tokens: [name: string, csrf: (own: string) => string | readonly string[], taken: boolean][] = [
    ['its own', (own) => own, true],
    ['none', () => '', false],
    ['another length', (own) => `${own}x`, false],
    ['one letter else', (own) => `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`, false],
    ["another session's", () => other.csrf, false],
    ['umlauts', () => 'ä'.repeat(43), false],
    ['its own behind a wrong one', (own) => ['wrong', own], false],
  ]
  for (const [name, csrf, taken] of tokens)
    it(`${taken ? 'takes' : 'asks once more about'} a form whose token is ${name}`, async () => {
      const answer = await client.post('/change', { csrf: csrf(client.csrf), text: 'canary <b>&"' })
      assert.equal(answer.status, taken ? 303 : 403)
      assert.equal(done.length, taken ? 1 : 0)
      if (taken) return
      assert.ok(answer.text.includes('<h1>Bitte noch einmal bestätigen</h1>'))
      assert.ok(answer.text.includes('name="text" value="canary &lt;b>&amp;&quot;"'), answer.text)
      assert.ok(answer.text.includes(`name="csrf" value="${client.csrf}"`))
    })

  const types: [type: string, path: string, status: number][] = [
    ['application/x-www-form-urlencoded', '/change', 303],
    ['application/x-www-form-urlencoded; charset=UTF-8', '/change', 303],
    ['application/json', '/change', 415],
    ['text/plain', '/change', 415],
    ['', '/change', 415],
    ['multipart/form-data; boundary=x', '/change', 415],
    ['multipart/form-data', '/upload', 415],
    ['text/xml', '/upload', 415],
  ]
  for (const [type, path, status] of types)
    it(`answers ${status} to „${type}“ at ${path}`, async () => {
      const answer = await client.post(path, {}, { 'Content-Type': type })
      assert.equal(answer.status, status)
      assert.equal(done.length, status === 303 ? 1 : 0)
    })

  // Its parts could be as long as they like, each as much as all may be.
  it('answers 413 to a form with a file that does not say how long it is, before it is read', async () => {
    const part = (name: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${'a'.repeat(900_000)}\r\n`
    const answer = await house.ask('/upload', {
      ...{ method: 'POST', body: `${part('one')}${part('two')}--x--\r\n` },
      headers: {
        ...{ 'Sec-Fetch-Site': 'same-origin', Origin: house.origin, Cookie: client.cookie },
        ...{ 'Content-Type': 'multipart/form-data; boundary=x', 'Transfer-Encoding': 'chunked' },
      },
    })
    assert.equal(answer.status, 413)
  })

  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'])
    it(`${method} changes nothing`, async () => {
      const answer = await house.ask(`/change?${encoded({ csrf: client.csrf })}`, {
        method,
        headers: {
          ...form,
          Cookie: client.cookie,
          'Sec-Fetch-Site': 'same-origin',
          'X-HTTP-Method-Override': 'POST',
        },
      })
      assert.equal(answer.status, 404)
      assert.deepEqual(done, [])
    })

  it('takes the token of the form alone, not of the address or a header', async () => {
    const answer = await client.post(
      `/change?csrf=${client.csrf}`,
      { csrf: '' },
      { 'X-CSRF-Token': client.csrf },
    )
    assert.equal(answer.status, 403)
  })

  it('takes a megabyte, and no more', async () => {
    const fits = await client.post('/change', { text: 'x'.repeat(1024 * 1024 - 100) })
    assert.equal(fits.status, 303)
    const over = await client.post('/change', { text: 'x'.repeat(1024 * 1024) })
    assert.equal(over.status, 413)
    const many = await client.post(
      '/change',
      Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`f${i}`, ''])),
    )
    assert.equal(many.status, 413)
    assert.equal(done.length, 1)
  })

  it('reads fields as they were typed', async () => {
    await client.post('/change', {
      text: 'ä\r\nb\rc\n',
      twice: ['1', '2'],
      __proto__x: 'y',
      'a[b]': 'c',
      '': 'd',
    })
    const [visit] = done
    assert.equal(visit!.field('text'), 'ä\nb\nc\n')
    assert.deepEqual([visit!.field('twice'), visit!.fields('twice')], ['', ['1', '2']])
    assert.deepEqual(
      [visit!.field('toString'), visit!.field('constructor'), visit!.fields('none')],
      ['', '', []],
    )
    assert.deepEqual([visit!.field('a[b]'), visit!.file], ['c', null])
  })

  it('is not fooled by names that every object has', async () => {
    await house.ask('/change', {
      method: 'POST',
      headers: { ...form, Cookie: client.cookie, 'Sec-Fetch-Site': 'same-origin' },
      body: `csrf=${client.csrf}&__proto__=x&constructor=y`,
    })
    assert.deepEqual([done[0]!.field('__proto__'), done[0]!.field('constructor')], ['', 'y'])
  })

  it('takes one file where a route asks for one, within its limit', async () => {
    assert.equal((await client.upload('/upload', '\ufeffgrün: ja\n', { reason: 'weil' })).status, 303)
    assert.deepEqual([done[0]!.file, done[0]!.field('reason')], ['grün: ja\n', 'weil'])
    assert.equal((await client.upload('/upload', null, { reason: 'weil' })).status, 303)
    assert.equal(done[1]!.file, null)
    assert.equal((await client.upload('/upload', 'x'.repeat(1000))).status, 303)
    assert.equal((await client.upload('/upload', 'x'.repeat(1001))).status, 413)
    assert.equal((await client.upload('/upload', 'x'.repeat(2_000_000))).status, 413)
    assert.equal((await client.upload('/change', 'x')).status, 415)
    assert.equal(done.length, 3)
  })

  it('says that a file is no text', async () => {
    const boundary = 'limit'
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${client.csrf}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`
    const sent = Buffer.concat([
      Buffer.from(body),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const answer = await fetch(`${house.origin}/console/upload`, {
      method: 'POST',
      headers: {
        Cookie: client.cookie,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
      },
      body: sent,
      redirect: 'manual',
    })
    assert.equal(answer.status, 422)
    const text = await answer.text()
    for (const part of ['bytes that are no text in UTF-8', 'a text file in UTF-8', 'Save it as UTF-8.'])
      assert.ok(text.includes(part), text)
    assert.deepEqual(done, [])
  })

  it('stops reading what never ends', async () => {
    const answer = await client.upload('/upload', 'x', { a: 'x'.repeat(1_200_000) })
    assert.equal(answer.status, 413)
  })
})
