import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CHANNEL_EVENTS, EVENTS, manifest, SCOPES } from '../../adapters/slack/manifest.js'
import { packageRoot } from '../../src/package-root.js'

const folder = join(packageRoot, 'adapters/slack')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'manifest.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

/** Scopes that each method of the Web API needs, as Slack documents them. */
const NEEDED: Record<string, readonly string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'views.open': [],
  'views.publish': [],
  'usergroups.users.list': ['usergroups:read'],
}

describe('Slack: the app manifest', () => {
  it('asks for the scopes of the calls and events that there are, and for no other', () => {
    const methods = new Set(
      [...source.matchAll(/'((?:chat|conversations|views|usergroups(?:\.users)?)\.[a-zA-Z]+)'/g)].map(
        ([, name]) => name!,
      ),
    )
    const needed = new Set(['channels:history', 'groups:history', 'commands'])
    for (const method of methods) for (const scope of NEEDED[method] ?? assert.fail(method)) needed.add(scope)
    needed.delete('usergroups:read')
    assert.deepEqual([...SCOPES].sort(), [...needed].sort())
  })

  it('asks for the events that are handled, and for no other', () => {
    const handled = new Set(['message.channels', 'message.groups'])
    for (const [, name] of source.matchAll(/app\.event\('(\w+)'/g)) if (name !== 'message') handled.add(name!)
    assert.ok(source.includes('of CHANNEL_EVENTS)'))
    for (const name of CHANNEL_EVENTS) handled.add(name)
    assert.deepEqual([...EVENTS].sort(), [...handled].sort())
  })

  it('reads no direct messages between people', () =>
    assert.ok(![...EVENTS].some((name) => /message\.(?:im|mpim|app_home)/.test(name))))

  for (const language of ['de', 'en'] as const)
    it(`keeps to Slack's lengths, ${language}`, () => {
      const { display_information: shown, features } = manifest({
        mode: 'http',
        url: 'https://k.example',
        language,
      })
      assert.ok(shown.name.length <= 35 && shown.description.length <= 140)
      assert.ok(shown.long_description.length >= 174 && shown.long_description.length <= 4000)
      for (const { name, description } of features.shortcuts)
        assert.ok(name.length <= 24 && description.length <= 150, name)
      for (const { usage_hint } of features.slash_commands) assert.ok(usage_hint.length <= 1000)
    })

  it('lets tokens end only where that is asked for', () => {
    const of = (rotation?: boolean) =>
      manifest({ mode: 'http', url: 'https://k.example', oauth: true, ...(rotation ? { rotation } : {}) })
    assert.equal(of().settings.token_rotation_enabled, false)
    assert.equal(of(true).settings.token_rotation_enabled, true)
  })

  it('is printed as YAML for either mode', () => {
    const print = (...options: string[]) =>
      parse(
        execFileSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'slack', 'manifest', ...options], {
          cwd: packageRoot,
          encoding: 'utf8',
        }),
      )
    const socket = print()
    assert.deepEqual(socket, JSON.parse(JSON.stringify(manifest({ mode: 'socket' }))))
    assert.equal(socket.settings.socket_mode_enabled, true)
    assert.ok(!JSON.stringify(socket).includes('url'))
    const http = print('--mode', 'http', '--url', 'https://k.example', '--oauth', '--language', 'en')
    assert.equal(http.settings.event_subscriptions.request_url, 'https://k.example/slack/events')
    assert.equal(http.settings.interactivity.request_url, 'https://k.example/slack/events')
    assert.equal(http.features.slash_commands[0].url, 'https://k.example/slack/events')
    assert.deepEqual(http.oauth_config.redirect_urls, ['https://k.example/slack/oauth_redirect'])
    assert.equal(http.settings.token_rotation_enabled, false)
  }).timeout(30_000)
})
