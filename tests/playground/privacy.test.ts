import assert from 'node:assert/strict'
import { PlatformError } from '../../src/errors.js'
import type { Letter } from '../../src/types.js'
import { newestCard, newestPost, type Served, serve, until } from './serve.js'

const traces = [
  'Geht es auch auf Deutsch',
  'gemeinsame Linie',
  'Nur für dich sichtbar',
  'card-',
  'nudge-',
  'data-announce="Neuer Hinweis',
]
const others = ['murat', 'katrin', 'leon', 'sofie']

describe('playground: a nudge is seen by its reader alone', () => {
  let served: Served
  beforeEach(async () => {
    served = await serve()
    for (const who of ['jana', ...others]) await served.post('welcome', who, { join: 'yes' })
  })
  afterEach(() => served.close())

  it('shows the card under the message to its writer', async () => {
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    const page = await served.page('jana')
    for (const trace of [
      'Geht es auch auf Deutsch?',
      'gemeinsame Linie',
      'Nur für dich sichtbar',
      'nimmt alle mit',
    ]) {
      assert.ok(page.includes(trace), trace)
    }
  })

  it('never renders it for anybody else, on any page, part or stream', async () => {
    const streams = await Promise.all(others.map((who) => served.stream(who)))
    const own = await served.stream('jana')
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    await until(() =>
      streams.every((stream) => stream.events().filter((event) => event === 'messages').length === 2),
    )
    const card = newestCard(await served.page('jana'))
    assert.match(card, /^card-/)
    await served.post('answer', 'jana', { card, answer: 'helpful' })
    await until(() => own.events().filter((event) => event === 'messages').length >= 4)
    for (const [index, who] of others.entries()) {
      const parts = ['messages', 'channels', 'panel', 'composer']
      const texts = await Promise.all(
        parts.map(
          async (part) =>
            (await served.get(`/playground/${part}?as=${who}&in=team&lang=de`, { 'HX-Request': 'true' }))
              .text,
        ),
      )
      const seen = [await served.page(who), ...texts, streams[index]!.text()].join('\n')
      assert.ok(seen.includes('Das Alignment fehlt.'), 'the message itself is there')
      for (const trace of traces) assert.ok(!seen.includes(trace), `${who} sees ${trace}`)
    }
  })

  it('tells nobody else that a card came, was answered or taken back', async () => {
    const murat = await served.stream('murat')
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    await until(() => murat.events().length === 4)
    const card = newestCard(await served.page('jana'))
    await served.post('answer', 'jana', { card, answer: 'mute-rule' })
    await served.playground.retract({ platform: 'playground', tenant: 'playground', user: 'jana' }, card)
    await served.post('post', 'murat', { text: 'Moin' })
    await until(() => murat.events().length > 4)
    assert.deepEqual(murat.events(), ['messages', 'channels', 'panel', 'messages', 'messages'])
  })

  it('lets nobody else answer it or take it back', async () => {
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    const card = newestCard(await served.page('jana'))
    const answered = await served.post('answer', 'murat', { card, answer: 'helpful' })
    assert.equal(answered.status, 409)
    await served.playground.retract({ platform: 'playground', tenant: 'playground', user: 'murat' }, card)
    assert.ok((await served.page('jana')).includes(card))
    assert.equal(served.calls.filter((call) => call.name === 'answer').length, 0)
  })

  it('keeps the opt-in of one person from all others', async () => {
    const before = await served.page('murat')
    await served.post('settings', 'jana', { optedIn: 'no' })
    assert.equal(await served.page('murat'), before)
  })

  const jana = { platform: 'playground', tenant: 'playground', user: 'jana' } as const
  const refused: [string, (letter: Letter) => Letter][] = [
    [
      'somebody who did not write the message',
      (letter) => ({ ...letter, id: 'other', to: { ...jana, user: 'murat' } }),
    ],
    ['an unknown person', (letter) => ({ ...letter, id: 'other', to: { ...jana, user: '__proto__' } })],
    ['another tenant', (letter) => ({ ...letter, id: 'other', to: { ...jana, tenant: 'elsewhere' } })],
    [
      'a message that is gone',
      (letter) => ({ ...letter, id: 'other', about: { ...letter.about, message: 'gone' } }),
    ],
  ]
  for (const [name, change] of refused) {
    it(`refuses a letter for ${name}`, async () => {
      await served.post('post', 'jana', { text: 'Guten Morgen' })
      const message = newestPost(await served.page('jana'))
      const about = { platform: 'playground', tenant: 'playground', channel: 'team', message } as const
      const text = {
        kind: 'hint',
        label: 'jargon',
        language: 'de',
        title: 'T',
        body: 'B',
        suggestions: [],
        why: 'W',
      } as const
      const letter: Letter = { id: 'n', to: jana, about, place: 'direct', tone: 'du', text }
      await served.playground.deliver(letter)
      await assert.rejects(
        served.playground.deliver(change(letter)),
        (error: unknown) => error instanceof PlatformError && error.status === 'refused',
      )
    })
  }

  it('shows a letter once, however often it comes', async () => {
    await served.post('post', 'jana', { text: 'Guten Morgen' })
    const message = newestPost(await served.page('jana'))
    const about = { platform: 'playground', tenant: 'playground', channel: 'team', message } as const
    const text = {
      kind: 'hint',
      label: 'jargon',
      language: 'de',
      title: 'Einmalig',
      body: 'B',
      suggestions: [],
      why: 'W',
    } as const
    const letter: Letter = { id: 'n', to: jana, about, place: 'direct', tone: 'du', text }
    const first = await served.playground.deliver(letter)
    assert.equal(await served.playground.deliver(letter), first)
    assert.ok(first.length <= 64)
    assert.equal((await served.page('jana')).split('<section id="card-').length - 1, 1)
    await served.playground.retract(jana, first)
    await served.playground.retract(jana, first)
    assert.ok(!(await served.page('jana')).includes('Einmalig'))
  })
})
