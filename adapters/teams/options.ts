import type { Logger } from 'pino'
import type { Audience } from '../../src/types.js'

/** How Teams is connected. */
export interface TeamsOptions {
  /** The app's own id in Microsoft Entra, a GUID; tokens of Teams are made out to it. */
  readonly appId: string
  readonly appSecret: string
  /** The company's own directory, a GUID: nobody else's activities are taken. */
  readonly tenant: string
  /** Undefined: every channel of a team that installed Klartext. */
  readonly onlyIn?: readonly string[] | undefined
  /** Wins over everything else. */
  readonly notIn?: readonly string[]
  /** Whether channels shared with other companies are read; their authors never are. */
  readonly sharedChannels?: boolean
  readonly audiences?: ReadonlyMap<string, Audience>
  /** Ids of teams whose members form a team of ours. */
  readonly teams?: readonly string[]
  /** Where the console is, such as `https://klartext.example.com/console`; undefined: nobody can sign in from here. */
  readonly console?: string | undefined
  /** Origin of a stand-in for all of Microsoft's addresses, on 127.0.0.1; undefined: Microsoft itself. */
  readonly standIn?: string | undefined
  /**
   * Origin of a playground on this machine that sends no tokens. Only for trying out: everything that does not come
   * from this machine is refused.
   */
  readonly playground?: string | undefined
  /** For tests whose clock stands still: Teams' limits are not kept on our side. */
  readonly unpaced?: boolean
}

/** What the adapter is given from outside. */
export interface TeamsSurroundings {
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  readonly clock?: () => Date
}
