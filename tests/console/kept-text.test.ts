import assert from 'node:assert/strict'
import type { Route, Visit } from '../../src/console/route.js'
import { encoded, type OpenedConsole, openConsole } from './house.js'

const LONG = '\nZeile eins & "zwei"\n\n  <b>drei</b>\n'

/** The fields of the first form that posts there, as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.slice(html.indexOf(`action="${action}"`)).split('</form>')[0]!
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g)].map(
      ([, name, value = '']) => [plain(name!), plain(value)],
    ),
  )
}

describe('console: a session that is over in the middle of a form', function () {
  this.timeout(60_000)
  let house: OpenedConsole
  const done: Visit[] = []
  const take: Route['handle'] = async (visit) => {
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
    { method: 'post', path: '/save/:id', roles: ['employee'], handle: take },
    { method: 'post', path: '/import', roles: ['employee'], upload: 1000, handle: take },
  ]
  beforeEach(async () => {
    done.length = 0
    house = await openConsole({ routes })
  })
  afterEach(() => house.close())

  it('loses nothing that was typed, and sends it on a click', async () => {
    const old = await house.signIn('employee')
    await house.pass(31 * 60)
    const over = await old.post('/save/7?x=1', { why: LONG, short: 'kurz', empty: '' })
    assert.equal(over.status, 401)
    assert.ok(over.text.includes('<h1>Die Anmeldung ist abgelaufen</h1>'))
    assert.ok(over.text.includes('href="/console/sign-in" target="_blank" rel="noopener"'))
    assert.ok(
      over.text.includes(
        `readonly rows="6">\n${LONG.replace('&', '&amp;').replace(/</g, '&lt;').replaceAll('"', '&quot;')}`,
      ),
      over.text,
    )
    assert.ok(!/<script|http-equiv="refresh"/.test(over.text))
    const kept = fieldsOf(over.text, '/console/save/7?x=1')
    assert.deepEqual(kept, { csrf: '', why: LONG, short: 'kurz', empty: '' })

    // Signed in again in another window; the form is sent once more, without a token of that session.
    const fresh = await house.signIn('employee')
    const again = await fresh.post('/save/7?x=1', kept)
    assert.equal(again.status, 403)
    assert.ok(again.text.includes('<h1>Bitte noch einmal bestätigen</h1>'))
    assert.equal(done.length, 0)
    const confirmed = fieldsOf(again.text, '/console/save/7?x=1')
    assert.deepEqual(confirmed, { ...kept, csrf: fresh.csrf })

    const answer = await fresh.post('/save/7?x=1', confirmed)
    assert.equal(answer.headers.location, '/console/me?said=saved')
    assert.deepEqual(
      done.map((visit) => [visit.field('why'), visit.param('id')]),
      [[LONG, '7']],
    )
  })

  it('speaks to a person who is still there in their own words', async () => {
    const client = await house.signIn('employee')
    await house.core.change(client.person, { language: 'en' })
    const { text } = await client.post('/save/7', { csrf: 'old', why: LONG })
    assert.ok(text.includes('<h1>Please confirm once more</h1>'))
  })

  it('keeps several values of one name', async () => {
    const answer = await house.ask('/save/7', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: encoded({ forms: ['eins', 'zwei', ''] }),
    })
    const values = [...answer.text.matchAll(/name="forms" value(?:="([^"]*)")?/g)].map(
      ([, value = '']) => value,
    )
    assert.deepEqual(values, ['eins', 'zwei', ''])
  })

  it('asks for the file once more', async () => {
    const old = await house.signIn('employee')
    await house.pass(31 * 60)
    const over = await old.upload('/import', 'canary of the file', { reason: 'weil' })
    assert.equal(over.status, 401)
    assert.ok(over.text.includes('enctype="multipart/form-data"') && over.text.includes('<input type="file"'))
    assert.ok(!over.text.includes('canary of the file'))
    assert.deepEqual(fieldsOf(over.text, '/console/import'), { csrf: '', reason: 'weil' })
  })

  it('gives nothing back to a page elsewhere', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
      {},
    ]
    for (const headers of elsewhere) {
      const answer = await house.ask('/save/7', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: encoded({ why: 'canary' }),
      })
      assert.equal(answer.status, 403)
      assert.ok(!answer.text.includes('canary'))
    }
  })

  it('keeps nothing of it here', async () => {
    const client = await house.signIn('employee')
    await client.post('/save/7', { csrf: 'old', why: 'canary' })
    assert.deepEqual(house.logged, [])
    assert.equal(done.length, 0)
  })
})
