import assert from 'node:assert/strict'
import type { OpenedConsole } from '../../console/house.js'
import { cast, furnish, openScene } from '../../console/scene.js'
import { keyboardOn } from './keyboard.js'
import { useBrowser } from './use-browser.js'

describe('the works council in the browser', function () {
  this.timeout(60_000)
  let plant: OpenedConsole
  const { open } = useBrowser(async () => {
    plant = await openScene()
    await furnish(plant)
    return plant
  })
  after(() => plant?.close())

  it('sees how Klartext is set up, confirms what the administration proposes, and finds it in the log', async () => {
    const leon = await plant.signIn(cast.leon, 'admin')
    const admin = await open('/console/council', { as: leon })
    const council = await open('/console/council', {
      as: await plant.signIn(cast.sofie, 'works-council'),
    })
    const [atAdmin, atCouncil] = [keyboardOn(admin), keyboardOn(council)]
    await council.getByText('7 Menschen, die mitmachen').waitFor()
    await council.getByText('Zurzeit ist nichts festgeschrieben.').waitFor()

    await atAdmin.follow(admin.getByRole('button', { name: 'Jetzige Einstellungen vorschlagen' }))
    await admin.getByText('Jetzt muss jemand vom Betriebsrat bestätigen.').waitFor()
    assert.equal(await admin.getByRole('button', { name: 'Bestätigen' }).count(), 0)
    const hash = await admin.locator('form[action$="/withdraw"] [name="hash"]').inputValue()
    const forced = await leon.post('/council/confirm', { hash })
    assert.equal(forced.status, 403)
    assert.equal((await plant.store.console.agreement()).inForce, null)

    await council.reload()
    await atCouncil.follow(council.getByRole('button', { name: 'Bestätigen' }))
    await council.getByText('Bestätigt. Die Einstellungen sind jetzt festgeschrieben.').waitFor()
    await council.getByText('von beiden Seiten bestätigt.').waitFor()

    await atCouncil.follow(council.getByRole('link', { name: 'Protokoll' }))
    const rows = council.getByRole('row')
    assert.match(await rows.nth(1).innerText(), /Betriebsrat.*Vereinbarung bestätigt/s)
    assert.match(await rows.nth(2).innerText(), /Admin.*vorgeschlagen/s)
    await council.getByText('Lückenlos').waitFor()
    for (const path of ['/console/council', '/console/council/audit', '/console/changes']) {
      await council.goto(plant.origin + path)
      const html = await council.content()
      for (const [name, { user }] of Object.entries(cast))
        assert.ok(!new RegExp(`${name}|${user}`, 'i').test(html), `${path} names ${name}`)
    }
    assert.equal(await council.getByRole('link', { name: 'Lexikon', exact: true }).count(), 0)
  })

  it('reads it in English', async () => {
    const sofie = await plant.signIn(cast.sofie, 'works-council')
    const page = await open('/console/council', { as: sofie, locale: 'en-GB' })
    const { follow } = keyboardOn(page)
    await page.getByRole('heading', { name: 'Oversight for the works council' }).waitFor()
    await follow(page.getByRole('link', { name: 'Log' }))
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    await follow(page.getByRole('link', { name: 'Deutsch' }))
    await page.getByRole('heading', { name: 'Protokoll', level: 1 }).waitFor()
  })
})
