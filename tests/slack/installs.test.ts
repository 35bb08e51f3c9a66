import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chatOf, MODES, sharedHouse } from './acts.js'
import { JARGON, openSlackHouse, TUESDAY } from './house.js'
import { installByOauth, PUBLIC } from './installByOauth.js'
import { type Channel, createClock, startSlack, type User, type Workspace } from './stand-in/index.js'

const secrets = { clientId: '1111.2222', clientSecret: 'c'.repeat(32) }
const several = async () => ({
  slack: await startSlack({ clock: createClock(TUESDAY), app: secrets, patience: 500 }),
  options: { botToken: undefined, oauth: { url: PUBLIC, ...secrets } },
})

for (const mode of MODES)
  describe(`Slack over ${mode}: several workspaces`, () => {
    const house = sharedHouse(async () => ({ mode, ...(await several()) }))
    const install = (workspace: Workspace) =>
      installByOauth(house().slack, house().klartext.address, workspace)

    /** A workspace with somebody who takes part in one channel. */
    async function opened(
      ids: { user?: string; channel?: string } = {},
    ): Promise<[Workspace, User, Channel]> {
      const { slack } = house()
      const workspace = slack.addWorkspace({ scopes: null })
      const user = slack.addUser(workspace, ids.user ? { id: ids.user } : {})
      const channel = slack.addChannel(workspace, {
        members: [user],
        ...(ids.channel ? { id: ids.channel } : {}),
      })
      await install(workspace)
      await slack.command(user, channel, '/klartext', 'an')
      return [workspace, user, channel]
    }
    async function hint(user: User, channel: Channel, expected = 1): Promise<void> {
      const { slack } = house()
      const said = await slack.say(user, channel, JARGON)
      assert.ok(said.acked)
      await house().pass(30)
      await slack.until(() => chatOf(house(), user).length >= expected)
    }

    it('are installed through Slack’s own page, and kept apart even where ids are the same', async () => {
      const [, one, here] = await opened({ user: 'U0SAME', channel: 'C0SAME' })
      const [, two, there] = await opened({ user: 'U0SAME', channel: 'C0SAME' })
      await house().slack.command(two, there, '/klartext', 'aus')
      await house().slack.say(two, there, JARGON)
      await hint(one, here)
      assert.deepEqual([chatOf(house(), one).length, chatOf(house(), two).length], [1, 0])
    })

    it('leave no token readable in the data folder, nor in the log', async () => {
      const [workspace] = await opened()
      const token = workspace.botToken
      const { folder, logged } = house()
      const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
      const shapes = [
        token,
        Buffer.from(token).toString('base64').slice(0, -4),
        Buffer.from(token).toString('hex'),
      ]
      for (const bytes of kept)
        for (const shape of shapes) assert.ok(!bytes.includes(shape), 'a token lies open')
      assert.ok(!logged.join().includes(token))
    })

    it('are not installed by who has gone astray', async () => {
      const { address } = house().klartext
      const { slack } = house()
      const workspace = slack.addWorkspace({ scopes: null })
      const page = await fetch(`${address}/slack/install`)
      const cookie = page.headers.get('set-cookie')!.split(';')[0]!
      const link = /href="([^"]+)"/.exec(await page.text())![1]!.replaceAll('&amp;', '&')
      const { search, searchParams } = new URL(link)
      const allowed = await fetch(`${slack.origin}/oauth/v2/allow${search}&team=${workspace.id}`, {
        redirect: 'manual',
      })
      const back = new URL(allowed.headers.get('location')!)
      const state = searchParams.get('state')!
      const path = back.pathname
      const code = back.searchParams.get('code')!
      const tries: readonly (readonly [query: string, cookie: string])[] = [
        [`?code=${code}&state=${state}`, ''],
        [`?code=${code}&state=forged`, cookie],
        [`?code=${code}`, cookie],
        [`?state=${state}`, cookie],
        [`?code=wrong&state=${state}`, cookie],
        ['', ''],
      ]
      for (const [query, given] of tries) {
        const answer = await fetch(address + path + query, { headers: { cookie: given }, redirect: 'manual' })
        const text = await answer.text()
        assert.equal(answer.status, 400, query)
        assert.match(text, /Die Installation hat nicht geklappt/)
        assert.ok(!text.includes(code) && !/node_modules|slack_oauth/.test(text))
      }
      const denied = await fetch(`${address}${path}?error=access_denied&state=${state}`, {
        headers: { cookie },
      })
      assert.ok(denied.status < 500)
      assert.ok(!house().logged.join().includes(code))
    })

    for (const first of ['app_uninstalled', 'tokens_revoked'] as const)
      it(`stop at once when one removes Klartext, and can install it again: ${first} first`, async () => {
        const { slack } = house()
        const [workspace, user, channel] = await opened()
        const [, other, elsewhere] = await opened()
        const said = await slack.say(user, channel, JARGON)
        assert.ok(said.acked)
        const token = workspace.botToken
        const events = await slack.uninstall(workspace, first)
        assert.ok(events.every(({ acked }) => acked))
        const before = slack.calls.filter(({ team }) => team === workspace.id).length
        await house().pass(60)
        await hint(other, elsewhere)
        assert.deepEqual(chatOf(house(), user), [])
        assert.equal(slack.calls.filter(({ team }) => team === workspace.id).length, before)
        const sealed = readdirSync(house().folder).map((file) =>
          readFileSync(join(house().folder, file), 'latin1'),
        )
        assert.ok(!sealed.join().includes(`slack.installation.${workspace.id}`), 'the token is still kept')
        await install(workspace)
        assert.notEqual(workspace.botToken, token)
        await slack.command(user, channel, '/klartext', 'an')
        await hint(user, channel)
      })

    it('take no notice of tokens of people, which Klartext has none of', async () => {
      const { slack } = house()
      const [workspace, user, channel] = await opened()
      await slack.event(workspace.id, { type: 'tokens_revoked', tokens: { oauth: [user.id], bot: [] } })
      await slack.event(workspace.id, { type: 'tokens_revoked', tokens: { oauth: [user.id] } })
      await hint(user, channel)
    })

    it('say so in the log where a token has died without a word', async () => {
      const { slack, logged } = house()
      const [workspace, user, channel] = await opened()
      assert.ok((await slack.say(user, channel, JARGON)).acked)
      slack.endToken(workspace)
      await house().pass(30)
      await slack.until(() =>
        logged.some((line) => line.includes('no longer accepted') && line.includes(workspace.id)),
      )
      assert.deepEqual(chatOf(house(), user), [])
    })
  })

