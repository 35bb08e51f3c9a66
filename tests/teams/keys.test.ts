import assert from 'node:assert/strict'
import { type Door, openDoor } from './hostile/openDoor.js'
import { startTeams, type Teams } from './stand-in/index.js'

describe("Teams: the keys of Microsoft's tokens", () => {
  let teams: Teams
  let door: Door
  let ahead = 0

  beforeEach(async () => {
    ahead = 0
    teams = await startTeams()
    door = await openDoor(teams, { ahead: () => ahead })
  })
  afterEach(async () => {
    door.close()
    await teams.close()
  })

  const body = () => ({
    ...{ type: 'event', channelId: 'msteams', serviceUrl: teams.serviceUrl },
    ...{ conversation: { id: 'a:1', tenantId: teams.tenant } },
  })
  const statusOf = async (token = teams.forge.token()) =>
    (await teams.forge.post({ url: door.url, body: body(), token })).status
  const asked = () => [teams.count('openid'), teams.count('keys')]

  it('are fetched once, however many ask at once', async () => {
    const { tokens } = teams.forge
    const all = [...Array.from({ length: 20 }, () => statusOf()), statusOf(tokens.anotherKey())]
    assert.deepEqual(await Promise.all(all), [...Array(20).fill(200), 401])
    assert.deepEqual(asked(), [1, 1])
  })

  it('are fetched again when Microsoft signs with a new one, and an old one that is gone no longer holds', async () => {
    const old = teams.forge.token()
    assert.equal(await statusOf(old), 200)
    teams.rotateKeys()
    ahead = 31_000
    assert.deepEqual([await statusOf(), await statusOf(old)], [200, 200])
    assert.deepEqual(asked(), [2, 2])
    teams.rotateKeys({ drop: true })
    ahead = 62_000
    assert.deepEqual([await statusOf(), await statusOf(old)], [200, 401])
  })

  it('are fetched again after a day', async () => {
    const token = teams.forge.token({ exp: Math.floor(Date.now() / 1000) + 200_000 })
    assert.equal(await statusOf(token), 200)
    teams.rotateKeys({ drop: true })
    ahead = 23 * 3_600_000
    assert.equal(await statusOf(token), 200)
    ahead = 25 * 3_600_000
    assert.equal(await statusOf(token), 401)
  })

  it('are fetched at most twice a minute, whatever unknown ones are named', async () => {
    const { token, tokens } = teams.forge
    assert.equal(await statusOf(), 200)
    const flood = () =>
      Array.from({ length: 30 }, (_, at) => statusOf(token({}, { header: { kid: `made up ${at}` } })))
    const others = [tokens.unknownKey, tokens.ofAnotherChannel, tokens.ofEntra].map((make) =>
      statusOf(make()),
    )
    for (ahead = 0; ahead <= 60_000; ahead += 10_000)
      assert.ok((await Promise.all([...flood(), ...others])).every((status) => status === 401))
    const [openid = 0, keys = 0] = asked()
    assert.ok(openid <= 3 && keys <= 3, `${openid} and ${keys} questions in a minute`)
    assert.equal(await statusOf(), 200)
  })

  for (const name of ['openid', 'keys'] as const)
    it(`may be out of reach: then Teams is asked to come again, and is let in when it does (${name})`, async () => {
      teams.fail(name, { status: 503, times: 2 })
      assert.equal(await statusOf(), 503)
      // At once again: Microsoft is left in peace, and so is the log.
      assert.equal(await statusOf(), 503)
      assert.equal(teams.count(name), 1)
      ahead = 1001
      assert.equal(await statusOf(), 503)
      ahead = 2002
      assert.equal(await statusOf(), 200)
      assert.equal(door.logged.filter((line) => line.includes('keys of Microsoft')).length, 2)
    })

  const BROKEN: readonly (readonly [name: string, mishap: Parameters<Teams['fail']>[1]])[] = [
    ['an error', { error: 'InternalServerError' }],
    ['no JSON', { status: 200 }],
    ['a lost connection', { loseAnswer: true }],
  ]
  for (const [name, mishap] of BROKEN)
    it(`stay known while Microsoft answers with ${name}, whatever forgers ask for`, async () => {
      assert.equal(await statusOf(), 200)
      teams.fail('openid', { ...mishap, times: 1000 })
      ahead = 31_000
      const unknown = () => statusOf(teams.forge.tokens.unknownKey())
      // It might be a new key, which nobody can tell now.
      const all = await Promise.all([unknown(), statusOf(), unknown(), statusOf()])
      assert.deepEqual(all, [503, 200, 503, 200])
      const before = teams.count('openid')
      await Promise.all(Array.from({ length: 50 }, unknown))
      assert.equal(teams.count('openid'), before)
      assert.equal(await statusOf(), 200)
    })

  it('are believed of Microsoft alone', async () => {
    const elsewhere = await startTeams()
    const other = await openDoor(teams, { options: { standIn: 'http://127.0.0.1:9' } })
    try {
      // Nobody answers there; above all, nobody else is asked.
      const { status } = await teams.forge.post({ url: other.url, body: body() })
      assert.deepEqual([status, elsewhere.calls.length, asked()], [503, 0, [0, 0]])
    } finally {
      other.close()
      await elsewhere.close()
    }
  })
})
