import assert from 'node:assert/strict'
import {
  allRows,
  chatOf,
  exported,
  hinted,
  lastIn,
  newcomer,
  newUser,
  nudgesOf,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import type { User } from './stand-in/index.js'

type Who = 'nobody' | 'member'

/** What is typed, by whom, and what is answered. */
const ANSWERS: readonly (readonly [typed: string, who: Who, says: RegExp])[] = [
  ['hilfe', 'nobody', /\*\*Klartext\*\* hilft dir, klar zu schreiben.*„prüfen …“/s],
  ['help', 'nobody', /helps you write plainly/],
  ['HILFE bitte', 'nobody', /hilft dir/],
  ['  hilfe  ', 'nobody', /hilft dir/],
  ['quatsch', 'nobody', /Diesen Befehl kennt Klartext nicht\..*hilft dir/s],
  ['/klartext an', 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['x'.repeat(3000), 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['__proto__', 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['constructor', 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['🎉', 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['prüfen', 'nobody', /Dein Entwurf/],
  ['check', 'nobody', /Your draft/],
  [`prüfen ${JARGON}`, 'nobody', /Alignment.*tägliche Runde/s],
  [`Prüfen ${JARGON}`, 'nobody', /Alignment.*tägliche Runde/s],
  [`PRÜFEN ${JARGON}`, 'nobody', /Alignment/],
  [`pruefen ${JARGON}`, 'member', /Alignment.*tägliche Runde/s],
  [`prüfen ${JARGON}`.normalize('NFD'), 'nobody', /Alignment/],
  [`prüfen\n${JARGON}`, 'nobody', /Alignment/],
  [`check ${JARGON}`, 'nobody', /Just for you/],
  ['prüfen Das passt gut.', 'nobody', /Liest sich gut/],
  ['check That works well.', 'nobody', /Reads well/],
  ['pause', 'nobody', /Du machst noch nicht mit/],
  ['pause', 'member', /Gut, bis morgen ist Pause/],
  ['an', 'nobody', /Klartext liest bei dir mit/],
  ['on', 'nobody', /Klartext is reading along/],
  ['an', 'member', /Klartext liest bei dir mit/],
  ['aus', 'member', /Klartext liest bei dir nicht mehr mit/],
  ['off', 'member', /Klartext no longer reads along/],
  ['aus', 'nobody', /liest bei dir nicht mehr mit/],
  ['einstellungen', 'nobody', /Soll Klartext bei dir mitlesen\?.*Was gelesen wird/s],
  ['settings', 'nobody', /Would you like Klartext to read along\?/],
  ['einstellungen', 'member', /Klartext liest bei dir mit.*per-day/s],
  ['settings', 'member', /Klartext is reading along.*per-day/s],
  ['daten', 'member', /optedIn.*true/s],
  ['data', 'nobody', /optedIn.*false/s],
  ['löschen', 'member', /Alles löschen\?/],
  ['löschen'.normalize('NFD'), 'member', /Alles löschen\?/],
  ['loeschen', 'member', /Alles löschen\?/],
  ['delete', 'member', /Delete everything\?/],
]

describe('Teams: commands', () => {
  const house = sharedHouse()
  const make = (who: Who) => (who === 'member' ? newcomer(house()) : newUser(house()))

  /** Writes to the bot and reads what was answered, which nobody else may see. */
  async function typed(me: User, text: string, more: object = {}): Promise<string> {
    const { teams } = house()
    const before = teams.sightings.length
    const delivery = await teams.write(me, text, more)
    assert.ok(delivery.acked)
    const fresh = teams.sightings.slice(before).filter(({ by }) => by === 'app')
    assert.ok(fresh.every(({ audience }) => audience.size === 1 && audience.has(me.id)))
    return fresh.map(({ card }) => wordsOn(card)).join('\n')
  }
  const isIn = async (me: User) => (await exported(house(), me)).settings.optedIn

  for (const [text, who, says] of ANSWERS)
    it(`answers ${JSON.stringify(text.slice(0, 30))} of ${who}`, async () => {
      assert.match(await typed(await make(who), text), says)
    })

  /** Ways in which a client may send „an“. */
  const WAYS: readonly (readonly [name: string, text: string, more: object])[] = [
    ['with the bot mentioned in front', 'an', { mentionBot: true }],
    ['with the bot mentioned, as HTML', '<p>an</p>', { mentionBot: true, plain: false }],
    ['as HTML', '<p>an</p>', { plain: false }],
    ['with a line break behind it', 'an\n', {}],
    ['with a space that does not break', '\u00a0an', {}],
  ]
  for (const [name, text, more] of WAYS)
    it(`understands it ${name}`, async () => {
      const me = await newUser(house())
      assert.match(await typed(me, text, more), /Klartext liest bei dir mit/)
      assert.equal(await isIn(me), true)
    })

  for (const [on, off] of [
    ['an', 'aus'],
    ['on', 'off'],
  ] as const)
    it(`switches hints on and off: ${on}, ${off}`, async () => {
      const me = await newUser(house())
      await typed(me, on)
      assert.equal(await isIn(me), true)
      await hinted(house(), me, JARGON)
      await house().pass(1860)
      await house().teams.say(me, house().channel, JARGON)
      await typed(me, off)
      assert.equal(await isIn(me), false)
      await house().pass(40)
      assert.equal(nudgesOf(house(), me).length, 1)
    })

  it('ends a pause with „an“', async () => {
    const me = await newcomer(house())
    await typed(me, 'pause')
    assert.ok((await exported(house(), me)).settings.pausedUntil)
    await typed(me, 'an')
    assert.equal((await exported(house(), me)).settings.pausedUntil, null)
  })

  it('is answered once, however often it is handed over', async () => {
    const { teams } = house()
    const me = await newUser(house())
    const { envelope } = teams.draft.write(me, 'an')
    for (let count = 0; count < 4; count++) assert.ok((await teams.deliver(envelope)).acked)
    assert.equal(chatOf(house(), me).length, 2)
    await Promise.all([1, 2, 3].map(() => teams.deliver(teams.draft.write(me, 'hilfe').envelope)))
    assert.equal(chatOf(house(), me).length, 5)
  })

  it('leaves no trace of somebody who only asks', async () => {
    const me = await newUser(house())
    const before = await allRows(house())
    for (const text of ['hilfe', 'quatsch', `prüfen ${JARGON}`, 'pause', 'aus', 'daten', 'einstellungen'])
      await typed(me, text)
    const { people: _, ...after } = await allRows(house())
    const { people: _p, ...rest } = before
    assert.deepEqual(after, rest)
  })

  for (const text of ['löschen', 'delete'])
    it(`asks before it deletes, then deletes: ${text}`, async () => {
      const { teams } = house()
      const me = await newcomer(house())
      await hinted(house(), me, JARGON)
      await typed(me, text)
      const asked = lastIn(house(), me)
      assert.equal(await isIn(me), true)
      await teams.press(me, asked, 'erase-yes')
      await teams.until(() => nudgesOf(house(), me).length === 0)
      const { settings, sightings, nudges } = await exported(house(), me)
      assert.deepEqual([settings.optedIn, settings.maxPerDay, sightings, nudges], [false, 3, [], []])
      const rows = JSON.stringify(await allRows(house()))
      assert.ok(!rows.includes(me.id) && !rows.includes(me.aadObjectId))
    })

  it('changes its mind where somebody does not want to delete after all', async () => {
    const me = await newcomer(house())
    await typed(me, 'löschen')
    await house().teams.press(me, chatOf(house(), me).at(-1)!, 'home')
    assert.match(wordsOn(chatOf(house(), me).at(-1)?.card), /Klartext liest bei dir mit/)
    assert.equal(await isIn(me), true)
  })

  it('is none in a channel, not even with the bot mentioned', async () => {
    const { teams, channel, murat } = house()
    const me = await newUser(house())
    for (const text of ['an', 'löschen', 'hilfe'])
      await teams.say(me, channel, `<p>${text}</p>`, { mentionBot: true })
    assert.equal(await isIn(me), false)
    assert.deepEqual(toldTo(house(), murat), [])
    assert.ok(![...channel.messages.values()].some(({ by }) => by === 'app'))
  })

  it('has logged no word of it', () => {
    const logged = house().logged.join('')
    for (const word of ['Alignment', 'quatsch', 'xxxx']) assert.ok(!logged.includes(word), word)
  })
})
