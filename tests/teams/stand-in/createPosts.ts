import { activityBase } from './activityBase.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import { htmlToText } from './htmlToText.js'
import { markMentions } from './markMentions.js'
import type { Draft, Fields, Message, Place, User } from './types.js'

export interface PostOptions {
  /** The post to which this is a reply, or its id. */
  readonly thread?: Message | string
  /** What hangs on the message besides its HTML: quoted messages, files, cards. */
  readonly attachments?: readonly Fields[]
  readonly mentionBot?: boolean
  /** What is given is no HTML, and Teams adds none to the text. */
  readonly plain?: boolean
  /** Further fields of the activity; what is an object goes into what is there: `{ from: { role: 'bot' } }`. */
  readonly extra?: Fields
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An activity with some more in it. */
function enriched(activity: Fields, extra: Fields): Fields {
  const all = Object.entries(extra).map(([key, value]) => {
    const old = activity[key]
    return [key, isObject(value) && isObject(old) ? { ...old, ...value } : value]
  })
  return { ...activity, ...Object.fromEntries(all) }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

const NONE = { edited: undefined, deleted: false }

/** What people write, change and take back, with the activity that tells of it. */
export function createPosts(world: World, ledger: Ledger, hearsAll: boolean) {
  /** Whether the bot gets to know what happens to a message. */
  function heard({ place, mentionsBot }: Message): boolean {
    if (place.kind === 'chat') return world.reaches(place.user) && !place.removed
    return world.hears(place) && (hearsAll || mentionsBot)
  }

  /** The activity that tells of a message; `entities` name those it mentions. */
  function told(message: Message, type: string, more: Fields, entities: readonly Fields[] = []): Draft {
    const { id, place, by, root } = message
    const base = activityBase(world, by as User, place, root)
    const { eventType, ...rest } = more
    const channelData = { ...(base.channelData as Fields), ...(eventType ? { eventType } : {}) }
    const all = [...entities, ...(base.entities as Fields[])]
    const activity = { type, id, ...base, channelData, entities: all, ...rest }
    return { message, envelope: { activity, heard: heard(message) } }
  }

  /** What an activity says of the wording. */
  function wording({ html, text, more }: Message, plain = false): Fields {
    const part = { contentType: 'text/html', content: html }
    const attachments = [...(plain ? [] : [part]), ...more]
    return { text, textFormat: 'plain', ...(attachments.length > 0 ? { attachments } : {}) }
  }

  return {
    write(user: User, place: Place, given: string, options: PostOptions = {}): Draft {
      const { thread, attachments = [], mentionBot = false, plain = false, extra = {} } = options
      const written = plain ? escaped(given) : given
      const named = mentionBot ? `<at>${world.bot.name}</at>&nbsp;${written}` : written
      const { html, entities } = markMentions(world, named)
      const id = world.ids.message()
      const opener = typeof thread === 'string' ? thread : (thread?.root ?? thread?.id)
      const root = place.kind === 'channel' ? { root: opener ?? id } : {}
      const mentionsBot = entities.some(({ mentioned }) => (mentioned as Fields).id === world.bot.id)
      const base = { id, place, by: user, at: world.clock.now(), mentionsBot, more: attachments, ...root }
      const message: Message = { ...base, html, text: htmlToText(html), ...NONE, views: new Map() }
      place.messages.set(id, message)
      ledger.shown('message', message, 'user')
      const { envelope } = told(message, 'message', wording(message, plain), entities)
      return { message, envelope: { ...envelope, activity: enriched(envelope.activity, extra) } }
    },
    change(message: Message, given: string): Draft {
      const { html, entities } = markMentions(world, given)
      Object.assign(message, { html, text: htmlToText(html), edited: world.clock.now() })
      ledger.shown('edit', message, 'user')
      return told(message, 'messageUpdate', { ...wording(message), eventType: 'editMessage' }, entities)
    },
    remove(message: Message): Draft {
      message.deleted = true
      ledger.shown('deletion', message, 'user')
      return told(message, 'messageDelete', { eventType: 'softDeleteMessage' })
    },
    restore(message: Message): Draft {
      message.deleted = false
      ledger.shown('message', message, 'user')
      return told(message, 'messageUpdate', { ...wording(message), eventType: 'undeleteMessage' })
    },
  }
}

export type Posts = ReturnType<typeof createPosts>
