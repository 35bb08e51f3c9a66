import assert from 'node:assert/strict'
import { readConfig } from '../src/config.js'
import { UserError } from '../src/errors.js'

describe('configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({})
    assert.deepEqual(
      [config.port, config.timeZone, config.logLevel, config.settleSeconds],
      [3210, 'Europe/Berlin', 'warn', undefined],
    )
  })

  it('takes what the environment says', () => {
    assert.deepEqual(
      readConfig({
        KLARTEXT_PORT: '0',
        KLARTEXT_DATA: '/tmp/x',
        KLARTEXT_TIME_ZONE: 'Europe/Vienna',
        KLARTEXT_SETTLE_SECONDS: '5',
        KLARTEXT_LOG_LEVEL: 'debug',
        PATH: '/bin',
      }),
      {
        port: 0,
        dataDir: '/tmp/x',
        timeZone: 'Europe/Vienna',
        settleSeconds: 5,
        nudgeDays: 14,
        summaryPeople: 7,
        summaryNoise: false,
        logLevel: 'debug',
        playground: true,
        console: { url: undefined, roles: undefined, fourEyes: false, slack: undefined, standIn: undefined },
        slack: undefined,
        teams: undefined,
      },
    )
  })

  it('treats an empty variable as unset', () => assert.equal(readConfig({ KLARTEXT_PORT: '' }).port, 3210))

  it('takes no summaries of fewer than seven', () => {
    assert.equal(readConfig({ KLARTEXT_SUMMARY_PEOPLE: '12' }).summaryPeople, 12)
    for (const few of ['6', '0', '7.5', 'all'])
      assert.throws(
        () => readConfig({ KLARTEXT_SUMMARY_PEOPLE: few }),
        /KLARTEXT_SUMMARY_PEOPLE: found .*7 or more/,
      )
  })

  it('names every fault at once, with what to do', () => {
    assert.throws(
      () => readConfig({ KLARTEXT_PORT: 'eighty', KLARTEXT_TIME_ZONE: 'Berlin', KLARTEXT_LOG_LEVEL: 'loud' }),
      (error) => {
        assert.ok(error instanceof UserError)
        for (const part of [
          'KLARTEXT_PORT: found „eighty“',
          'KLARTEXT_TIME_ZONE: found „Berlin“',
          'Europe/Berlin',
          'KLARTEXT_LOG_LEVEL: found „loud“',
          'Correct or unset',
        ])
          assert.ok(error.message.includes(part), error.message)
        return true
      },
    )
  })
})

