import type { Logger } from 'pino'
import type { Audience } from '../../src/types.js'

/** How Slack is connected. */
export interface SlackOptions {
  /** `socket`: Klartext calls Slack, no public address is needed; `http`: Slack calls Klartext. */
  readonly mode: 'socket' | 'http'
  /** For one workspace; without it, workspaces install Klartext by OAuth. */
  readonly botToken?: string | undefined
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  /** `url` is our public address, without a path. */
  readonly oauth?:
    | { readonly clientId: string; readonly clientSecret: string; readonly url: string }
    | undefined
  /** Undefined: every channel that the bot was invited to. */
  readonly onlyIn?: readonly string[] | undefined
  /** Wins over everything else. */
  readonly notIn?: readonly string[]
  /** Whether channels shared with other companies are read; their authors never are. */
  readonly sharedChannels?: boolean
  readonly audiences?: ReadonlyMap<string, Audience>
  /** Ids of the people who may allow terms for a channel. */
  readonly admins?: readonly string[]
  /** User groups whose members form a team. */
  readonly teams?: readonly string[]
  /** Where the console is, such as `https://klartext.example.com/console`; undefined: nobody can sign in from here. */
  readonly console?: string | undefined
  /** A stand-in's address, ending in `/api/`; undefined: Slack itself. */
  readonly apiUrl?: string | undefined
  /** Milliseconds between two messages to one workspace. Default 1000, Slack's own limit. */
  readonly interval?: number
}

/** What the adapter is given from outside. */
export interface SlackSurroundings {
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  readonly clock?: () => Date
  /** Milliseconds between two looks at the tokens that end; default one minute. */
  readonly every?: number
}
