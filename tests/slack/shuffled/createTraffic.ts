import type { Seeded } from '../../proofs/seeded.js'
import type * as shuffled from '../../proofs/shuffled/happenings.js'
import { textsWith } from '../../proofs/shuffled/texts.js'
import type { Channel, Draft, Envelope, Fields } from '../stand-in/index.js'
import type { Citizen, Place, Town } from './openTown.js'

/** What people write in Slack. */
export const texts = textsWith({ quoted: (text) => `&gt; ${text}`, code: (text) => `\`${text}\`` })

/** A message, as the test knows it. */
export interface Post {
  /** Workspace, channel and ts. */
  readonly key: string
  readonly ts: string
  readonly author: Citizen
  readonly place: Place
  readonly reply?: 'own' | 'other'
  /** Whether a program wrote it, under whatever name, or Slack itself. */
  readonly isForeignHand: boolean
  text: string
}

/** Something that happened, with what Slack tells of it. */
export interface Happening extends shuffled.Happening<Post> {
  readonly envelope: Envelope
}

/** Older messages are left alone. */
const REMEMBERED = 300

const keyOf = ({ workspace, id }: Channel, ts: string) => `${workspace.id} ${id} ${ts}`
const millis = (ts: string) => Math.floor(Number(ts) * 1000)

/** People, bots and guests write, answer, edit, delete and share links, in all channels of a town. */
export function createTraffic({ slack, people, places }: Town, random: Seeded) {
  const read = places.filter(({ audience }) => audience !== null)
  const live: Post[] = []
  const keys = new Set<string>()
  let born: Post[] = []

  function written({ envelope, message }: Draft, post: Omit<Post, 'key' | 'ts' | 'text'>): Happening {
    const { ts, text } = message
    const one: Post = { ...post, key: keyOf(post.place.channel, ts), ts, text }
    keys.add(one.key)
    live.push(one)
    born.push(one)
    if (live.length > REMEMBERED) live.shift()
    const empty = text.trim() === '' || one.isForeignHand
    return empty
      ? { envelope, post: one }
      : { envelope, post: one, news: { revision: 'new', text, at: millis(ts) } }
  }

  /** A ts that the other workspace has given away in this round, in the channel of the same id. */
  function borrowed({ channel }: Place): Fields {
    const twins = born.filter(({ place }) => place.channel.id === channel.id && place.channel !== channel)
    const free = twins.filter(({ ts }) => !keys.has(keyOf(channel, ts)))
    return free.length > 0 && random.chance(0.3) ? { ts: random.pick(free).ts } : {}
  }

  /** What else a message may carry; true where a program or Slack itself wrote it. */
  const trimmings = (author: Citizen): readonly [more: Fields, isForeignHand?: boolean][] => [
    [{}],
    [{}],
    [{}],
    [{ subtype: 'me_message' }],
    [{ files: [{ id: 'F0', title: texts.LOADED[0], name: 'plan.pdf' }] }],
    [{ attachments: [{ is_share: true, text: texts.LOADED[1], author_id: 'U0P1' }] }],
    [{ bot_id: 'B0OTHER', app_id: 'A0OTHER' }, true],
    [{ subtype: 'bot_message', bot_id: 'B0OTHER', username: author.user.name }, true],
    [{ subtype: 'channel_topic', topic: texts.LOADED[2] }, true],
  ]

  function say(): Happening {
    const place = random.pick(random.chance(0.6) ? read : places)
    const author = random.pick(people.filter(({ user }) => user.workspace === place.channel.workspace))
    const [more, isForeignHand = author.kind === 'bot'] = random.pick(trimmings(author))
    const bot = author.kind === 'bot' ? { bot_id: 'B0ROBOT' } : {}
    const text = more.files && random.chance(0.3) ? '' : random.pick(texts.all)
    const draft = slack.draft.say(author.user, place.channel, text, { ...more, ...bot, ...borrowed(place) })
    return written(draft, { author, place, isForeignHand })
  }

  function answer(root: Post): Happening {
    const { channel } = root.place
    const author = random.pick(people.filter(({ user }) => user.workspace === channel.workspace))
    const broadcast = random.chance(0.3) ? { subtype: 'thread_broadcast' } : {}
    const bot = author.kind === 'bot' ? { bot_id: 'B0ROBOT' } : {}
    const more = { thread_ts: root.ts, ...broadcast, ...bot }
    const draft = slack.draft.say(author.user, channel, random.pick(texts.all), more)
    const reply = root.author.user.id === author.user.id ? 'own' : 'other'
    return written(draft, { author, place: root.place, reply, isForeignHand: author.kind === 'bot' })
  }

  function edit(post: Post): Happening {
    const text = random.pick(texts.all.filter((other) => other !== post.text))
    const { envelope, message } = slack.draft.edit(post.author.user, post.place.channel, post.ts, text)
    post.text = text
    const revision = message.edited!.ts
    return post.isForeignHand
      ? { envelope, post }
      : { envelope, post, news: { revision, text, at: millis(revision) } }
  }

  function remove(post: Post): Happening {
    live.splice(live.indexOf(post), 1)
    const { envelope } = slack.draft.remove(post.place.channel, post.ts)
    const { event } = envelope.payload as { event: { ts: string } }
    return { envelope, post, news: { goneAt: millis(event.ts) } }
  }

  return {
    /** From now on, older messages lend their ts no more. */
    nextRound: () => void (born = []),
    /** The next thing to happen. */
    next(): Happening {
      const what = random.next()
      if (live.length < 10 || what < 0.45) return say()
      const post = random.pick(live)
      if (what < 0.6 && !post.reply) return answer(post)
      if (what < 0.82) return edit(post)
      if (what < 0.9) return { envelope: slack.draft.unfurl(post.place.channel, post.ts).envelope, post }
      return remove(post)
    },
  }
}
