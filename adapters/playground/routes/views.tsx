import type { Router } from 'express'
import type { Chat } from '../chat.js'
import { Composer, type Writing } from '../pages/composer.js'
import { html } from '../pages/layout.js'
import { Messages } from '../pages/messages.js'
import { Panel } from '../pages/panel.js'
import { Channels } from '../pages/sidebar.js'
import { SummaryPage } from '../pages/summary.js'
import { at, type House, wholePage } from '../place.js'
import { refuse } from '../refuse.js'
import type { Streams } from '../streams.js'
import type { Where } from '../where.js'

/** The chat, the parts of it that are asked for again, and the stream of changes. */
export function views(router: Router, inside: Router, house: House, streams: Streams) {
  const { chat, clock } = house
  router.get(
    '/',
    at(house, (place) => wholePage(house, place, place.res, { writing: asked(place, chat) })),
  )

  inside.get(
    '/messages',
    at(house, async ({ where, show }) => {
      chat.look(where.me.id, where.channel.id)
      await show(200, () => <Messages where={where} chat={chat} />)
    }),
  )
  inside.get(
    '/channels',
    at(house, async ({ where, show }) => {
      await show(200, () => (
        <Channels where={where} unread={(channel) => chat.unread(where.me.id, channel.id)} />
      ))
    }),
  )
  inside.get(
    '/panel',
    at(house, async ({ where, show }) => {
      await show(200, (settings) => <Panel where={where} settings={settings} now={clock()} />)
    }),
  )
  inside.get(
    '/composer',
    at(house, async (place) => {
      const { where, show } = place
      const writing = asked(place, chat)
      await show(
        200,
        (settings) => <Composer where={where} writing={writing} live={settings.optedIn} fresh />,
        { writing },
      )
    }),
  )
  inside.get(
    '/summary',
    at(house, async ({ where, req, res }) => {
      const text = chat.summaries.get(where.me.id)
      if (!text) return refuse(req, res, 404, 'unknown')
      // The charts are loaded with the first page that has one.
      const { pageOf } = await import('../../../src/summary/render/page.js')
      res.send(html(where, text.subject, <SummaryPage where={where} html={pageOf(text)} />))
    }),
  )
  inside.get(
    '/stream',
    at(house, ({ where, res }) => streams.open(where, res)),
  )
}

/** The message to be edited or the sentence to be tried, where the address names one. */
function asked(
  { where, req }: { where: Where; req: { query: Record<string, unknown> } },
  chat: Chat,
): Writing {
  const { edit, try: sentence } = req.query
  const post = typeof edit === 'string' ? chat.post(edit) : undefined
  if (post?.posted && post.author === where.me.id && post.channel === where.channel.id) {
    return { text: post.text, editing: post }
  }
  return { text: (typeof sentence === 'string' && where.words.chat.tries[Number(sentence)]) || '' }
}
