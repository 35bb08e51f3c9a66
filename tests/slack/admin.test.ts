import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCOPES } from '../../adapters/slack/manifest.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import { openStore } from '../../src/store/index.js'
import {
  chatOf,
  exported,
  inHouse,
  insatiable,
  MODES,
  onHome,
  settled,
  sharedHouse,
  wordsOn,
} from './acts.js'
import type { Fields, User } from './stand-in/index.js'

const CANCELLED = 'Ich schicke das Ticket an den Support und canceln den Launch.'

for (const mode of MODES)
  describe(`Slack over ${mode}: terms of a channel`, () => {
    const house = sharedHouse({ mode, optionsFor: ({ jana }) => ({ admins: [jana.id] }) })

    const values = (word: string, action = 'allow', channel = house().channel.id) => ({
      channel: { channel },
      word: { word },
      action: { action },
    })
    async function setTerm(word: string, action?: string) {
      const { slack, jana } = house()
      await slack.openHome(jana)
      await onHome(house(), jana, 'terms')
      return slack.submit(jana, undefined, values(word, action))
    }
    /** Whether one message in a channel brings a hint. */
    async function earnsHint(me: User, channel: string, expected: boolean): Promise<void> {
      const { slack } = house()
      const before = chatOf(house(), me).length
      await slack.say(me, channel, CANCELLED)
      await house().pass(31)
      await slack.until(() => chatOf(house(), me).length >= before + (expected ? 1 : 0))
      assert.equal(chatOf(house(), me).length > before, expected)
    }

    it('are set by admins: not counted there any more, but elsewhere', async () => {
      const { slack, channel, workspace } = house()
      const me = await insatiable(house())
      const elsewhere = slack.addChannel(workspace, { members: [me] })
      const { errors } = await setTerm('Launch')
      assert.deepEqual(errors, {})
      await earnsHint(me, channel.id, false)
      await earnsHint(me, elsewhere.id, true)
      await setTerm('Launch', 'forbid')
      await earnsHint(me, channel.id, true)
      const changes = house().logged.filter((line) => line.includes('terms of a channel were changed'))
      assert.equal(changes.length, 2)
      assert.ok(changes.every((line) => !line.includes(house().jana.id)))
    })

    it('cannot be words that no lexicon knows', async () => {
      const { jana, slack } = house()
      for (const word of ['Quittenmarmelade', '   ', '.*', '__proto__', 'constructor']) {
        const { errors } = await setTerm(word)
        assert.deepEqual(Object.keys(errors), ['word'], word)
        await slack.closeView(jana)
      }
    })

    it('are nobody else’s business', async () => {
      const { slack, murat, workspace, channel } = house()
      await slack.openHome(murat)
      assert.ok(!wordsOn(murat.home!).includes('Verwaltung'))
      const who = { user: { id: murat.id, team_id: workspace.id }, team: { id: workspace.id } }
      const forged = (payload: Fields) =>
        slack.deliver({ kind: 'interactive', workspace, heard: true, payload: { ...who, ...payload } })
      const state = {
        channel: { channel: { selected_conversation: channel.id } },
        word: { word: { value: 'Launch' } },
        action: { action: { selected_option: { value: 'allow' } } },
      }
      const view = { id: 'V1', type: 'modal', callback_id: 'terms', state: { values: state }, blocks: [] }
      await forged({ type: 'view_submission', view })
      await forged({
        type: 'block_actions',
        trigger_id: 'x',
        actions: [{ action_id: 'terms', type: 'button' }],
      })
      const me = await insatiable(house())
      await earnsHint(me, channel.id, true)
      assert.deepEqual(murat.modals, [])
    })
  })

