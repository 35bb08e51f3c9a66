import assert from 'node:assert/strict'
import { isConfidential } from '../../adapters/common/confidential.js'
import { createChannels } from '../../adapters/slack/channels.js'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { PlatformError } from '../../src/errors.js'

/** Channels of a workspace whose Slack answers from a table, and the number of questions. */
function channelsOf(table: Record<string, object>, options: Partial<SlackOptions> = {}) {
  const asked: string[] = []
  let now = 0
  const client = {
    async call<Result>(_tenant: string, _method: string, args: Record<string, unknown>) {
      asked.push(String(args['channel']))
      const channel = table[String(args['channel'])]
      if (!channel) throw new PlatformError('conversations.info', 'refused')
      return { channel } as Result
    },
  }
  const channels = createChannels(client, { mode: 'http', ...options }, () => new Date(now))
  return { channels, asked, pass: (minutes: number) => (now += minutes * 60_000) }
}

describe('Slack: which channels are read', () => {
  const team = { name: 'umbau-station-4' }
  const table: [string, object, Partial<SlackOptions>, boolean, string | null][] = [
    ['a channel that the bot is in', team, {}, false, 'team'],
    ['the channel of everybody', { name: 'allgemein', is_general: true }, {}, false, 'company'],
    [
      'a channel with an audience of its own',
      team,
      { audiences: new Map([['C1', 'cross-team']]) },
      false,
      'cross-team',
    ],
    ['a channel on the list', team, { onlyIn: ['C1'] }, false, 'team'],
    ['a channel beside the list', team, { onlyIn: ['C2'] }, false, null],
    ['a channel on the list of those never read', team, { notIn: ['C1'] }, false, null],
    ['a channel on both lists', team, { onlyIn: ['C1'], notIn: ['C1'] }, false, null],
    ['a channel shared with others, by the event', team, {}, true, null],
    ['a channel shared with others, by Slack', { name: 'lieferant', is_ext_shared: true }, {}, false, null],
    [
      'a channel that is about to be shared',
      { name: 'lieferant', is_pending_ext_shared: true },
      {},
      false,
      null,
    ],
    ['a shared channel where that is allowed', team, { sharedChannels: true }, true, 'customer-facing'],
    ['a direct message', { is_im: true }, {}, false, null],
    ['a direct message of several', { name: 'mpdm-a--b-1', is_mpim: true }, {}, false, null],
    ['the works council', { name: 'betriebsrat' }, {}, false, null],
    [
      'the works council, though on the list',
      { name: 'betriebsrat' },
      { onlyIn: ['C1'], audiences: new Map([['C1', 'team']]) },
      false,
      null,
    ],
  ]
  for (const [name, info, options, shared, expected] of table)
    it(`${expected ? `reads ${name} as ${expected}` : `leaves ${name}`}`, async () => {
      const { channels } = channelsOf({ C1: info }, options)
      assert.equal(await channels.audienceOf('T1', 'C1', shared), expected)
    })

  const names: [string, boolean][] = [
    ['br', true],
    ['gbr-nord', true],
    ['betriebsrat_intern', true],
    ['BETRIEBSÄRZTIN', true],
    ['team-hr', true],
    ['works-council', true],
    ['sbv', true],
    ['betriebsratswahl', true],
    ['betriebsrat2026', true],
    ['betriebsaerztin', true],
    ['whistleblowing', true],
    ['personalisierung', false],
    ['peoplesoft', false],
    ['verdichtung', false],
    ['brand-design', false],
    ['umbau-station-4', false],
    ['hrm-software', false],
    ['tarife-vertrieb', false],
    ['allgemein', false],
    ['', false],
  ]
  for (const [name, confidential] of names)
    it(`#${name} is ${confidential ? '' : 'not '}confidential`, () =>
      assert.equal(isConfidential(name), confidential))

  it('asks once in ten minutes, or when a channel has changed', async () => {
    const { channels, asked, pass } = channelsOf({ C1: team })
    await Promise.all([1, 2, 3].map(() => channels.audienceOf('T1', 'C1', false)))
    pass(9)
    await channels.audienceOf('T1', 'C1', false)
    assert.equal(asked.length, 1)
    channels.forget('T1', 'C1')
    await channels.audienceOf('T1', 'C1', false)
    pass(11)
    await channels.audienceOf('T1', 'C1', false)
    assert.equal(asked.length, 3)
  })

  it('reads nothing where it cannot ask, and asks again', async () => {
    const { channels, asked } = channelsOf({})
    await assert.rejects(channels.audienceOf('T1', 'C1', false), PlatformError)
    await assert.rejects(channels.audienceOf('T1', 'C1', false), PlatformError)
    assert.equal(asked.length, 2)
  })
})
