import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { newestPost, type Served, serve } from '../playground/serve.js'
import { launchChromium } from './chromium.js'

const shots = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'klartext-playground-'))
const hint = 'Geht es auch auf Deutsch?'

describe('playground in the browser', function () {
  this.timeout(60_000)
  let browser: Browser | null
  let served: Served
  let contexts: BrowserContext[] = []
  let complaints: string[] = []

  before(async function () {
    browser = await launchChromium()
    if (!browser) this.skip()
  })
  after(() => browser?.close())
  beforeEach(async () => {
    served = await serve()
    complaints = []
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    await served.close()
  })

  async function open(
    who: string,
    { joins = true, lang = 'de', channel = 'team', ...options }: Options = {},
  ) {
    const context = await browser!.newContext(options)
    context.setDefaultTimeout(5000)
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(served.origin)) complaints.push(`went to ${request.url()}`)
    })
    if (joins) await served.post('welcome', who, { join: 'yes' })
    await page.goto(`${served.origin}/?as=${who}&in=${channel}&lang=${lang}`)
    return page
  }
  type Options = BrowserContextOptions & { joins?: boolean; lang?: string; channel?: string }

  const write = async (page: Page, text: string) => {
    await page.locator('#text').fill(text)
    await page.locator('#text').press('Enter')
  }

  it('takes a person from the question to a hint and its answer, by keyboard alone', async () => {
    const page = await open('jana', { joins: false })
    await page.locator('.welcome').getByRole('button', { name: 'Mitmachen' }).press('Enter')
    await page.locator('#text').focus()
    await page.keyboard.type('Das Alignment fehlt.')
    const mark = page.locator('.mark', { hasText: 'Alignment' })
    await mark.waitFor()
    await mark.focus()
    await page.locator('#explain', { hasText: 'das alle kennen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#explain').waitFor({ state: 'hidden' })
    await page.locator('#text').press('Enter')
    const card = page.locator('.card', { hasText: hint })
    await card.waitFor()
    assert.equal(await page.locator('#text').inputValue(), '')
    await page
      .locator('#announcer', { hasText: `Neuer Hinweis, nur für dich: ${hint}` })
      .waitFor({ state: 'attached' })
    await card.getByRole('button', { name: 'Nicht hilfreich' }).press('Enter')
    await page.locator('.card__thanks:focus', { hasText: 'Danke für die ehrliche Antwort.' }).waitFor()
    assert.deepEqual(complaints, [])
  })

  it('shows messages live in a second window, and never the card', async () => {
    const jana = await open('jana')
    const murat = await open('murat')
    await write(jana, 'Das Alignment fehlt.')
    await murat.locator('.post', { hasText: 'Das Alignment fehlt.' }).waitFor()
    await jana.locator('.card').waitFor()
    await write(murat, 'Ich bin um neun da.')
    await jana.locator('.post', { hasText: 'Ich bin um neun da.' }).waitFor()
    const html = await murat.content()
    assert.ok(!html.includes(hint) && !html.includes('Nur für dich sichtbar'))
    assert.deepEqual(complaints, [])
  })

  it('shows a nudge that comes later, and takes it back, without a reload', async () => {
    const page = await open('jana')
    await write(page, 'Guten Morgen')
    await page.locator('.post').waitFor()
    const message = newestPost(await page.content())
    const jana = { platform: 'playground', tenant: 'playground', user: 'jana' } as const
    const posted = await served.playground.deliver({
      id: 'later',
      to: jana,
      about: { platform: 'playground', tenant: 'playground', channel: 'team', message },
      place: 'direct',
      tone: 'du',
      text: {
        kind: 'hint',
        label: 'jargon',
        language: 'de',
        title: 'Spät',
        body: 'B',
        suggestions: [],
        why: 'W',
      },
    })
    await page.locator('.card', { hasText: 'Spät' }).waitFor()
    await served.playground.retract(jana, posted)
    await page.locator('.card').waitFor({ state: 'detached' })
    assert.deepEqual(complaints, [])
  })

  it('leaves "why?" and half-written text alone when something arrives', async () => {
    const jana = await open('jana')
    await write(jana, 'Das Alignment fehlt.')
    await jana.locator('.why summary').click()
    await jana.locator('#text').fill('Halb geschrieben')
    await served.post('post', 'murat', { text: 'Kurz gestört' })
    await jana.locator('.post', { hasText: 'Kurz gestört' }).waitFor()
    assert.ok(await jana.locator('.why p').isVisible())
    assert.equal(await jana.locator('#text').inputValue(), 'Halb geschrieben')
  })

  it('checks only after the button where somebody does not take part', async () => {
    await served.post('welcome', 'katrin', { join: 'no' })
    const page = await open('katrin', { joins: false })
    await page.locator('#text').pressSequentially('Das Alignment')
    await page.waitForTimeout(700)
    assert.equal(served.calls.length, 0)
    await page.getByRole('button', { name: 'Entwurf prüfen' }).click()
    await page.locator('.mark').waitFor()
    await page.locator('#text').pressSequentially(' und das Meeting')
    await page.locator('.mark--word', { hasText: 'Meeting' }).hover()
    await page.locator('#explain', { hasText: 'Besprechung' }).waitFor()
    assert.deepEqual([...new Set(served.calls.map((call) => call.name))], ['check'])
  })

  it('edits in the field for writing and asks before deleting', async () => {
    const page = await open('jana')
    await write(page, 'Erste Fassung')
    await page.getByRole('link', { name: 'Bearbeiten' }).click()
    await page.locator('.composer__editing').waitFor()
    assert.equal(await page.locator('#text').inputValue(), 'Erste Fassung')
    await write(page, 'Zweite Fassung')
    await page.locator('.post', { hasText: 'Zweite Fassung' }).getByText('bearbeitet').waitFor()
    await page.getByRole('button', { name: 'Löschen' }).click()
    await page.locator('#confirm').getByRole('button', { name: 'Abbrechen' }).click()
    assert.equal(await page.locator('.post').count(), 1)
    await page.getByRole('button', { name: 'Löschen' }).click()
    await page.locator('#confirm').getByRole('button', { name: 'Löschen' }).click()
    await page.locator('.post').waitFor({ state: 'detached' })
    await page.locator('.empty').waitFor()
    assert.deepEqual(complaints, [])
  })

  it('keeps the typed text where Klartext fails or is away', async () => {
    const page = await open('jana')
    served.broken.add('handle')
    await write(page, 'Nicht verlieren')
    await page.locator('#fault', { hasText: 'Das Absenden hat nicht geklappt.' }).waitFor()
    assert.equal(await page.locator('#text').inputValue(), 'Nicht verlieren')
    await page.context().setOffline(true)
    await page.keyboard.press('Enter')
    await page.locator('.notice', { hasText: 'Keine Verbindung zu Klartext.' }).waitFor()
    assert.equal(await page.locator('#text').inputValue(), 'Nicht verlieren')
  })

  it('saves settings as they are chosen, and opts out with one click', async () => {
    const page = await open('jana')
    await page.getByRole('radio', { name: /Wie im Alltag/ }).check()
    await page.locator('.notice', { hasText: 'Gespeichert.' }).waitFor()
    assert.equal(served.settings('jana').maxPerDay, 3)
    await page.getByRole('radio', { name: 'Sie' }).check()
    await page.getByRole('button', { name: 'Nicht mehr mitmachen' }).click()
    await page.getByText('Klartext liest bei dir nicht mit.').waitFor()
    assert.deepEqual([served.settings('jana').tone, served.settings('jana').optedIn], ['sie', false])
    assert.deepEqual(complaints, [])
  })

  it('remembers the dark view and switches the language', async () => {
    const page = await open('jana', { colorScheme: 'light' })
    await page.getByRole('button', { name: 'Dunkle Ansicht' }).click()
    await page.reload()
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Ward 4 refit' }).waitFor()
    assert.match(page.url(), /as=jana&in=team&lang=en/)
  })

  it('works without scripts', async () => {
    const page = await open('jana', { javaScriptEnabled: false })
    await page.locator('#text').fill('Das Alignment fehlt.')
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.locator('.card').getByRole('button', { name: 'Hilfreich', exact: true }).click()
    await page.getByText('Danke. Schön, dass es hilft.').waitFor()
    await page.locator('#text').fill('Noch ein Meeting')
    await page.getByRole('button', { name: 'Entwurf prüfen' }).click()
    await page.locator('.notes').getByText('Besprechung').waitFor()
  })

  for (const width of [320, 390, 768, 1280]) {
    it(`fits ${width} px without scrolling sideways`, async () => {
      const page = await open('jana', { viewport: { width, height: 800 } })
      await write(page, `Das Alignment fehlt. ${'sehrlang'.repeat(30)}`)
      await page.locator('.card').waitFor()
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0)
    })
  }

  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const lang of ['de', 'en']) {
        it(`looks like this: ${width} px, ${colorScheme}, ${lang}`, async () => {
          const viewport = { width, height: 844 }
          const page = await open('leon', { joins: false, viewport, colorScheme, lang, channel: 'cross' })
          const shot = async (name: string) => {
            await page.waitForTimeout(350)
            await page.screenshot({ path: join(shots, `${width}-${colorScheme}-${lang}-${name}.png`) })
          }
          await shot('1-question')
          await page.locator('.welcome button[value="yes"]').click()
          await page.locator('.empty').waitFor()
          await shot('2-empty')
          await page.locator('#text').fill('Das Alignment mit den Stakeholdern müssen wir noch committen.')
          await page.locator('.mark').first().hover()
          await shot('3-draft')
          await page.locator('.send').click()
          await page.locator('.card--hint').waitFor()
          await shot('4-hint')
          await page.locator('.card button[value="helpful"]').click()
          await write(page, 'Mein Fehler: Die Liste war veraltet. Bis 15 Uhr schicke ich die richtige.')
          await page.locator('.card--praise').waitFor()
          await shot('5-thanks-and-praise')
          if (width > 1000) return
          await page.locator('.top [popovertarget="settings"]').click()
          await shot('6-settings')
          await page.keyboard.press('Escape')
          await page.locator('.top [popovertarget="sidebar"]').click()
          await shot('7-channels')
        })
      }
    }
  }
})
