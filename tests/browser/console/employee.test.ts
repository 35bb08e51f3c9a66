import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { createAdapters } from '../../../adapters/index.js'
import { readConfig } from '../../../src/config.js'
import { type Klartext, startKlartext } from '../../../src/klartext.js'
import { keyboardOn } from './keyboard.js'
import { useBrowser } from './use-browser.js'

const log = pino({ level: 'silent' })

/** Two English words: with one of them allowed, the other alone is not worth a hint. */
const MESSAGE = 'Der Launch wird gecancelt.'

describe('everybody’s own page in the browser, in the whole program', function () {
  this.timeout(90_000)
  let klartext: Klartext
  let folder = ''
  const { open } = useBrowser(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klartext-console-'))
    klartext = await startKlartext(
      readConfig({
        KLARTEXT_PORT: '0',
        KLARTEXT_DATA: folder,
        KLARTEXT_SETTLE_SECONDS: '1',
        KLARTEXT_LOG_LEVEL: 'silent',
      }),
      await createAdapters({ playground: true, slack: undefined, teams: undefined }, log),
      { log, every: 200 },
    )
    return { origin: klartext.address }
  })
  after(async () => {
    await klartext?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  /** Signs one of the invented people in. */
  async function signIn(name: string): Promise<Page> {
    const page = await open('/console')
    await keyboardOn(page).follow(page.getByRole('button', { name }))
    return page
  }

  /** Somebody in the chat, who writes something there. */
  async function inChat(who: string, joins = false): Promise<(text: string) => Promise<Page>> {
    const page = await open(`/?as=${who}&in=cross&lang=de`)
    if (joins) await page.locator('.welcome').getByRole('button', { name: 'Mitmachen' }).press('Enter')
    return async (text) => {
      await page.locator('#text').fill(text)
      await page.locator('#text').press('Enter')
      await page.locator('#text:placeholder-shown').waitFor()
      await page.locator('.post--own', { hasText: text }).waitFor()
      return page
    }
  }

  it('is joined, hinted, and read by other words as soon as an admin allows one', async () => {
    const jana = await signIn('Jana Petersen')
    const atJana = keyboardOn(jana)
    await jana.getByRole('heading', { name: 'Deine Seite', level: 1 }).waitFor()
    await jana.getByText('Noch gibt es nichts zu zählen.').waitFor({ state: 'detached' })
    await atJana.follow(jana.getByRole('button', { name: 'Mitmachen' }))
    await jana.getByText('Schön, dass du mitmachst.').waitFor()
    const chat = await (await inChat('jana'))(MESSAGE)
    await chat.locator('.card', { hasText: 'canceln' }).waitFor()

    const leon = await signIn('Leon Adeyemi')
    const atLeon = keyboardOn(leon)
    await atLeon.follow(leon.getByRole('link', { name: 'Lexikon', exact: true }))
    await atLeon.follow(leon.getByRole('link', { name: 'Einen Begriff erlauben' }))
    await atLeon.fill(leon.getByLabel('Begriff', { exact: true }), 'canceln')
    await atLeon.follow(leon.getByRole('button', { name: 'In den Entwurf' }))
    await atLeon.fill(leon.getByLabel('Grund'), 'Sagt hier jede und jeder')
    await atLeon.follow(leon.getByRole('button', { name: 'Veröffentlichen' }))
    await leon.getByText('Veröffentlicht.').waitFor()

    const murat = await inChat('murat', true)
    await murat(MESSAGE)
    const page = await murat('Wir challengen das Daily.')
    // One hint at most comes in a while: had the first message been worth one, this one would get none.
    await page.locator('.card', { hasText: 'challengen' }).waitFor()
    assert.equal(await page.locator('.card').count(), 1)

    await atJana.follow(jana.getByRole('link', { name: 'Änderungen', exact: true }))
    await jana.getByText('„canceln“ ist hier ein üblicher Begriff und zählt nicht mehr.').waitFor()
    await jana.getByText('Sagt hier jede und jeder').waitFor()
    assert.doesNotMatch(await jana.content(), /leon/i)
  })

  it('takes settings, shows own weeks, checks a draft, and goes without a trace', async () => {
    const page = await signIn('Jana Petersen')
    const { follow, press, fill, select } = keyboardOn(page)
    await select(page.getByLabel('Anrede'), 'Sie')
    await press(page.getByLabel('Floskeln'), 'Space')
    await follow(page.getByRole('button', { name: 'Speichern' }))
    await page.getByText('Gespeichert.').waitFor()
    await page.getByText('Diese Seite sehen nur Sie.').waitFor()
    assert.equal(await page.getByLabel('Floskeln').isChecked(), false)

    await press(page.getByText('Als Tabelle'))
    const week = page.getByRole('row').filter({ hasText: 'diese Woche' })
    assert.match(await week.innerText(), /2\s+0$/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Als Datei mitnehmen' })),
    ])
    const text = await readFile(await download.path(), 'utf8')
    assert.equal(JSON.parse(text).settings.tone, 'sie')
    assert.ok(!text.includes(MESSAGE))

    await follow(page.getByRole('link', { name: 'Text prüfen' }))
    await fill(page.getByLabel('Ihr Text'), 'Das ist <b>mein</b> Fehler.\nWir challengen das Daily.')
    await press(page.getByRole('radio', { name: 'das ganze Haus' }), 'Space')
    await follow(page.getByRole('button', { name: 'Prüfen', exact: true }))
    await page.locator('mark', { hasText: 'challengen' }).waitFor()
    const note = page.locator('.notes li', { hasText: 'challengen' })
    await note.getByText('hinterfragen').waitFor()
    assert.match(await page.locator('.draft').innerText(), /<b>mein<\/b>/)

    await follow(page.getByRole('link', { name: 'Meine Seite' }))
    await follow(page.getByRole('link', { name: 'löschen' }))
    await follow(page.getByRole('button', { name: 'löschen' }))
    await page.getByRole('heading', { name: 'Alles gelöscht' }).waitFor()
    await page.goto(`${klartext.address}/console/me`)
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  })

  it('speaks English to whoever prefers it', async () => {
    const page = await open('/console/me?lang=en')
    const { follow, press, fill } = keyboardOn(page)
    await follow(page.getByRole('button', { name: 'Katrin Vogt' }))
    await follow(page.getByRole('button', { name: 'Take part' }))
    await page.getByText('Good to have you with us.').waitFor()
    await follow(page.getByRole('link', { name: 'Check a text' }))
    await fill(page.getByLabel('Your text'), 'Purchasing dropped the ball again, so the beds are not here.')
    await press(page.getByRole('radio', { name: 'several departments' }), 'Space')
    await follow(page.getByRole('button', { name: 'Check', exact: true }))
    await page.locator('mark', { hasText: 'dropped the ball' }).waitFor()
    assert.equal(await page.locator('.draft').getAttribute('lang'), 'en')
    await follow(page.getByRole('button', { name: 'Sign out' }))
    await page.getByText('Signed out. See you soon.').waitFor()
  })
})