describe('Slack: missing scopes', () => {
  it('are named to admins on their page, and in the log, from the start', () =>
    inHouse(
      {
        mode: 'http',
        optionsFor({ slack, workspace, jana }) {
          slack.narrow(
            workspace,
            SCOPES.filter((scope) => scope !== 'im:history' && scope !== 'groups:read'),
          )
          return { admins: [jana.id] }
        },
      },
      async (house) => {
        const { slack, jana, murat, logged } = house
        for (const who of [jana, murat]) await slack.openHome(who)
        assert.match(wordsOn(jana.home!), /Der App fehlen Rechte: groups:read, im:history\./)
        assert.ok(!wordsOn(murat.home!).includes('fehlen Rechte'))
        const errors = logged.filter((line) => line.includes('scopes are missing'))
        assert.equal(errors.length, 1)
        assert.match(errors[0]!, /"scopes":\["groups:read","im:history"\]/)
      },
    ))

  it('are named when a call fails by them, once', () =>
    inHouse({ mode: 'socket', optionsFor: ({ jana }) => ({ admins: [jana.id] }) }, async (house) => {
      const { slack, jana, workspace, logged } = house
      const me = await insatiable(house)
      slack.narrow(
        workspace,
        SCOPES.filter((scope) => scope !== 'im:write'),
      )
      for (let count = 0; count < 2; count++) await settled(house, me, CANCELLED)
      await slack.until(() => slack.faults.length >= 2)
      await slack.settled()
      assert.deepEqual(chatOf(house, me), [])
      await slack.openHome(jana)
      assert.match(wordsOn(jana.home!), /Der App fehlen Rechte: im:write\./)
      assert.equal(logged.filter((line) => line.includes('scopes are missing')).length, 1)
    }))
})

describe('Slack: channels that Slack does not tell about', () => {
  it('are not read, and their messages are taken so that Slack does not come again', () =>
    inHouse({ mode: 'http', optionsFor: ({ jana }) => ({ admins: [jana.id] }) }, async (house) => {
      const { slack, workspace, jana, logged } = house
      const me = await insatiable(house)
      const secret = slack.addChannel(workspace, { kind: 'group', members: [me] })
      slack.narrow(
        workspace,
        SCOPES.filter((scope) => scope !== 'groups:read'),
      )
      const said = await slack.say(me, secret, CANCELLED)
      const removed = await slack.remove(secret, said.message.ts)
      assert.deepEqual([said.attempts.length, said.acked, removed.acked], [1, true, true])
      await house.pass(30)
      await slack.openHome(jana)
      assert.match(wordsOn(jana.home!), /Der App fehlen Rechte: groups:read\./)
      assert.equal(logged.filter((line) => line.includes('scopes are missing')).length, 1)
      await settled(house, me, CANCELLED)
      await slack.until(() => chatOf(house, me).length === 1)
    }))
})

describe('Slack: teams from user groups', () => {
  it('are read at the start: the members who take part, from next Monday on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klartext-slack-'))
    let team = ''
    await inHouse(
      {
        mode: 'socket',
        folder,
        async optionsFor({ slack, workspace, jana, murat }) {
          const store = await openStore({ dataDir: folder })
          const person = { platform: 'slack', tenant: workspace.id, user: jana.id } as const
          await store.saveSettings(person, { ...DEFAULT_SETTINGS, optedIn: true }, slack.clock.date())
          await store.close()
          team = slack.addGroup(workspace, { name: 'Umbau', members: [jana.id, murat.id] }).id
          return { teams: [team, 'S0GONE'] }
        },
      },
      async (house) => {
        const { slack, workspace, jana, murat, logged } = house
        await slack.until(() => logged.some((line) => line.includes('S0GONE')))
        const week = new Date('2026-03-15T23:00:00Z')
        assert.deepEqual((await exported(house, jana)).teams, [{ team, week: week.toISOString() }])
        assert.deepEqual((await exported(house, murat)).teams, [])
        const store = await openStore({ dataDir: folder })
        const members = await store.roster({ platform: 'slack', tenant: workspace.id, team }, week)
        await store.close()
        assert.equal(members.length, 1)
        assert.match(logged.join(), /the members of a user group could not be read/)
        assert.match(logged.join(), /"reason":"no_such_subteam"/)
      },
    )
  })

  it('cannot be read without the scope, which admins are told', () =>
    inHouse(
      {
        mode: 'http',
        optionsFor({ slack, workspace, jana }) {
          slack.narrow(workspace, SCOPES)
          return { admins: [jana.id], teams: [slack.addGroup(workspace, { name: 'Umbau' }).id] }
        },
      },
      async ({ slack, jana, logged }) => {
        await slack.openHome(jana)
        assert.match(wordsOn(jana.home!), /Der App fehlen Rechte: usergroups:read\./)
        assert.match(logged.join(), /usergroups:read/)
      },
    ))
})
