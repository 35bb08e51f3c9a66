import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { personKey } from '../../src/store/person-key.js'
import { allRows, breakTable, chatOf, eventually, inHouse, MODES, sharedHouse } from './acts.js'
import { JARGON, openSlackHouse, type SlackHouse, TUESDAY } from './house.js'
import { installByOauth, PUBLIC } from './installByOauth.js'
import { type Channel, createClock, startSlack, type User, type Workspace } from './stand-in/index.js'

const secrets = { clientId: '1111.2222', clientSecret: 'c'.repeat(32) }
const DAY = 86_400

/** All that Klartext keeps, as one string. */
const kept = async (house: Pick<SlackHouse, 'folder'>): Promise<string> =>
  JSON.stringify(await allRows(house))

/** Which of these stands anywhere: a workspace, its channel, somebody of it, and their pseudonym. */
async function traces(house: SlackHouse, user: User, channel: Channel): Promise<string[]> {
  const all = await kept(house)
  const tenant = user.workspace.id
  const secret = readFileSync(join(house.folder, 'secret'), 'utf8').trim()
  const key = personKey(secret, { platform: 'slack', tenant, user: user.id })
  const named = { tenant, user: user.id, channel: channel.id, pseudonym: key }
  return Object.keys(named).filter((name) => all.includes(named[name as keyof typeof named]))
}

for (const mode of MODES)
  describe(`Slack over ${mode}: what is kept of a workspace that removes Klartext`, () => {
    const house = sharedHouse(async () => ({
      mode,
      slack: await startSlack({ clock: createClock(TUESDAY), app: secrets, patience: 500 }),
      options: { botToken: undefined, oauth: { url: PUBLIC, ...secrets } },
    }))
    const install = (workspace: Workspace) =>
      installByOauth(house().slack, house().klartext.address, workspace)
    const days = (number: number) => house().pass(number * DAY)

    /** Somebody who takes part in a workspace, and has been told something there. */
    async function opened(): Promise<[Workspace, User, Channel]> {
      const { slack } = house()
      const workspace = slack.addWorkspace({ scopes: null })
      const user = slack.addUser(workspace)
      const channel = slack.addChannel(workspace, { members: [user] })
      await install(workspace)
      await slack.command(user, channel, '/klartext', 'an')
      await hint(user, channel)
      return [workspace, user, channel]
    }
    async function hint(user: User, channel: Channel): Promise<void> {
      const { slack } = house()
      const before = chatOf(house(), user).length
      const said = await slack.say(user, channel, JARGON)
      assert.ok(said.acked)
      await house().pass(30)
      await slack.until(() => chatOf(house(), user).length > before)
    }

    for (const first of ['app_uninstalled', 'tokens_revoked'] as const)
      it(`goes two weeks later, and nothing of others: ${first} first`, async () => {
        const { slack } = house()
        const [workspace, user, channel] = await opened()
        const [, other, elsewhere] = await opened()
        assert.deepEqual(await traces(house(), user, channel), ['tenant', 'user', 'channel', 'pseudonym'])
        const events = await slack.uninstall(workspace, first)
        assert.ok(events.every(({ acked }) => acked))
        await days(13.9)
        assert.ok((await traces(house(), user, channel)).includes('pseudonym'))
        await days(0.1)
        await eventually(async () => (await traces(house(), user, channel)).length === 0)
        assert.ok((await traces(house(), other, elsewhere)).includes('pseudonym'))
        await hint(other, elsewhere)
      })

    it('is all there again for who installs Klartext again in time', async () => {
      const { slack } = house()
      const [workspace, user, channel] = await opened()
      await slack.uninstall(workspace)
      await days(13)
      await install(workspace)
      await days(8)
      await hint(user, channel)
    })

    it('stays where the second event comes after a new installation', async () => {
      const { slack } = house()
      const [workspace, user, channel] = await opened()
      slack.endToken(workspace, 'account_inactive')
      await house().pass(1)
      const [first, second] = [
        { type: 'app_uninstalled' },
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUser] } },
      ].map((event) => slack.draft.event(workspace.id, event))
      assert.ok((await slack.deliver(first!)).acked)
      await house().pass(1800)
      await install(workspace)
      assert.ok((await slack.deliver(second!)).acked)
      await hint(user, channel)
      await days(15)
      await hint(user, channel)
    })

    it('goes also where the removal could not be noted at first', async () => {
      const { slack } = house()
      const [workspace, user, channel] = await opened()
      const repair = await breakTable(house(), 'departures')
      const events = await slack.uninstall(workspace)
      assert.ok(events.every(({ acked }) => !acked))
      await repair()
      await house().pass(60)
      assert.ok(events.every(({ acked }) => acked))
      await days(14)
      await eventually(async () => (await traces(house(), user, channel)).length === 0)
    })
  })

describe('Slack: what is kept of the one workspace, when it removes Klartext', () => {
  const NEXT: readonly (readonly [what: string, same: boolean, left: readonly string[]])[] = [
    ['stays with a start that Slack accepts its new token for', true, ['tenant', 'pseudonym']],
    ['goes also where Klartext is started for another one', false, []],
  ]
  for (const [what, same, left] of NEXT)
    it(what, async () => {
      const slack = await startSlack({ clock: createClock(TUESDAY), patience: 500 })
      const first = await openSlackHouse({ mode: 'http', slack })
      const { workspace, jana, channel, folder } = first
      await slack.command(jana, channel, '/klartext', 'an')
      await slack.uninstall(workspace)
      await first.klartext.stop()
      slack.install(workspace, ['chat:write'], 'xoxb-again')
      const again = same ? { options: { botToken: workspace.botToken } } : {}
      await inHouse({ mode: 'http', slack, folder, ...again }, async (house) => {
        await house.pass(14 * DAY)
        await eventually(async () => !(await kept(house)).includes('"departures":[{'))
        assert.deepEqual(await traces(house, jana, channel), left)
      })
    })

  it('stays when another workspace of the same app removes it', () =>
    inHouse({ mode: 'http' }, async (house) => {
      const { slack, jana, channel } = house
      const stranger = slack.addWorkspace()
      await slack.command(jana, channel, '/klartext', 'an')
      const events = await slack.uninstall(stranger)
      assert.ok(events.every(({ acked }) => acked))
      await slack.say(jana, channel, JARGON)
      await house.pass(30)
      await slack.until(() => chatOf(house, jana).length === 1)
    }))
})
