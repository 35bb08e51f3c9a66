import { randomUUID } from 'node:crypto'
import type { Answer, Letter, NudgeText, SummaryText } from '../../src/types.js'
import { type ChannelId, type ColleagueId, channels, findColleague } from './rooms.js'

/** Older messages of a channel are dropped, so that a long day does not fill the memory. */
const keptPerChannel = 200

/** A message of the chat. The id is unique over restarts: the core remembers what it has seen. */
export interface Post {
  readonly id: string
  readonly author: ColleagueId
  readonly channel: ChannelId
  readonly text: string
  readonly at: Date
  readonly edited: boolean
  /** False until the core has taken the message; until then nobody sees it. */
  readonly posted: boolean
}

/** A delivered nudge; `to` is the only person it may ever be rendered for. */
export interface Card {
  readonly id: string
  readonly nudge: string
  readonly to: ColleagueId
  readonly post: string
  readonly text: NudgeText
  readonly answer: Answer | null
}

/** What has changed; `only` names the one person who may learn of it. */
export interface Change {
  readonly kind: 'messages' | 'panel'
  readonly channel?: ChannelId
  readonly only?: ColleagueId
}

export type Chat = ReturnType<typeof createChat>

/** Everything the playground holds, in memory only. */
export function createChat(clock: () => Date) {
  const posts = new Map<string, Post>()
  const cards = new Map<string, Card>()
  const revisions = new Map<string, number>()
  const seen = new Map<string, number>()
  const greeted = new Set<ColleagueId>()
  const listeners = new Set<(change: Change) => void>()

  const tell = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  const drop = (id: string) => {
    posts.delete(id)
    revisions.delete(id)
    for (const card of cards.values()) if (card.post === id) cards.delete(card.id)
  }
  const inChannel = (channel: ChannelId) =>
    [...posts.values()].filter((post) => post.posted && post.channel === channel)
  const cardsUnder = (to: ColleagueId, post: string) =>
    [...cards.values()].filter((card) => card.to === to && card.post === post)
  /** What a channel shows a person beyond their own messages. */
  const shown = (who: ColleagueId, channel: ChannelId) =>
    inChannel(channel).reduce(
      (sum, post) => sum + (post.author === who ? cardsUnder(who, post.id).length : 1),
      0,
    )

  return {
    /** The last weekly summary of whoever manages a unit. */
    summaries: new Map<string, SummaryText>(),
    /** A new message on its way to the core. */
    compose(author: ColleagueId, channel: ChannelId, text: string): Post {
      const post = { id: randomUUID(), author, channel, text, at: clock(), edited: false, posted: false }
      posts.set(post.id, post)
      revisions.set(post.id, 1)
      return post
    },
    publish(id: string) {
      const post = posts.get(id)
      if (!post) return
      // Deleted and set again: the order of the chat is the order in which the core took the messages.
      posts.delete(id)
      posts.set(id, { ...post, posted: true })
      for (const old of inChannel(post.channel).slice(0, -keptPerChannel)) drop(old.id)
      tell({ kind: 'messages', channel: post.channel })
    },
    /** The number of the next edit of this message. */
    nextRevision(id: string): number {
      const revision = (revisions.get(id) ?? 0) + 1
      revisions.set(id, revision)
      return revision
    },
    /** Shows an edit, unless a later one was faster. */
    edit(id: string, revision: number, text: string) {
      const post = posts.get(id)
      if (!post || revisions.get(id) !== revision) return
      posts.set(id, { ...post, text, edited: true })
      tell({ kind: 'messages', channel: post.channel })
    },
    remove(id: string) {
      const post = posts.get(id)
      drop(id)
      if (post?.posted) tell({ kind: 'messages', channel: post.channel })
    },
    post: (id: string) => posts.get(id),
    inChannel,

    /** Undefined where the message is gone or is not the reader's own. */
    addCard(letter: Letter): Card | undefined {
      const post = posts.get(letter.about.message)
      const to = findColleague(letter.to.user)?.id
      if (!post || !to || post.author !== to) return undefined
      const known = [...cards.values()].find((card) => card.nudge === letter.id)
      if (known) return known.to === to ? known : undefined
      const card = { id: `card-${randomUUID()}`, nudge: letter.id, to, post: post.id, text: letter.text }
      cards.set(card.id, { ...card, answer: null })
      tell({ kind: 'messages', channel: post.channel, only: to })
      return cards.get(card.id)
    },
    /** `to` is null where nobody knows any more whose it was. */
    removeCard(to: string | null, id: string) {
      const card = cards.get(id)
      if (!card || (to !== null && card.to !== to)) return
      cards.delete(id)
      const channel = posts.get(card.post)?.channel
      if (channel) tell({ kind: 'messages', channel, only: card.to })
    },
    /** Undefined where the card is gone or is another person's. */
    card(to: ColleagueId, id: string): Card | undefined {
      const card = cards.get(id)
      return card?.to === to ? card : undefined
    },
    cardsUnder,
    answered(card: Card, answer: Answer): Card {
      const after = { ...card, answer }
      if (cards.has(card.id)) cards.set(card.id, after)
      tell({ kind: 'messages', channel: posts.get(card.post)?.channel, only: card.to })
      return after
    },
    dropCardsOf(to: ColleagueId) {
      for (const card of cards.values()) if (card.to === to) cards.delete(card.id)
      for (const { id } of channels) tell({ kind: 'messages', channel: id, only: to })
    },

    /** True where something stands in the channel that this person has not looked at. */
    unread: (who: ColleagueId, channel: ChannelId) =>
      shown(who, channel) > (seen.get(`${who} ${channel}`) ?? 0),
    look: (who: ColleagueId, channel: ChannelId) => seen.set(`${who} ${channel}`, shown(who, channel)),
    /** Whether the person has answered the question on the first screen. */
    greeted: (who: ColleagueId) => greeted.has(who),
    greet(who: ColleagueId) {
      greeted.add(who)
    },
    settingsChanged: (only: ColleagueId) => tell({ kind: 'panel', only }),
    /** Answers the function that ends the listening. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
