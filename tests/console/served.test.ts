import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createPlayground } from '../../adapters/playground/index.js'
import { readConfig } from '../../src/config.js'
import { UserError } from '../../src/errors.js'
import { startKlartext } from '../../src/klartext.js'
import type { Adapter } from '../../src/types.js'
import { createBrowser } from './browse.js'
import { encoded } from './house.js'
import { startStandIn } from './stand-in/index.js'

const log = pino({ level: 'silent' })

/** Slack as far as the console knows it. */
const slack: Adapter = {
  platform: 'slack',
  hasTenant: async (tenant) => tenant === 'T024BE7LD',
  start: async () => undefined,
  stop: async () => undefined,
  deliver: async () => 'posted',
  retract: async () => undefined,
}

describe('console: as Klartext serves it', function () {
  this.timeout(120_000)
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'klartext-console-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function start(environment: Record<string, string>, adapters: readonly Adapter[]) {
    const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder, ...environment })
    return startKlartext(config, adapters, { log })
  }

  const pick = (address: string, person: string) =>
    fetch(`${address}/console/sign-in/person`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: address },
      body: encoded({ person }),
      redirect: 'manual',
    })

  it('lets people be somebody invented in the playground, in their offices', async () => {
    const klartext = await start({}, [createPlayground()])
    try {
      const page = await (await fetch(`${klartext.address}/console/sign-in`)).text()
      const names = [...page.matchAll(/person__name">([^<]+)</g)].map(([, name]) => name)
      assert.deepEqual(names, [
        'Jana Petersen',
        'Murat Yıldız',
        'Katrin Vogt',
        'Leon Adeyemi',
        'Sofie Lindner',
      ])
      for (const [person, lexicon, council] of [
        ['jana', 403, 403],
        ['leon', 200, 200],
        ['sofie', 403, 200],
      ] as const) {
        const picked = await pick(klartext.address, person)
        const headers = { Cookie: picked.headers.get('set-cookie')!.split(';')[0]! }
        const status = async (path: string) =>
          (await fetch(`${klartext.address}/console${path}`, { headers })).status
        assert.deepEqual(
          [await status('/me'), await status('/lexicon'), await status('/council')],
          [200, lexicon, council],
        )
      }
    } finally {
      await klartext.stop()
    }
  })

  const real: [name: string, environment: Record<string, string>, adapters: () => readonly Adapter[]][] = [
    ['beside a platform', {}, () => [createPlayground(), slack]],
    ['behind a public address', { KLARTEXT_URL: 'https://klartext.example.com' }, () => [createPlayground()]],
    ['without the playground', {}, () => [slack]],
  ]
  for (const [name, environment, adapters] of real)
    it(`lets nobody be somebody invented ${name}`, async () => {
      const klartext = await start(environment, adapters())
      try {
        const page = await (await fetch(`${klartext.address}/console/sign-in`)).text()
        assert.ok(!page.includes('person__name') && page.includes('noch keine Anmeldung eingerichtet'), page)
        assert.ok((await pick(klartext.address, 'leon')).status >= 400)
      } finally {
        await klartext.stop()
      }
    })

  it('forgets whoever was somebody invented once a platform is there', async () => {
    const first = await start({}, [createPlayground()])
    const cookie = (await pick(first.address, 'leon')).headers.get('set-cookie')!.split(';')[0]!
    await first.stop()
    const second = await start({}, [createPlayground(), slack])
    try {
      const answer = await fetch(`${second.address}/console/me`, {
        headers: { Cookie: cookie },
        redirect: 'manual',
      })
      assert.equal(answer.status, 303)
    } finally {
      await second.stop()
    }
  })

  it('signs people in with the providers and the offices of the settings', async () => {
    const standIn = await startStandIn()
    const roles = join(folder, 'roles.yaml')
    writeFileSync(roles, 'works-council: [slack/T024BE7LD/U024BE7LH]\n')
    const klartext = await start(
      {
        KLARTEXT_URL: 'http://127.0.0.1:3210',
        KLARTEXT_ROLES: roles,
        KLARTEXT_CONSOLE_STAND_IN: standIn.base,
        KLARTEXT_CONSOLE_SLACK_CLIENT_ID: '123.456',
        KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: '0123456789abcdef0123456789abcdef',
        KLARTEXT_SLACK_BOT_TOKEN: 'xoxb-1',
        KLARTEXT_SLACK_APP_TOKEN: 'xapp-1',
      },
      [slack],
    )
    try {
      const browser = createBrowser(Number(new URL(klartext.address).port))
      assert.equal((await browser.signIn('slack', '/console/council')).headers.location, '/console/council')
      assert.equal((await browser.get('/console/council')).status, 200)
      assert.equal((await browser.get('/console/lexicon')).status, 403)
      assert.equal((await browser.get('/console/sign-in/teams')).status, 404)
    } finally {
      await klartext.stop()
      await standIn.close()
    }
  })

  it('does not start with a file of roles that cannot be read', async () => {
    await assert.rejects(
      start({ KLARTEXT_ROLES: join(folder, 'none.yaml') }, [createPlayground()]),
      (error) => error instanceof UserError && error.message.startsWith('KLARTEXT_ROLES: '),
    )
  })
})
