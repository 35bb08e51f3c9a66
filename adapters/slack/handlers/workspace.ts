import type { House } from '../house.js'
import { CHANNEL_EVENTS } from '../manifest.js'

/** What happens to a workspace and its channels as a whole. */
export function handleWorkspace({ app, channels, core, installations, log }: House): void {
  /** Forgets the token, and notes that the rest is to go. False where the news are older than a new installation. */
  async function left({ team_id: tenant, event_time: seconds }: EventTold): Promise<boolean> {
    if (!(await installations.remove(tenant, new Date(seconds * 1000)))) return false
    await core().departed({ platform: 'slack', tenant })
    return true
  }

  app.event('app_uninstalled', async ({ body }) => {
    if (await left(body))
      log.warn({ workspace: body.team_id }, 'Slack: Klartext was removed from a workspace')
  })
  app.event('tokens_revoked', async ({ event, body }) => {
    if (!event.tokens.bot?.length) return
    if (await left(body)) log.warn({ workspace: body.team_id }, 'Slack: the token of a workspace was revoked')
  })
  for (const name of CHANNEL_EVENTS)
    app.event(name, async ({ event, body }) => {
      const { channel } = event as { channel: string | { id: string } }
      channels.forget(body.team_id, typeof channel === 'string' ? channel : channel.id)
    })
}

/** Of an event's envelope: where it happened, and when, in seconds since 1970 UTC. */
interface EventTold {
  readonly team_id: string
  readonly event_time: number
}
