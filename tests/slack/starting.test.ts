import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createIdentity } from '../../adapters/slack/identity.js'
import { createSlack } from '../../adapters/slack/index.js'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { readConfig } from '../../src/config.js'
import { UserError } from '../../src/errors.js'
import { startKlartext } from '../../src/klartext.js'
import { openStore } from '../../src/store/index.js'
import { MODES } from './acts.js'
import { type Slack, startSlack, type Workspace } from './stand-in/index.js'
import { inStubHouse } from './stub-house.js'

const WRONG = 'xoxb-wrong-wrong'
const WRONG_APP = 'xapp-wrong-wrong'

async function withSlack(use: (slack: Slack, workspace: Workspace, folder: string) => Promise<void>) {
  const slack = await startSlack()
  const folder = mkdtempSync(join(tmpdir(), 'klartext-slack-'))
  try {
    await use(slack, slack.addWorkspace(), folder)
  } finally {
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A free port of this computer. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** What is wrong with the tokens, and what the message names and advises. */
const REFUSED: readonly (readonly [
  name: string,
  mode: SlackOptions['mode'],
  change: (slack: Slack, workspace: Workspace) => Partial<SlackOptions>,
  says: RegExp,
])[] = [
  [
    'an unknown bot token',
    'http',
    () => ({ botToken: WRONG }),
    /^KLARTEXT_SLACK_BOT_TOKEN: found a token that Slack refuses \(invalid_auth\).*Copy it anew/,
  ],
  [
    'a revoked bot token',
    'socket',
    (slack, workspace) => {
      slack.endToken(workspace)
      return {}
    },
    /^KLARTEXT_SLACK_BOT_TOKEN: found a token that Slack refuses \(token_revoked\)/,
  ],
  [
    'an app token in place of the bot token',
    'socket',
    ({ app }) => ({ botToken: app.token }),
    /^KLARTEXT_SLACK_BOT_TOKEN: found a token that Slack refuses \(not_allowed_token_type\)/,
  ],
  [
    'an unknown app token',
    'socket',
    () => ({ appToken: WRONG_APP }),
    /^KLARTEXT_SLACK_APP_TOKEN: found a token that Slack refuses \(invalid_auth\).*connections:write.*Make a new one/,
  ],
  [
    'a bot token in place of the app token',
    'socket',
    (_slack, { botToken }) => ({ appToken: botToken }),
    /^KLARTEXT_SLACK_APP_TOKEN: found a token that Slack refuses \(not_allowed_token_type\)/,
  ],
]

describe('Slack: a start with wrong tokens', () => {
  for (const [name, mode, change, says] of REFUSED)
    it(`is refused with the remedy, and leaves nothing open: ${name}`, () =>
      withSlack(async (slack, workspace, folder) => {
        const port = await freePort()
        const { botToken } = workspace
        const { token: appToken, signingSecret } = slack.app
        const usual = { mode, botToken, appToken, signingSecret, apiUrl: slack.apiUrl }
        const log = pino({ level: 'silent' })
        const adapter = createSlack({ ...usual, ...change(slack, workspace) }, { log })
        const config = readConfig({ KLARTEXT_PORT: `${port}`, KLARTEXT_DATA: folder })
        await assert.rejects(startKlartext(config, [adapter], { log }), (error) => {
          assert.ok(error instanceof UserError)
          assert.match(error.message, says)
          assert.ok(![WRONG, WRONG_APP, botToken, appToken].some((token) => error.message.includes(token)))
          return true
        })
        // The port is free again, and nobody holds the store.
        await new Promise<void>((resolve, reject) => {
          const server = createServer().listen(port, '127.0.0.1', () => server.close(() => resolve()))
          server.on('error', reject)
        })
        await (await openStore({ dataDir: folder })).close()
        assert.ok(!readdirSync(folder).some((file) => file.endsWith('-wal')), 'the store was not closed')
        assert.equal(slack.sockets.all().length, 0)
      }))

  it('ends the process with 1, and a message without the token', () =>
    withSlack(async (slack, workspace, folder) => {
      const start = async (variables: Record<string, string>, says: RegExp) => {
        const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
          env: {
            ...{ PATH: process.env.PATH, KLARTEXT_PORT: '0' },
            KLARTEXT_DATA: mkdtempSync(join(folder, 'data-')),
            KLARTEXT_SLACK_API: slack.apiUrl,
            KLARTEXT_SLACK_BOT_TOKEN: workspace.botToken,
            KLARTEXT_SLACK_APP_TOKEN: slack.app.token,
            ...variables,
          },
        })
        let out = ''
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk))
        const code = await new Promise((resolve) => child.on('exit', resolve))
        assert.equal(code, 1, out)
        assert.match(out, says)
        assert.ok(!/wrong-wrong|at file:|node_modules/.test(out), out)
      }
      await Promise.all([
        start({ KLARTEXT_SLACK_BOT_TOKEN: WRONG }, /KLARTEXT_SLACK_BOT_TOKEN.*Copy it anew/),
        start({ KLARTEXT_SLACK_APP_TOKEN: WRONG_APP }, /KLARTEXT_SLACK_APP_TOKEN.*Make a new one/),
      ])
    }))
})

describe('Slack: a start while Slack cannot be reached', () => {
  for (const mode of MODES)
    it(`goes on, and asks again until Slack answers: ${mode}`, () =>
      withSlack(async (slack, workspace) => {
        const planned = slack.fail('auth.test', { status: 503, times: 2 })
        const logged: string[] = []
        const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
        const { botToken } = workspace
        const identity = createIdentity({ mode, botToken, apiUrl: slack.apiUrl }, log, 10)
        await identity.start()
        assert.throws(() => identity.workspace(), /auth\.test: later/)
        await slack.until(() => logged.length === 2)
        const isKnown = () => {
          try {
            return identity.workspace()?.team === workspace.id
          } catch {
            return false
          }
        }
        await slack.until(isKnown)
        identity.stop()
        assert.equal(planned.met, 2)
        assert.ok(!logged.join().includes(botToken))
      }))

  it('takes events as soon as a connection is there', () =>
    inStubHouse({ mode: 'socket' }, async ({ slack, jana, channel, fake, start }) => {
      slack.fail('apps.connections.open', { status: 503, times: 1 })
      await start()
      const early = await slack.say(jana, channel, 'Moin')
      assert.ok(!early.acked)
      await slack.sockets.connected(1)
      await slack.clock.advance(60_000)
      await slack.settled()
      assert.ok(early.acked)
      assert.equal(fake.calls.filter(({ name }) => name === 'handle').length, 1)
    }))

  it('can be stopped in the middle of connecting', () =>
    inStubHouse({ mode: 'socket' }, async ({ slack, adapter, start }) => {
      slack.fail('apps.connections.open', { delayMs: 150 })
      const starting = start()
      await slack.until(() => slack.count('apps.connections.open') > 0)
      await adapter.stop()
      await starting
      await slack.until(() => slack.sockets.all().length === 0)
      await new Promise((resolve) => setTimeout(resolve, 200))
      assert.equal(slack.sockets.all().length, 0)
    }))
})
