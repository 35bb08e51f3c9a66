import assert from 'node:assert/strict'
import type { Answer } from '../../src/types.js'
import { newestCard, type Served, serve } from './serve.js'

describe('playground: answers to a nudge', () => {
  let served: Served
  beforeEach(async () => {
    served = await serve()
    await served.post('welcome', 'jana', { join: 'yes' })
  })
  afterEach(() => served.close())

  const card = async (text: string) => {
    await served.post('post', 'jana', { text })
    return newestCard(await served.page('jana'))
  }
  const offered = (html: string) =>
    [...html.matchAll(/name="answer" value="([^"]+)"/g)].map((match) => match[1])

  it('offers all answers on a hint, three on praise', async () => {
    await card('Das Alignment fehlt.')
    assert.deepEqual(offered(await served.page('jana')), [
      'helpful',
      'not-helpful',
      'quotation',
      'team-term',
      'mute-rule',
      'pause',
    ])
    await served.post('settings', 'jana', { optedIn: 'no' })
    await served.post('settings', 'jana', { optedIn: 'yes' })
    await card('Mein Fehler.')
    const page = await served.page('jana')
    assert.deepEqual(offered(page), ['helpful', 'not-helpful', 'mute-rule'])
    assert.ok(page.includes('card--praise') && !page.includes('class="why"'))
  })

  const thanks: [Answer, string][] = [
    ['helpful', 'Danke. Schön, dass es hilft.'],
    ['not-helpful', 'Danke für die ehrliche Antwort.'],
    ['quotation', 'Alles klar, ein Zitat. Danke.'],
    ['team-term', 'Danke. Das Wort gehört also zu euch.'],
    ['mute-rule', 'Gut, dieser Hinweis kommt nicht mehr.'],
    ['pause', 'Gut, jetzt ist Pause.'],
  ]
  for (const [answer, words] of thanks) {
    it(`${answer}: tells the core and says thank you`, async () => {
      const id = await card('Das Alignment fehlt.')
      const answered = await served.post('answer', 'jana', { card: id, answer })
      assert.equal(answered.status, 200)
      assert.ok(answered.text.includes(words), answered.text)
      assert.deepEqual(offered(answered.text), [])
      assert.ok((await served.page('jana')).includes(words))
      assert.deepEqual(served.calls.at(-1), { name: 'answer', user: 'jana', nudge: 'nudge-1', answer })
    })
  }

  it('shows what a muting or a pause changed in the panel at once', async () => {
    const id = await card('Das Alignment fehlt.')
    const answered = await served.post('answer', 'jana', { card: id, answer: 'mute-rule' })
    assert.match(answered.text, /<hx-partial hx-target="#panel".*Englische Wörter: alignment/s)
  })

  it('keeps the card where the answer did not arrive', async () => {
    const id = await card('Das Alignment fehlt.')
    served.broken.add('answer')
    const answered = await served.post('answer', 'jana', { card: id, answer: 'helpful' })
    assert.equal(answered.status, 502)
    assert.ok(answered.text.includes('Deine Antwort ist nicht angekommen.'))
    assert.equal(offered(answered.text).length, 6)
  })

  it('says so where the nudge is gone', async () => {
    const id = await card('Das Alignment fehlt.')
    served.forget('nudge-1')
    const answered = await served.post('answer', 'jana', { card: id, answer: 'helpful' })
    assert.equal(answered.status, 409)
    assert.ok(answered.text.includes('Diesen Hinweis gibt es nicht mehr.'))
    assert.equal(newestCard(await served.page('jana')), '')
  })

  it('takes no answer that it does not know', async () => {
    const id = await card('Das Alignment fehlt.')
    assert.equal((await served.post('answer', 'jana', { card: id, answer: 'sue' })).status, 409)
    assert.equal(served.calls.filter((call) => call.name === 'answer').length, 0)
  })
})
