import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { OpenedConsole } from '../../console/house.js'
import { cast, furnish, openScene } from '../../console/scene.js'
import { keyboardOn } from './keyboard.js'
import { useBrowser } from './use-browser.js'

describe('a manager in the browser', function () {
  this.timeout(60_000)
  let plant: OpenedConsole
  const { open } = useBrowser(async () => {
    plant = await openScene()
    await furnish(plant)
    return plant
  })
  after(() => plant?.close())

  it('reads the newest report of their team, an older one, and takes it along as a table', async () => {
    const page = await open('/console/team', { as: await plant.signIn(cast.katrin) })
    const { follow, press } = keyboardOn(page)
    await page.getByRole('heading', { name: 'Montage Halle 2', level: 1 }).waitFor()
    const summary = page.locator('.summary')
    assert.match(await summary.innerText(), /Montage Halle 2 · 2\.–8\. März 2026/)
    const chart = summary.locator('.summary__chart svg').first()
    const { width, height } = (await chart.boundingBox())!
    assert.ok(width > 200 && height > 50, `${width} x ${height}`)

    await follow(page.getByRole('link', { name: 'ab 16. Februar 2026' }))
    assert.match(page.url(), /\/team\/montage\/2026-02-16$/)
    assert.equal(await page.locator('[aria-current="page"]', { hasText: '16. Februar' }).count(), 1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('link', { name: 'Als Tabelle (CSV)' })),
    ])
    assert.equal(download.suggestedFilename(), 'klartext-montage-2026-02-16.csv')
    assert.match(await readFile(await download.path(), 'utf8'), /Montage Halle 2/)
    await follow(page.getByRole('link', { name: 'Zum neuesten Bericht' }))

    for (const other of ['Versand', 'Werk Nord']) assert.equal(await page.getByText(other).count(), 0)
    await page.goto(`${plant.origin}/console/team/versand`)
    await page.getByRole('heading', { name: 'Diese Seite gibt es hier nicht' }).waitFor()
    for (const area of ['Lexikon', 'Einblick'])
      assert.equal(await page.getByRole('link', { name: area }).count(), 0)
  })

  it('prints a report without what is around it', async () => {
    const page = await open('/console/team', { as: await plant.signIn(cast.katrin), colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('.summary').isVisible(), true)
    for (const around of ['.top', '.foot', '.no-print'])
      assert.equal(await page.locator(around).first().isVisible(), false, around)
  })
})
