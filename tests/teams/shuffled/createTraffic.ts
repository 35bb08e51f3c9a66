import type { Seeded } from '../../proofs/seeded.js'
import type * as shuffled from '../../proofs/shuffled/happenings.js'
import type { Draft, Fields, Message } from '../stand-in/index.js'
import type { Citizen, Place, Town } from './openTown.js'
import { FOREIGN_HANDS, type Happening, keyOf, marked, type Post, texts } from './post.js'

/** Older messages are left alone. */
const REMEMBERED = 300

/** Where nothing is read: a chat, as a place. */
const CHAT = { audience: null } as Place

/** People, bots and guests write, answer, edit, delete and bring back, in all channels of a town. */
export function createTraffic({ teams, people, places }: Town, random: Seeded) {
  const read = places.filter(({ audience }) => audience !== null)
  const live: Post[] = []
  const gone: Post[] = []
  const users = people.filter(({ kind }) => kind !== 'bot')
  let [count, chats] = [0, 0]

  function remember(list: Post[], post: Post): void {
    list.push(post)
    if (list.length > REMEMBERED) list.shift()
  }

  function marksOf({ kind, user }: Citizen): Fields {
    if (kind === 'foreign') return { from: { tenantId: user.tenant } }
    return kind === 'bot' ? FOREIGN_HANDS[0]! : {}
  }

  function write(author: Citizen, place: Place, html: string, thread?: Message): Happening {
    const byProgram = random.chance(0.05)
    const marks = byProgram ? random.pick(FOREIGN_HANDS) : marksOf(author)
    // Some clients send no HTML along.
    const plain = !html.includes('<') && random.chance(0.2)
    const options = { plain, ...(thread ? { thread } : {}), ...trimmings() }
    const { message, envelope } = teams.draft.say(author.user, place.channel, html, options)
    const isForeignHand = byProgram || author.kind === 'bot'
    const key = keyOf(teams.tenant, message)
    const post: Post = { key, author, place, message, marks, isForeignHand, html }
    remember(live, post)
    const told = { envelope: marked(envelope, marks), post, mayEcho: true }
    return isForeignHand ? told : { ...told, news: { revision: 'new', text: html, at: message.at } }
  }

  /** What else a message may carry; nothing of it is the writer's own. */
  const trimmings = (): Fields => {
    const quoted = { contentType: 'messageReference', content: JSON.stringify({ text: texts.LOADED[1] }) }
    return random.pick<Fields>([
      {},
      {},
      {},
      { attachments: [quoted] },
      { mentionBot: true },
      { extra: { summary: texts.LOADED[2] } },
    ])
  }

  const say = () => write(random.pick(people), random.pick(random.chance(0.6) ? read : places), paragraph())

  /** No two answers in a thread are the same words. */
  const answer = (root: Post) =>
    write(random.pick(people), root.place, paragraph(` Punkt ${++count}.`), root.message)

  function paragraph(more = ''): string {
    const text = random.pick(texts.all)
    return text.startsWith('<') ? `${text}${more && `<p>${more}</p>`}` : text + more
  }

  function changed(post: Post, { envelope }: Draft, news: shuffled.News): Happening {
    const told = { envelope: marked(envelope, post.marks), post, mayEcho: false }
    return post.isForeignHand ? told : { ...told, news }
  }

  function edit(post: Post): Happening {
    const text = random.pick(texts.all.filter((other) => other !== post.html))
    const draft = teams.draft.edit(post.message, text)
    post.html = text
    const at = teams.clock.now()
    return changed(post, draft, { revision: String(at), text, at })
  }

  function remove(post: Post): Happening {
    live.splice(live.indexOf(post), 1)
    remember(gone, post)
    return changed(post, teams.draft.remove(post.message), { goneAt: teams.clock.now() })
  }

  function restore(post: Post): Happening {
    gone.splice(gone.indexOf(post), 1)
    remember(live, post)
    const at = teams.clock.now()
    return changed(post, teams.draft.restore(post.message), { revision: String(at), text: post.html, at })
  }

  /** Somebody writes to the bot, loaded words as well. */
  function chat(): Happening {
    const author = random.pick(users)
    const html = random.pick(texts.LOADED)
    const { message, envelope } = teams.draft.write(author.user, html)
    chats++
    const post = { key: '', author, place: CHAT, message, marks: {}, isForeignHand: false, html }
    return { envelope, post, mayEcho: false }
  }

  return {
    nextRound() {},
    /** How many messages were written to the bot. */
    chats: () => chats,
    /** The next thing to happen. */
    next(): Happening {
      const what = random.next()
      if (live.length < 10 || what < 0.45) return say()
      const post = random.pick(live)
      if (what < 0.6) return answer(post)
      if (what < 0.8) return edit(post)
      if (what < 0.9) return remove(post)
      if (what < 0.95 && gone.length > 0) return restore(random.pick(gone))
      return chat()
    },
  }
}
