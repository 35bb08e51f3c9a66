import assert from 'node:assert/strict'
import { newestCard, newestPost, type Served, serve, until } from './serve.js'

const handled = (served: Served) =>
  served.calls.flatMap((call) => (call.name === 'handle' ? [call.incoming] : []))

describe('playground: messages', () => {
  let served: Served
  beforeEach(async () => {
    served = await serve()
    for (const who of ['jana', 'murat']) await served.post('welcome', who, { join: 'yes' })
  })
  afterEach(() => served.close())

  it('hands a message to the core as it was written', async () => {
    await served.post('post', 'jana', { text: 'Guten\r\nMorgen <b>&' })
    const [incoming] = handled(served)
    assert.deepEqual(incoming?.author, { platform: 'playground', tenant: 'playground', user: 'jana' })
    assert.deepEqual(incoming?.message, {
      text: 'Guten\nMorgen <b>&',
      markup: 'plain',
      audience: 'team',
      language: 'de',
    })
    assert.equal(incoming?.address.channel, 'team')
    assert.equal(incoming?.address.message, newestPost(await served.page('jana')))
    assert.equal(incoming?.revision, '1')
  })

  it('shows it to all, escaped, and says so on their streams', async () => {
    const stream = await served.stream('murat')
    await until(() => stream.events().length === 3)
    await served.post('post', 'jana', { text: '<script>alert(1)</script> & "mehr"' })
    await until(() => stream.events().length === 4)
    const page = await served.page('murat')
    assert.ok(
      page.includes('&lt;script>alert(1)&lt;/script> &amp; &quot;mehr&quot;') &&
        !page.includes('<script>alert'),
    )
  })

  it('counts as posted only once the core has taken it', async () => {
    let release = () => {}
    const taken = new Promise<void>((resolve) => (release = resolve))
    const { handle } = served.core
    served.core.handle = async (incoming) => {
      await taken
      await handle(incoming)
    }
    const posting = served.post('post', 'jana', { text: 'Noch unterwegs' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const who of ['jana', 'murat']) assert.ok(!(await served.page(who)).includes('Noch unterwegs'))
    release()
    await posting
    for (const who of ['jana', 'murat']) assert.ok((await served.page(who)).includes('Noch unterwegs'))
  })

  it('keeps the typed text where the core fails, with htmx and without', async () => {
    served.broken.add('handle')
    for (const headers of [{}, { 'HX-Request': '' }] as Record<string, string>[]) {
      const answer = await served.post('post', 'jana', { text: 'Nicht verlieren' }, headers)
      assert.equal(answer.status, 502)
      assert.match(answer.text, /<textarea[^>]*>Nicht verlieren<\/textarea>/)
      assert.ok(answer.text.includes('Das Absenden hat nicht geklappt.'))
      assert.ok(!/Error|at .*\.ts/.test(answer.text))
    }
    assert.ok(!(await served.page('murat')).includes('Nicht verlieren'))
  })

  it('edits one’s own message with a new revision', async () => {
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    const post = newestPost(await served.page('jana'))
    assert.match(
      await served.page('jana', `&edit=${post}`),
      /<textarea[^>]*>Das Alignment fehlt.<\/textarea>/,
    )
    await served.post('edit', 'jana', { post, text: 'Die Abstimmung fehlt.' })
    const page = await served.page('murat')
    assert.ok(
      page.includes('Die Abstimmung fehlt.') && page.includes('bearbeitet') && !page.includes('Alignment'),
    )
    const [first, second] = handled(served)
    assert.deepEqual([first?.revision, second?.revision], ['1', '2'])
    assert.equal(first?.address.message, second?.address.message)
  })

  it('leaves the old text where the core does not take the edit', async () => {
    await served.post('post', 'jana', { text: 'Vorher' })
    served.broken.add('handle')
    const post = newestPost(await served.page('jana'))
    const answer = await served.post('edit', 'jana', { post, text: 'Nachher' })
    assert.ok(answer.status === 502 && answer.text.includes('>Nachher</textarea>'))
    assert.ok((await served.page('murat')).includes('Vorher'))
  })

  it('deletes one’s own message with its card and tells the core', async () => {
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    const post = newestPost(await served.page('jana'))
    await served.post('delete', 'jana', { post })
    const page = await served.page('jana')
    assert.ok(!page.includes('Das Alignment fehlt.') && newestCard(page) === '')
    assert.deepEqual(served.calls.at(-1), { name: 'deleted', message: post, user: 'jana' })
  })

  it('keeps it where the core could not be told', async () => {
    await served.post('post', 'jana', { text: 'Bleibt' })
    served.broken.add('deleted')
    const answer = await served.post('delete', 'jana', { post: newestPost(await served.page('jana')) })
    assert.ok(answer.status === 502 && answer.text.includes('Das Löschen hat nicht geklappt.'))
    assert.ok((await served.page('jana')).includes('Bleibt'))
  })

  it('lets nobody edit or delete another person’s message', async () => {
    await served.post('post', 'jana', { text: 'Von Jana' })
    const post = newestPost(await served.page('jana'))
    const edit = await served.post('edit', 'murat', { post, text: 'Von Murat' })
    const remove = await served.post('delete', 'murat', { post })
    assert.deepEqual([edit.status, remove.status], [409, 409])
    const page = await served.page('katrin', '')
    assert.ok(!page.includes('Von Murat'))
    assert.ok((await served.page('jana')).includes('Von Jana'))
    assert.equal(handled(served).length, 1)
  })

  it('marks a channel with something new for those who look elsewhere', async () => {
    await served.post('post', 'jana', { text: 'Im Team' })
    const elsewhere = async (who: string) =>
      (await served.get(`/?as=${who}&in=cross&lang=de`)).text.includes('class="dot"')
    assert.equal(await elsewhere('murat'), true)
    await served.page('murat')
    assert.equal(await elsewhere('murat'), false)
    assert.equal(await elsewhere('jana'), false)
  })

  it('shows code and quotations as such', async () => {
    await served.post('post', 'jana', { text: '> so war es\nund `x < 1` gilt' })
    const page = await served.page('jana')
    assert.match(page, /<blockquote>so war es<\/blockquote><p>und <code>x &lt; 1<\/code> gilt<\/p>/)
  })
})
