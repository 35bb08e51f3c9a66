import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../browser/chromium.js'
import type { Client } from '../house.js'
import { type OpenedLexicon, openLexicon } from './open-lexicon.js'

const shots = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'klartext-lexicon-'))

describe('the lexicon in the browser', function () {
  this.timeout(120_000)
  let browser: Browser | null
  let opened: OpenedLexicon
  let contexts: BrowserContext[] = []
  let complaints: string[] = []

  before(async function () {
    browser = await launchChromium()
    if (!browser) return this.skip()
    opened = await openLexicon()
    await opened.publish([
      { scope: 'company', kind: 'threshold', name: 'care', value: { weight: 2 }, base: 0 },
    ])
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    complaints = []
  })
  after(async () => {
    await browser?.close()
    await opened?.close()
  })

  async function open(
    who: Client,
    path: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> {
    const context = await browser!.newContext({ locale: 'de-DE', ...options })
    context.setDefaultTimeout(15_000)
    contexts.push(context)
    const [name = '', value = ''] = who.cookie.split('=')
    await context.addCookies([{ name, value, url: opened.origin }])
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${opened.origin}/console${path}`)
    return page
  }

  it('takes an admin from a word that annoys to a new version, and back', async () => {
    const page = await open(opened.leon, '/lexicon')
    await page.getByLabel('Wort, Form oder Kennung').fill('gecancelt')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'canceln' }).press('Enter')
    await page.getByLabel('Besser so').fill('absagen\nausfallen lassen')
    await page.getByRole('button', { name: 'In den Entwurf' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'Steht im Entwurf.' }).waitFor()

    await page.getByRole('link', { name: 'Neuer Begriff' }).press('Enter')
    await page.getByLabel('Begriff', { exact: true }).fill('gruscheln')
    await page.getByLabel('Art', { exact: true }).selectOption('verb')
    await page.getByRole('button', { name: 'Formen ansehen' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'gegruschelt' }).waitFor()
    assert.equal(await page.getByLabel('Kennung').inputValue(), 'eigen-gruscheln')
    await page.getByLabel('Warum').fill('Das kennt hier kaum jemand.')
    await page.getByLabel('einen Kanal').check()
    await page.getByLabel('Kanal', { exact: true }).fill('slack/T0123ABCD/C0456EFGH')
    await page.getByRole('button', { name: 'In den Entwurf' }).press('Enter')

    await page.getByRole('heading', { name: '2 Änderungen' }).waitFor()
    await page.getByLabel('Anlass').fill('Klarere Vorschläge')
    await page.getByRole('button', { name: 'Veröffentlichen' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'Veröffentlicht.' }).waitFor()
    assert.equal(opened.house.lexicon.current().tuning, 2)

    await opened.publish([
      { scope: 'company', kind: 'threshold', name: 'silo', value: { weight: 3 }, base: 0 },
    ])
    await page.getByRole('link', { name: 'Stand 2' }).press('Enter')
    await page.getByRole('button', { name: 'Zu diesem Stand zurück' }).press('Enter')
    await page.getByText('zurück zu Stand 2').first().waitFor()
    assert.equal(await opened.store.tuning.item({ scope: 'company', kind: 'threshold', name: 'silo' }), null)
    assert.deepEqual(complaints, [])
  })

  it('shows only the field that the choice of a scope needs', async () => {
    const page = await open(opened.leon, '/lexicon/allow')
    assert.equal(await page.getByLabel('Kanal', { exact: true }).isVisible(), false)
    await page.getByLabel('einen Kanal').check()
    assert.equal(await page.getByLabel('Kanal', { exact: true }).isVisible(), true)
  })

  for (const [width, colorScheme] of [
    [390, 'dark'],
    [390, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)
    it(`fits into ${width} px, ${colorScheme}`, async () => {
      const { actorOf, store } = opened
      await store.tuning.saveSteps(actorOf(opened.mira), [
        { scope: 'company', kind: 'threshold', name: 'jargon', value: { weight: 1 }, base: 0 },
        { scope: 'company', kind: 'allow', name: 'Update', value: {}, base: 0 },
      ])
      const page = await open(opened.mira, '/lexicon', { viewport: { width, height: 900 }, colorScheme })
      for (const path of [
        ...['?label=blame', '/entry/anglicism-canceln', '/entry/blame-de-weil-andere', '/allow', '/new'],
        ...['/new?kind=pattern', '/thresholds', '/draft', '/draft/drop', '/history', '/history/1', '/import'],
      ]) {
        await page.goto(`${opened.origin}/console/lexicon${path}`)
        const name = path.replace(/\W+/g, '-')
        await page.screenshot({
          path: join(shots, `lexicon${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        })
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, path)
      }
      assert.deepEqual(complaints, [])
    })
})
