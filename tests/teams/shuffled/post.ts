import type * as shuffled from '../../proofs/shuffled/happenings.js'
import { textsWith } from '../../proofs/shuffled/texts.js'
import type { Envelope, Fields, Message } from '../stand-in/index.js'
import type { Citizen, Place } from './openTown.js'

/** What people write in Teams. */
export const texts = textsWith({
  quoted: (text) => `<blockquote><p>${text}</p></blockquote>`,
  code: (text) => `<codeblock><code>${text}</code></codeblock>`,
})

/** A message, as the test knows it. */
export interface Post extends shuffled.Written {
  readonly author: Citizen
  readonly place: Place
  readonly message: Message
  /** What each activity about it carries besides the usual. */
  readonly marks: Fields
  html: string
}

/** Something that happened, with what Teams tells of it. */
export interface Happening extends shuffled.Happening<Post> {
  readonly envelope: Envelope
  /** Whether it is a new message in a channel, which Teams may hand over again under another id. */
  readonly mayEcho: boolean
}

/** A message as the store names it. */
export const keyOf = (tenant: string, { id, root, place }: Message) =>
  `${tenant} ${place.id} ${root && root !== id ? `${root}:${id}` : id}`

/** An activity that says more of its author or its channel. */
export function marked({ activity, heard }: Envelope, marks: Fields): Envelope {
  const all = Object.entries(marks).map(([key, value]) => [
    key,
    { ...(activity[key] as Fields), ...(value as Fields) },
  ])
  return { heard, activity: { ...activity, ...Object.fromEntries(all) } }
}

/** What shows that a message is not the person's own writing. */
export const FOREIGN_HANDS: readonly Fields[] = [
  { from: { role: 'bot' } },
  { channelData: { onBehalfOf: [{ itemId: 0, mentionType: 'person' }] } },
]
