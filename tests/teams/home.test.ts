import assert from 'node:assert/strict'
import {
  chosen,
  exported,
  hinted,
  insatiable,
  lastIn,
  newcomer,
  newUser,
  nudgesOf,
  settled,
  sharedHouse,
  wordsOn,
} from './acts.js'
import { CHOICES, EFFECTS, HOSTILE } from './choices.js'
import { JARGON } from './house.js'
import type { User } from './stand-in/index.js'

const MEETING = 'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.'

describe('Teams: the card of somebody’s settings', () => {
  const house = sharedHouse()
  const settingsOf = async (user: User) => (await exported(house(), user)).settings

  it('keeps each choice at once, and shows it', async () => {
    const me = await newcomer(house())
    for (const [inputs, kept, says] of CHOICES) {
      const name = JSON.stringify(inputs)
      const card = wordsOn(await chosen(house(), me, inputs))
      assert.match(card, says, name)
      assert.match(card, /✅/, name)
      const found = await settingsOf(me)
      const settings = { ...found, mutedLabels: [...found.mutedLabels].sort() }
      assert.deepEqual({ ...settings, ...kept }, settings, name)
      assert.equal(settings.optedIn, true)
      if (kept.tone === 'sie' || kept.language === 'en') await chosen(house(), me, { language: 'auto' })
    }
  })

  for (const inputs of HOSTILE)
    it(`takes nothing that it did not offer: ${JSON.stringify(inputs)}`, async () => {
      const { teams } = house()
      const me = await newcomer(house())
      const { activity } = (await teams.press(me, lastIn(house(), me), 'about')).envelope
      const before = await settingsOf(me)
      const value = { action: { type: 'Action.Execute', verb: 'save', data: inputs }, trigger: 'manual' }
      const sent = await teams.deliver({ activity: { ...activity, value }, heard: true })
      assert.ok(sent.acked, `${sent.status}`)
      assert.deepEqual(await settingsOf(me), before)
    })

  for (const [name, hints, set] of EFFECTS)
    it(`gives ${hints === 1 ? 'a' : 'no'} hint after ${name}`, async () => {
      const me = await newcomer(house())
      await set(house(), me)
      await settled(house(), me, MEETING)
      await house().teams.until(() => nudgesOf(house(), me).length >= hints)
      assert.equal(nudgesOf(house(), me).length, hints)
    })

  it('speaks to each as they have set: Sie, and English', async () => {
    const [formal, english] = [await newcomer(house()), await newcomer(house())]
    await chosen(house(), formal, { tone: 'sie' })
    await chosen(house(), english, { language: 'en' })
    for (const user of [formal, english]) await hinted(house(), user, MEETING)
    assert.match(wordsOn(nudgesOf(house(), formal)[0]?.card), /Nur für Sie sichtbar/)
    assert.match(wordsOn(nudgesOf(house(), english)[0]?.card), /Only visible to you/)
    assert.match(nudgesOf(house(), formal)[0]?.summary ?? '', /Nur für Sie sichtbar/)
  })

  it('lists what is switched off, and switches it on again', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await hinted(house(), me, MEETING)
    await teams.press(me, nudgesOf(house(), me)[0]!, 'Diesen Hinweis nicht mehr')
    await teams.write(me, 'einstellungen')
    const page = lastIn(house(), me)
    assert.match(wordsOn(page.card), /Abgeschaltete Hinweise.*meeting/i)
    for (let count = 0; count < 5; count++) {
      await teams.press(me, page, 'Einstellungen')
      await teams.press(me, page, 'unmute')
    }
    assert.ok(!wordsOn(lastIn(house(), me).card).includes('Abgeschaltete Hinweise'))
    assert.deepEqual((await settingsOf(me)).mutedRules, [])
  })

  it('says what is read, also later, and in the other language before', async () => {
    const { teams } = house()
    const me = await newUser(house())
    const press = (button: string) => teams.press(me, lastIn(house(), me), button)
    const shown = () => wordsOn(lastIn(house(), me).card)
    await press('other-language')
    assert.match(shown(), /Would you like Klartext to read along\?/)
    await press('other-language')
    assert.match(shown(), /Soll Klartext bei dir mitlesen\?/)
    await press('join')
    assert.match(shown(), /Klartext liest bei dir mit/)
    await press('about')
    assert.match(shown(), /Was gespeichert wird/)
    await press('home')
    await press('check')
    assert.match(shown(), /Dein Entwurf/)
    await teams.press(me, lastIn(house(), me), 'check-text', { text: JARGON })
    assert.match(shown(), /Alignment.*tägliche Runde/s)
  })

  it('shows how long a pause lasts, and ends one that is over by itself', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await teams.press(me, lastIn(house(), me), 'pause')
    assert.match(wordsOn(lastIn(house(), me).card), /Pause bis \w+, 00:00 Uhr/)
    await house().pass(24 * 3600)
    await teams.write(me, 'einstellungen')
    assert.match(wordsOn(lastIn(house(), me).card), /Klartext liest bei dir mit/)
  })

  it('shows the own last weeks, to nobody else', async () => {
    const { teams, murat } = house()
    const me = await insatiable(house())
    await settled(house(), me, MEETING)
    await teams.write(me, 'einstellungen')
    assert.match(wordsOn(lastIn(house(), me).card), /Deine letzten Wochen.*KW \d+: nichts.*▇.*Nur du siehst/s)
    await teams.installFor(murat)
    assert.ok(!wordsOn(lastIn(house(), murat).card).includes('▇'))
  })

  it('shows all data as messages of their own, and leaves the card', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const page = lastIn(house(), me)
    const before = wordsOn(page.card)
    await teams.press(me, page, 'Deine Daten')
    await teams.press(me, page, 'export')
    assert.match(wordsOn(lastIn(house(), me).card), /optedIn/)
    const after = house()
      .teams.chat(me)
      .find(({ id }) => id === page.id)
    assert.equal(wordsOn(after?.card).length > before.length / 2, true)
  })

  it('hands nobody else anything when somebody goes', async () => {
    const { teams } = house()
    const [me, other] = [await insatiable(house()), await insatiable(house())]
    for (const user of [me, other]) await hinted(house(), user, JARGON)
    await teams.write(me, 'löschen')
    await teams.press(me, lastIn(house(), me), 'erase-yes')
    await teams.until(() => nudgesOf(house(), me).length === 0)
    assert.equal(nudgesOf(house(), other).length, 1)
    const { settings, nudges } = await exported(house(), other)
    assert.deepEqual([settings.optedIn, settings.maxPerDay, nudges.length], [true, 8, 1])
  })
})
