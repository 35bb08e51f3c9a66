import type { Grant, Workspace } from './types.js'

/** Tokens and what they may do. */
export function createInstalls(id: (prefix: string) => string) {
  const grants = new Map<string, Grant>()

  return {
    grants,
    /** Gives the app a token; the one in force goes on unless it is dead or another is given. */
    install(workspace: Workspace, scopes: Iterable<string>, token?: string): Grant {
      const old = workspace.grant
      const grant: Grant =
        old && !old.dead && !token
          ? old
          : { token: token ?? `xoxb-${workspace.id}-${id('')}`, kind: 'bot', workspace, scopes: new Set() }
      grant.scopes = new Set([...grant.scopes, ...scopes])
      grants.set(grant.token, grant)
      workspace.grant = grant
      return grant
    },
    /** Takes scopes away, as an administrator may. */
    narrow({ grant }: Workspace, scopes: Iterable<string>) {
      if (grant) grant.scopes = new Set(scopes)
    },
    /** Ends a token, as auth.revoke or as an uninstallation. */
    endToken({ grant }: Workspace, dead: Grant['dead'] = 'token_revoked') {
      if (grant) grant.dead = dead
    },
  }
}
