import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../browser/chromium.js'
import { worstContrast } from '../browser/contrast.js'
import { type EmulatedHouse, openEmulatedHouse } from './emulator-house.js'
import { CLIENT } from './emulator-seed.js'
import { forge, home } from './emulator-steps.js'

const DONE = ['Klartext ist installiert.', 'Klartext is installed.']
const CANCELLED = ['Es wurde nichts installiert.', 'nothing was installed.']
const FAILED = ['Die Installation hat nicht geklappt.', 'The installation did not work.']

describe('Slack: the installation in a browser, beside a public emulator', function () {
  this.timeout(30_000)
  const shots = process.env.SCREENSHOTS
  let browser: Browser | null
  let house: EmulatedHouse | null = null
  let contexts: BrowserContext[] = []

  before(async function () {
    browser = await launchChromium()
    house = browser && (await openEmulatedHouse())
    if (!house) this.skip()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
  })

  const at = (path: string) => `${house!.klartext.address}/slack/${path}`
  const exchanges = () => house!.emulator.calls.filter(({ method }) => method === 'oauth.v2.access').length

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser!.newContext(options)
    context.setDefaultTimeout(10_000)
    contexts.push(context)
    return context.newPage()
  }
  const consent = async (page: Page) => {
    await page.goto(at('install'))
    return (await page.getByRole('link', { name: 'Add to Slack' }).getAttribute('href'))!
  }
  async function shows(page: Page, texts: readonly string[]): Promise<void> {
    const [german, english] = texts
    await page.locator('section:not([lang])', { hasText: german! }).waitFor()
    await page.locator('section[lang=en]', { hasText: english! }).waitFor()
    assert.ok((await worstContrast(page)) >= 4.5)
  }

  for (const [size, width] of [
    ['narrow', 320],
    ['wide', 1280],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`leads by keyboard from our page to Slack's and back: ${size}, ${colorScheme}`, async () => {
        const page = await open({ viewport: { width, height: 800 }, colorScheme })
        const shoot = async (name: string) => {
          if (shots) await page.screenshot({ path: join(shots, `slack-${name}-${size}-${colorScheme}.png`) })
        }
        const complaints: string[] = []
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text())
        })
        const headers = (await page.goto(at('install')))!.headers()
        assert.match(headers['content-security-policy']!, /^default-src 'none';.*frame-ancestors 'none'$/)
        assert.equal(headers['cache-control'], 'no-store')
        await shows(page, ['Zu Slack hinzufügen', 'Add to Slack'])
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
        await page.keyboard.press('Tab')
        assert.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'solid')
        await shoot('install')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'jana' }).click()
        await shows(page, DONE)
        assert.equal(page.url(), at('install?done'))
        assert.deepEqual(await page.context().cookies(), [])
        await page.reload()
        await shows(page, DONE)
        await shoot('done')
        assert.deepEqual(complaints, [])
      })

  it('brings a token with which Klartext works, and which stands nowhere in plain text', async () => {
    const { answer } = house!.emulator.calls.findLast(({ method }) => method === 'oauth.v2.access')!
    assert.ok((await home(house!, 'jana')).includes('join'))
    for (const name of readdirSync(house!.folder))
      assert.ok(!readFileSync(join(house!.folder, name)).includes(String(answer.access_token)), name)
    assert.ok(!house!.logged.join('').includes(String(answer.access_token)))
  })

  it('installs nothing after a no, and lets people start over', async () => {
    const before = exchanges()
    const page = await open()
    const state = new URL(await consent(page)).searchParams.get('state')
    const response = await page.goto(at(`oauth_redirect?error=access_denied&state=${state}`))
    assert.equal(response!.status(), 200)
    await shows(page, CANCELLED)
    await page.getByRole('link', { name: 'Noch einmal beginnen' }).click()
    await shows(page, ['Zu Slack hinzufügen', 'Add to Slack'])
    assert.equal(exchanges(), before)
  })

  it('asks Slack nothing where the state is changed, of another browser, forged, too old or missing', async () => {
    const before = exchanges()
    const page = await open()
    const url = new URL(await consent(page))
    const state = url.searchParams.get('state')!
    url.searchParams.set('state', `${state}x`)
    for (const [who, address] of [
      [page, url.href],
      [await open(), await consent(page)],
    ] as const) {
      await who.goto(address)
      await who.getByRole('button', { name: 'jana' }).click()
      await shows(who, FAILED)
      assert.ok(!(await who.content()).includes(state))
    }
    const secret = `state ${CLIENT.clientSecret}`
    for (const bad of [forge('another', 0), forge(secret, 601), forge(secret, 0).replace(/[^.]*$/, ''), '']) {
      const response = await fetch(at(`oauth_redirect?code=1&state=${bad}`), {
        headers: { cookie: `slack-app-oauth-state=${bad}` },
      })
      assert.equal(response.status, 400)
      assert.ok((await response.text()).includes(FAILED[0]!))
    }
    assert.equal(exchanges(), before)
  })

  it('says in the log why Slack gave no token, and to the person only that it did not', async () => {
    const page = await open()
    const state = new URL(await consent(page)).searchParams.get('state')
    const response = await page.goto(at(`oauth_redirect?code=stolen&state=${state}`))
    assert.equal(response!.status(), 400)
    await shows(page, FAILED)
    assert.ok(!(await page.content()).includes('invalid_code'))
    const line = house!.logged.find((text) => text.includes('"reason":"invalid_code"'))
    assert.match(line ?? '', /"level":50.*an installation did not succeed/)
    assert.ok(!house!.logged.join('').includes('stolen'))
  })
})
