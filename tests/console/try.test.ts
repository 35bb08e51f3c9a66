import assert from 'node:assert/strict'
import type { Core } from '../../src/types.js'
import { canariesIn } from './canaries.js'
import type { Client, OpenedConsole } from './house.js'
import { cast, openScene } from './scene.js'
import { decoded, plainText } from './text.js'

const DRAFT =
  '\n  Wir müssen das Alignment challengen.\nDer Einkauf ist schuld, Freitag war <b>alles</b> fertig.'

describe('console: a draft', function () {
  this.timeout(30_000)
  let house: OpenedConsole
  let jana: Client
  let check: Core['check'] | undefined

  beforeEach(async () => {
    check = undefined
    house = await openScene({
      parts: ({ core }) => ({ core: { ...core, check: (...args) => (check ?? core.check)(...args) } }),
    })
    jana = await house.signIn(cast.jana, 'employee')
  })
  afterEach(() => house.close())

  const typed = (html: string) => decoded(/<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(html)![1]!)

  it('is marked passage by passage, with a reason and better words, and comes back as it was', async () => {
    const { status, text } = await jana.post('/try', { text: DRAFT, audience: 'company' })
    assert.equal(status, 200)
    const marked = [...text.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, passage]) => passage)
    assert.deepEqual(marked, ['Alignment', 'challengen', 'Der Einkauf ist schuld'])
    for (const number of [1, 2, 3]) {
      assert.ok(text.includes(`href="#note-${number}"`))
      assert.ok(text.includes(`id="note-${number}"`))
    }
    assert.match(plainText(text), /Englische Wörter: Alignment .*Zum Beispiel: Abstimmung/)
    assert.match(plainText(text), /Schuldzuweisung: Der Einkauf ist schuld/)
    assert.equal(typed(text), DRAFT)
    assert.ok(text.includes('&lt;b>alles') || text.includes('&lt;b&gt;alles'))
    assert.ok(!text.includes('<b>'))
    assert.match(text, /value="company" checked/)
  })

  it('needs no consent, and leaves none behind', async () => {
    await jana.post('/try', { text: DRAFT, audience: 'team' })
    assert.equal(await house.store.settings(cast.jana), undefined)
  })

  it('says so where there is nothing to say', async () => {
    const { text } = await jana.post('/try', { text: 'Die Lieferung kommt am Freitag.' })
    assert.match(plainText(text), /Liest sich gut\. Keine Anmerkungen\./)
  })

  it('reminds somebody who has switched hints off that all is listed here', async () => {
    await jana.post('/me/join')
    await house.core.change(cast.jana, { mutedLabels: ['blame'] })
    assert.match(
      plainText((await jana.post('/try', { text: DRAFT })).text),
      /was du in deinen Einstellungen abge/,
    )
  })

  const limits: [name: string, text: string, status: number, says: RegExp][] = [
    ['nothing', '', 422, /Da steht noch nichts/],
    ['blanks', ' \n\t', 422, /Da steht noch nichts/],
    ['40,000 characters', 'ä'.repeat(40_000), 200, /Dein Text/],
    ['40,001 characters', 'ä'.repeat(40_001), 422, /Der Text hat 40\.001 Zeichen, 40\.000 sind möglich\./],
  ]
  for (const [name, text, status, says] of limits)
    it(`of ${name}: ${status}`, async () => {
      const answer = await jana.post('/try', { text })
      assert.equal(answer.status, status)
      assert.match(plainText(answer.text), says)
      assert.equal(typed(answer.text), text)
    })

  it('that cannot be checked is still there, and nothing of it is logged', async () => {
    check = async (_person, message) => {
      throw new Error(`broken on purpose: ${message.text}`)
    }
    const answer = await jana.post('/try', { text: DRAFT })
    assert.equal(answer.status, 502)
    assert.match(plainText(answer.text), /ließ sich gerade nicht prüfen\. Er steht noch da/)
    assert.equal(typed(answer.text), DRAFT)
    assert.deepEqual(house.logged, [])
  })

  it('is kept nowhere: not in a file, not in a log, not in an answer to anybody else', async () => {
    const canary = 'Q7ZKANARIENVOGEL'
    const text = `${DRAFT} ${canary}`
    assert.ok((await jana.post('/try', { text })).text.includes(canary))
    assert.ok((await jana.post('/try', { text: text.repeat(2000) })).status >= 400)
    check = async () => {
      throw new Error(canary)
    }
    await jana.post('/try', { text })
    const admin = await house.signIn(cast.leon, 'admin', 'works-council', 'manager')
    for (const path of ['/me', '/try', '/changes', '/council', '/council/audit', '/council/audit/csv'])
      for (const client of [jana, admin]) assert.ok(!(await client.get(path)).text.includes(canary), path)
    assert.deepEqual(canariesIn(house.folder, [canary]), [])
    // It would be seen there.
    assert.ok(canariesIn(house.folder, ['SQLite format']).length > 0)
    assert.ok(!JSON.stringify(house.logged).includes(canary))
  })
})
