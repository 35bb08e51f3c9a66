import type { Fields } from '../stand-in/index.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** Loaded words around a canary, so that there is something to say of them. */
const around = (canary: string) =>
  `Wir müssen das Alignment zu ${canary} im Daily challengen, sonst wird es gecancelt.`

/** People write, edit, answer, share and delete; each word of it is a canary of its own. */
export async function speak({
  slack,
  jana,
  murat,
  channel,
  closed,
  workspace,
  canaries,
}: CanaryHouse): Promise<void> {
  const { plain, sharp, inText } = canaries
  const loaded = (where: string, make = sharp) => {
    const canary = make(where)
    return inText(canary, around(canary))
  }
  const bot = slack.dm(jana)
  const first = await slack.say(jana, channel, loaded('a message'))
  const { ts } = first.message
  await Promise.all([
    slack.edit(jana, channel, ts, loaded('an edit')),
    slack.say(murat, channel, loaded('a message of somebody who does not take part')),
    slack.say(jana, closed, loaded('a message in a channel that is not read')),
    slack.say(jana, bot, loaded('a message to the bot')),
    slack.say(jana, channel, loaded('an answer in a thread'), { thread_ts: ts }),
    slack.say(murat, channel, loaded('an answer of somebody else'), { thread_ts: ts }),
    slack.say(jana, channel, loaded('a broadcast'), { thread_ts: ts, subtype: 'thread_broadcast' }),
    slack.say(jana, channel, loaded('a /me message', plain), { subtype: 'me_message' }),
    slack.say(jana, channel, loaded('a caption'), { files: [fileOf(canaries)] }),
    slack.say(jana, channel, '', { files: [fileOf(canaries)] }),
    slack.say(jana, channel, loaded('a comment on a forwarded message'), {
      attachments: [sharedOf(canaries)],
    }),
    slack.say(jana, channel, loaded('a message of a program'), {
      bot_id: 'B0OTHER',
      username: plain('its name'),
    }),
    slack.say(jana, channel, `${sharp('a long message')} gecancelt. `.repeat(300)),
    slack
      .say(jana, channel, loaded('a deleted message'))
      .then((gone) => slack.remove(channel, gone.message.ts)),
    slack.unfurl(channel, ts),
    ...strangeEvents(channel.id, jana.id, canaries).map((event) => slack.event(workspace.id, event)),
  ])
  await slack.remove(channel, ts)
}

const fileOf = ({ plain, sharp }: CanaryHouse['canaries']): Fields => ({
  id: 'F0FILE',
  name: `${plain('the name of a file')}.pdf`,
  title: sharp('the title of a file'),
  preview: sharp('the preview of a file'),
  initial_comment: { comment: sharp('the comment on a file') },
})

const sharedOf = ({ plain, sharp }: CanaryHouse['canaries']): Fields => ({
  is_share: true,
  is_msg_unfurl: true,
  text: sharp('a forwarded text'),
  fallback: sharp('the fallback of a forwarded text'),
  author_name: plain('the author of a forwarded text'),
  message_blocks: [{ message: { blocks: [{ type: 'section', text: sharp('a forwarded block') }] } }],
})

/** Events with names, and events that are not as they should be. */
function strangeEvents(channel: string, user: string, { plain, sharp }: CanaryHouse['canaries']): Fields[] {
  const message = { type: 'message', channel, channel_type: 'channel', user, ts: '1773136800.000100' }
  return [
    { ...message, subtype: 'channel_topic', topic: sharp('a topic'), text: sharp('the note on a topic') },
    {
      type: 'channel_rename',
      channel: { id: channel, name: plain('the new name of a channel'), created: 1 },
    },
    { type: 'user_change', user: { id: user, profile: { real_name: sharp('the new name of a person') } } },
    { type: plain('a kind of event'), text: sharp('the text of an unknown event') },
    { ...message, text: { text: sharp('a text that is none') } },
    { ...message, ts: sharp('a time that is none'), text: sharp('a message without a time') },
    {
      ...message,
      channel: `${sharp('a channel that is none')} `.repeat(8),
      text: sharp('a message in no channel'),
    },
    { ...message, user: `${sharp('a person that is none')} `.repeat(8), text: sharp('a message of nobody') },
    { ...message, subtype: 'message_changed', message: { ...message, text: sharp('an edit of nothing') } },
    { ...message, subtype: 'message_deleted', previous_message: { text: sharp('a deletion of nothing') } },
    { ...message, thread_ts: sharp('a thread that is none'), text: [sharp('a list of texts')] },
  ]
}
