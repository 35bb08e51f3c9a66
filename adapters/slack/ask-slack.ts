import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { clientOptions } from './client.js'
import { faultOf, type SlackFault } from './fault-of.js'
import type { SlackOptions } from './options.js'

/** The method that gives tokens. */
export const RENEWING = 'oauth.v2.access'

/** What Slack gives for a refresh token: a new token, with the next refresh token; `seconds` is how long it lives. */
export interface Renewed {
  readonly token: string
  readonly refreshToken?: string | undefined
  readonly seconds?: number | undefined
}

const answered = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number().positive().optional(),
})

/** Spends refresh tokens at Slack; what Slack says against it comes back as a fault. */
export function askSlack(
  { clientId, clientSecret }: NonNullable<SlackOptions['oauth']>,
  apiUrl: string | undefined,
): (refreshToken: string) => Promise<Renewed | SlackFault> {
  const client = new webApi.WebClient(undefined, clientOptions(apiUrl))
  return async (refreshToken) => {
    try {
      const answer = answered.parse(
        await client.oauth.v2.access({
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        }),
      )
      return {
        token: answer.access_token,
        refreshToken: answer.refresh_token,
        seconds: answer.expires_in,
      }
    } catch (error) {
      return faultOf(RENEWING, error, false)
    }
  }
}
