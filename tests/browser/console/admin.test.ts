import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { OpenedLexicon } from '../../console/lexicon/open-lexicon.js'
import { keyboardOn } from './keyboard.js'
import { openPlant } from './plant.js'
import { useBrowser } from './use-browser.js'

const leon = { platform: 'playground', tenant: 'playground', user: 'leon' } as const

const FAULTY = `tuning:
  - allow: Sprint
  - threshold: silo
    weight: schwer
  - threshold: gibt-es-nicht
    weight: 3
`

describe('an admin in the browser', function () {
  this.timeout(90_000)
  let plant: OpenedLexicon
  const { open } = useBrowser(async () => {
    plant = await openPlant({ people: [{ person: leon, name: 'Leon Adeyemi', offices: ['admin'] }] })
    return plant
  })
  after(() => plant?.close())
  afterEach(async () => {
    for (const client of [plant?.leon, plant?.mira])
      if (client) await plant.store.tuning.dropSteps(plant.actorOf(client), null)
  })

  const saidOn = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()

  it('goes from a word that annoys to a new version, and back', async () => {
    const page = await open('/console/lexicon', { as: plant.leon })
    const { follow, fill, select } = keyboardOn(page)
    await fill(page.getByLabel('Wort, Form oder Kennung'), 'gecancelt')
    await follow(page.getByRole('button', { name: 'Suchen' }))
    await follow(page.getByRole('link', { name: 'canceln', exact: true }))
    await fill(page.getByLabel('Besser so'), 'absagen\nausfallen lassen')
    await follow(page.getByRole('button', { name: 'In den Entwurf' }))
    await saidOn(page, 'Steht im Entwurf.')

    await follow(page.getByRole('link', { name: 'Neuer Begriff' }))
    await fill(page.getByLabel('Begriff', { exact: true }), 'gruscheln')
    await select(page.getByLabel('Art', { exact: true }), 'Tätigkeitswort')
    await follow(page.getByRole('button', { name: 'Formen ansehen' }))
    await saidOn(page, 'gegruschelt')
    await fill(page.getByLabel('Warum'), 'Das kennt hier kaum jemand.')
    await fill(page.getByLabel('Besser so'), 'grüßen')
    await follow(page.getByRole('button', { name: 'In den Entwurf' }))

    await page.getByRole('heading', { name: '2 Änderungen' }).waitFor()
    await page.locator('ins', { hasText: 'ausfallen lassen' }).waitFor()
    await page.getByText('Alles in Ordnung.').waitFor()
    await page.getByText(/\d+ Beispielsätze/).waitFor()
    const before = plant.house.lexicon.current().tuning
    await fill(page.getByLabel('Grund'), 'Klarere Vorschläge')
    await follow(page.getByRole('button', { name: 'Veröffentlichen' }))
    await saidOn(page, 'Veröffentlicht.')
    assert.equal(plant.house.lexicon.current().tuning, before + 1)
    const found = () => plant.house.lexicon.current().entries.has('eigen-gruscheln')
    assert.equal(found(), true)

    await follow(page.getByRole('link', { name: `Stand ${before}`, exact: true }))
    await follow(page.getByRole('button', { name: 'Zu diesem Stand zurück' }))
    await page.getByText(`von dir, zurück zu Stand ${before}`).waitFor()
    assert.equal(found(), false)
  })

  it('is asked only for what the choice of a scope needs', async () => {
    const page = await open('/console/lexicon/allow', { as: plant.leon })
    const { press } = keyboardOn(page)
    const channel = page.getByLabel('Kanal', { exact: true })
    assert.equal(await channel.isVisible(), false)
    await press(page.getByRole('radio', { name: 'einen Kanal' }), 'Space')
    assert.equal(await channel.isVisible(), true)
    assert.equal(await page.getByLabel('Bereich', { exact: true }).isVisible(), false)
  })

  it('is told where a file is wrong, and nothing of it is taken', async () => {
    const page = await open('/console/lexicon/import', { as: plant.leon })
    const { follow } = keyboardOn(page)
    const file = { name: 'haus.yaml', mimeType: 'application/yaml', buffer: Buffer.from(FAULTY) }
    await page.getByLabel('Datei', { exact: true }).setInputFiles(file)
    await follow(page.getByRole('button', { name: 'In den Entwurf' }))
    const faults = page.getByRole('alert')
    await faults.getByText('In der Datei stimmen 2 Stellen nicht.').waitFor()
    for (const place of ['Zeile 4, Spalte 13', 'Zeile 5, Spalte 16']) await faults.getByText(place).waitFor()
    assert.equal(await plant.store.tuning.draft(plant.actorOf(plant.leon)), null)
  })

  it('keeps both versions where two edit the same entry', async () => {
    const address = '/console/lexicon/entry/anglicism-canceln'
    const [mine, hers] = [await open(address, { as: plant.leon }), await open(address, { as: plant.mira })]
    const publish = async (page: Page, why: string) => {
      const { fill, follow } = keyboardOn(page)
      await follow(page.getByRole('link', { name: /^Entwurf/ }))
      await fill(page.getByLabel('Grund'), why)
      await follow(page.getByRole('button', { name: 'Veröffentlichen' }))
    }
    for (const [page, text] of [
      [mine, 'von Leon'],
      [hers, 'von Mira'],
    ] as const) {
      const { fill, follow } = keyboardOn(page)
      await fill(page.getByLabel('Besser so'), text)
      await follow(page.getByRole('button', { name: 'In den Entwurf' }))
    }
    const draft = keyboardOn(hers)
    await draft.follow(hers.getByRole('link', { name: /^Entwurf/ }))
    await draft.fill(hers.getByLabel('Grund'), 'Miras Vorschlag')
    await publish(mine, 'Leons Vorschlag')
    await saidOn(mine, 'Veröffentlicht.')

    await draft.follow(hers.getByRole('button', { name: 'Veröffentlichen' }))
    await hers.getByRole('heading', { name: 'Zwei Fassungen' }).waitFor()
    for (const text of ['von Leon', 'von Mira']) await hers.getByText(text, { exact: true }).waitFor()
    await draft.press(hers.getByLabel('Meine Fassung'), 'Space')
    await draft.follow(hers.getByRole('button', { name: 'Auswahl übernehmen' }))
    await publish(hers, 'Miras Vorschlag')
    await saidOn(hers, 'Veröffentlicht.')
    const now = plant.house.lexicon.current().entries.get('anglicism-canceln')
    assert.deepEqual(now?.instead, ['von Mira'])
    for (const why of ['Leons Vorschlag', 'Miras Vorschlag']) await hers.getByText(why).waitFor()
  })

  it('finds all that was typed again where the session ended in the middle of a form', async () => {
    const page = await open('/console/lexicon/new', { as: await plant.signIn('admin') })
    const { fill, follow, press } = keyboardOn(page)
    const why = 'Ein langer Satz, der nicht verloren gehen darf: „So“ & <so>.'
    const instead = ['Wörter zählen', 'Floskeln zählen']
    await fill(page.getByLabel('Begriff', { exact: true }), 'Buzzword-Bingo')
    await fill(page.getByLabel('Warum'), why)
    await fill(page.getByLabel('Besser so'), instead.join('\n'))
    await plant.pass(31 * 60)
    await follow(page.getByRole('button', { name: 'In den Entwurf' }))
    await page.getByRole('heading', { name: 'Die Anmeldung ist abgelaufen' }).waitFor()

    const [second] = await Promise.all([
      page.context().waitForEvent('page'),
      press(page.getByRole('link', { name: 'In neuem Fenster anmelden' })),
    ])
    await keyboardOn(second).follow(second.getByRole('button', { name: 'Leon Adeyemi' }))
    await second.getByRole('button', { name: 'Abmelden', exact: true }).waitFor()
    await page.bringToFront()
    await follow(page.getByRole('button', { name: 'Noch einmal senden' }))
    await page.getByRole('heading', { name: 'Bitte noch einmal bestätigen' }).waitFor()
    await follow(page.getByRole('button', { name: 'Noch einmal senden' }))
    await page.getByRole('heading', { name: 'Entwurf', level: 1 }).waitFor()
    const [step] = (await plant.store.tuning.draft(plant.actorOf(plant.leon)))!.steps
    assert.equal(step?.name, 'eigen-buzzword-bingo')
    const noun = 'Buzzword-Bingo'
    assert.deepEqual(step.value, { label: 'anglicism', language: 'de', noun, why, instead })
  })
})
