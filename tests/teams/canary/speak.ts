import type { Fields, Message } from '../stand-in/index.js'
import type { CanaryHouse } from './openCanaryHouse.js'
import { strangeActivities } from './strangeActivities.js'

/** Loaded words around a canary, so that there is something to say of them. */
export const around = (canary: string) =>
  `Wir müssen das Alignment zu ${canary} im Daily challengen, sonst wird es gecancelt.`

/** People write, edit, answer, quote, delete and bring back; each word of it is a canary of its own. */
export async function speak(house: CanaryHouse): Promise<void> {
  const { teams, jana, murat, channel, closed, canaries } = house
  const { plain, sharp, inText } = canaries
  const loaded = (where: string, make = sharp) => {
    const canary = make(where)
    return inText(canary, around(canary))
  }
  const html = (where: string) => {
    const canary = sharp(where)
    return inText(canary, `<p>${inText(canary, around(canary))}</p>`)
  }
  const { message: first } = await teams.say(jana, channel, loaded('a message'))
  const gone = async (message: Message) => {
    await teams.remove(message)
    return teams.restore(message)
  }
  await Promise.all([
    teams.edit(first, html('an edit')),
    teams.say(jana, channel, html('a message in HTML')),
    teams.say(jana, channel, loaded('a message without HTML'), { plain: true }),
    teams.say(murat, channel, html('a message of somebody who does not take part')),
    teams.say(jana, closed, html('a message in a channel that is not read')),
    teams.say(jana, channel, html('an answer in a thread'), { thread: first }),
    teams.say(murat, channel, html('an answer of somebody else'), { thread: first }),
    teams.say(jana, channel, html('a message to the bot in a channel'), { mentionBot: true }),
    teams.say(jana, channel, `<p><at>${murat.name}</at> ${loaded('a message with a mention')}</p>`),
    teams.say(jana, channel, `<blockquote>${sharp('a quotation')}</blockquote>${html('what follows it')}`),
    teams.say(jana, channel, html('a caption'), { attachments: attached(canaries) }),
    teams.say(jana, channel, '', { attachments: attached(canaries) }),
    teams.say(jana, channel, html('a message with a subject'), {
      extra: { summary: sharp('a summary'), subject: sharp('a subject'), value: { note: sharp('a value') } },
    }),
    teams.say(jana, channel, html('a message of a program'), { extra: { from: { role: 'bot' } } }),
    teams.say(jana, channel, html('a message in her name'), {
      extra: { channelData: { onBehalfOf: [{ displayName: plain('the name of a program') }] } },
    }),
    teams.say(jana, channel, `<p>${`${sharp('a long message')} gecancelt. `.repeat(300)}</p>`),
    teams.say(jana, channel, html('a message that goes and comes back')).then((told) => gone(told.message)),
    teams.say(jana, channel, html('a deleted message')).then(({ message }) => teams.remove(message)),
    ...strangeActivities(house).map((activity) =>
      teams.deliver({ activity, heard: true }, { retries: false }),
    ),
  ])
  await teams.remove(first)
}

const attached = ({ plain, sharp }: CanaryHouse['canaries']): Fields[] => [
  {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: `${plain('the name of a file')}.pdf`,
    contentUrl: `https://example.com/${plain('the address of a file')}`,
    content: { uniqueId: plain('the id of a file'), fileType: 'pdf' },
  },
  {
    contentType: 'messageReference',
    content: JSON.stringify({
      messagePreview: sharp('a quoted message'),
      messageSender: plain('its author'),
    }),
  },
  {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: sharp('the text of a card') }] },
  },
]
