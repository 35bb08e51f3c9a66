import type { Fields } from '../../slack/stand-in/index.js'
import type { Dialog } from './traffic.js'

export type { Clock, Fields, Mishap } from '../../slack/stand-in/index.js'
export type * from './traffic.js'

/** The bot's registration at Microsoft. */
export interface AppIdentity {
  /** A GUID; activities name the bot `28:<id>`. */
  readonly id: string
  readonly name: string
  readonly secret: string
}

export interface User {
  /** `29:1` and a long string that only this bot knows the person by. */
  readonly id: string
  /** The object id in Entra, a GUID. */
  readonly aadObjectId: string
  readonly name: string
  readonly email: string
  /** The directory of the account: another one for people from outside. */
  readonly tenant: string
  readonly guest: boolean
  /** Of the client: `de-DE`, `Europe/Berlin`. */
  readonly locale: string
  readonly timezone: string
  readonly chat: Chat
  /** The dialog that stands open. */
  dialog?: Dialog
  /** What a message extension has put into the compose box. */
  composed?: readonly Fields[]
}

export interface Team {
  /** Also the id of its General channel. */
  readonly id: string
  readonly aadGroupId: string
  name: string
  /** Ids of people. */
  members: ReadonlySet<string>
  readonly channels: Map<string, Channel>
  readonly general: Channel
  installed: boolean
}

export interface Channel {
  readonly kind: 'channel'
  readonly id: string
  readonly name: string
  readonly type: 'standard' | 'private' | 'shared'
  readonly team: Team
  /** Whether the app is in a private or shared channel too; in standard ones it is with the team. */
  readonly bot: boolean
  /** Of a private or shared channel; undefined: whoever is in the team. */
  readonly members?: ReadonlySet<string>
  readonly messages: Map<string, Message>
}

/** The one conversation between a person and the bot. */
export interface Chat {
  readonly kind: 'chat'
  readonly id: string
  readonly user: User
  readonly messages: Map<string, Message>
  installed: boolean
  /** The person has taken the app off; Teams refuses to write there from then on. */
  removed: boolean
  blocked: boolean
}

export type Place = Channel | Chat

/** A message as it stands now. */
export interface Message {
  /** The activity id: 13 digits. */
  readonly id: string
  readonly place: Place
  readonly by: User | 'app'
  readonly at: number
  /** The id of the post that opens the thread; its own id for that post. In chats: undefined. */
  readonly root?: string
  readonly mentionsBot: boolean
  readonly more: readonly Fields[]
  html: string
  text: string
  card?: Fields
  summary?: string
  edited?: number
  deleted: boolean
  /** Cards that answers to presses have put in place of `card`, by the id of the person. */
  readonly views: Map<string, Fields>
}

/** A user, team or channel, or its id; people by their Entra id too. */
export type Who = User | string
export type Where = Channel | Team | string
