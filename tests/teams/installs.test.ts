import assert from 'node:assert/strict'
import {
  allRows,
  chatOf,
  exported,
  hinted,
  newcomer,
  nudgesOf,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import type { User } from './stand-in/index.js'

describe('Teams: people who get the bot and remove it', () => {
  const house = sharedHouse()
  let count = 0
  /** Somebody in the team who has not got the bot for themselves. */
  async function without(): Promise<User> {
    const { teams, team } = house()
    const user = teams.addUser({ name: `Neu ${++count}` })
    await teams.join(team, user)
    return user
  }
  const say = (user: User, text = JARGON) => house().teams.say(user, house().channel, text)
  const sends = () => house().teams.count('sendToConversation')
  const isIn = async (user: User) => (await exported(house(), user)).settings.optedIn

  it('are asked for consent, once, and nothing is kept of it', async () => {
    const { teams } = house()
    const me = await without()
    const before = await allRows(house())
    const [first] = await teams.installFor(me)
    assert.ok(first?.acked)
    assert.equal(chatOf(house(), me).length, 1)
    assert.match(
      wordsOn(chatOf(house(), me)[0]?.card),
      /Was gelesen wird.*Was gespeichert wird.*Wer was sieht.*Mitmachen/s,
    )
    assert.deepEqual(await allRows(house()), before)
  })

  it('are asked once however often Teams tells of it', async () => {
    const { teams } = house()
    const me = await without()
    const all = await teams.installFor(me)
    for (const { envelope } of all) assert.ok((await teams.deliver(envelope)).acked)
    assert.equal(chatOf(house(), me).length, 1)
  })

  it('are greeted as taking part where they already do', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await teams.installFor(me)
    assert.match(wordsOn(chatOf(house(), me).at(-1)?.card), /Klartext liest bei dir mit/)
  })

  it('are opted out by removing it, with what waits for them', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await say(me)
    const [gone] = await teams.uninstallFor(me)
    assert.ok(gone?.acked)
    const before = sends()
    await house().pass(60)
    await say(me)
    await house().pass(60)
    assert.equal(sends(), before)
    assert.deepEqual(nudgesOf(house(), me), [])
    await teams.installFor(me)
    assert.match(wordsOn(chatOf(house(), me).at(-1)?.card), /Soll Klartext bei dir mitlesen\?/)
    assert.equal(await isIn(me), false)
  })

  it('may come back and take part again', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await teams.uninstallFor(me)
    await teams.installFor(me)
    await teams.write(me, 'an')
    await hinted(house(), me, JARGON)
  })

  it('leave no way to write to them behind', async () => {
    const { teams } = house()
    const before = (await allRows(house())).vault?.length ?? 0
    const me = await newcomer(house())
    assert.equal((await allRows(house())).vault?.length, before + 1)
    await teams.uninstallFor(me)
    assert.equal((await allRows(house())).vault?.length, before)
    assert.ok(!JSON.stringify(await allRows(house())).includes(me.aadObjectId))
  })

  it('removing it without having taken part leaves nothing', async () => {
    const { teams } = house()
    const me = await without()
    await teams.installFor(me)
    const before = await allRows(house())
    await teams.uninstallFor(me)
    assert.deepEqual(await allRows(house()), before)
  })

  it('are left in peace once they have blocked it, until they write', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    teams.block(me)
    await say(me)
    const before = sends()
    await house().pass(30)
    await teams.until(() => sends() === before + 1)
    await house().pass(3600)
    await say(me, 'Schuld sind mal wieder die anderen aus dem Vertrieb.')
    await house().pass(60)
    assert.equal(sends(), before + 1, 'tried again though blocked')
    teams.unblock(me)
    await teams.write(me, 'einstellungen')
    await house().pass(3600)
    await say(me)
    await house().pass(30)
    await teams.until(() => nudgesOf(house(), me).length === 1)
  })

  it('of a team are asked nothing, and nothing is said in it', async () => {
    const { teams, murat } = house()
    const other = teams.addTeam({ name: 'Neubau', members: [murat] })
    const before = teams.sightings.length
    for (const { acked } of await teams.installIn(other)) assert.ok(acked)
    assert.deepEqual(
      teams.sightings.slice(before).filter(({ by }) => by === 'app'),
      [],
    )
  })

  it('of a team that removes it are not read there any more, and are told nothing of what waits', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const other = teams.addTeam({ name: 'Altbau', members: [me] })
    const place = teams.addChannel(other, { name: 'Dach' })
    await teams.installIn(other)
    await teams.say(me, place, JARGON)
    await house().pass(30)
    await teams.until(() => nudgesOf(house(), me).length === 1)
    for (const { acked } of await teams.uninstallFrom(other)) assert.ok(acked)
    const before = teams.calls.length
    await house().pass(3600)
    await teams.say(me, place, JARGON)
    await house().pass(60)
    assert.equal(nudgesOf(house(), me).length, 1)
    assert.equal(teams.calls.length, before)
  })

  it('of one team do not stop those of another', async () => {
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.deepEqual(toldTo(house(), house().murat), [])
  })

  it('are named in no line of the log', () => {
    const logged = house().logged.join('')
    assert.ok(!/Neu \d|Person \d|29:1/.test(logged))
  })
})
