import assert from 'node:assert/strict'
import { createPlayground } from '../../adapters/playground/index.js'
import { createSlack } from '../../adapters/slack/index.js'
import { createTeams } from '../../adapters/teams/index.js'
import { PlatformError } from '../../src/errors.js'
import type { Core } from '../../src/types.js'

const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
const TENANT = '11111111-1111-4111-8111-111111111111'

describe('console: whose people may sign in', () => {
  it('those of the one tenant of Teams', async () => {
    const teams = createTeams({ appId: TENANT, appSecret: 'secret', tenant: TENANT }, { log })
    assert.deepEqual(
      await Promise.all([TENANT, TENANT.replace('1', '2'), ''].map((tenant) => teams.hasTenant!(tenant))),
      [true, false, false],
    )
  })

  it('those of each workspace that has installed Klartext in Slack, until it is removed', async () => {
    let now = 0
    const kept = new Map([
      [
        'slack.installation.T024BE7LD',
        JSON.stringify({ team: 'T024BE7LD', token: 'xoxb-1', botId: 'B1', botUser: 'U1', scopes: [] }),
      ],
    ])
    const vault = {
      read: async (name: string) => kept.get(name) ?? null,
      names: async () => [...kept.keys()],
    }
    const slack = createSlack(
      {
        mode: 'http',
        signingSecret: '0'.repeat(32),
        oauth: { clientId: '1.2', clientSecret: '0'.repeat(32), url: 'https://klartext.example' },
        apiUrl: 'http://127.0.0.1:9/api/',
      },
      { log, clock: () => new Date(now) },
    )
    await slack.start({ vault, arrived: async () => undefined } as unknown as Core)
    try {
      assert.deepEqual(
        [await slack.hasTenant!('T024BE7LD'), await slack.hasTenant!('T024BE7LE')],
        [true, false],
      )
      kept.clear()
      now += 31_000
      assert.equal(await slack.hasTenant!('T024BE7LD'), false)
    } finally {
      await slack.stop()
    }
  })

  it('nobody of Slack before Slack has said whose the token is', async () => {
    const slack = createSlack(
      { mode: 'http', signingSecret: '0'.repeat(32), botToken: 'xoxb-1', apiUrl: 'http://127.0.0.1:9/api/' },
      { log },
    )
    await assert.rejects(slack.hasTenant!('T024BE7LD'), PlatformError)
  })

  it('five invented people of the playground, of whom no two share an office', () => {
    const people = createPlayground().people!
    assert.deepEqual(
      people.map(({ person, offices }) => [person.tenant, person.user, ...offices].join(' ')),
      [
        'playground jana',
        'playground murat',
        'playground katrin',
        'playground leon admin',
        'playground sofie works-council',
      ],
    )
  })
})
