import type { Fields } from '../../slack/stand-in/index.js'
import type { Message } from './types.js'

/** One thing somebody could see. */
export interface Sighting {
  readonly kind: 'message' | 'edit' | 'deletion' | 'dialog' | 'notice' | 'failure'
  readonly at: number
  /** 'app', 'teams', or the id of the person who wrote it. */
  readonly by: string
  /** The connector's operation, 'answer' to an invoke, or 'user'. */
  readonly via: string
  /** Ids of people. */
  readonly audience: ReadonlySet<string>
  /** The chat's or channel's id. */
  readonly place?: string
  readonly id?: string
  readonly root?: string
  /** Plain text; the title of a dialog. */
  readonly text: string
  readonly summary?: string
  readonly card?: Fields
}

/** One call of the bot to anything of Microsoft's. */
export interface Call {
  /** `sendToConversation`, `replyToActivity`, `token`, ...; 'unknown' for paths there are none of. */
  readonly name: string
  readonly method: string
  /** As it came, with the query. */
  readonly path: string
  /** The body, the parts of the path and the query together. */
  readonly args: Fields
  readonly at: number
  /** 0 until it is answered. */
  status: number
  answer: unknown
}

/** Something the bot did that Teams does not accept, or that it must not do. */
export interface Fault {
  readonly at: number
  /** The call's name, or the name of the invoke. */
  readonly call: string
  readonly error: string
  readonly messages: readonly string[]
}

/** Something on its way to the bot. */
export interface Envelope {
  readonly activity: Fields
  /** False where Teams would not tell the bot. */
  readonly heard: boolean
}

/** One try to hand an envelope over; status 0 means that no answer came. */
export interface Attempt {
  readonly at: number
  readonly status: number
  readonly reason: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Real time. */
  readonly ms: number
}

/** What became of an envelope. It goes on changing while copies are due on the clock. */
export interface Delivery {
  readonly envelope: Envelope
  readonly attempts: readonly Attempt[]
  readonly acked: boolean
  /** Of the newest attempt. */
  readonly status: number
  /** What came with the acknowledgement. */
  readonly body: unknown
}

/** An envelope with the message it is about. */
export interface Draft {
  readonly envelope: Envelope
  readonly message: Message
}

/** What the bot answered to a message, with that message. */
export type Told = Delivery & { readonly message: Message }

/** A dialog of a message extension in front of somebody. */
export interface Dialog {
  readonly title: string
  readonly card?: Fields
  readonly url?: string
  readonly height?: unknown
  readonly width?: unknown
  /** What goes with it when it is sent: command, context and the message it is about. */
  readonly command: Fields
}

/** A message of a 1:1 chat as the person sees it now. */
export interface ChatMessage {
  readonly id: string
  readonly by: 'app' | 'user'
  readonly at: number
  readonly text: string
  readonly summary?: string
  readonly card?: Fields
  readonly edited: boolean
  readonly deleted: boolean
}

/** What a person presses: a message or what they see of it. */
export type Pressable = Pick<Message, 'id'> | string
