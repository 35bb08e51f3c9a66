import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import type { Vault } from '../../src/types.js'
import type { Installations, Workspace } from './installations.js'
import { createRenewal, type Renewal, rotationOf, type Shelf } from './renewal.js'

const PREFIX = 'slack.installation.'
const kept = z.object({
  team: z.string(),
  enterprise: z.string().optional(),
  token: z.string(),
  botId: z.string(),
  botUser: z.string(),
  scopes: z.array(z.string()),
  installedAt: z.number().optional(),
  rotation: z
    .object({
      refreshToken: z.string(),
      renewAt: z.number(),
      endsAt: z.number(),
      notBefore: z.number().optional(),
      isLost: z.boolean().optional(),
    })
    .optional(),
})

/** Milliseconds for which a token is used without asking the vault, so that other instances hear of a removal. */
const FRESH = 30_000

/** Milliseconds to which Slack tells the time of an event. */
const SECOND = 1000

/** Many workspaces, and where the SDK keeps a new one. */
export interface ManyWorkspaces extends Installations {
  readonly store: InstallationStore
  readonly renewal: Pick<Renewal, 'start' | 'stop'>
}

/**
 * Many workspaces, each by the token that its installation brought, sealed in the vault.
 * @param installed hears of each new installation once its token is kept
 */
export function manyWorkspaces({
  vault,
  clock,
  installed,
  ...parts
}: Omit<Parameters<typeof createRenewal>[0], 'shelf'> & {
  readonly vault: () => Vault | null
  readonly installed: (workspace: Workspace) => Promise<void>
}): ManyWorkspaces {
  const cache = new Map<string, { readonly workspace: Workspace | null; readonly until: number }>()
  const remember = (id: string, workspace: Workspace | null) =>
    cache.set(id, { workspace, until: clock().getTime() + FRESH })

  const shelf: Shelf = {
    async read(id) {
      const text = (await vault()?.read(PREFIX + id)) ?? null
      const parsed = text === null ? null : kept.safeParse(JSON.parse(text))
      const workspace = parsed?.success ? parsed.data : null
      remember(id, workspace)
      return text === null || workspace === null ? null : { text, workspace }
    },
    async replace(before, workspace) {
      const { team } = workspace
      const text = JSON.stringify(workspace)
      if (!(await vault()?.replace(PREFIX + team, before.text, text))) return null
      remember(team, workspace)
      return { text, workspace }
    },
    async all() {
      const names = (await vault()?.names(PREFIX)) ?? []
      const found = await Promise.all(names.map((name) => read(name.slice(PREFIX.length))))
      return found.flatMap((workspace) => workspace ?? [])
    },
  }
  const renewal = createRenewal({ ...parts, clock, shelf })

  async function read(id: string): Promise<Workspace | null> {
    const known = cache.get(id)
    if (known && known.until > clock().getTime()) return known.workspace
    return (await shelf.read(id))?.workspace ?? null
  }

  const drop = async (id: string) => {
    cache.delete(id)
    await vault()?.remove(PREFIX + id)
    cache.delete(id)
  }

  return {
    async find(team, enterprise) {
      const workspace = (await read(team)) ?? (enterprise ? await read(enterprise) : null)
      return workspace && renewal.usable(workspace)
    },
    all: shelf.all,
    renewal,
    async remove(team, at) {
      // As kept, not as remembered: another instance may have seen it installed again.
      const { installedAt = 0 } = (await shelf.read(team))?.workspace ?? {}
      if (installedAt >= at.getTime() + SECOND) return false
      await drop(team)
      return true
    },
    store: {
      async storeInstallation(installation) {
        const workspace = workspaceOf(installation, clock())
        const keeper = vault()
        if (!keeper) throw new Error('not started')
        await keeper.write(PREFIX + workspace.team, JSON.stringify(workspace))
        cache.delete(workspace.team)
        await installed(workspace)
      },
      // The routes ask only to store; tokens are looked up by `find`.
      async fetchInstallation() {
        throw new Error('never asked for')
      },
      async deleteInstallation(query: InstallationQuery<boolean>) {
        const id = query.teamId ?? query.enterpriseId
        if (id) await drop(id)
      },
    },
  }
}

function workspaceOf(installation: Installation<'v1' | 'v2', boolean>, now: Date): Workspace {
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
    installedAt: now.getTime(),
    // The SDK counts by this computer's own clock.
    ...(bot.refreshToken && bot.expiresAt
      ? { rotation: rotationOf(bot.refreshToken, bot.expiresAt * 1000 - Date.now(), now) }
      : {}),
  }
}
