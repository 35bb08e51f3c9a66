import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { askSlack } from '../../adapters/slack/ask-slack.js'
import { type ManyWorkspaces, manyWorkspaces } from '../../adapters/slack/many-workspaces.js'
import { PlatformError } from '../../src/errors.js'
import { openStore } from '../../src/store/index.js'
import type { Vault } from '../../src/types.js'
import { launchKlartext } from '../proofs/canary/launchKlartext.js'
import { inFolder } from '../store/samples.js'
import { inHouse, MODES } from './acts.js'
import { type Given, openSlackHouse, type SlackHouse, TUESDAY } from './house.js'
import { installByOauth, PUBLIC } from './installByOauth.js'
import { createClock, type Slack, startSlack, type User, type Workspace } from './stand-in/index.js'

const secrets = { clientId: '1111.2222', clientSecret: 'c'.repeat(32) }
const oauth = { url: PUBLIC, ...secrets }
const HOUR = 3600
const LIFE = 12 * HOUR

const startRotating = (start: number | Date = TUESDAY, life: number | null = LIFE) =>
  startSlack({
    clock: createClock(start),
    app: secrets,
    patience: 500,
    ...(life === null ? {} : { tokenLife: life }),
  })
const given = (slack: Slack, more: Partial<Given> = {}): Given => ({
  mode: 'http',
  slack,
  options: { botToken: undefined, oauth },
  ...more,
})

/** What became of each attempt to renew a token. */
const renewals = (slack: Slack): string[] =>
  slack.calls
    .filter(({ method, args }) => method === 'oauth.v2.access' && args.grant_type === 'refresh_token')
    .map(({ answer }) => (answer.ok ? 'renewed' : String(answer.error ?? answer.status ?? 'lost')))
const alarms = (logged: readonly string[]) => logged.filter((line) => line.includes('cannot be renewed'))

/** Somebody of a workspace that has installed Klartext by OAuth. */
async function installed({ slack, klartext }: SlackHouse): Promise<[Workspace, User]> {
  const workspace = slack.addWorkspace({ scopes: null })
  const user = slack.addUser(workspace)
  await installByOauth(slack, klartext.address, workspace)
  return [workspace, user]
}

/** Opens somebody's page, which takes a good token. */
async function look({ slack }: SlackHouse, user: User): Promise<void> {
  const before = slack.count('views.publish')
  await slack.openHome(user)
  await slack.until(() => slack.count('views.publish') > before)
  assert.equal(slack.calls.findLast(({ method }) => method === 'views.publish')?.answer.ok, true)
}

for (const mode of MODES)
  describe(`Slack over ${mode}: a token that ends`, () => {
    it('is renewed two hours before, each time with the newest refresh token, and used from then on', async () => {
      const slack = await startRotating()
      await inHouse(given(slack, { mode }), async (house) => {
        const [workspace, user] = await installed(house)
        for (let round = 1; round <= 3; round++) {
          const old = workspace.grant!
          await house.pass(10 * HOUR - 60)
          await look(house, user)
          assert.equal(renewals(slack).length, round - 1)
          await house.pass(60)
          await look(house, user)
          assert.equal(renewals(slack).length, round)
          assert.notEqual(workspace.grant, old)
          // Whoever used it now would hear of it.
          old.dead = 'token_revoked'
          await look(house, user)
        }
        assert.deepEqual(renewals(slack), ['renewed', 'renewed', 'renewed'])
        assert.deepEqual(slack.faults, [])
      })
    })

    it('is renewed also where it has ended meanwhile, once, whoever asks at the same time', async () => {
      const slack = await startRotating()
      await inHouse(given(slack, { mode }), async (house) => {
        const [workspace, user] = await installed(house)
        const others = Array.from({ length: 4 }, () => slack.addUser(workspace))
        await house.pass(LIFE + HOUR)
        slack.fail('oauth.v2.access', { delayMs: 100 })
        await Promise.all([user, ...others].map((each) => slack.openHome(each)))
        await slack.until(() => slack.count('views.publish') === 5)
        assert.deepEqual(renewals(slack), ['renewed'])
        assert.deepEqual(slack.faults, [])
      })
    })
  })

