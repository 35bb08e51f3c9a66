import type { Channel, Fields, Message, User, View, Workspace } from './types.js'

/** One thing somebody could see. */
export interface Sighting {
  readonly kind: 'message' | 'edit' | 'deletion' | 'ephemeral' | 'modal' | 'home' | 'failure'
  readonly at: number
  readonly team: string
  /** 'app', 'slack', or the id of the person who wrote it. */
  readonly by: string
  /** The Web API method, 'response_url', 'ack' or 'user'. */
  readonly via: string
  readonly audience: ReadonlySet<string>
  readonly channel?: string
  readonly ts?: string
  readonly thread_ts?: string
  readonly text: string
  readonly blocks: readonly Fields[]
  readonly view?: View
}

/** One call of the Web API, of a response_url included. */
export interface Call {
  readonly method: string
  readonly team: string
  readonly args: Fields
  readonly at: number
  answer: Fields
}

/** Something the app did that Slack does not accept. */
export interface Fault {
  readonly at: number
  readonly team: string
  readonly method: string
  readonly error: string
  readonly messages: readonly string[]
}

/** Something on its way to the app. */
export interface Envelope {
  readonly kind: 'events_api' | 'interactive' | 'slash_commands'
  readonly workspace: Workspace
  readonly payload: Fields
  /** False where Slack would not tell the app: not a member, not subscribed, no scope, uninstalled. */
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

/** What became of an envelope. It goes on changing while retries are due on the clock. */
export interface Delivery {
  readonly envelope: Envelope
  readonly attempts: readonly Attempt[]
  readonly acked: boolean
  /** Of the newest attempt. */
  readonly status: number
  /** What came with the acknowledgement. */
  readonly body: unknown
}

/** Which retry this is; absent on a first delivery. */
export interface Retry {
  readonly num: number
  readonly reason: string
}

/** An envelope with the message it is about. */
export interface Draft {
  readonly envelope: Envelope
  readonly message: Message
}

/** A user or channel, or its id where that is unambiguous. */
export type Who = User | string
export type Where = Channel | string

/** What a person presses: a message or view they see. */
export type Pressable = View | Pick<Sighting, 'channel' | 'ts' | 'view'>

/** How the stand-in is to misbehave. */
export interface Mishap {
  /** How many calls it meets; once unless told. */
  readonly times?: number
  /** Only calls with such arguments. */
  readonly when?: (args: Fields) => boolean
  readonly delayMs?: number
  /** Answers ok: false with this error, without doing anything. */
  readonly error?: string
  /** Answers with this HTTP status, without doing anything. */
  readonly status?: number
  /** Answers 429 with this Retry-After in seconds. */
  readonly rateLimit?: number
  /** Does the work, then breaks the connection, or never answers. */
  readonly loseAnswer?: true | 'hang'
}
