export type * from './traffic.js'

/** JSON as it goes over the wire. */
export type Fields = Record<string, unknown>

/** A clock that stands still until it is advanced. */
export interface Clock {
  now(): number
  date(): Date
  /** Moves on and waits for everything that falls due on the way. */
  advance(ms: number): Promise<void>
  /** Calls back at a time; gives a way to call it off. */
  at(when: number, work: () => unknown): () => void
}

export interface AppIdentity {
  readonly id: string
  readonly name: string
  readonly token: string
  readonly clientId: string
  readonly clientSecret: string
  readonly signingSecret: string
  readonly verificationToken: string
}

/** What a token may do. */
export interface Grant {
  readonly token: string
  readonly kind: 'bot' | 'app'
  readonly workspace?: Workspace
  scopes: ReadonlySet<string>
  expires?: number
  dead?: 'token_revoked' | 'account_inactive'
}

export interface Workspace {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly enterprise: { readonly id: string; readonly name: string } | null
  /** Installed for a whole organisation, not for this workspace. */
  readonly orgInstall: boolean
  readonly botUser: string
  readonly botId: string
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  readonly groups: Map<string, UserGroup>
  /** Direct messages with the bot, by the id of the person. */
  readonly dms: Map<string, Channel>
  grant?: Grant
  /** The bot token in force; '' before an installation. */
  readonly botToken: string
}

export interface User {
  readonly id: string
  /** The workspace in which the app meets this person. */
  readonly workspace: Workspace
  /** The workspace the account belongs to; another one for people in shared channels. */
  readonly team: string
  readonly name: string
  readonly isBot: boolean
  /** Further fields of users.info: locale, tz, profile, is_admin, ... */
  readonly profile: Fields
  deactivated: boolean
  /** Open modals, the visible one last. */
  modals: View[]
  home?: View
}

export interface Channel {
  readonly id: string
  readonly workspace: Workspace
  readonly name: string
  readonly kind: 'channel' | 'group' | 'im' | 'mpim'
  /** Whom a direct message is with. */
  readonly user?: string
  readonly isGeneral: boolean
  isExtShared: boolean
  isArchived: boolean
  /** Replaced as a whole when somebody joins or leaves; the bot is in it by its user id. */
  members: ReadonlySet<string>
  readonly messages: Map<string, Message>
  readonly timeline: Message[]
  readonly ephemerals: Map<string, { readonly user: string; message: Message }>
}

export interface UserGroup {
  readonly id: string
  readonly workspace: Workspace
  readonly name: string
  readonly handle: string
  members: readonly string[]
  disabled: boolean
}

export interface Message extends Fields {
  type: 'message'
  ts: string
  text: string
  subtype?: string
  user?: string
  bot_id?: string
  thread_ts?: string
  blocks?: Fields[]
  edited?: { user: string; ts: string }
}

export interface View extends Fields {
  id: string
  type: 'modal' | 'home'
  team_id: string
  hash: string
  blocks: Fields[]
  state: { values: StateValues }
}

/** What inputs hold: by block_id, then by action_id. */
export type StateValues = Record<string, Record<string, Fields>>
