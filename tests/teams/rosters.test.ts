import assert from 'node:assert/strict'
import { allRows, eventually, exported, lastIn, newcomer, newUser, sharedHouse } from './acts.js'
import { openTeamsHouse, type TeamsHouse } from './house.js'
import type { Team, User } from './stand-in/index.js'

/** Who is kept as somebody's team, by what is shown to them. */
const teamsOf = async (house: TeamsHouse, user: User) => (await exported(house, user)).teams

describe('Teams: who belongs to which team', () => {
  const house = sharedHouse({
    optionsFor: ({ teams, team }) => {
      // More than one page, of people who do not take part.
      for (let count = 0; count < 1100; count++) {
        const { id } = teams.addUser({ name: `Leute ${count}` })
        team.members = new Set([...team.members, id])
      }
      return { teams: [team.id] }
    },
  })
  const reads = () => house().teams.calls.filter(({ name }) => name === 'getPagedMembers')

  it('is asked page by page, as soon as Teams has called', async () => {
    await house().teams.until(() => reads().length >= 3)
    const [first, second, third, ...more] = reads().map(({ args }) => [args.pageSize, args.continuationToken])
    assert.deepEqual(more, [])
    assert.deepEqual([first?.[0], first?.[1]], ['500', undefined])
    assert.ok(second?.[1] && third?.[1] && second[1] !== third[1])
  })

  it('keeps nobody who does not take part', async () => {
    const { rosters } = await allRows(house())
    assert.deepEqual(rosters, [])
  })
})

describe('Teams: the roster of a team', () => {
  let house: TeamsHouse
  let team: Team
  before(async () => {
    house = await openTeamsHouse({ optionsFor: ({ team }) => ({ teams: [team.id] }) })
    team = house.team
  })
  after(() => house.stop())

  /** Starts Klartext again, which reads who is in the team. */
  async function reread(): Promise<void> {
    const { teams, folder, klartext } = house
    const reads = teams.count('getPagedMembers')
    await klartext.stop()
    house = { ...(await openTeamsHouse({ teams, folder, options: { teams: [team.id] } })), team }
    await teams.until(() => teams.count('getPagedMembers') > reads)
  }
  const isCounted = (user: User) => async () => (await teamsOf(house, user)).length > 0
  const isNot = (user: User) => async () => (await teamsOf(house, user)).length === 0

  it('keeps those who take part, from the next Monday on', async () => {
    const [me, other] = [await newcomer(house), await newUser(house)]
    await reread()
    await eventually(isCounted(me))
    const [mine] = await teamsOf(house, me)
    assert.equal(mine?.team, team.id)
    assert.equal(new Date(mine!.week).toISOString(), '2026-03-15T23:00:00.000Z')
    assert.deepEqual(await teamsOf(house, other), [])
    const rows = JSON.stringify((await allRows(house)).rosters)
    for (const user of [me, other]) assert.ok(!rows.includes(user.aadObjectId) && !rows.includes(user.id))
  })

  it('follows who joins and who leaves until then, and no further', async () => {
    const { teams } = house
    const [goes, stays] = [await newcomer(house), await newcomer(house)]
    await reread()
    await eventually(isCounted(stays))
    await teams.leave(team, goes)
    const comes = await newcomer(house)
    await reread()
    await eventually(isCounted(comes))
    await eventually(isNot(goes))
    // The Tuesday after: what holds for this week stays.
    await house.pass(7 * 86_400)
    await teams.leave(team, stays)
    await reread()
    await eventually(async () => (await teamsOf(house, comes)).length === 2)
    assert.deepEqual(
      (await teamsOf(house, stays)).map(({ week }) => new Date(week).toISOString()),
      ['2026-03-15T23:00:00.000Z'],
    )
  })

  it('forgets who is erased, and counts nobody who has opted out', async () => {
    const { teams } = house
    const [off, erased] = [await newcomer(house), await newcomer(house)]
    await reread()
    await eventually(isCounted(off))
    await teams.write(off, 'aus')
    await teams.write(erased, 'löschen')
    await teams.press(erased, lastIn(house, erased), 'erase-yes')
    assert.deepEqual(await teamsOf(house, erased), [])
    await reread()
    await eventually(isNot(off))
  })

  it('goes on where Teams could not be asked, and names nobody', async () => {
    const { teams } = house
    const me = await newcomer(house)
    teams.fail('getPagedMembers', { status: 503 })
    await reread()
    await eventually(async () => house.logged.some((line) => line.includes('could not be read')))
    assert.ok(!house.logged.join('').includes(me.aadObjectId))
    await reread()
    await eventually(isCounted(me))
    assert.deepEqual(teams.faults, [])
  })
})

describe('Teams: a team that is not named', () => {
  const house = sharedHouse()

  it('is never asked for its members', async () => {
    const me = await newcomer(house())
    await house().pass(3600)
    assert.equal(house().teams.count('getPagedMembers'), 0)
    assert.deepEqual(await teamsOf(house(), me), [])
  })
})