describe('Slack: tokens that end', function () {
  this.timeout(60_000)

  it('lie open nowhere, before and after', async () => {
    const slack = await startRotating()
    await inHouse(given(slack), async (house) => {
      const [workspace, user] = await installed(house)
      const old = workspace.botToken
      await house.pass(11 * HOUR)
      await look(house, user)
      const files = readdirSync(house.folder).map((file) => readFileSync(join(house.folder, file), 'latin1'))
      const all = [...files, ...house.logged].join('\n')
      for (const token of [old, workspace.botToken, 'xoxe']) assert.ok(!all.includes(token))
    })
  })

  it('are no matter where they never end', async () => {
    const slack = await startRotating(TUESDAY, null)
    await inHouse(given(slack), async (house) => {
      const [, user] = await installed(house)
      await house.pass(40 * 24 * HOUR)
      await look(house, user)
      assert.deepEqual(renewals(slack), [])
    })
  })

  it('are good until their end while Slack cannot be asked, and events come again after it', async () => {
    const slack = await startRotating()
    await inHouse(given(slack), async (house) => {
      const [, user] = await installed(house)
      const outage = slack.fail('oauth.v2.access', { status: 503, times: 99 })
      await house.pass(10 * HOUR)
      for (let minute = 0; minute < 3; minute++) {
        await look(house, user)
        await look(house, user)
        await house.pass(60)
      }
      assert.equal(outage.met, 3)
      await house.pass(2 * HOUR)
      const page = slack.draft.event(user.workspace.id, {
        type: 'app_home_opened',
        tab: 'home',
        user: user.id,
      })
      const before = slack.count('views.publish')
      const waiting = await slack.deliver(page)
      assert.equal(waiting.acked, false)
      outage.end()
      await house.pass(60)
      assert.ok(waiting.acked)
      await slack.until(() => slack.count('views.publish') === before + 1)
      assert.deepEqual(alarms(house.logged), [])
    })
  })

  it('are not given up where our own secret was wrong for a while', async () => {
    const slack = await startRotating()
    await inHouse(given(slack), async (house) => {
      const [, user] = await installed(house)
      slack.fail('oauth.v2.access', { error: 'bad_client_secret' })
      await house.pass(10 * HOUR)
      for (let minute = 0; minute < 9; minute++) {
        await look(house, user)
        await house.pass(60)
      }
      assert.deepEqual(renewals(slack), ['bad_client_secret'])
      await house.pass(60)
      await look(house, user)
      assert.deepEqual(renewals(slack), ['bad_client_secret', 'renewed'])
      assert.ok(house.logged.some((line) => /not renewed yet/.test(line) && /bad_client_secret/.test(line)))
      assert.deepEqual(alarms(house.logged), [])
    })
  })

  it('raise one alarm and no loop where Klartext was killed before it had kept the new one', async () => {
    const slack = await startRotating(Date.now() - 11 * HOUR * 1000)
    const first = await openSlackHouse(given(slack))
    const { folder } = first
    const [workspace, user] = await installed(first)
    await first.klartext.stop()
    await slack.clock.advance(Date.now() - slack.clock.now())
    slack.fail('oauth.v2.access', { loseAnswer: 'hang', when: (args) => args.grant_type === 'refresh_token' })
    const { child, ended } = await launchKlartext({
      KLARTEXT_PORT: '0',
      KLARTEXT_DATA: folder,
      KLARTEXT_URL: PUBLIC,
      KLARTEXT_SLACK_CLIENT_ID: secrets.clientId,
      KLARTEXT_SLACK_CLIENT_SECRET: secrets.clientSecret,
      KLARTEXT_SLACK_SIGNING_SECRET: slack.app.signingSecret,
      KLARTEXT_SLACK_API: slack.apiUrl,
    })
    await slack.until(() => renewals(slack)[0] === 'renewed')
    child.kill('SIGKILL')
    assert.equal(await ended, 'SIGKILL')

    await slack.clock.advance(Date.now() + 61_000 - slack.clock.now())
    await inHouse(given(slack, { folder }), async (house) => {
      await slack.until(() => alarms(house.logged).length > 0)
      for (let minute = 0; minute < 30; minute++) {
        await look(house, user)
        await house.pass(60)
      }
      await house.pass(HOUR)
      const before = slack.calls.length
      const late = await slack.openHome(user)
      assert.ok(late.acked)
      await house.pass(HOUR)
      assert.equal(slack.calls.length, before)
      assert.deepEqual(renewals(slack), ['renewed', 'invalid_refresh_token'])
      const [alarm, ...more] = alarms(house.logged)
      assert.deepEqual(more, [])
      assert.ok(alarm!.includes(workspace.id) && alarm!.includes('/slack/install'), alarm)

      await installByOauth(slack, house.klartext.address, workspace)
      await look(house, user)
      await house.pass(11 * HOUR)
      await look(house, user)
      assert.equal(renewals(slack).at(-1), 'renewed')
    })
  })
})

