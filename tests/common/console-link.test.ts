import assert from 'node:assert/strict'
import { homeView } from '../../adapters/slack/render/home.js'
import { homeCard } from '../../adapters/teams/render/home.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import { readConfig } from '../../src/config.js'
import { wordsFor } from '../../src/words/index.js'

const URL = 'https://klartext.example.com'
const SLACK = { KLARTEXT_SLACK_BOT_TOKEN: 'xoxb-1', KLARTEXT_SLACK_APP_TOKEN: 'xapp-1' }
const SIGN_IN = {
  KLARTEXT_CONSOLE_SLACK_CLIENT_ID: '1.2',
  KLARTEXT_CONSOLE_SLACK_CLIENT_SECRET: '0'.repeat(32),
}
const TEAMS = {
  KLARTEXT_TEAMS_APP_ID: '11111111-1111-1111-1111-111111111111',
  KLARTEXT_TEAMS_APP_SECRET: 'a-secret-of-the-app',
  KLARTEXT_TEAMS_TENANT: '22222222-2222-2222-2222-222222222222',
}

/** What is set, and where people of Slack and of Teams are led. */
const CONFIGS: readonly [
  what: string,
  Record<string, string>,
  slack: string | undefined,
  teams: string | undefined,
][] = [
  ['no address', { ...SLACK, ...TEAMS }, undefined, undefined],
  ['an address without a sign-in for Slack', { ...SLACK, KLARTEXT_URL: URL }, undefined, undefined],
  ['an address with one', { ...SLACK, ...SIGN_IN, KLARTEXT_URL: URL }, `${URL}/console`, undefined],
  ['Teams and an address', { ...TEAMS, KLARTEXT_URL: URL }, undefined, `${URL}/console`],
]

const parts = (console: string | undefined, optedIn: boolean) => ({
  ...{
    settings: { ...DEFAULT_SETTINGS, optedIn },
    weeks: [],
    summaries: [],
    now: new Date('2026-03-10T11:00:00Z'),
    console,
  },
  timeZone: 'Europe/Berlin',
})
const slackPage = (console: string | undefined, isAdmin: boolean) =>
  JSON.stringify(
    homeView(
      { ...parts(console, true), isAdmin, missingScopes: [] },
      wordsFor({ language: 'de', tone: 'du' }, 'slack'),
    ),
  )
const teamsCard = (console: string | undefined) =>
  JSON.stringify(homeCard(parts(console, true), wordsFor({ language: 'de', tone: 'sie' }, 'teams')))

describe('the way from the chat to the console', () => {
  for (const [what, environment, slack, teams] of CONFIGS)
    it(`leads ${(slack ?? teams) ? 'there' : 'nowhere'} with ${what}`, () => {
      const config = readConfig(environment)
      assert.equal(config.slack?.console, slack)
      assert.equal(config.teams?.console, teams)
    })

  it('is a link on the own page in Slack, and one to the lexicon for admins', () => {
    const [me, lexicon] = [`<${URL}/console/me|Deine Seite im Browser>`, `<${URL}/console/lexicon|`]
    const console = `${URL}/console`
    assert.deepEqual(
      [me, lexicon].map((link) => slackPage(console, true).includes(link)),
      [true, true],
    )
    assert.deepEqual(
      [me, lexicon].map((link) => slackPage(console, false).includes(link)),
      [true, false],
    )
    assert.ok(!slackPage(undefined, true).includes('/console'))
  })

  it('is a link on the own card in Teams', () => {
    assert.ok(teamsCard(`${URL}/console`).includes(`[Ihre Seite im Browser](${URL}/console/me)`))
    assert.ok(!teamsCard(undefined).includes('/console'))
  })
})
