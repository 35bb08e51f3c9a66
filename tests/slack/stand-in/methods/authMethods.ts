import type { Methods } from '../createApi.js'
import type { World } from '../createWorld.js'

/** auth.* and apps.connections.open. `connect` gives a Socket Mode address. */
export function authMethods(world: World, connect: () => string): Methods {
  return {
    'auth.test': ({ workspace }) => ({
      url: `https://${workspace.domain}.slack.com/`,
      team: workspace.name,
      user: world.app.name,
      team_id: workspace.id,
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      ...(workspace.enterprise ? { enterprise_id: workspace.enterprise.id } : {}),
      is_enterprise_install: workspace.orgInstall,
    }),
    'auth.revoke': ({ grant, args }) => {
      if (!args.flag('test')) grant.dead = 'token_revoked'
      return { revoked: !args.flag('test') }
    },
    'apps.connections.open': () => ({ url: connect() }),
  }
}
