import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Client } from '../../console/house.js'
import { launchChromium } from '../chromium.js'

/** How a page is opened. */
export interface Visiting extends BrowserContextOptions {
  /** Whose session it has; default: nobody is signed in. */
  readonly as?: Client
}

/**
 * One browser for a suite, which is skipped where there is none. Every page is watched: an error in its console, a breach
 * of its content security policy or a request to anywhere else fails the test.
 */
export function useBrowser(prepare: () => Promise<{ readonly origin: string }>) {
  let browser: Browser | null
  let origin = ''
  const origins = new Set<string>()
  let contexts: BrowserContext[] = []
  let complained: string[] = []

  /** What was amiss so far; it is not told again. */
  function complaints(): readonly string[] {
    const found = complained
    complained = []
    return found
  }

  before(async function () {
    browser = await launchChromium()
    if (!browser) return this.skip()
    origin = (await prepare()).origin
  })
  afterEach(async function () {
    if (this.currentTest?.isFailed() && process.env.SCREENSHOTS)
      for (const [index, page] of contexts.flatMap((context) => context.pages()).entries())
        await page.screenshot({ path: join(process.env.SCREENSHOTS, `failed-${index}.png`), fullPage: true })
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    assert.deepEqual(complaints(), [])
  })
  after(() => browser?.close())

  function watch(page: Page): void {
    // What is answered with a status that says no is shown to the reader; that is no error of the page.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/^Failed to load resource: .* status of 4\d\d/.test(message.text()))
        complained.push(message.text())
    })
    page.on('pageerror', (error) => complained.push(error.message))
    page.on('request', (request) => {
      if (!origins.has(new URL(request.url()).origin)) complained.push(`went to ${request.url()}`)
    })
  }

  /** Signs in past the pages; null: nobody is signed in any more. */
  async function become(page: Page, who: Client | null): Promise<void> {
    await page.context().clearCookies()
    if (!who) return
    const [name = '', value = ''] = who.cookie.split('=')
    await page.context().addCookies([{ name, value, url: origin }])
  }

  return {
    complaints,
    become,
    /** Opens an address of the program, such as `/console/me`, in a browser of its own. */
    async open(path: string, { as, ...options }: Visiting = {}): Promise<Page> {
      const url = new URL(path, origin)
      origins.add(url.origin)
      const viewport = { width: 1280, height: 900 }
      const context = await browser!.newContext({ locale: 'de-DE', viewport, ...options })
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      context.on('page', watch)
      const page = await context.newPage()
      if (as) await become(page, as)
      await page.goto(url.href)
      return page
    },
  }
}
