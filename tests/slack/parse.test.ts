import assert from 'node:assert/strict'
import { parseMessage } from '../../adapters/slack/parse.js'
import { toProse } from '../../src/prose/index.js'

const origin = { team: 'T1', enterprise: 'E1' }
const TS = '1772442000.000100'
const EDIT = '1772442060.000200'
const QUOTED = 'Das hat jemand anders geschrieben'

/** A message of U1 in a public channel. */
const said = (over: object = {}) => ({
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  text: 'Guten Morgen',
  ts: TS,
  team: 'T1',
  ...over,
})

const changed = (message: object, before: object = {}, over: object = {}) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'C1',
  channel_type: 'channel',
  hidden: true,
  ts: '1772442060.000300',
  event_ts: '1772442060.000300',
  message: {
    type: 'message',
    user: 'U1',
    text: 'Guten Abend',
    ts: TS,
    team: 'T1',
    edited: { user: 'U1', ts: EDIT },
    ...message,
  },
  previous_message: { type: 'message', user: 'U1', text: 'Guten Morgen', ts: TS, ...before },
  ...over,
})

const removed = (before: object | undefined = { user: 'U1', text: 'Guten Morgen' }, over: object = {}) => ({
  type: 'message',
  subtype: 'message_deleted',
  channel: 'C1',
  channel_type: 'channel',
  hidden: true,
  deleted_ts: TS,
  ts: '1772442070.000100',
  event_ts: '1772442070.000100',
  ...(before ? { previous_message: before } : {}),
  ...over,
})

const forwarded = {
  is_msg_unfurl: true,
  is_share: true,
  channel_id: 'C2',
  author_id: 'U2',
  text: QUOTED,
  fallback: QUOTED,
  message_blocks: [{ message: { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: QUOTED } }] } }],
}

