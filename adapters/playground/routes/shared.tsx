import type { Router } from 'express'
import type { Incoming, Settings } from '../../../src/types.js'
import type { Post } from '../chat.js'
import { Composer, type Writing } from '../pages/composer.js'
import { Messages } from '../pages/messages.js'
import { Notice } from '../pages/notice.js'
import { Partial } from '../pages/partial.js'
import { at, type House, type Place } from '../place.js'
import { tenant } from '../rooms.js'
import { fault, typed } from '../typed.js'
import type { Where } from '../where.js'

/** What everybody sees: write, edit and delete messages. */
export function sharedRoutes(inside: Router, house: House) {
  const { chat } = house

  inside.post(
    '/post',
    at(house, async (place) => {
      const text = typed(place.req.body)
      const wrong = fault(text, place.where.words, place.where.lang)
      if (wrong) return again(place, 422, { text, fault: wrong })
      const post = chat.compose(place.where.me.id, place.where.channel.id, text)
      try {
        await place.core.handle(incoming(place, post, 1, text))
      } catch {
        // The core reports its own failures; here the writer learns that nothing was posted.
        chat.remove(post.id)
        return again(place, 502, { text, fault: place.where.words.errors.core })
      }
      chat.publish(post.id)
      await place.done((settings) => sent(place.where, settings))
    }),
  )

  inside.post(
    '/edit',
    at(house, async (place) => {
      const { words, lang } = place.where
      const text = typed(place.req.body)
      const post = own(place)
      if (!post) return again(place, 409, { text, fault: words.errors.gone })
      const wrong = fault(text, words, lang)
      if (wrong) return again(place, 422, { text, editing: post, fault: wrong })
      const revision = chat.nextRevision(post.id)
      try {
        await place.core.handle(incoming(place, post, revision, text))
      } catch {
        return again(place, 502, { text, editing: post, fault: words.errors.core })
      }
      chat.edit(post.id, revision, text)
      await place.done((settings) => sent(place.where, settings))
    }),
  )

  inside.post(
    '/delete',
    at(house, async (place) => {
      const { words } = place.where
      const post = own(place)
      if (!post) return refused(place, 409, words.errors.gone)
      try {
        await place.core.deleted({ address: address(post), author: place.me })
      } catch {
        return refused(place, 502, words.errors.remove)
      }
      chat.remove(post.id)
      await place.done(() => <Messages where={place.where} chat={chat} />)
    }),
  )

  function own(place: Place): Post | undefined {
    const post = chat.post(place.field('post'))
    return post?.posted && post.author === place.where.me.id ? post : undefined
  }

  /** An empty field again, and the messages with the new one. */
  function sent(where: Where, settings: Settings) {
    return (
      <>
        <Composer where={where} writing={{ text: '' }} live={settings.optedIn} fresh />
        <Partial target="#messages" swap="innerMorph">
          <Messages where={where} chat={chat} />
        </Partial>
      </>
    )
  }

  /** The field with what was typed, and what is wrong. */
  function again(place: Place, status: number, writing: Writing) {
    const { where } = place
    return place.show(
      status,
      (settings) => <Composer where={where} writing={writing} live={settings.optedIn} fresh />,
      { writing },
    )
  }

  function refused(place: Place, status: number, text: string) {
    place.res.set({ 'HX-Retarget': '#notice', 'HX-Reswap': 'innerHTML' })
    const { words } = place.where
    return place.show(status, () => <Notice text={text} fault words={words} />, { fault: text })
  }
}

function address(post: Post) {
  return { platform: 'playground', tenant, channel: post.channel, message: post.id } as const
}

function incoming({ where, me }: Place, post: Post, revision: number, text: string): Incoming {
  return {
    author: me,
    address: address(post),
    revision: String(revision),
    message: { text, markup: 'plain', audience: where.channel.audience, language: where.lang },
  }
}
