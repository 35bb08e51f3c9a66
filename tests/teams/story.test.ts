import assert from 'node:assert/strict'
import {
  allRows,
  chatOf,
  exported,
  fourWords,
  lastIn,
  settled,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'

describe('Teams: from the first look to the last', () => {
  const house = sharedHouse()
  /** Words that stand nowhere but in what Jana wrote. */
  const CANARY = 'Quittenmarmelade Donnerstagnachmittag'

  it('asks for consent, and until it is given, reads and keeps nothing', async () => {
    const { teams, channel, jana } = house()
    const before = await allRows(house())
    await teams.installFor(jana)
    const page = wordsOn(lastIn(house(), jana).card)
    for (const part of ['Was gelesen wird', 'Was gespeichert wird', 'Wer was sieht', 'Mitmachen'])
      assert.ok(page.includes(part), part)
    assert.ok(!page.includes('per-day'), 'settings before opting in')
    const { message } = await teams.say(jana, channel, `${CANARY}: ${JARGON}`)
    await house().pass(60)
    assert.equal(toldTo(house(), jana).length, 1)
    await teams.remove(message)
    assert.deepEqual(await allRows(house()), before)
  })

  it('tells her of a message, in her own chat alone, with a link to it', async () => {
    const { teams, jana, murat, channel } = house()
    await teams.press(jana, lastIn(house(), jana), 'join')
    const message = await settled(house(), jana, JARGON)
    await teams.until(() => toldTo(house(), jana).length === 2)
    const card = wordsOn(lastIn(house(), jana).card)
    assert.ok(card.includes(encodeURIComponent(channel.id)) && card.includes(message.id), card)
    assert.equal(teams.seenBy(murat).filter(({ by }) => by === 'app').length, 0)
    for (const part of fourWords(JARGON)) assert.ok(!card.includes(part), part)
  })

  it('takes the word as one of her team, and does not speak of it again', async () => {
    const { teams, jana } = house()
    await teams.press(jana, lastIn(house(), jana), 'Begriff unseres Teams')
    assert.match(wordsOn(lastIn(house(), jana).card), /gehört also zum Team/)
    assert.ok((await exported(house(), jana)).settings.mutedRules.length > 0)
  })

  it('has nothing to say once a message has been mended in time', async () => {
    const { teams, jana, channel } = house()
    await house().pass(3600)
    const before = toldTo(house(), jana).length
    const said = await teams.say(jana, channel, 'Schuld daran ist wieder mal nur der Einkauf.')
    await teams.edit(said.message, 'Ich spreche mit dem Einkauf.')
    await house().pass(60)
    assert.equal(toldTo(house(), jana).length, before)
  })

  it('checks a draft in a window, and keeps nothing', async () => {
    const { teams, murat } = house()
    const before = await allRows(house())
    await teams.openExtension(murat, 'check-draft')
    await teams.submitDialog(murat, { text: `${CANARY}: ${JARGON}` })
    const shown = wordsOn(murat.dialog)
    assert.ok(shown.includes('Alignment') && shown.includes('Quittenmarmelade'), shown)
    assert.deepEqual(await allRows(house()), before)
  })

  it('shows her what is kept, and erases it', async () => {
    const { teams, jana } = house()
    const data = await exported(house(), jana)
    assert.ok(data.sightings.length > 0 && data.nudges.length > 0)
    await teams.write(jana, 'löschen')
    await teams.press(jana, lastIn(house(), jana), 'erase-yes')
    await house().pass(5)
    await teams.until(() => !chatOf(house(), jana).some(({ summary }) => summary !== 'Klartext'))
    const rows = JSON.stringify(await allRows(house()))
    assert.ok(!rows.includes(jana.aadObjectId) && !rows.includes(jana.id), 'her id is still kept')
    const after = await exported(house(), jana)
    assert.deepEqual([after.settings.optedIn, after.sightings, after.nudges], [false, [], []])
  })

  it('has written nowhere but in chats of its own, and logged nobody', () => {
    const { jana, channel } = house()
    assert.ok(![...channel.messages.values()].some(({ by }) => by === 'app'))
    const logged = house().logged.join('')
    for (const part of [jana.id, jana.aadObjectId, jana.name, 'Quitten', 'Alignment'])
      assert.ok(!logged.includes(part), part)
  })
})
