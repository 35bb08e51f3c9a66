import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { createAdapters } from '../../adapters/index.js'
import { readConfig } from '../../src/config.js'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import { launchChromium } from './chromium.js'

const STORIES = [
  {
    lang: 'de',
    join: 'Mitmachen',
    without: 'Erst mal ohne',
    message: 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
    title: 'Geht das auch auf Deutsch?',
    terms: ['Alignment', 'Daily', 'challengen', 'Launch', 'canceln'],
    why: 'Warum?',
    helpful: 'Hilfreich',
    private: 'Nur für dich sichtbar',
  },
  {
    lang: 'en',
    join: 'Take part',
    without: 'Not for now',
    message: 'Purchasing dropped the ball again, so the beds are not here.',
    title: 'What happens next?',
    terms: [],
    why: 'Why?',
    helpful: 'Helpful',
    private: 'Only visible to you',
  },
] as const

const log = pino({ level: 'silent' })

describe('the whole story in the browser', function () {
  this.timeout(60_000)
  const shots = process.env.SCREENSHOTS
  let browser: Browser | null
  let klartext: Klartext
  let folder: string

  before(async function () {
    browser = await launchChromium()
    if (!browser) return this.skip()
    folder = mkdtempSync(join(tmpdir(), 'klartext-story-'))
    klartext = await startKlartext(
      readConfig({
        KLARTEXT_PORT: '0',
        KLARTEXT_DATA: folder,
        KLARTEXT_SETTLE_SECONDS: '1',
        KLARTEXT_LOG_LEVEL: 'silent',
      }),
      await createAdapters({ playground: true, slack: undefined, teams: undefined }, log),
      { log },
    )
  })
  after(async () => {
    await browser?.close()
    await klartext?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  for (const story of STORIES) {
    it(`${story.lang}: the writer gets a friendly nudge, the colleague sees the message alone`, async () => {
      const open = async (who: string): Promise<Page> => {
        const context = await browser!.newContext({ viewport: { width: 1280, height: 900 } })
        context.setDefaultTimeout(8000)
        const page = await context.newPage()
        await page.goto(`${klartext.address}/?as=${who}&in=cross&lang=${story.lang}`)
        return page
      }
      const [writer, colleague] = [await open('jana'), await open('murat')]
      const join_ = writer.getByRole('button', { name: story.join })
      if (await join_.first().isVisible()) await join_.first().click()
      const without = colleague.getByRole('button', { name: story.without })
      if (await without.first().isVisible()) await without.first().click()

      await writer.locator('#text').fill(story.message)
      await writer.locator('#text').press('Enter')
      const seen = colleague.getByText(story.message)
      await seen.waitFor()

      const card = writer.locator('.card', { hasText: story.title })
      await card.waitFor()
      assert.ok((await card.innerText()).includes(story.private))
      for (const term of story.terms) assert.ok((await card.innerText()).includes(term), term)
      await card.getByText(story.why).click()
      await card.locator('details[open]').waitFor()
      if (shots) {
        await writer.screenshot({ path: join(shots, `story-${story.lang}-writer.png`) })
        await colleague.screenshot({ path: join(shots, `story-${story.lang}-colleague.png`) })
      }
      await card.getByRole('button', { name: story.helpful, exact: true }).click()
      await card.locator('.card__thanks').waitFor()

      assert.equal(await colleague.locator('.card').count(), 0)
      assert.ok(!(await colleague.content()).includes(story.title))
      await colleague.reload()
      await seen.waitFor()
      assert.ok(!(await colleague.content()).includes(story.title))
      await Promise.all([writer, colleague].map((page) => page.context().close()))
    })
  }
})