describe('Slack: the renewal of a token', () => {
  /** An instance of Klartext, as far as tokens are concerned. */
  interface Instance extends ManyWorkspaces {
    readonly logged: readonly string[]
  }
  interface Town {
    readonly slack: Slack
    readonly workspace: Workspace
    /** Another instance with the same database, to break where a test wants to. */
    instance(around?: (vault: Vault) => Vault, every?: number): Promise<Instance>
  }

  /** A workspace whose token, installed eleven hours ago, is to be renewed. */
  const inTown = (use: (town: Town) => Promise<void>): Promise<void> =>
    inFolder(async (dataDir) => {
      const slack = await startRotating()
      const closing: (() => Promise<void>)[] = [slack.close]
      try {
        const workspace = slack.addWorkspace({ scopes: null })
        const instance: Town['instance'] = async (around = (vault) => vault, every = 60_000) => {
          const store = await openStore({ dataDir })
          const logged: string[] = []
          const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
          const ask = askSlack(oauth, slack.apiUrl)
          const vault = around(store.vault)
          const many = manyWorkspaces({
            ...{ ask, log, every, vault: () => vault, clock: slack.clock.date },
            installed: async () => undefined,
          })
          closing.unshift(() => many.renewal.stop().then(store.close))
          return { ...many, logged }
        }
        await reinstall(slack, workspace, await instance())
        await slack.clock.advance(11 * HOUR * 1000)
        await use({ slack, workspace, instance })
      } finally {
        for (const close of closing) await close()
      }
    })

  /** Has the workspace install Klartext, as the SDK tells of it. */
  async function reinstall(slack: Slack, workspace: Workspace, { store }: Instance): Promise<void> {
    const page = new URL(
      `${slack.origin}/oauth/v2/allow?client_id=${secrets.clientId}&redirect_uri=${PUBLIC}&team=${workspace.id}`,
    )
    const back = await fetch(page, { redirect: 'manual' })
    const code = new URL(back.headers.get('location')!).searchParams.get('code')!
    const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: oauth.clientId, client_secret: oauth.clientSecret, code }),
    })
    const { access_token: token, refresh_token: refreshToken } = (await answer.json()) as Record<
      string,
      string
    >
    await store.storeInstallation({
      team: { id: workspace.id },
      enterprise: undefined,
      isEnterpriseInstall: false,
      user: { id: 'U1', token: undefined, scopes: undefined },
      bot: {
        ...{ token: token!, refreshToken: refreshToken!, scopes: [], id: 'B1', userId: 'UBOT' },
        expiresAt: Math.floor(Date.now() / 1000) + LIFE,
      },
    })
  }

  const tokenOf = async ({ find }: ManyWorkspaces, { id }: Workspace) => (await find(id))?.token

  it('happens once for two instances that need it at the same time', () =>
    inTown(async ({ slack, workspace, instance }) => {
      const [one, two] = [await instance(), await instance()]
      slack.fail('oauth.v2.access', { delayMs: 50 })
      await Promise.all([one, two, one, two].map(({ find }) => find(workspace.id)))
      await slack.clock.advance(61_000)
      for (const each of [one, two]) assert.equal(await tokenOf(each, workspace), workspace.botToken)
      assert.deepEqual(renewals(slack), ['renewed'])
      assert.deepEqual([...alarms(one.logged), ...alarms(two.logged)], [])
    }))

  it('happens once for two instances also where the token has ended: one of them comes again', () =>
    inTown(async ({ slack, workspace, instance }) => {
      await slack.clock.advance(2 * HOUR * 1000)
      const [one, two] = [await instance(), await instance()]
      slack.fail('oauth.v2.access', { delayMs: 50 })
      const both = await Promise.allSettled([tokenOf(one, workspace), tokenOf(two, workspace)])
      for (const each of both)
        if (each.status === 'rejected') assert.ok(each.reason instanceof PlatformError)
        else assert.equal(each.value, workspace.botToken)
      assert.ok(both.some(({ status }) => status === 'fulfilled'))
      await slack.clock.advance(31_000)
      for (const each of [one, two]) assert.equal(await tokenOf(each, workspace), workspace.botToken)
      assert.deepEqual(renewals(slack), ['renewed'])
    }))

  it('happens on a schedule where nobody needs the token', () =>
    inTown(async ({ slack, workspace, instance }) => {
      const { renewal } = await instance(undefined, 5)
      slack.fail('oauth.v2.access', { status: 503 })
      await renewal.start()
      await slack.until(() => renewals(slack).length === 1)
      await slack.clock.advance(60_000)
      await slack.until(() => renewals(slack).length === 2)
      await renewal.stop()
      assert.equal(await tokenOf(await instance(), workspace), workspace.botToken)
    }))

  it('is finished later where what Slack gave could not be kept at once, and not used before', () =>
    inTown(async ({ slack, workspace, instance }) => {
      const old = workspace.botToken
      let writes = 0
      const one = await instance((vault) => ({
        ...vault,
        async replace(...given) {
          if (++writes === 2) throw new Error('no space left')
          return vault.replace(...given)
        },
      }))
      await assert.rejects(one.find(workspace.id), /no space left/)
      assert.equal(await tokenOf(one, workspace), old)
      await slack.clock.advance(60_000)
      assert.equal(await tokenOf(one, workspace), workspace.botToken)
      assert.equal(await tokenOf(await instance(), workspace), workspace.botToken)
      assert.notEqual(workspace.botToken, old)
      assert.deepEqual(renewals(slack), ['renewed'])
    }))

  it('does not bring back a workspace that removes Klartext meanwhile', () =>
    inTown(async ({ slack, workspace, instance }) => {
      const [one, two] = [await instance(), await instance()]
      slack.fail('oauth.v2.access', { delayMs: 100 })
      const found = one.find(workspace.id)
      await slack.until(() => renewals(slack).length === 1)
      assert.equal(await two.remove(workspace.id, slack.clock.date()), true)
      assert.equal(await found, null)
      for (const each of [one, two, await instance()]) assert.equal(await each.find(workspace.id), null)
      assert.deepEqual([...alarms(one.logged), ...alarms(two.logged)], [])
    }))

  it('gives way to a new installation', () =>
    inTown(async ({ slack, workspace, instance }) => {
      const [one, two] = [await instance(), await instance()]
      slack.fail('oauth.v2.access', { delayMs: 100, when: (args) => args.grant_type === 'refresh_token' })
      const found = one.find(workspace.id)
      await slack.until(() => renewals(slack).length === 1)
      await reinstall(slack, workspace, two)
      const token = await tokenOf(two, workspace)
      assert.equal((await found)?.token, token)
      assert.equal(await tokenOf(await instance(), workspace), token)
    }))

  it('says again at each start that a workspace must be installed again, and asks Slack no more', () =>
    inTown(async ({ slack, workspace, instance }) => {
      slack.fail('oauth.v2.access', { error: 'invalid_refresh_token' })
      const one = await instance()
      await one.find(workspace.id)
      const two = await instance()
      await two.renewal.start()
      await slack.clock.advance(30 * 60_000)
      await two.find(workspace.id)
      assert.deepEqual([alarms(one.logged).length, alarms(two.logged).length], [1, 1])
      await slack.clock.advance(HOUR * 1000)
      for (const each of [one, two]) assert.equal(await each.find(workspace.id), null)
      assert.deepEqual(renewals(slack), ['invalid_refresh_token'])
    }))
})
