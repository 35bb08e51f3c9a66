import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createTeams } from '../../adapters/teams/index.js'
import type { TeamsOptions } from '../../adapters/teams/options.js'
import { readConfig } from '../../src/config.js'
import { UserError } from '../../src/errors.js'
import { startKlartext } from '../../src/klartext.js'
import { openStore } from '../../src/store/index.js'
import { eventually, hinted, newcomer, settled, toldTo } from './acts.js'
import { JARGON, openTeamsHouse, TUESDAY } from './house.js'
import { createClock, type Mishap, startTeams, type Teams } from './stand-in/index.js'

const WRONG = 'wrong~secret.of-nobody_1234'
const ELSEWHERE = '99999999-9999-4999-8999-999999999999'

async function withTeams(use: (teams: Teams, folder: string) => Promise<void>): Promise<void> {
  const teams = await startTeams({ clock: createClock(TUESDAY) })
  const folder = mkdtempSync(join(tmpdir(), 'klartext-teams-'))
  try {
    await use(teams, folder)
  } finally {
    await teams.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rejects where the port is taken. */
const isFree = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().listen(port, '127.0.0.1', () => server.close(() => resolve()))
    server.on('error', reject)
  })

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** What is wrong, and the word of Microsoft's that the message names. */
const REFUSED: readonly (readonly [name: string, change: Partial<TeamsOptions>, reason: string])[] = [
  ['a wrong secret', { appSecret: WRONG }, 'invalid_client'],
  ['the id of another app', { appId: ELSEWHERE }, 'unauthorized_client'],
  ['another tenant', { tenant: ELSEWHERE }, 'invalid_request'],
]

/** What Microsoft says without refusing anybody. */
const AWAY: readonly (readonly [name: string, mishap: Mishap])[] = [
  ['does not work', { status: 503 }],
  ['is busy', { rateLimit: 30 }],
  ['answers with a page of a proxy', { status: 407 }],
  ['hangs up', { loseAnswer: true }],
]

describe('Teams: a start with something wrong', () => {
  for (const [name, change, reason] of REFUSED)
    it(`is refused with the remedy, and leaves nothing open: ${name}`, () =>
      withTeams(async (teams, folder) => {
        const port = await freePort()
        const log = pino({ level: 'silent' })
        const { app, tenant, origin: standIn } = teams
        const usual = { appId: app.id, appSecret: app.secret, tenant, standIn }
        const adapter = createTeams({ ...usual, ...change }, { log })
        const config = readConfig({ KLARTEXT_PORT: `${port}`, KLARTEXT_DATA: folder })
        await assert.rejects(startKlartext(config, [adapter], { log }), (error) => {
          assert.ok(error instanceof UserError)
          const names = 'KLARTEXT_TEAMS_APP_ID, KLARTEXT_TEAMS_APP_SECRET and KLARTEXT_TEAMS_TENANT'
          assert.ok(error.message.startsWith(`${names}: found an app that Microsoft refuses (${reason})`))
          assert.match(error.message, /make a new client secret/)
          for (const secret of [WRONG, app.secret]) assert.ok(!error.message.includes(secret))
          return true
        })
        // The port is free again, and nobody holds the store.
        await isFree(port)
        await (await openStore({ dataDir: folder })).close()
        assert.ok(!readdirSync(folder).some((file) => file.endsWith('-wal')), 'the store was not closed')
        assert.equal(teams.count('token'), 1)
      }))

  const FAULTS: readonly (readonly [
    name: string,
    variables: Record<string, string>,
    says: readonly RegExp[],
  ])[] = [
    [
      'several at once',
      {
        KLARTEXT_TEAMS_APP_ID: 'klartext',
        KLARTEXT_TEAMS_APP_SECRET: ELSEWHERE,
        KLARTEXT_TEAMS_ONLY_IN: 'general',
        KLARTEXT_TEAMS_AUDIENCES: '19:a@thread.tacv2=everybody',
        KLARTEXT_TEAMS_SHARED_CHANNELS: 'yes',
        KLARTEXT_TEAMS_TENNANT: ELSEWHERE,
        KLARTEXT_PORT: 'eighty',
      },
      [
        /KLARTEXT_TEAMS_APP_ID: found „klartext“.*Application \(client\) ID/,
        /KLARTEXT_TEAMS_APP_SECRET: .*not its id/,
        /KLARTEXT_TEAMS_TENANT: found nothing/,
        /KLARTEXT_TEAMS_ONLY_IN: .*ids of channels/,
        /KLARTEXT_TEAMS_AUDIENCES: .*customer-facing/,
        /KLARTEXT_TEAMS_SHARED_CHANNELS: .*on or off/,
        /KLARTEXT_TEAMS_TENNANT: .*does not know/,
        /KLARTEXT_PORT: found „eighty“/,
      ],
    ],
    [
      'a playground beside the real one',
      { KLARTEXT_TEAMS_PLAYGROUND: 'http://127.0.0.1:56150', KLARTEXT_TEAMS_APP_SECRET: WRONG },
      [/KLARTEXT_TEAMS_APP_SECRET: found it beside KLARTEXT_TEAMS_PLAYGROUND/],
    ],
    ['a secret with spaces', { KLARTEXT_TEAMS_APP_SECRET: `${WRONG} x` }, [/KLARTEXT_TEAMS_APP_SECRET: /]],
  ]
  for (const [name, variables, says] of FAULTS)
    it(`tells of every fault, and of no secret: ${name}`, () =>
      assert.throws(
        () => readConfig(variables),
        (error) => {
          assert.ok(error instanceof UserError)
          for (const part of says) assert.match(error.message, part)
          assert.ok(!error.message.includes(WRONG))
          return true
        },
      ))
})

