/** A workspace, or a whole organisation, that has installed Klartext. */
export interface Workspace {
  /** `T…`, or `E…` for a whole organisation. */
  readonly team: string
  readonly enterprise?: string | undefined
  readonly token: string
  readonly botId: string
  readonly botUser: string
  readonly scopes: readonly string[]
  /** When it installed Klartext, in milliseconds since 1970 UTC; absent where the token is given. */
  readonly installedAt?: number | undefined
  /** Absent where the token never ends. */
  readonly rotation?: Rotation | undefined
}

/** How a token that ends is renewed; times in milliseconds since 1970 UTC. */
export interface Rotation {
  /** Slack takes it once. */
  readonly refreshToken: string
  readonly renewAt: number
  readonly endsAt: number
  /** Before, nobody tries again: somebody does so just now, or has done so in vain. */
  readonly notBefore?: number | undefined
  /** Slack renews the token no more: the workspace must be installed again. */
  readonly isLost?: boolean | undefined
}

/** Where the tokens of all workspaces are found. */
export interface Installations {
  /**
   * Null where this workspace has not installed Klartext, has removed it, or must install it again.
   * @throws PlatformError `later` where its token is not known yet, or has ended and cannot be renewed yet
   */
  find(team: string, enterprise?: string): Promise<Workspace | null>
  /** All that have installed it. */
  all(): Promise<readonly Workspace[]>
  /**
   * Forgets the token at once.
   * @param at when Klartext was removed, to the second
   * @returns false where it was installed again since, or has another workspace's token: then nothing is forgotten
   */
  remove(team: string, at: Date): Promise<boolean>
}

/** One workspace, by the token in the environment. */
export function oneWorkspace(known: () => Workspace | null, forget: () => void): Installations {
  return {
    async find(team, enterprise) {
      const workspace = known()
      const isIt =
        workspace && [team, enterprise].some((id) => id === workspace.team || id === workspace.enterprise)
      return isIt ? workspace : null
    },
    async all() {
      const workspace = known()
      return workspace ? [workspace] : []
    },
    async remove(team) {
      const workspace = known()
      if (workspace && workspace.team !== team) return false
      forget()
      return true
    },
  }
}