describe('configuration of Slack', () => {
  const token = 'xoxb-1-canary'
  const app = 'xapp-1-canary'
  const secret = '0123456789abcdef0123456789abcdef'
  const faults = (environment: Record<string, string>): string => {
    try {
      readConfig(environment)
    } catch (error) {
      assert.ok(error instanceof UserError)
      return error.message
    }
    return ''
  }

  it('is off without a variable, and the playground on', () => {
    assert.deepEqual([readConfig({}).slack, readConfig({}).playground], [undefined, true])
  })
  it('is Socket Mode with an app-level token, and the playground off', () => {
    const config = readConfig({ KLARTEXT_SLACK_BOT_TOKEN: token, KLARTEXT_SLACK_APP_TOKEN: app })
    assert.deepEqual([config.slack?.mode, config.playground], ['socket', false])
  })
  it('is HTTP with a signing secret', () => {
    const config = readConfig({ KLARTEXT_SLACK_BOT_TOKEN: token, KLARTEXT_SLACK_SIGNING_SECRET: secret })
    assert.equal(config.slack?.mode, 'http')
  })
  it('reads lists', () => {
    const { slack } = readConfig({
      KLARTEXT_SLACK_BOT_TOKEN: token,
      KLARTEXT_SLACK_APP_TOKEN: app,
      KLARTEXT_SLACK_ONLY_IN: 'C024BE91L, C024BE91M',
      KLARTEXT_SLACK_AUDIENCES: 'C024BE91L=company',
      KLARTEXT_SLACK_ADMINS: 'U024BE7LH',
    })
    assert.deepEqual([slack?.onlyIn, slack?.admins], [['C024BE91L', 'C024BE91M'], ['U024BE7LH']])
    assert.equal(slack?.audiences.get('C024BE91L'), 'company')
  })

  const wrong: [string, Record<string, string>, readonly string[]][] = [
    [
      'no token',
      { KLARTEXT_SLACK_MODE: 'socket' },
      ['KLARTEXT_SLACK_APP_TOKEN: found nothing', 'KLARTEXT_SLACK_BOT_TOKEN: found nothing'],
    ],
    [
      'a token in the wrong place',
      { KLARTEXT_SLACK_BOT_TOKEN: app, KLARTEXT_SLACK_APP_TOKEN: token },
      ['begins with xoxb-', 'begins with xapp-'],
    ],
    [
      'no signing secret',
      { KLARTEXT_SLACK_BOT_TOKEN: token },
      ['KLARTEXT_SLACK_SIGNING_SECRET: found nothing'],
    ],
    [
      'a signing secret that is none',
      { KLARTEXT_SLACK_BOT_TOKEN: token, KLARTEXT_SLACK_SIGNING_SECRET: 'canary' },
      ['KLARTEXT_SLACK_SIGNING_SECRET: found 6 characters', '32 hex digits'],
    ],
    [
      'a token and OAuth',
      {
        KLARTEXT_SLACK_BOT_TOKEN: token,
        KLARTEXT_SLACK_APP_TOKEN: app,
        KLARTEXT_SLACK_CLIENT_ID: '1.2',
        KLARTEXT_SLACK_CLIENT_SECRET: secret,
        KLARTEXT_URL: 'https://k.example',
      },
      ['found both'],
    ],
    [
      'OAuth without an address',
      {
        KLARTEXT_SLACK_APP_TOKEN: app,
        KLARTEXT_SLACK_CLIENT_ID: '1.2',
        KLARTEXT_SLACK_CLIENT_SECRET: secret,
      },
      ['KLARTEXT_URL: found nothing'],
    ],
    [
      'a channel by its name',
      { KLARTEXT_SLACK_BOT_TOKEN: token, KLARTEXT_SLACK_APP_TOKEN: app, KLARTEXT_SLACK_NOT_IN: '#allgemein' },
      ['KLARTEXT_SLACK_NOT_IN: found „#allgemein“'],
    ],
    [
      'an audience that does not exist',
      {
        KLARTEXT_SLACK_BOT_TOKEN: token,
        KLARTEXT_SLACK_APP_TOKEN: app,
        KLARTEXT_SLACK_AUDIENCES: 'C024BE91L=boss',
      },
      ['customer-facing'],
    ],
    [
      'an API elsewhere',
      {
        KLARTEXT_SLACK_BOT_TOKEN: token,
        KLARTEXT_SLACK_APP_TOKEN: app,
        KLARTEXT_SLACK_API: 'http://example.com/api/',
      },
      ['KLARTEXT_SLACK_API'],
    ],
    [
      'a name that does not exist',
      { KLARTEXT_SLACK_BOT_TOKEN: token, KLARTEXT_SLACK_APP_TOKEN: app, KLARTEXT_SLACK_ADMIN: 'U1' },
      ['KLARTEXT_SLACK_ADMIN: found a variable that Klartext does not know'],
    ],
    [
      'a file that is not there',
      { KLARTEXT_SLACK_BOT_TOKEN_FILE: '/nowhere/token', KLARTEXT_SLACK_APP_TOKEN: app },
      ['KLARTEXT_SLACK_BOT_TOKEN_FILE: found „/nowhere/token“'],
    ],
    [
      'two faults of different kinds',
      { KLARTEXT_SLACK_APP_TOKEN: 'x', KLARTEXT_PORT: 'eighty' },
      ['KLARTEXT_PORT', 'KLARTEXT_SLACK_APP_TOKEN', 'KLARTEXT_SLACK_BOT_TOKEN: found nothing'],
    ],
  ]
  for (const [name, environment, parts] of wrong)
    it(`refuses ${name}, without repeating a secret`, () => {
      const message = faults(environment)
      for (const part of parts) assert.ok(message.includes(part), message)
      assert.ok(!message.includes('canary'), message)
    })
})

