import { JARGON } from './house.js'
import { type Act, PLAIN, place, type Scene } from './scene.js'
import type { Fields } from './stand-in/index.js'

/** What hangs on a message that has a file. */
export const FILE = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: `${JARGON}.pdf`,
  content: { downloadUrl: 'https://example.com/plan.pdf', uniqueId: '1', fileType: 'pdf' },
}
const quoted = (type: string) => ({
  contentType: type,
  content: JSON.stringify({ messageId: '1', messagePreview: JARGON, messageSender: { user: {} } }),
})
const CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: JARGON }] },
}

/** A message in such a channel. */
const elsewhere = (more: (scene: Scene) => object) => (scene: Scene) =>
  scene.house.teams.say(scene.me, place(scene, more(scene)), JARGON)
/** A message with other fields in its activity. */
const with_ =
  (extra: Fields, html = JARGON) =>
  ({ say }: Scene) =>
    say(html, { extra })
/** A message with such markup. */
const html =
  (html: string) =>
  ({ say }: Scene) =>
    say(html)

/** How a message may look, and how many hints stand in the chat when half a minute has passed. */
export const SHAPES: readonly (readonly [name: string, hints: 0 | 1, act: Act])[] = [
  ['a line of text', 1, html(JARGON)],
  ['a paragraph', 1, html(`<p>${JARGON}</p>`)],
  ['text without its markup', 1, ({ say }) => say(JARGON, { plain: true })],
  [
    'bold and italic words',
    1,
    html(
      '<p>Wir müssen das <strong>Alignment</strong> im <em>Daily</em> challengen, sonst wird der Launch gecancelt.</p>',
    ),
  ],
  [
    'words that markup cuts in two',
    1,
    html('<p>Wir müssen das Align<b>ment</b> im Da<i>ily</i> challengen.</p>'),
  ],
  [
    'entities in the middle of words',
    1,
    html(
      '<p>Wir m&uuml;ssen das Align&shy;ment im&nbsp;Daily challengen, sonst wird der Launch gecancelt.</p>',
    ),
  ],
  ['tags that are none', 1, html(`<p>${JARGON} &lt;b&gt;so&lt;/b&gt;</p>`)],
  [
    'an ordered list',
    1,
    html('<ol><li>Das Alignment im Daily challengen</li><li>Den Launch canceln</li></ol>'),
  ],
  ['a list within a list', 1, html(`<ul><li>Eins<ul><li>${JARGON}</li></ul></li></ul>`)],
  ['a table', 1, html(`<table><tbody><tr><td>Montag</td><td>${JARGON}</td></tr></tbody></table>`)],
  ['a heading', 1, html(`<h2>${JARGON}</h2>`)],
  [
    'line breaks',
    1,
    html('Wir müssen das Alignment im Daily<br>challengen, sonst wird<br/>der Launch gecancelt.'),
  ],
  ['a struck-out word beside it', 1, html(`<p>${JARGON} <s>nein</s></p>`)],
  ['a coloured text', 1, html(`<p style="color:red"><span style="font-size:large">${JARGON}</span></p>`)],
  ['emoji around it', 1, html(`<p>🎉 ${JARGON} <emoji id="smile" alt="🙂" title="Lächeln"></emoji></p>`)],
  [
    'emoji of the kind with a picture',
    1,
    html(
      `<p>${JARGON} <img alt="🙂" src="https://statics.teams.cdn.office.net/x.png" itemtype="http://schema.skype.com/Emoji"></p>`,
    ),
  ],
  ['a mention before it', 1, html(`<p><at>Murat</at> ${JARGON}</p>`)],
  ['a mention of the bot before it', 1, ({ say }) => say(`<p>${JARGON}</p>`, { mentionBot: true })],
  ['a mention of a tag', 1, html(`<p><at>Umbau Team</at>, ${JARGON}</p>`)],
  ['an important message', 1, with_({ importance: 'high' })],
  ['a file with a text', 1, ({ say }) => say(JARGON, { attachments: [FILE] })],
  [
    'a subject above it',
    1,
    ({ say }) => say(`<p>${JARGON}</p>`, { extra: { channelData: { subject: PLAIN } } }),
  ],
  ['a quotation and words of one’s own', 1, html(`<blockquote>${PLAIN}</blockquote><p>${JARGON}</p>`)],
  [
    'a reply that quotes, with words of one’s own',
    1,
    ({ say }) =>
      say(`<attachment id="1"></attachment><p>${JARGON}</p>`, { attachments: [quoted('messageReference')] }),
  ],
  [
    'a spoiler of one’s own',
    1,
    html(`<p><span itemtype="http://schema.skype.com/Spoiler">${JARGON}</span></p>`),
  ],
  ['a very long one', 1, html(`<p>${JARGON}</p>${`<p>${PLAIN}</p>`.repeat(200)}`)],
  ['markup that is not closed', 1, html(`<p><b>${JARGON}`)],

  ['a plain one', 0, html(`<p>${PLAIN}</p>`)],
  ['a quotation', 0, html(`<blockquote>${JARGON}</blockquote>`)],
  [
    'a quotation of Skype’s kind',
    0,
    html(
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri">Murat</strong><p itemprop="preview">${JARGON}</p></blockquote><p>${PLAIN}</p>`,
    ),
  ],
  [
    'a quotation that holds another',
    0,
    html(`<blockquote><p>Murat:</p><blockquote>${JARGON}</blockquote>${JARGON}</blockquote><p>${PLAIN}</p>`),
  ],
  ['a quotation that is not closed', 0, html(`<p>${PLAIN}</p><blockquote>${JARGON}`)],
  [
    'a reply that quotes',
    0,
    ({ say }) =>
      say(`<attachment id="1"></attachment><p>${PLAIN}</p>`, { attachments: [quoted('messageReference')] }),
  ],
  [
    'a forwarded message',
    0,
    ({ say }) =>
      say(`<p>${PLAIN}</p><attachment id="1"></attachment>`, {
        attachments: [quoted('forwardedMessageReference')],
      }),
  ],
  [
    'a forwarded message alone',
    0,
    ({ say }) =>
      say('<attachment id="1"></attachment>', { attachments: [quoted('forwardedMessageReference')] }),
  ],
  ['words within an attachment', 0, html(`<attachment id="1">${JARGON}</attachment><p>${PLAIN}</p>`)],
  ['code in a line', 0, html(`<p>${PLAIN} <code>${JARGON}</code></p>`)],
  ['a block of code', 0, html(`<codeblock class="Python"><code>${JARGON}</code></codeblock>`)],
  ['a block of the old kind', 0, html(`<pre>${JARGON}</pre>`)],
  [
    'a block of code with breaks',
    0,
    html(`<codeblock><code>Alignment<br>challengen<br>Launch canceln</code></codeblock><p>${PLAIN}</p>`),
  ],
  ['a mention with such a name', 0, html(`<p><at>Alignment Launch Daily</at> ${PLAIN}</p>`)],
  [
    'a mention as plain text',
    0,
    ({ say }) =>
      say(`<at>Alignment Launch</at> ${PLAIN}`, {
        extra: { attachments: [], text: `<at>Alignment challengen Launch canceln</at> ${PLAIN}` },
      }),
  ],
  [
    'an address with such words',
    0,
    html(
      `<p><a href="https://example.com/alignment-challengen">https://example.com/alignment-challengen-launch-canceln</a></p>`,
    ),
  ],
  [
    'a picture with such a description',
    0,
    html(`<p>${PLAIN} <img alt="${JARGON}" src="https://example.com/x.png"></p>`),
  ],
  ['a tag with such a title', 0, html(`<p title="${JARGON}" data-text="${JARGON}">${PLAIN}</p>`)],
  ['a remark in the markup', 0, html(`<p>${PLAIN}<!-- ${JARGON} --></p>`)],
  ['a script and a style', 0, html(`<style>${JARGON}</style><script>${JARGON}</script><p>${PLAIN}</p>`)],
  ['a file alone', 0, ({ say }) => say('', { attachments: [FILE] })],
  ['a card alone', 0, ({ say }) => say('', { attachments: [CARD] })],
  ['a card beside plain words', 0, ({ say }) => say(PLAIN, { attachments: [CARD] })],
  [
    'a link preview',
    0,
    ({ say }) =>
      say(PLAIN, {
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.thumbnail',
            content: { title: JARGON, text: JARGON },
          },
        ],
      }),
  ],
  [
    'such a subject above plain words',
    0,
    with_({ channelData: { subject: JARGON }, subject: JARGON, summary: JARGON }, PLAIN),
  ],
  ['spaces alone', 0, html('<p>&nbsp;</p><p> </p>')],
  ['emoji alone', 0, html('<p>🎉👍🏽</p>')],
  ['a message of a bot', 0, with_({ from: { id: '28:0a1b2c3d-0000-4000-8000-00000000000a' } })],
  ['a message by its role of a bot', 0, with_({ from: { role: 'bot' } })],
  [
    'what an app wrote in my name',
    0,
    with_({ channelData: { onBehalfOf: [{ itemid: 0, mentionType: 'person', mri: '29:1' }] } }),
  ],
  ['a message without a known writer', 0, with_({ from: { aadObjectId: undefined } })],
  [
    'a message of my account in another company',
    0,
    with_({ from: { tenantId: '99999999-2222-4333-8444-555555555555' } }),
  ],
  ['a reaction', 0, with_({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
  ['somebody typing', 0, with_({ type: 'typing' })],
  ['a note of Teams', 0, with_({ type: 'event', name: 'application/vnd.microsoft.meetingStart' })],

  ['a private channel with the bot', 1, elsewhere(({ me }) => ({ type: 'private', members: [me] }))],
  [
    'a private channel without it',
    0,
    elsewhere(({ me }) => ({ type: 'private', members: [me], bot: false })),
  ],
  ['a shared channel', 0, elsewhere(({ me }) => ({ type: 'shared', members: [me] }))],
  ['a channel of the works council', 0, elsewhere(() => ({ name: 'Betriebsrat' }))],
  [
    'a private channel of the works council',
    0,
    elsewhere(({ me }) => ({ name: 'BR intern', type: 'private', members: [me] })),
  ],
  ['a channel about pay', 0, elsewhere(() => ({ name: 'Gehaltsrunde 2026' }))],
  [
    'a chat of several people',
    0,
    with_({ conversation: { conversationType: 'groupChat', id: '19:abc@thread.v2' } }),
  ],
  ['what is written to the bot', 0, ({ house, me }) => house.teams.write(me, JARGON)],
  [
    'what is written to the bot as HTML',
    0,
    ({ house, me }) => house.teams.write(me, `<p>${JARGON}</p>`, { plain: false }),
  ],
]
