import type { Chat, Post } from '../chat.js'
import { findColleague } from '../rooms.js'
import { address, locale, page, type Where } from '../where.js'
import { Avatar } from './avatar.js'
import { CardView } from './card.js'
import { icons } from './icons.js'
import { Prose } from './prose.js'

function Actions({ where, post }: { where: Where; post: Post }) {
  const { words } = where
  const edit = { edit: post.id }
  return (
    <div class="post__actions">
      <a
        class="icon-button"
        href={page(where, edit)}
        hx-get={address(where, '/playground/composer', edit)}
        hx-target="#composer"
        hx-swap="outerHTML"
        aria-label={words.chat.edit}
        title={words.chat.edit}
      >
        <icons.edit />
      </a>
      <form
        method="post"
        action={address(where, '/playground/delete')}
        hx-post={address(where, '/playground/delete')}
        hx-target="#messages"
        hx-swap="innerMorph"
        hx-confirm={words.chat.reallyRemove}
      >
        <input type="hidden" name="post" value={post.id} />
        <button type="submit" class="icon-button" aria-label={words.chat.remove} title={words.chat.remove}>
          <icons.bin />
        </button>
      </form>
    </div>
  )
}

function PostView({ where, post, chat }: { where: Where; post: Post; chat: Chat }) {
  const { words, me } = where
  const author = findColleague(post.author)!
  const own = author.id === me.id
  const time = new Intl.DateTimeFormat(locale(where.lang), { hour: '2-digit', minute: '2-digit' }).format(
    post.at,
  )
  return (
    <li
      id={`post-${post.id}`}
      class={own ? 'post post--own' : 'post'}
      data-announce={own ? undefined : words.chat.arrived(author.name)}
    >
      <Avatar of={author} />
      <div class="post__main">
        <div class="post__head">
          <strong>{author.name}</strong>
          {own && <span class="tag">{words.chat.you}</span>}
          <time datetime={post.at.toISOString()}>{time}</time>
          {post.edited && <span class="quiet">{words.chat.edited}</span>}
          {own && <Actions where={where} post={post} />}
        </div>
        <Prose text={post.text} />
        {own && chat.cardsUnder(me.id, post.id).map((card) => <CardView where={where} card={card} />)}
      </div>
    </li>
  )
}

function Empty({ where }: { where: Where }) {
  const { words } = where
  return (
    <li class="empty" id="empty">
      <h2>{words.chat.empty}</h2>
      <p>{words.chat.emptyText}</p>
      <ul>
        {words.chat.tries.map((sentence, index) => (
          <li>
            <a
              class="try"
              href={page(where, { try: String(index) })}
              hx-get={address(where, '/playground/composer', { try: String(index) })}
              hx-target="#composer"
              hx-swap="outerHTML"
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The messages of a channel as this one person may see them: with their own cards and nobody else's. */
export function Messages({ where, chat }: { where: Where; chat: Chat }) {
  const posts = chat.inChannel(where.channel.id)
  if (posts.length === 0) return <Empty where={where} />
  return (
    <>
      {posts.map((post) => (
        <PostView where={where} post={post} chat={chat} />
      ))}
    </>
  )
}