describe('configuration of Teams', () => {
  const id = '0A1B2C3D-0000-4000-8000-00000000000a'
  const tenant = '11111111-2222-4333-8444-555555555555'
  const secret = 'canary~8Q~secret-of-the-app'
  const complete = {
    KLARTEXT_TEAMS_APP_ID: id,
    KLARTEXT_TEAMS_APP_SECRET: secret,
    KLARTEXT_TEAMS_TENANT: tenant,
  }
  const channel = '19:AbC_d-1@thread.tacv2'
  const faults = (environment: Record<string, string>): string => {
    try {
      readConfig(environment)
    } catch (error) {
      assert.ok(error instanceof UserError)
      return error.message
    }
    return ''
  }

  it('is off without a variable', () => assert.equal(readConfig({}).teams, undefined))

  it('is on with an app, and the playground off', () => {
    const { teams, playground } = readConfig(complete)
    assert.deepEqual([teams?.appId, teams?.tenant, teams?.appSecret], [id.toLowerCase(), tenant, secret])
    assert.deepEqual([teams?.playground, teams?.sharedChannels, playground], [undefined, false, false])
  })

  it('reads lists', () => {
    const { teams } = readConfig({
      ...complete,
      KLARTEXT_TEAMS_ONLY_IN: `${channel}, 19:b@thread.tacv2`,
      KLARTEXT_TEAMS_AUDIENCES: `${channel}=company`,
      KLARTEXT_TEAMS_TEAMS: channel,
    })
    assert.deepEqual([teams?.onlyIn, teams?.teams], [[channel, '19:b@thread.tacv2'], [channel]])
    assert.equal(teams?.audiences.get(channel), 'company')
  })

  it('takes a playground, for which it needs no app', () => {
    const { teams } = readConfig({ KLARTEXT_TEAMS_PLAYGROUND: 'http://127.0.0.1:56150' })
    assert.equal(teams?.playground, 'http://127.0.0.1:56150')
  })

  const wrong: [string, Record<string, string>, readonly string[]][] = [
    [
      'an app alone',
      { KLARTEXT_TEAMS_APP_ID: id },
      ['KLARTEXT_TEAMS_APP_SECRET: found nothing', 'KLARTEXT_TEAMS_TENANT: found nothing'],
    ],
    [
      'a name in place of a tenant',
      { ...complete, KLARTEXT_TEAMS_TENANT: 'contoso.com' },
      ['Directory (tenant) ID'],
    ],
    ['the id of a secret', { ...complete, KLARTEXT_TEAMS_APP_SECRET: tenant }, ['not its id']],
    [
      'a secret with a blank',
      { ...complete, KLARTEXT_TEAMS_APP_SECRET: 'canary secret of the app' },
      ['24 characters'],
    ],
    [
      'a name in place of a channel',
      { ...complete, KLARTEXT_TEAMS_NOT_IN: 'Allgemein' },
      ['19:AbCdEf@thread.tacv2'],
    ],
    [
      'an audience that there is not',
      { ...complete, KLARTEXT_TEAMS_AUDIENCES: `${channel}=all` },
      ['cross-team'],
    ],
    ['a mistyped name', { ...complete, KLARTEXT_TEAMS_TENNANT: tenant }, ['KLARTEXT_TEAMS_TENNANT']],
    [
      'a stand-in elsewhere',
      { ...complete, KLARTEXT_TEAMS_STAND_IN: 'https://example.com' },
      ['on 127.0.0.1'],
    ],
    ['a playground elsewhere', { KLARTEXT_TEAMS_PLAYGROUND: 'http://0.0.0.0:56150' }, ['on 127.0.0.1']],
    [
      'a playground beside an app',
      { ...complete, KLARTEXT_TEAMS_PLAYGROUND: 'http://127.0.0.1:56150' },
      [
        'KLARTEXT_TEAMS_APP_ID: found it beside KLARTEXT_TEAMS_PLAYGROUND',
        'KLARTEXT_TEAMS_APP_SECRET: found it',
        'KLARTEXT_TEAMS_TENANT: found it',
      ],
    ],
    [
      'a playground with a public address',
      { KLARTEXT_TEAMS_PLAYGROUND: 'http://127.0.0.1:56150', KLARTEXT_URL: 'https://klartext.example.com' },
      ['KLARTEXT_URL: found it beside'],
    ],
  ]
  for (const [name, environment, parts] of wrong)
    it(`refuses ${name}`, () => {
      const message = faults(environment)
      for (const part of parts) assert.ok(message.includes(part), message)
      assert.ok(!message.includes('canary'), 'a secret is repeated')
    })
})

