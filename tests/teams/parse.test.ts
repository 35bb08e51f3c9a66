import assert from 'node:assert/strict'
import { linkTo } from '../../adapters/teams/link-to.js'
import { parseMessage } from '../../adapters/teams/parse.js'
import { CHANNEL, html, JANA, posted, ROOT, TENANT } from './activities.js'

const NOW = new Date('2026-03-10T10:05:00Z')
const read = (activity: unknown) => parseMessage(activity, TENANT, NOW)
const ANSWER = '1773136860000'

describe('Teams: what is read of an activity', () => {
  it('takes a message with its writer, place and time', () => {
    assert.deepEqual(read(posted()), {
      kind: 'written',
      conversation: `${CHANNEL};messageid=${ROOT}`,
      incoming: {
        author: { platform: 'teams', tenant: TENANT, user: JANA },
        address: { platform: 'teams', tenant: TENANT, channel: CHANNEL, message: ROOT },
        revision: 'new',
        at: new Date('2026-03-10T10:00:00.123Z'),
        text: 'Wir challengen das.',
      },
    })
  })

  it('takes the part with the markup where there is one', () => {
    const parsed = read(posted(html('<p>Wir <b>challengen</b> das.</p>')))
    assert.ok(parsed?.kind === 'written')
    assert.equal(parsed.incoming.text, '<p>Wir <b>challengen</b> das.</p>')
  })

  it('knows an answer by the thread it stands in', () => {
    const parsed = read(posted({ id: ANSWER }))
    assert.ok(parsed?.kind === 'written')
    assert.equal(parsed.incoming.address.message, `${ROOT}:${ANSWER}`)
  })

  it('takes an edit as another revision of the same message', () => {
    const edit = posted(
      { type: 'messageUpdate', timestamp: '2026-03-10T10:01:00Z', text: 'Wir prüfen das.' },
      { eventType: 'editMessage' },
    )
    const parsed = read(edit)
    assert.ok(parsed?.kind === 'written')
    const { revision, at, address } = parsed.incoming
    assert.deepEqual(
      [revision, at.toISOString(), address.message],
      ['1773136860000', '2026-03-10T10:01:00.000Z', ROOT],
    )
  })

  it('takes an edit that leaves nothing, and a message that is brought back', () => {
    for (const [eventType, text] of [
      ['editMessage', ''],
      ['undeleteMessage', 'Wir challengen das.'],
    ])
      assert.equal(read(posted({ type: 'messageUpdate', text }, { eventType }))?.kind, 'written')
  })

  it('takes a deletion, with whose message it was', () => {
    const parsed = read(
      posted(
        { type: 'messageDelete', text: undefined, timestamp: '2026-03-10T10:02:00Z' },
        { eventType: 'softDeleteMessage' },
      ),
    )
    assert.ok(parsed?.kind === 'deleted')
    assert.deepEqual(parsed.deletion, {
      address: { platform: 'teams', tenant: TENANT, channel: CHANNEL, message: ROOT },
      at: new Date('2026-03-10T10:02:00Z'),
      author: { platform: 'teams', tenant: TENANT, user: JANA },
    })
  })

  it('takes a deletion without saying whose, where Teams does not', () => {
    const parsed = read(posted({ type: 'messageDelete', from: undefined }))
    assert.ok(parsed?.kind === 'deleted')
    assert.equal(parsed.deletion.author, undefined)
  })

  it('takes the deletion of what an app wrote in her name as nobody’s', () => {
    const parsed = read(posted({ type: 'messageDelete' }, { onBehalfOf: [{ itemId: 0 }] }))
    assert.ok(parsed?.kind === 'deleted')
    assert.equal(parsed.deletion.author, undefined)
  })

  it('has the same name for a person however Teams writes their id', () => {
    const parsed = read(posted({ from: { id: '29:1jana', aadObjectId: JANA.toUpperCase() } }))
    assert.ok(parsed?.kind === 'written')
    assert.equal(parsed.incoming.author.user, JANA)
  })

  const left: [string, unknown][] = [
    ['nothing', null],
    ['a text', 'message'],
    ['a list', [posted()]],
    ['a message of a bot', posted({ from: { id: '28:bot', aadObjectId: JANA } })],
    ['a message by its role of a bot', posted({ from: { id: '29:1', aadObjectId: JANA, role: 'bot' } })],
    ['a message of another company', posted({ from: { id: '29:1', aadObjectId: JANA, tenantId: JANA } })],
    ['a message without a known writer', posted({ from: { id: '29:1anonymous' } })],
    ['a writer whose id is prose', posted({ from: { id: '29:1', aadObjectId: 'Jana schreibt' } })],
    ['a chat with the bot', posted({ conversation: { id: 'a:1', conversationType: 'personal' } })],
    ['a chat of several', posted({ conversation: { id: '19:x@thread.v2', conversationType: 'groupChat' } })],
    ['a conversation of no kind', posted({ conversation: { id: CHANNEL } })],
    ['a channel whose id is prose', posted({}, { channel: { id: 'der Umbau der Station' } })],
    ['a channel with an endless id', posted({}, { channel: { id: `19:${'a'.repeat(60)}@thread.tacv2` } })],
    ['a message whose id is prose', posted({ id: 'heute früh' })],
    ['what an app wrote in her name', posted({}, { onBehalfOf: [{ itemid: 0, mri: '29:1' }] })],
    ['an attachment alone', posted({ text: '' })],
    ['an empty paragraph', posted({ text: ' ', attachments: [] })],
    ['a reaction', posted({ type: 'messageReaction' })],
    ['an edit of another kind', posted({ type: 'messageUpdate' }, { eventType: 'linkUnfurled' })],
    ['an invoke', posted({ type: 'invoke' })],
    ['a time that is none', posted({ timestamp: 'gestern' })],
  ]
  for (const [name, activity] of left) it(`leaves ${name}`, () => assert.equal(read(activity), null))

  it('leads to the message, and to the thread of an answer', () => {
    const address = {
      platform: 'teams',
      tenant: TENANT,
      channel: CHANNEL,
      message: `${ROOT}:${ANSWER}`,
    } as const
    const link = new URL(linkTo(address))
    assert.equal(link.origin, 'https://teams.microsoft.com')
    assert.equal(decodeURIComponent(link.pathname), `/l/message/${CHANNEL}/${ANSWER}`)
    assert.deepEqual(Object.fromEntries(link.searchParams), { tenantId: TENANT, parentMessageId: ROOT })
    assert.ok(linkTo({ ...address, message: ROOT }).includes(`/${ROOT}?`))
  })
})
