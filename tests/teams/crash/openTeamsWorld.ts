import { MOST_A_DAY, type Noted, type OpenWorld } from '../../proofs/crash/world.js'
import { lastIn } from '../acts.js'
import { type Draft, type Envelope, startTeams, type User } from '../stand-in/index.js'
import { createTelling } from './createTelling.js'
import { postsOf } from './postsOf.js'

const NOBODY_THERE = 'http://127.0.0.1:1/'

/** A team with one channel, which everybody is in. */
export const openTeamsWorld: OpenWorld = async (clock, size) => {
  const teams = await startTeams({ clock })
  const users = new Map(
    Array.from({ length: size }, (_, nth) => teams.addUser({ name: `Person ${nth}` })).map((user) => [
      user.aadObjectId,
      user,
    ]),
  )
  const team = teams.addTeam({ name: 'Umbau', members: [...users.values()] })
  const channel = teams.addChannel(team, { name: 'Station 4' })
  const { tell, settled } = createTelling(teams, clock)
  const { app, tenant, origin } = teams

  const noted = ({ message, envelope }: Draft): Noted => ({
    ...{ message: message.id, at: Date.parse(String(envelope.activity.timestamp)), envelope },
  })

  /** In their chat: they take part, and want no pause between hints. */
  async function join(user: User): Promise<void> {
    await teams.installFor(user)
    await teams.write(user, 'an')
    await teams.press(user, lastIn({ teams }, user), 'Einstellungen')
    const wishes = { between: '0', 'per-day': `${MOST_A_DAY}` }
    const { acked } = await teams.press(user, lastIn({ teams }, user), 'save', wishes)
    if (!acked) throw new Error('the settings were not taken')
  }

  return {
    connection: {
      platform: 'teams',
      options: { appId: app.id, appSecret: app.secret, tenant, standIn: origin, unpaced: true },
    },
    canLook: false,
    people: [...users.keys()],
    aim: (address) => teams.http(address === null ? NOBODY_THERE : `${address}/teams/messages`),
    async settled() {
      await settled()
      await teams.settled()
    },
    fail: teams.fail,
    async join(people) {
      await teams.installIn(team)
      for (const id of people) await join(users.get(id)!)
    },
    say: (author, text) => noted(teams.draft.say(users.get(author)!, channel, text)),
    edit: (message, text) => noted(teams.draft.edit(channel.messages.get(message)!, text)),
    remove: (message) => noted(teams.draft.remove(channel.messages.get(message)!)),
    isThere: (message) => channel.messages.get(message)?.deleted === false,
    aside: () => [],
    deliver: (envelope) => tell(envelope as Envelope),
    postsOf: (snapshots) => postsOf(teams, snapshots),
    close: teams.close,
  }
}