describe('Slack messages: what counts as somebody’s own writing', () => {
  const read: [string, object, string][] = [
    ['a message in a public channel', said(), 'Guten Morgen'],
    ['a message in a private channel', said({ channel_type: 'group' }), 'Guten Morgen'],
    ['a message of an older kind, without channel_type', said({ channel_type: undefined }), 'Guten Morgen'],
    ['a message without a team', said({ team: undefined }), 'Guten Morgen'],
    ['a message of the same organisation', said({ team: 'E1' }), 'Guten Morgen'],
    ['an answer in a thread', said({ thread_ts: '1772441000.000100', parent_user_id: 'U2' }), 'Guten Morgen'],
    ['the root of a thread', said({ thread_ts: TS }), 'Guten Morgen'],
    [
      'an answer that goes to the channel too',
      said({ subtype: 'thread_broadcast', thread_ts: '1772441000.000100' }),
      'Guten Morgen',
    ],
    [
      'a file with words',
      said({ subtype: 'file_share', files: [{ id: 'F1', preview: QUOTED, plain_text: QUOTED }] }),
      'Guten Morgen',
    ],
    [
      'a file with words, without a subtype',
      said({ files: [{ id: 'F1', title: QUOTED }], upload: true }),
      'Guten Morgen',
    ],
    ['/me', said({ subtype: 'me_message' }), 'Guten Morgen'],
    ['rich text', said({ blocks: [{ type: 'rich_text', elements: [] }] }), 'Guten Morgen'],
    ['a forwarded message with words of one’s own', said({ attachments: [forwarded] }), 'Guten Morgen'],
    [
      'an unfurled link',
      said({ attachments: [{ title: QUOTED, text: QUOTED, from_url: 'https://example.com' }] }),
      'Guten Morgen',
    ],
    [
      'a link to a message that shows it',
      said({ text: 'Schau <https://acme.slack.com/archives/C2/p1>', attachments: [forwarded] }),
      'Schau ',
    ],
    ['quoted lines', said({ text: `&gt; ${QUOTED}\nGuten Morgen` }), '\nGuten Morgen'],
    [
      'a quotation to the end',
      said({ text: `Guten Morgen\n&gt;&gt;&gt; ${QUOTED}\n${QUOTED}` }),
      'Guten Morgen\n',
    ],
    ['a block of code', said({ text: `Guten Morgen \`\`\`${QUOTED}\`\`\`` }), 'Guten Morgen '],
    ['code in the line', said({ text: `Guten Morgen \`${QUOTED}\`` }), 'Guten Morgen '],
    ['struck text', said({ text: `Guten ~${QUOTED}~ Morgen` }), 'Guten  Morgen'],
    [
      'mentions and groups',
      said({ text: '<@U2> <!subteam^S1|@kollegium> <!here> Guten Morgen' }),
      '   Guten Morgen',
    ],
    ['a channel', said({ text: 'Guten Morgen <#C2|allgemein>' }), 'Guten Morgen '],
    ['a link with a name', said({ text: `Guten Morgen <https://example.com|${QUOTED}>` }), 'Guten Morgen '],
    ['emoji', said({ text: 'Guten Morgen :wave::skin-tone-2:' }), 'Guten Morgen '],
    ['entities', said({ text: 'Müller &amp; Söhne &lt;3' }), 'Müller & Söhne <3'],
    ['an edit', changed({}), 'Guten Abend'],
    ['an edit without what stood before', changed({}, {}, { previous_message: undefined }), 'Guten Abend'],
    ['an edit that takes all words away', changed({ text: '' }), ''],
    ['an edit of a file’s words', changed({ subtype: 'file_share' }), 'Guten Abend'],
    ['an edit of a message that unfurls', changed({ attachments: [forwarded] }), 'Guten Abend'],
    [
      'a second edit',
      changed({ edited: { user: 'U1', ts: '1772442099.000100' } }, { edited: { user: 'U1', ts: EDIT } }),
      'Guten Abend',
    ],
  ]
  for (const [name, event, prose] of read)
    it(`reads ${name}`, () => {
      const parsed = parseMessage(event, origin)
      assert.equal(parsed?.kind, 'written')
      if (parsed?.kind !== 'written') return
      assert.deepEqual(parsed.incoming.author, { platform: 'slack', tenant: 'T1', user: 'U1' })
      const { text } = parsed.incoming
      assert.equal(toProse(text, 'slack').text.replace(/[\uE000-\uE004]/g, ''), prose)
      assert.ok(!toProse(text, 'slack').text.includes(QUOTED))
    })

  const left: [string, unknown][] = [
    ['a bot', said({ bot_id: 'B1' })],
    [
      'a bot of the older kind',
      said({ subtype: 'bot_message', bot_id: 'B1', user: undefined, username: 'Wetter' }),
    ],
    ['an app that writes as a person', said({ bot_id: 'B2', app_id: 'A2' })],
    ['a direct message', said({ channel: 'D1', channel_type: 'im' })],
    ['a direct message of several people', said({ channel: 'G1', channel_type: 'mpim' })],
    ['the home of an app', said({ channel: 'D1', channel_type: 'app_home' })],
    ['somebody of another company', said({ user_team: 'T2' })],
    ['somebody whose home is elsewhere', said({ source_team: 'T2' })],
    ['somebody of another workspace', said({ team: 'T2' })],
    ['a file without words', said({ subtype: 'file_share', text: '', files: [{ id: 'F1' }] })],
    ['a forwarded message without words', said({ text: '', attachments: [forwarded] })],
    ['blanks', said({ text: ' \n ' })],
    ['somebody who joined', said({ subtype: 'channel_join' })],
    ['somebody who left', said({ subtype: 'channel_leave' })],
    ['a new topic', said({ subtype: 'channel_topic', topic: QUOTED })],
    ['a new purpose', said({ subtype: 'channel_purpose' })],
    ['a new name', said({ subtype: 'channel_name' })],
    ['an archived channel', said({ subtype: 'channel_archive' })],
    ['a pinned message', said({ subtype: 'pinned_item' })],
    ['a reminder', said({ subtype: 'reminder_add' })],
    ['a canvas', said({ subtype: 'channel_canvas_updated' })],
    ['a huddle', said({ subtype: 'huddle_thread' })],
    ['an assistant', said({ subtype: 'assistant_app_thread' })],
    ['a workflow', said({ subtype: 'bot_message', bot_profile: { is_workflow_bot: true }, bot_id: 'B3' })],
    [
      'a note that a thread has answers',
      said({ subtype: 'message_replied', message: { ts: TS, user: 'U1', text: 'x' } }),
    ],
    ['a note for one person', said({ subtype: 'ephemeral_message' })],
    ['a hidden message', said({ hidden: true })],
    ['an unfolded link', changed({ text: 'Guten Morgen', edited: undefined, attachments: [forwarded] })],
    [
      'an unfolded link after an edit',
      changed({ text: 'Guten Morgen' }, { edited: { user: 'U1', ts: EDIT } }),
    ],
    ['a new answer in the thread', changed({ text: 'Guten Morgen', edited: undefined, reply_count: 1 })],
    ['a change that nobody made', changed({ edited: undefined })],
    ['an edit by a bot', changed({ bot_id: 'B1' })],
    ['an edit by somebody of another company', changed({ user_team: 'T2' })],
    ['an edit in a direct message', changed({}, {}, { channel: 'D1', channel_type: 'im' })],
    [
      'an edit that lacks its message',
      { type: 'message', subtype: 'message_changed', channel: 'C1', ts: TS },
    ],
    ['a deletion in a direct message', removed(undefined, { channel: 'D1', channel_type: 'im' })],
    ['the deletion of a bot’s message', removed({ user: 'U9', bot_id: 'B1' })],
    ['nothing', null],
    ['a text', 'Guten Morgen'],
    ['a message without a time', said({ ts: undefined })],
    ['a message with a wrong time', said({ ts: 'gestern' })],
    ['a message without an author', said({ user: undefined })],
    ['a message whose author is no text', said({ user: { id: 'U1' } })],
    ['a message without a channel', said({ channel: undefined })],
    ['a kind that does not exist yet', said({ subtype: 'hologram' })],
  ]
  for (const [name, event] of left)
    it(`leaves ${name}`, () => assert.equal(parseMessage(event, origin), null))

  it('covers at least sixty shapes', () => assert.ok(read.length + left.length >= 60))
})

