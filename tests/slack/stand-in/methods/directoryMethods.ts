import type { Methods } from '../createApi.js'
import { Refusal } from '../Refusal.js'
import type { Fields, User, UserGroup } from '../types.js'

/** users.info, usergroups.* and team.info. */
export function directoryMethods(): Methods {
  return {
    'users.info': ({ workspace, args }) => {
      const user = workspace.users.get(args.need('user'))
      if (!user) throw new Refusal('user_not_found')
      return { user: described(user) }
    },
    'usergroups.list': ({ workspace, args }) => {
      const groups = [...workspace.groups.values()]
      const shown = groups.filter(({ disabled }) => !disabled || args.flag('include_disabled'))
      const users = (members: readonly string[]) => (args.flag('include_users') ? { users: members } : {})
      return { usergroups: shown.map((group) => ({ ...listed(group), ...users(group.members) })) }
    },
    'usergroups.users.list': ({ workspace, args }) => {
      const group = workspace.groups.get(args.need('usergroup'))
      if (!group || (group.disabled && !args.flag('include_disabled'))) throw new Refusal('no_such_subteam')
      return { users: [...group.members] }
    },
    'team.info': ({ workspace }) => {
      const { id, name, domain, enterprise } = workspace
      const org = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}
      return { team: { id, name, domain, email_domain: '', icon: {}, ...org } }
    },
  }
}

function described({ id, workspace, team, name, isBot, deactivated, profile }: User): Fields {
  const stranger = team !== workspace.id
  const names = { real_name: name, display_name: name, team }
  const { profile: more, ...rest } = profile
  return {
    id,
    team_id: team,
    name,
    deleted: deactivated,
    real_name: name,
    tz: 'Europe/Berlin',
    is_bot: isBot,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_app_user: false,
    ...(stranger ? { is_stranger: true } : {}),
    ...rest,
    profile: { ...names, ...(more as Fields | undefined) },
  }
}

function listed({ id, workspace, name, handle, members, disabled }: UserGroup): Fields {
  const dates = { date_create: 0, date_update: 0, date_delete: disabled ? 1 : 0 }
  const shape = { is_usergroup: true, is_subteam: true, is_external: false, description: '' }
  return { id, team_id: workspace.id, name, handle, ...shape, ...dates, user_count: members.length }
}
