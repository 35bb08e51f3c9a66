import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { allRoutes } from '../../../src/console/routes/index.js'
import { type OpenedConsole, openConsole } from '../../console/house.js'
import type { OpenedLexicon } from '../../console/lexicon/open-lexicon.js'
import { axeFaults } from './axe.js'
import { consolePages } from './console-pages.js'
import { furnishPages } from './furnish-pages.js'
import { openPlant } from './plant.js'
import { useBrowser } from './use-browser.js'

const shots = process.env.SCREENSHOTS

/** Routes that lead elsewhere or hand out a file. */
const NO_PAGES = new Set(['/', '/team/:unit/:monday/csv', '/lexicon/export', '/council/audit/csv'])

const leon = { platform: 'playground', tenant: 'playground', user: 'leon' } as const

describe('every page of the console in the browser', function () {
  this.timeout(120_000)
  let plant: OpenedLexicon
  let people: Awaited<ReturnType<typeof furnishPages>>
  let before: OpenedConsole
  const { open, become, complaints } = useBrowser(async () => {
    const providers = [{ name: 'slack' }, { name: 'teams' }] as never
    before = await openConsole({ providers })
    plant = await openPlant({
      fourEyes: true,
      people: [{ person: leon, name: 'Leon Adeyemi', offices: ['admin'] }],
    })
    people = await furnishPages(plant)
    return plant
  })
  after(async () => {
    await plant?.close()
    await before?.close()
  })

  /** What is wrong with a page in either width and scheme. */
  async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
    const faults: string[] = []
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const path = shots && join(shots, `console-${name}-${width}-${colorScheme}.png`)
        if (path) await page.screenshot({ path, fullPage: true })
        const beside = await page.evaluate(
          ({ scrollingElement: all }) => all!.scrollWidth - all!.clientWidth,
          await page.evaluateHandle(() => document),
        )
        const found = [...(beside > 0 ? [`scrolls ${beside} px sideways`] : []), ...(await axeFaults(page))]
        faults.push(...found.map((fault) => `${name}, ${width} px, ${colorScheme}: ${fault}`))
      }
    }
    return faults
  }

  for (const [part, rows] of Object.entries(consolePages))
    it(`${part}: whole on a phone and on a desk, by day and by night, with nothing for axe to find`, async () => {
      const page = await open('/console/sign-in')
      const faults: string[] = []
      for (const [name, who, path, act] of rows) {
        await become(page, who && people[who])
        await page.goto(`${plant.origin}/console${path.replace(':olga', plant.actorOf(people.olga))}`)
        await act?.(page, plant, people)
        faults.push(...(await faultsOf(page, name)))
      }
      assert.deepEqual(faults, [])
    })

  it('the same where people sign in with their platform', async () => {
    const page = await open(`${before.origin}/console/me`)
    await page.getByRole('link', { name: 'Mit Slack anmelden' }).waitFor()
    assert.deepEqual(await faultsOf(page, 'sign-in-platform'), [])
  })

  it('holds every address that shows a page', () => {
    const paths = Object.values(consolePages).flatMap((rows) => rows.map(([, , path]) => path.split('?')[0]!))
    const missing = allRoutes
      .filter(({ method, path }) => method === 'get' && !NO_PAGES.has(path))
      .map(({ path }) => path)
      .filter((path) => !paths.some((one) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(one)))
    assert.deepEqual(missing, [])
  })

  it('would tell of a page that is not so', async () => {
    const page = await open('/console/try', { as: people.murat })
    await page.evaluate(() => {
      document.querySelector('label')!.remove()
      document.querySelector('h1')!.textContent = 'x'.repeat(500)
      document.querySelector('h1')!.style.overflowWrap = 'normal'
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'p { color: #eee }' }),
      )
      new Image().src = 'http://elsewhere.invalid/'
    })
    const faults = (await faultsOf(page, 'spoiled')).join('\n')
    assert.match(faults, /390 px, light: scrolls \d+ px sideways/)
    assert.match(faults, /1280 px, dark: label: #text/)
    const told = complaints().join('\n')
    assert.match(told, /Content Security Policy/)
    assert.match(told, /elsewhere\.invalid/)
  })
})