describe('Slack messages: times, revisions and threads', () => {
  const written = (event: object) => {
    const parsed = parseMessage(event, origin)
    assert.equal(parsed?.kind, 'written')
    return parsed?.kind === 'written' ? parsed.incoming : assert.fail()
  }
  it('orders a message and its edits by Slack’s clock', () => {
    assert.deepEqual([written(said()).revision, written(said()).at], ['new', new Date(1772442000000)])
    assert.deepEqual(
      [written(changed({})).revision, written(changed({})).at],
      [EDIT, new Date(1772442060000)],
    )
  })
  it('knows whom an answer answers', () => {
    const answer = (parent?: string) =>
      written(said({ thread_ts: '1772441000.000100', ...(parent ? { parent_user_id: parent } : {}) })).reply
    assert.deepEqual(
      [answer('U1'), answer('U2'), answer(), written(said({ thread_ts: TS })).reply],
      ['own', 'other', undefined, undefined],
    )
  })
  const deletions: [string, object, string | undefined][] = [
    ['a deletion', removed(), 'U1'],
    ['a deletion that names no author', removed(undefined), 'nobody'],
    [
      'a message with answers that leaves a stone',
      changed({ subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' }),
      'U1',
    ],
  ]
  for (const [name, event, author] of deletions)
    it(`takes ${name} for one`, () => {
      const parsed = parseMessage(
        name.includes('no author') ? removed(undefined, { previous_message: undefined }) : event,
        origin,
      )
      assert.equal(parsed?.kind, 'deleted')
      if (parsed?.kind !== 'deleted') return
      assert.equal(parsed.deletion.address.message, TS)
      assert.equal(parsed.deletion.author?.user ?? 'nobody', author)
    })
})
