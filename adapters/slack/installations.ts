import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import type { Vault } from '../../src/types.js'

/** A workspace, or a whole organisation, that has installed Klartext. */
export interface Workspace {
  /** `T…`, or `E…` for a whole organisation. */
  readonly team: string
  readonly enterprise?: string | undefined
  readonly token: string
  readonly botId: string
  readonly botUser: string
  readonly scopes: readonly string[]
}

/** Where the tokens of all workspaces are found. */
export interface Installations {
  /** Null where this workspace has not installed Klartext, or has removed it. */
  find(team: string, enterprise?: string): Promise<Workspace | null>
  /** All that have installed it. */
  all(): Promise<readonly Workspace[]>
  /** Forgets the token at once. */
  remove(team: string): Promise<void>
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
    async remove() {
      forget()
    },
  }
}

const PREFIX = 'slack.installation.'
const kept = z.object({
  team: z.string(),
  enterprise: z.string().optional(),
  token: z.string(),
  botId: z.string(),
  botUser: z.string(),
  scopes: z.array(z.string()),
})

/** Milliseconds for which a token is used without asking the vault, so that other instances hear of a removal. */
const FRESH = 30_000

/**
 * Many workspaces, each by the token that its installation brought, sealed in the vault.
 * @param installed hears of each new installation
 */
export function manyWorkspaces(
  vault: () => Vault | null,
  clock: () => Date,
  installed: (workspace: Workspace) => void,
): Installations & { readonly store: InstallationStore } {
  const cache = new Map<string, { readonly workspace: Workspace | null; readonly until: number }>()

  async function read(id: string): Promise<Workspace | null> {
    const known = cache.get(id)
    if (known && known.until > clock().getTime()) return known.workspace
    const sealed = (await vault()?.read(PREFIX + id)) ?? null
    const parsed = sealed === null ? null : kept.safeParse(JSON.parse(sealed))
    const workspace = parsed?.success ? parsed.data : null
    cache.set(id, { workspace, until: clock().getTime() + FRESH })
    return workspace
  }

  const remove = async (id: string) => {
    cache.delete(id)
    await vault()?.remove(PREFIX + id)
    cache.delete(id)
  }

  return {
    async find(team, enterprise) {
      return (await read(team)) ?? (enterprise ? await read(enterprise) : null)
    },
    async all() {
      const names = (await vault()?.names(PREFIX)) ?? []
      const found = await Promise.all(names.map((name) => read(name.slice(PREFIX.length))))
      return found.flatMap((workspace) => workspace ?? [])
    },
    remove,
    store: {
      async storeInstallation(installation) {
        const workspace = workspaceOf(installation)
        const keeper = vault()
        if (!keeper) throw new Error('not started')
        await keeper.write(PREFIX + workspace.team, JSON.stringify(workspace))
        cache.delete(workspace.team)
        installed(workspace)
      },
      // The routes ask only to store; tokens are looked up by `find`.
      async fetchInstallation() {
        throw new Error('never asked for')
      },
      async deleteInstallation(query: InstallationQuery<boolean>) {
        const id = query.teamId ?? query.enterpriseId
        if (id) await remove(id)
      },
    },
  }
}

function workspaceOf(installation: Installation<'v1' | 'v2', boolean>): Workspace {
  const { team, enterprise, bot, isEnterpriseInstall } = installation
  const id = isEnterpriseInstall ? enterprise?.id : team?.id
  if (!id || !bot) throw new Error('an installation without a workspace or a bot')
  return {
    team: id,
    enterprise: enterprise?.id,
    token: bot.token,
    botId: bot.id ?? '',
    botUser: bot.userId,
    scopes: bot.scopes,
  }
}
