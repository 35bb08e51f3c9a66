import assert from 'node:assert/strict'
import { eventually, exported, hinted, inHouse, newcomer, settled, sharedHouse, toldTo } from './acts.js'
import { watchConnections } from './hostile/watchConnections.js'
import { JARGON, openTeamsHouse, TUESDAY } from './house.js'
import { createClock, startTeams } from './stand-in/index.js'

describe('Teams: what is called of Microsoft', () => {
  const house = sharedHouse()

  it('is on the list, and nothing else is', async () => {
    const watch = watchConnections()
    try {
      const { teams, klartext } = house()
      const me = await newcomer(house())
      const message = await hinted(house(), me, JARGON)
      for (const make of Object.values(teams.forge.tokens))
        await teams.forge.post({
          token: make(),
          body: {
            type: 'event',
            channelId: 'msteams',
            serviceUrl: 'http://127.0.0.1:9',
            conversation: { id: 'a' },
          },
        })
      await teams.remove(message)
      await house().pass(1)
      const known = [teams.origin, klartext.address].map((url) => new URL(url).host)
      assert.deepEqual(
        [...watch.places].filter((place) => !known.includes(place)),
        [],
      )
    } finally {
      watch.end()
    }
  })

  it('gets another token, once, where the old one is no longer good', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const [tokens, posts] = [teams.count('token'), teams.count('sendToConversation')]
    teams.revokeTokens()
    await hinted(house(), me, JARGON)
    assert.equal(teams.count('token') - tokens, 1)
    // Two for the hint; the copies of her data do not count.
    const since = teams.calls.filter(({ name }) => name === 'sendToConversation').slice(posts)
    assert.deepEqual(
      since.slice(0, 2).map(({ status }) => status),
      [401, 201],
    )
  })

  it('gets one new token where many are refused at once', async () => {
    const { teams } = house()
    const people = [await newcomer(house()), await newcomer(house()), await newcomer(house())]
    const told = people.map((one) => toldTo(house(), one).length)
    const tokens = teams.count('token')
    teams.revokeTokens()
    for (const one of people) await teams.say(one, house().channel, JARGON)
    await house().pass(30)
    await teams.until(() => people.every((one, at) => toldTo(house(), one).length > told[at]!))
    assert.equal(teams.count('token') - tokens, 1)
  })

  it('is asked no third time where the new one is refused, too', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const posts = teams.count('sendToConversation')
    const planned = teams.fail('sendToConversation', { error: 'Unauthorized', times: 9 })
    await settled(house(), me, JARGON)
    await teams.until(() => planned.met === 2)
    for (let minute = 0; minute < 3; minute++) await house().pass(60)
    assert.equal(teams.count('sendToConversation') - posts, 2)
    planned.end()
    assert.equal((await exported(house(), me)).nudges[0]?.state, 'failed')
  })

  it('shows its tokens for as long as they are good, also where that is short', async () => {
    const { teams } = house()
    teams.tokensLast(120)
    teams.revokeTokens()
    const me = await newcomer(house())
    const before = teams.count('token')
    for (let time = 0; time < 5; time++) await teams.write(me, 'hilfe')
    assert.equal(teams.count('token'), before)
    await house().pass(61)
    await teams.write(me, 'hilfe')
    assert.equal(teams.count('token') - before, 1)
    teams.tokensLast(3599)
    teams.revokeTokens()
  })

  it('is looked up again on the list when something kept is used', () =>
    inHouse({}, async (old) => {
      const person = await newcomer(old)
      await old.klartext.stop()
      const teams = await startTeams({ clock: createClock(TUESDAY) })
      const { aadObjectId, id } = person
      const again = await openTeamsHouse({ teams, folder: old.folder })
      try {
        const me = teams.addUser({ name: 'Again', aadObjectId, id })
        await teams.join(again.team, me)
        const before = old.teams.calls.length
        await settled(again, me, JARGON)
        await eventually(async () => again.logged.some((line) => line.includes('a nudge was not delivered')))
        await again.pass(120)
        assert.deepEqual([old.teams.calls.length, toldTo(again, me).length], [before, 0])
        // The person turns to the bot, and is reached where they are now.
        await teams.installFor(me)
        await teams.write(me, 'hilfe')
        await again.pass(3600)
        const told = toldTo(again, me).length
        await settled(again, me, 'Schuld daran ist wieder mal nur der Einkauf.')
        await teams.until(() => toldTo(again, me).length > told)
      } finally {
        await again.klartext.stop()
        await teams.close()
      }
    }))
})