describe('configuration of the console', () => {
  const url = 'https://klartext.example.com'
  const id = '123.456'
  const secret = '0123456789abcdef0123456789abcdef'

  it('needs nothing', () => {
    assert.deepEqual(readConfig({}).console, {
      url: undefined,
      roles: undefined,
      fourEyes: false,
      slack: undefined,
      standIn: undefined,
    })
  })

  it('takes what the environment says', () => {
    const { console: own } = readConfig({
      KLARTEXT_URL: url,
      KLARTEXT_ROLES: '/etc/klartext/roles.yaml',
      KLARTEXT_CONSOLE_FOUR_EYES: 'on',
      KLARTEXT_CONSOLE_SLACK_CLIENT_ID: id,
      KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: secret,
    })
    assert.deepEqual(own, {
      url,
      roles: '/etc/klartext/roles.yaml',
      fourEyes: true,
      slack: { clientId: id, clientSecret: secret },
      standIn: undefined,
    })
  })

  const standIn = 'http://127.0.0.1:4400'
  it('takes a stand-in where nobody from outside comes', () => {
    for (const more of [{}, { KLARTEXT_URL: 'http://127.0.0.1:3210' }])
      assert.equal(readConfig({ KLARTEXT_CONSOLE_STAND_IN: standIn, ...more }).console.standIn, standIn)
  })

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['an address with a path', { KLARTEXT_URL: `${url}/console` }, /KLARTEXT_URL: .*without a path/],
    ['an address in plain HTTP', { KLARTEXT_URL: 'http://klartext.example.com' }, /KLARTEXT_URL: .*https/],
    [
      'a client id alone',
      { KLARTEXT_URL: url, KLARTEXT_CONSOLE_SLACK_CLIENT_ID: id },
      /CLIENT_SECRET: found nothing/,
    ],
    [
      'a client secret alone',
      { KLARTEXT_URL: url, KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: secret },
      /CLIENT_ID: found nothing/,
    ],
    [
      'an app for signing in without an address',
      { KLARTEXT_CONSOLE_SLACK_CLIENT_ID: id, KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: secret },
      /KLARTEXT_URL: found nothing/,
    ],
    [
      'a secret that is none',
      {
        KLARTEXT_URL: url,
        KLARTEXT_CONSOLE_SLACK_CLIENT_ID: id,
        KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: 'canary',
      },
      /found 6 characters/,
    ],
    ['a stand-in elsewhere', { KLARTEXT_CONSOLE_STAND_IN: 'https://example.com' }, /on 127\.0\.0\.1/],
    [
      'a stand-in behind a public address',
      { KLARTEXT_URL: url, KLARTEXT_CONSOLE_STAND_IN: standIn },
      /lets anybody in/,
    ],
    ['yes for on', { KLARTEXT_CONSOLE_FOUR_EYES: 'yes' }, /on or off/],
    ['a mistyped name', { KLARTEXT_CONSOLE_FOUREYES: 'on' }, /KLARTEXT_CONSOLE_FOUREYES: found a variable/],
  ]
  for (const [name, environment, message] of wrong)
    it(`refuses ${name}`, () =>
      assert.throws(
        () => readConfig(environment),
        (error) => {
          assert.ok(error instanceof UserError)
          assert.match(error.message, message)
          assert.ok(!error.message.includes('canary'), error.message)
          return true
        },
      ))
})