describe('Slack: one workspace that removes Klartext', () => {
  for (const mode of MODES)
    for (const first of ['app_uninstalled', 'tokens_revoked'] as const)
      it(`gets nothing more: ${mode}, ${first} first`, async () => {
        const house = await openSlackHouse({ mode })
        const { slack, workspace, jana, channel, logged } = house
        try {
          await slack.command(jana, channel, '/klartext', 'an')
          await slack.say(jana, channel, JARGON)
          const events = await slack.uninstall(workspace, first)
          assert.ok(events.every(({ acked }) => acked))
          const before = slack.calls.length
          await house.pass(60)
          assert.equal(slack.calls.length, before)
          const late = await slack.event(workspace.id, {
            type: 'app_home_opened',
            tab: 'home',
            user: jana.id,
          })
          assert.ok(late.acked)
          assert.match(logged.join(), /Klartext was removed from a workspace/)
          assert.ok(!logged.join().includes(workspace.botToken))
        } finally {
          await house.stop()
        }
      })
})

describe('Slack: what changes in a workspace', () => {
  const house = sharedHouse({ mode: 'http' })

  /** What happens to a channel that was read, and whether it is read afterwards. */
  const CHANGES: readonly (readonly [
    event: string,
    hints: number,
    change: Partial<Channel>,
    about: 'id' | 'whole',
  ])[] = [
    ['channel_rename', 0, { name: 'betriebsrat' }, 'whole'],
    ['channel_rename', 1, { name: 'neubau' }, 'whole'],
    ['channel_shared', 0, { isExtShared: true }, 'id'],
    ['channel_archive', 1, {}, 'id'],
  ]
  for (const [type, hints, change, about] of CHANGES)
    it(`is heeded at once: ${type}, ${JSON.stringify(change)}`, async () => {
      const { slack, workspace } = house()
      const [me, later] = [slack.addUser(workspace), slack.addUser(workspace)]
      const channel = slack.addChannel(workspace, { members: [me, later], name: 'umbau' })
      for (const user of [me, later]) await slack.command(user, channel, '/klartext', 'an')
      await slack.say(me, channel, JARGON)
      Object.assign(channel, change)
      const { id, name } = channel
      await slack.event(workspace.id, { type, channel: about === 'id' ? id : { id, name } })
      await slack.say(later, channel, JARGON)
      await house().pass(30)
      await slack.until(() => chatOf(house(), me).length === 1 && chatOf(house(), later).length >= hints)
      assert.equal(chatOf(house(), later).length, hints)
    })

  it('does not keep people from being told in a channel that was archived in time', async () => {
    const { slack, workspace } = house()
    const me = slack.addUser(workspace)
    const channel = slack.addChannel(workspace, { members: [me] })
    await slack.command(me, channel, '/klartext', 'an')
    await slack.say(me, channel, JARGON)
    channel.isArchived = true
    await house().pass(30)
    await slack.until(() => chatOf(house(), me).length === 1)
  })
})
