import type { AppIdentity, Fields, User } from './types.js'

/** What every interaction payload says of the app, the person and the workspace. */
export function payloadBase(app: AppIdentity, { id, name, team, workspace }: User): Fields {
  const { enterprise, orgInstall } = workspace
  const org = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}
  return {
    token: app.verificationToken,
    api_app_id: app.id,
    user: { id, username: name, name, team_id: team },
    team: { id: workspace.id, domain: workspace.domain, ...org },
    enterprise,
    is_enterprise_install: orgInstall,
  }
}
