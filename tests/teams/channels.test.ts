import assert from 'node:assert/strict'
import { createChannels } from '../../adapters/teams/channels.js'
import type { TeamsOptions } from '../../adapters/teams/options.js'
import { PlatformError } from '../../src/errors.js'
import { CHANNEL, posted, TEAM, TENANT } from './activities.js'

interface Known {
  readonly team?: string
  readonly channel?: string
  readonly type?: string
}

/** Channels of a company whose Teams answers so, and the number of questions. */
function channelsOf(known: Known | null, more: Partial<TeamsOptions> = {}) {
  let [asked, now] = [0, 0]
  const client = {
    async team() {
      asked++
      if (!known) throw new PlatformError('team', 'later')
      const { team = 'Umbau', channel, type } = known
      const listed = channel === undefined ? [] : ([[CHANNEL, { name: channel, type }]] as const)
      return { name: team, channels: new Map(listed) }
    },
  }
  const options = { appId: '', appSecret: '', tenant: TENANT, ...more }
  const channels = createChannels(client, options, () => new Date(now))
  return { channels, asked: () => asked, pass: (minutes: number) => (now += minutes * 60_000) }
}

describe('Teams: which channels are read', () => {
  const usual = { channel: 'Station 4' }
  const table: [string, Known, object, Partial<TeamsOptions>, string | null][] = [
    ['a channel of a team', usual, {}, {}, 'team'],
    ['the first channel, which has no name', { channel: '' }, {}, {}, 'team'],
    [
      'a channel with an audience of its own',
      usual,
      {},
      { audiences: new Map([[CHANNEL, 'company']]) },
      'company',
    ],
    ['a channel on the list', usual, {}, { onlyIn: [CHANNEL] }, 'team'],
    ['a channel beside the list', usual, {}, { onlyIn: [TEAM] }, null],
    ['a channel on the list of those never read', usual, {}, { notIn: [CHANNEL] }, null],
    ['a channel on both lists', usual, {}, { onlyIn: [CHANNEL], notIn: [CHANNEL] }, null],
    ['a shared channel, by its message', usual, { channel: { id: CHANNEL, type: 'shared' } }, {}, null],
    ['a shared channel, by Teams', { ...usual, type: 'Shared' }, {}, {}, null],
    [
      'a shared channel where that is allowed',
      { ...usual, type: 'shared' },
      {},
      { sharedChannels: true },
      'customer-facing',
    ],
    [
      'a private channel that the message names',
      {},
      { channel: { id: CHANNEL, name: 'Umzug', type: 'private' } },
      {},
      'team',
    ],
    ['a channel whose name nobody tells', {}, {}, {}, null],
    ['the works council', { channel: 'Betriebsrat' }, {}, {}, null],
    ['a channel in the team of the works council', { ...usual, team: 'GBR Nord' }, {}, {}, null],
    [
      'a channel that its message calls confidential',
      usual,
      { channel: { id: CHANNEL, name: 'Personal' } },
      {},
      null,
    ],
    ['the works council, though on the list', { channel: 'betriebsrat' }, {}, { onlyIn: [CHANNEL] }, null],
  ]
  for (const [name, known, channelData, options, expected] of table)
    it(`${expected ? `reads ${name} as ${expected}` : `leaves ${name}`}`, async () => {
      const { channels } = channelsOf(known, options)
      assert.equal(await channels.audienceOf(posted({}, { ...channelData })), expected)
    })

  it('asks once in ten minutes, and at once when something has changed', async () => {
    const { channels, asked, pass } = channelsOf(usual)
    const ask = () => channels.audienceOf(posted())
    await Promise.all([ask(), ask()])
    assert.equal(asked(), 1)
    pass(11)
    await ask()
    assert.equal(asked(), 2)
    channels.forget(TEAM)
    await ask()
    assert.equal(asked(), 3)
  })

  it('asks again where Teams could not be asked', async () => {
    const { channels, asked } = channelsOf(null)
    for (let times = 0; times < 2; times++) await assert.rejects(channels.audienceOf(posted()), PlatformError)
    assert.equal(asked(), 2)
  })
})