describe('Teams: a start while Microsoft cannot be reached', () => {
  for (const [name, mishap] of AWAY)
    it(`goes on, says so, and works later: Microsoft ${name}`, () =>
      withTeams(async (teams, folder) => {
        const planned = teams.fail('token', { ...mishap, times: 1 })
        const house = await openTeamsHouse({ teams, folder })
        assert.equal(planned.met, 1)
        const told = house.logged.filter((line) => line.includes('Microsoft cannot be asked for a token'))
        assert.equal(told.length, 1)
        assert.ok(!house.logged.join('').includes(teams.app.secret))
        await hinted(house, await newcomer(house), JARGON)
        await house.klartext.stop()
      }))

  it('takes what people do although neither tokens nor keys can be fetched at first', () =>
    withTeams(async (teams, folder) => {
      teams.fail('token', { status: 503, times: 1 })
      const keys = teams.fail('openid', { status: 503, times: 1 })
      const house = await openTeamsHouse({ teams, folder })
      assert.equal(keys.met, 1)
      const where = { conversation: { id: 'a:1', tenantId: teams.tenant }, serviceUrl: teams.serviceUrl }
      const body = { type: 'event', channelId: 'msteams', ...where }
      await eventually(async () => (await teams.forge.post({ body })).status === 200)
      const me = await newcomer(house)
      const told = toldTo(house, me).length
      await settled(house, me, JARGON)
      await teams.until(() => toldTo(house, me).length > told)
      await house.klartext.stop()
    }))
})

describe('Teams: the process', function () {
  // Compiling what is started takes its time on a busy machine.
  this.timeout(60_000)

  /** Starts it as people do; `until` is what it must have said before it is told to stop. */
  async function run(teams: Teams, folder: string, variables: Record<string, string>, until?: RegExp) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      env: {
        ...{ PATH: process.env.PATH, KLARTEXT_PORT: '0' },
        KLARTEXT_DATA: mkdtempSync(join(folder, 'data-')),
        KLARTEXT_TEAMS_APP_ID: teams.app.id,
        KLARTEXT_TEAMS_TENANT: teams.tenant,
        KLARTEXT_TEAMS_STAND_IN: teams.origin,
        ...variables,
      },
    })
    const said = { out: '', fault: '' }
    child.stdout.on('data', (chunk) => {
      said.out += chunk
      if (until?.test(said.out)) child.kill('SIGTERM')
    })
    child.stderr.on('data', (chunk) => (said.fault += chunk))
    const code = await new Promise((resolve) => child.on('exit', resolve))
    return { ...said, code }
  }

  it('says where it is to be called, and ends with 0 when it is told to', () =>
    withTeams(async (teams, folder) => {
      const file = join(folder, 'secret.txt')
      writeFileSync(file, `${teams.app.secret}\n`, { mode: 0o600 })
      const { out, fault, code } = await run(
        ...([teams, folder, { KLARTEXT_TEAMS_APP_SECRET_FILE: file }] as const),
        /stop with Ctrl\+C/,
      )
      assert.equal(code, 0, fault)
      assert.match(out, /^Teams: http:\/\/127\.0\.0\.1:\d+\/teams\/messages$/m)
      assert.equal(fault, '')
      assert.equal(teams.count('token'), 1)
    }))

  it('ends with 1 where the secret is wrong, and a message without it', () =>
    withTeams(async (teams, folder) => {
      const { out, fault, code } = await run(teams, folder, { KLARTEXT_TEAMS_APP_SECRET: WRONG })
      assert.equal(code, 1)
      assert.match(fault, /^KLARTEXT_TEAMS_APP_ID, .*\(invalid_client\).*Copy the ids/)
      assert.ok(!/wrong~secret|at file:|node_modules/.test(out + fault), fault)
      assert.ok(!out.includes('is running'))
    }))

  it('starts where Microsoft cannot be reached, and says so', () =>
    withTeams(async (teams, folder) => {
      teams.fail('token', { loseAnswer: true })
      const { fault, code } = await run(
        ...([teams, folder, { KLARTEXT_TEAMS_APP_SECRET: teams.app.secret }] as const),
        /stop with Ctrl\+C/,
      )
      assert.equal(code, 0, fault)
      assert.match(fault, /Microsoft cannot be asked for a token/)
      assert.ok(!fault.includes(teams.app.secret))
    }))
})
