// Draws the icons of the Teams app from their SVGs anew: node scripts/draw-icons.mjs
// Needs Chromium: /usr/bin/chromium, or CHROMIUM_PATH.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const folder = join(import.meta.dirname, '..', 'adapters', 'teams', 'public')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' })

for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${readFileSync(join(folder, `${name}.svg`), 'utf8')}`,
  )
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
  await page.close()
}

await browser.close()
