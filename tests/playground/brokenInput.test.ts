import assert from 'node:assert/strict'
import { ask, type Served, serve } from './serve.js'

const noStack = (text: string) => assert.ok(!/\bat .*\.(ts|js):\d|node_modules|Error:/.test(text), text)

describe('playground: broken input', () => {
  let served: Served
  before(async () => {
    served = await serve()
    await served.post('welcome', 'jana', { join: 'yes' })
  })
  after(() => served.close())

  const redirects: [string, string, string][] = [
    ['/', '', '/?as=jana&in=team&lang=de'],
    ['/', 'en-GB,en;q=0.9', '/?as=jana&in=team&lang=en'],
    ['/', 'fr', '/?as=jana&in=team&lang=de'],
    ['/?as=nobody&in=cross&lang=en', '', '/?as=jana&in=cross&lang=en'],
    ['/?as=murat&in=nowhere', 'en', '/?as=murat&in=team&lang=en'],
    ['/?as=__proto__&in=constructor&lang=de', '', '/?as=jana&in=team&lang=de'],
    ['/?as=murat&as=jana&in[]=team&lang=xx', '', '/?as=jana&in=team&lang=de'],
    ['/?as=%ED%A0%80&in=%00', '', '/?as=jana&in=team&lang=de'],
    ['/playground/messages?as=nobody', '', '/?as=jana&in=team&lang=de'],
    [`/?as=${'x'.repeat(5000)}`, '', '/?as=jana&in=team&lang=de'],
  ]
  for (const [path, language, to] of redirects) {
    it(`GET ${path.slice(0, 60)} (${language || 'no language'}) goes to the default`, async () => {
      const answer = await served.get(path, language ? { 'Accept-Language': language } : {})
      assert.deepEqual([answer.status, answer.headers.location], [302, to])
    })
  }

  it('sends htmx of an unknown person to the default', async () => {
    const answer = await served.post('post', 'nobody', { text: 'Hallo' })
    assert.equal(answer.headers['hx-redirect'], '/?as=jana&in=team&lang=de')
    assert.equal(served.calls.filter((call) => call.name === 'handle').length, 0)
  })

  const texts: [string, string, number, string][] = [
    ['an empty message', '', 422, 'Da steht noch nichts.'],
    ['only spaces and lines', ' \n\t ', 422, 'Da steht noch nichts.'],
    ['40,000 characters', 'ä'.repeat(40_000), 200, 'id="composer"'],
    ['40,001 characters', 'ä'.repeat(40_001), 422, 'Der Text hat 40.001 Zeichen, 40.000 sind möglich.'],
    ['150,000 wide characters', '€'.repeat(150_000), 413, 'Das ist zu viel Text auf einmal.'],
  ]
  for (const [name, text, status, words] of texts) {
    it(`${name}: ${status}`, async () => {
      const answer = await served.post('post', 'jana', { text })
      assert.equal(answer.status, status)
      assert.ok(answer.text.includes(words))
      if (status === 413) assert.equal(answer.headers['hx-retarget'], '#notice')
      if (status === 422) assert.ok(answer.text.includes(`<textarea`), 'the typed text stays')
      noStack(answer.text)
    })
  }

  it('accepts a long draft for checking and refuses a longer one in words', async () => {
    const long = await served.post('check', 'jana', { text: `Alignment ${'a'.repeat(39_990)}`, live: '1' })
    assert.ok(long.status === 200 && long.text.includes('eine Stelle'))
    const longer = await served.post('check', 'jana', { text: 'a'.repeat(40_001), live: '1' })
    assert.ok(longer.status === 422 && longer.text.includes('40.000 sind möglich'))
  })

  const bodies: [string, string, Record<string, string>, number][] = [
    ['a lone surrogate in UTF-8', 'text=%ED%A0%80x', {}, 200],
    ['broken escapes', 'text=%E0%A4%A', {}, 200],
    ['the field twice', 'text=a&text=b', {}, 422],
    ['no field', 'x=1', {}, 422],
    ['JSON', '{"text":"hallo"}', { 'Content-Type': 'application/json' }, 422],
    ['no body type', 'text=hallo', { 'Content-Type': 'nonsense' }, 422],
    [
      'an unknown charset',
      'text=hallo',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=klingon' },
      415,
    ],
    ['too many fields', Array.from({ length: 50 }, (_, n) => `f${n}=1`).join('&'), {}, 413],
  ]
  for (const [name, body, headers, status] of bodies) {
    it(`${name}: ${status}, no stack trace`, async () => {
      const answer = await ask(served.port, '/playground/post?as=jana&in=team&lang=de', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          'HX-Request': 'true',
          ...headers,
        },
        body,
      })
      assert.equal(answer.status, status, answer.text)
      noStack(answer.text)
    })
  }

  it('an unknown page gets a friendly one', async () => {
    const answer = await served.get('/playground/nowhere?lang=en')
    assert.ok(answer.status === 404 && answer.text.includes('There is no such page here.'))
  })

  it('a failing core gets a friendly page', async () => {
    const { settings } = served.core
    served.core.settings = () => Promise.reject(new Error('secret detail'))
    const answer = await served.get('/?as=jana&in=team&lang=de')
    served.core.settings = settings
    assert.ok(answer.status === 500 && answer.text.includes('Das hat nicht geklappt. Lade'))
    assert.ok(!answer.text.includes('secret'))
    noStack(answer.text)
  })
})
