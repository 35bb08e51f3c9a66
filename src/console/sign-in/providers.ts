import { z } from 'zod'
import { createProvider, type Provider } from './provider.js'

/** With whom people may sign in. */
export interface SignInOptions {
  readonly slack?: { readonly clientId: string; readonly clientSecret: string } | undefined
  readonly teams?: { readonly appId: string; readonly appSecret: string; readonly tenant: string } | undefined
  /** Base of a stand-in for both, on 127.0.0.1; undefined: Slack and Microsoft themselves. */
  readonly standIn?: string | undefined
}

const TEAM = 'https://slack.com/team_id'
const USER = 'https://slack.com/user_id'
const slackClaims = z.object({
  [TEAM]: z.string().regex(/^[TE][A-Z0-9]{2,20}$/),
  [USER]: z.string().regex(/^[UW][A-Z0-9]{2,20}$/),
})

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .transform((value) => value.toLowerCase())
const entraClaims = z.object({ tid: guid, oid: guid })

/** The providers that are set up. People are told apart by issuer, tenant and subject, never by an address. */
export function createProviders({ slack, teams, standIn }: SignInOptions): Provider[] {
  const providers: Provider[] = []
  if (slack)
    providers.push(
      createProvider({
        name: 'slack',
        issuer: standIn ? `${standIn}/slack` : 'https://slack.com',
        ...slack,
        pkce: 'announced',
        personOf(claims) {
          const { data } = slackClaims.safeParse(claims)
          return data ? { platform: 'slack', tenant: data[TEAM], user: data[USER] } : null
        },
      }),
    )
  if (teams) {
    const { appId: clientId, appSecret: clientSecret } = teams
    const tenant = teams.tenant.toLowerCase()
    providers.push(
      createProvider({
        name: 'teams',
        issuer: standIn
          ? `${standIn}/entra/${tenant}/v2.0`
          : `https://login.microsoftonline.com/${tenant}/v2.0`,
        clientId,
        clientSecret,
        pkce: 'always',
        personOf(claims) {
          const { data } = entraClaims.safeParse(claims)
          return data?.tid === tenant ? { platform: 'teams', tenant, user: data.oid } : null
        },
      }),
    )
  }
  return providers
}
